import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PlantedTree, plantTree } from './planted-tree.ts';

type Arrow = { from: string; import: string };
type Violation = { from: string; to: string; rule: { name: string } };

const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  forbidden: { name: string; to: { path?: string } }[];
};

const line = (to: string) => `export * from '${to}';\n`;
const typeLine = (to: string) => `import type * as planted from '${to}';\nexport type Planted = typeof planted;\n`;
const lazyLine = (to: string) => `export const planted = () => import('${to}');\n`;

/** One arrow that each rule forbids, by the rule's name. */
const forbiddenArrows: Record<string, Arrow> = {
  'no-unresolved': { from: 'src/domain/topic/lost.ts', import: line('./nowhere.ts') },
  'no-cycle': { from: 'src/domain/session/egg.ts', import: line('../topic/hen.ts') },
  'domain-sees-domain': { from: 'src/domain/topic/a.ts', import: typeLine('../../contract/end.ts') },
  'domain-packages': { from: 'src/domain/topic/b.ts', import: typeLine('zod') },
  'noble-in-ballot': { from: 'src/domain/topic/c.ts', import: line('@noble/hashes/sha2.js') },
  'no-node-in-domain-contract-web': { from: 'src/domain/topic/d.ts', import: line('node:fs') },
  'contract-sees-domain': { from: 'src/contract/a.ts', import: typeLine('../server/db/end.ts') },
  'contract-packages': { from: 'src/contract/b.ts', import: line('fastify') },
  'server-never-web': { from: 'src/server/topics/a.ts', import: line('../../web/ui/end.ts') },
  'server-known-folders': { from: 'src/server/utils/a.ts', import: line('../../domain/topic/end.ts') },
  'foundations-never-slices': { from: 'src/server/ledger/a.ts', import: typeLine('../topics/end.ts') },
  'only-the-top-sees-all': { from: 'src/server/topics/b.ts', import: lazyLine('../app.ts') },
  'downward-through-queries-and-store': {
    from: 'src/server/research/a.ts',
    import: line('../topics/topic-routes.ts'),
  },
  'server-packages': { from: 'src/server/topics/c.ts', import: line('fast-check') },
  'sql-in-its-places': { from: 'src/server/topics/topic-commands.ts', import: typeLine('pg') },
  'pg-boss-in-jobs': { from: 'src/server/topics/topic-store.ts', import: line('pg-boss') },
  'web-never-server': { from: 'src/web/topics/a.tsx', import: typeLine('../../server/topics/end.ts') },
  'web-never-another-feature': { from: 'src/web/topics/b.tsx', import: lazyLine('../research/end.ts') },
  'web-ui-knows-no-business': { from: 'src/web/ui/a.tsx', import: typeLine('../../domain/topic/end.ts') },
  'web-lib-knows-no-feature': { from: 'src/web/lib/a.ts', import: line('../topics/end.ts') },
  'browser-packages-in-web': { from: 'src/server/documents/a.ts', import: line('antd') },
  'server-packages-never-in-web': { from: 'src/web/topics/c.tsx', import: typeLine('fastify') },
  'only-tests-import-tests': { from: 'src/server/topics/d.ts', import: line('../../../test/end.ts') },
  'stories-use-the-product-as-people-do': { from: 'e2e/a.ts', import: typeLine('../src/server/topics/end.ts') },
  ...Object.fromEntries(forbidden.filter(({ name }) => name.endsWith('-never-upward')).map(upward)),
};

/** `slice-topics-never-upward` forbids `(?:research|…|notifications)`: plant topics → research. */
function upward({ name, to }: { name: string; to: { path?: string } }): [string, Arrow] {
  const [, folder] = /^(?:slice|foundation)-(.+)-never-upward$/.exec(name) ?? [];
  const [, above] = /[(][?]:([^|)]+)/.exec(to.path ?? '') ?? [];
  return [name, { from: `src/server/${folder}/upward.ts`, import: line(`../${above}/end.ts`) }];
}

