import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type PlantedTree, plantTree } from './planted-tree.ts';

const lines = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join('\n');

let tree: PlantedTree | undefined;

afterEach(() => tree?.remove());

describe('the types of the domain', () => {
  test.each([
    ['the browser', 'export const title = (): string => document.title;\n', 'document'],
    ['Node', "export const home = (): string | undefined => process.env['HOME'];\n", 'process'],
    ['a timer', 'export const later = (): unknown => setTimeout(() => undefined, 1);\n', 'setTimeout'],
  ])('know nothing of %s', async (_, text, name) => {
    tree = await plantTree({ 'src/domain/topic/planted.ts': text });
    const { code, stdout } = await tree.run('tsc', '-p', 'tsconfig.domain.json');
    expect(stdout).toContain(`Cannot find name '${name}'`);
    expect(code).not.toBe(0);
  });
});

describe('the types of the server', () => {
  test.each([
    ['an unchecked index', 'export const first = (names: string[]): string => names[0];\n', 'TS2322'],
    ['an enum', "export enum Level {\n  City = 'city',\n}\n", 'TS1294'],
    [
      'a missing case',
      "export function f(x: 'a' | 'b'): string {\n  switch (x) {\n    case 'a':\n      return x;\n  }\n}\n",
      'TS2366',
    ],
  ])('refuse %s', async (_, text, code) => {
    tree = await plantTree({ 'src/server/planted.ts': text });
    expect((await tree.run('tsc', '-p', 'tsconfig.json')).stdout).toContain(code);
  });
});

/** One file for each rule of style; its name is the rule's. */
const offences: Record<string, [path: string, text: string]> = {
  noExplicitAny: ['src/domain/a.ts', 'export const f = (x: any): unknown => x;\n'],
  noNonNullAssertion: ['src/domain/b.ts', 'export const f = (x?: string): string => x!;\n'],
  noDefaultExport: ['src/domain/c.ts', 'export default function f(): void {}\n'],
  noEnum: ['src/domain/d.ts', "export enum Level {\n  City = 'city',\n}\n"],
  noBarrelFile: ['src/domain/e.ts', "export { a } from './a.ts';\nexport { b } from './b.ts';\n"],
  noReExportAll: ['src/domain/f.ts', "export * from './a.ts';\n"],
  noConsole: ['src/server/g.ts', "console.log('x');\n"],
  useImportType: ['src/domain/h.ts', "import { A } from './a.ts';\n\nexport type B = A;\n"],
  noUnusedVariables: ['src/domain/i.ts', 'const unused = 1;\n\nexport const used = 2;\n'],
  noUnusedImports: ['src/domain/j.ts', "import { a } from './a.ts';\n\nexport const used = 2;\n"],
  noExcessiveLinesPerFile: ['src/domain/k.ts', `${lines(401, (i) => `export const n${i} = ${i};`)}\n`],
  noExcessiveLinesPerFunction: [
    'src/domain/l.ts',
    `export function long(): number {\n  let n = 0;\n${lines(60, (i) => `  n += ${i};`)}\n  return n;\n}\n`,
  ],
  noNestedTernary: ['src/domain/m.ts', 'export const f = (a: boolean, b: boolean): number => (a ? 1 : b ? 2 : 3);\n'],
  useMaxParams: [
    'src/domain/n.ts',
    'export const f = (a: number, b: number, c: number, d: number, e: number, f: number): number => a + b + c + d + e + f;\n',
  ],
  useConsistentTypeDefinitions: ['src/domain/o.ts', 'export interface Topic {\n  id: string;\n}\n'],
  useFilenamingConvention: ['src/domain/PlantedName.ts', 'export const a = 1;\n'],
  useThrowOnlyError: ['src/domain/p.ts', "export function f(): never {\n  throw 'no';\n}\n"],
  noFocusedTests: ['src/domain/q.test.ts', "import { test } from 'vitest';\n\ntest.only('x', () => {});\n"],
  noSkippedTests: ['src/domain/r.test.ts', "import { test } from 'vitest';\n\ntest.skip('x', () => {});\n"],
  noFloatingPromises: [
    'src/server/t.ts',
    'export function f(trx: { save: () => Promise<void> }): void {\n  trx.save();\n}\n',
  ],
  noMisusedPromises: [
    'src/server/u.ts',
    'export function f(ids: string[], save: (id: string) => Promise<void>): void {\n  ids.forEach(async (id) => {\n    await save(id);\n  });\n}\n',
  ],
  format: ['src/domain/s.ts', 'export const a = "x"\n'],
};

describe('the style', () => {
  test('has every planted offence reported in its file, and none in a clean one', async () => {
    tree = await plantTree({
      ...Object.fromEntries(Object.values(offences)),
      'src/server/cli/clean.ts': "console.log('the command line may print');\n",
    });
    const { code, stdout } = await tree.run('biome', 'check', '--reporter=github', '--max-diagnostics=none', 'src');
    expect(code).not.toBe(0);
    const missed = Object.entries(offences).filter(
      ([rule, [path]]) => !stdout.split('\n').some((line) => line.includes(path) && line.includes(rule)),
    );
    expect(missed.map(([rule]) => rule)).toEqual([]);
    expect(stdout).not.toContain('clean.ts');
  });
});

describe('dead code', () => {
  test('is an export nobody imports, a file nobody imports, a package nobody imports', async () => {
    tree = await plantTree({
      'src/server/main.ts': "import { used } from './parts.ts';\n\nused();\n",
      'src/server/parts.ts': 'export function used(): void {}\nexport function unusedExport(): void {}\n',
      'src/server/unused-file.ts': 'export const a = 1;\n',
    });
    const { code, stdout } = await tree.run('knip', '--no-progress');
    expect(code).not.toBe(0);
    expect(stdout).toContain('unusedExport');
    expect(stdout).toContain('src/server/unused-file.ts');
    expect(stdout).toMatch(/^fastify +package\.json/m);
    expect(stdout).not.toMatch(/\bused\b +function/);
  });
});

/** The parser behind the arrows does not see the type operator `import('…')`, so it would be a hole in the walls. */
test('no file imports a type by the operator that the arrows cannot see', async () => {
  const root = join(import.meta.dirname, '..');
  const offenders: string[] = [];
  for await (const path of glob('src/**/*.{ts,tsx}', { cwd: root })) {
    if (/\bimport\(['"][^'"]+['"]\)\s*\.\s*[A-Z]|\btypeof import\(/.test(await readFile(join(root, path), 'utf8'))) {
      offenders.push(path);
    }
  }
  expect(offenders).toEqual([]);
});