/** Arrows the architecture allows: a rule that fires on these is wrong. */
const allowedArrows: Arrow[] = [
  { from: 'src/domain/ballot/ok.ts', import: line('@noble/hashes/sha2.js') },
  { from: 'src/domain/calendar/ok.ts', import: line('temporal-polyfill') },
  { from: 'src/domain/calendar/ok.test.ts', import: `${line('fast-check')}${line('node:fs')}` },
  { from: 'src/contract/ok.ts', import: `${line('zod')}${line('../domain/topic/end.ts')}` },
  { from: 'src/server/research/ok.ts', import: `${line('../topics/end.ts')}${line('../ledger/end.ts')}` },
  { from: 'src/server/research/research-queries.ts', import: line('pg') },
  { from: 'src/server/research/ok.test.ts', import: `${line('../app.ts')}${line('../../../test/end.ts')}` },
  { from: 'src/server/jobs/ok.ts', import: `${line('pg-boss')}${line('../db/end.ts')}` },
  { from: 'src/server/app.ts', import: `${line('./topics/topic-routes.ts')}${line('./notifications/end.ts')}` },
  { from: 'src/server/cli/ok.ts', import: `${line('../main.ts')}${line('pg')}` },
  { from: 'src/web/topics/ok.tsx', import: `${line('../ui/end.ts')}${line('../app/paths.ts')}${line('antd')}` },
  { from: 'src/web/app/ok.tsx', import: `${line('../topics/end.ts')}${line('../research/end.ts')}` },
  { from: 'e2e/ok.test.ts', import: `${line('playwright-core')}${line('../src/domain/topic/end.ts')}` },
];

const folderCycle: Arrow[] = [
  { from: 'src/server/cli/round.ts', import: line('../http/round.ts') },
  { from: 'src/server/http/round.ts', import: line('../cli/end.ts') },
];

const ends = ['db', 'jobs', 'ledger', 'http', 'cli']
  .concat(
    forbidden.flatMap(({ name }) => /^slice-(.+)-never-upward$/.exec(name)?.[1] ?? []),
    'notifications',
  )
  .map((folder) => `src/server/${folder}/end.ts`)
  .concat(['topics', 'research', 'ui'].map((folder) => `src/web/${folder}/end.ts`))
  .concat('src/web/app/paths.ts', 'src/domain/topic/end.ts', 'src/contract/end.ts', 'test/end.ts')
  .concat('src/server/main.ts', 'src/server/topics/topic-routes.ts');

let tree: PlantedTree;
let violations: Violation[];

beforeAll(async () => {
  const arrows = [...Object.values(forbiddenArrows), ...allowedArrows, ...folderCycle];
  tree = await plantTree({
    ...Object.fromEntries(ends.map((path) => [path, 'export const end = 1;\n'])),
    ...Object.fromEntries(arrows.map((arrow) => [arrow.from, arrow.import])),
    'src/domain/topic/hen.ts': line('../session/egg.ts'),
  });
  const config = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const { stdout } = await tree.run('depcruise', ...config, 'src', 'test', 'e2e');
  violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
});

afterAll(() => tree?.remove());

describe('an import against the architecture', () => {
  test.each(Object.entries(forbiddenArrows))('is stopped by %s', (name, { from }) => {
    expect(violations.filter((violation) => violation.from === from).map(({ rule }) => rule.name)).toContain(name);
  });

  test('is stopped when two folders import each other without a cycle of files', () => {
    expect(violations.map(({ rule, from }) => `${rule.name} ${from}`)).toContain('no-folder-cycle src/server/cli');
  });

  test('has a planted example for every rule', () => {
    expect(forbidden.map(({ name }) => name).sort()).toEqual(
      [...Object.keys(forbiddenArrows), 'no-folder-cycle'].sort(),
    );
  });
});

test.each(allowedArrows)('$from may import what it does', ({ from }) => {
  expect(violations.filter((violation) => violation.from === from)).toEqual([]);
});
