import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askAs, routesOf, rowsOf } from '../../../test/access.ts';
import { accessTable } from '../../../test/access-table.ts';
import { addAccount, smallLinkage, type TestApp, testApp } from '../../../test/test-app.ts';
import { marks, plantDrafts, type Targets } from '../../../test/unsent-drafts.ts';
import { workingLinkage } from '../../../test/working-linkage.ts';
import type { CaseView } from '../../domain/procedure/case.ts';

let t: TestApp;
let targets: Targets;
const rows = rowsOf(accessTable);

beforeAll(async () => {
  t = await testApp();
  const linkage = await workingLinkage(t.db);
  const elsewhere = await smallLinkage(t.db, '510600');
  await addAccount(t.db, elsewhere.city, { login: 'away', roles: ['office-clerk'] });
  targets = await plantDrafts(t, linkage);
  await t.app.http.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => t.close());

describe('the table of who gets which answer', () => {
  test('names every route, and no route that is not there', () => {
    const named = new Set(rows.map((row) => row.name));
    expect([...named].toSorted()).toEqual(t.app.contracts.map((contract) => contract.id).toSorted());
  });

  test('leaves out no address: beside the contracts the server answers only with the document of the API', () => {
    const declared = new Set(t.app.contracts.map(({ method, path }) => `${method} ${path}`));
    expect(routesOf(t).length).toBeGreaterThan(declared.size);
    expect(routesOf(t).filter((route) => !declared.has(route))).toEqual(['GET /api/openapi.json']);
  });

  test('shows what 甲县 has not sent to its own office, committee and council, and to whom it wrote', () => {
    expect(readersOf('*')).toEqual(['chair', 'clerk', 'ownorg', 'staff']);
    expect(readersOf('^')).toEqual(['chair', 'clerk', 'lead', 'office', 'staff']);
  });

  test('tells others of 甲县’s progress by ids alone', () => {
    const own = ['chair', 'clerk', 'deputy', 'staff'];
    expect(readersOf('+', (name) => name !== 'followEvents')).toEqual(own);
  });
});

/** Columns of the table in which an answer holds a sign. */
function readersOf(sign: string, where: (name: string) => boolean = () => true): string[] {
  const signed = rows
    .filter(({ name }) => where(name))
    .flatMap(({ cells }) => Object.entries(cells).filter(([, cell]) => cell.endsWith(sign)));
  return [...new Set(signed.map(([column]) => column))].toSorted();
}

describe('each reader gets the answer of the table from', () => {
  test.each(rows.map((row) => [[row.name, row.word].join(' ').trim(), row] as const))('%s', async (_title, row) => {
    const contract = t.app.contracts.find(({ id }) => id === row.name);
    if (contract === undefined) throw new Error(`There is no route ${row.name}.`);
    const answers: Record<string, string> = {};
    // One after the other: a receipt that the first has signed is what the second finds.
    for (const login of Object.keys(row.cells)) answers[login] = await askAs(t, login, contract, row.word, targets);
    expect(answers).toEqual(row.cells);
  });
});

test('the reason of a departure is shared like the state it explains: upwards, not sideways', async () => {
  await t.db.owner.query('update track set departures = $3 where case_id = $1 and tenant_id = $2', [
    targets.topic,
    targets.linkage.county.id,
    JSON.stringify([{ code: 'order/late', clause: 'S2.6', reason: marks.contents, on: '2026-11-20', seq: 1 }]),
  ]);
  const seenBy = async (login: string) => {
    const { view } = (await (await t.signInAs(login)).get(`/api/cases/${targets.topic}`)).json<{ view: CaseView }>();
    return JSON.stringify(view).includes(marks.contents);
  };
  expect(await seenBy('office')).toBe(true);
  expect(await seenBy('county')).toBe(false);
  expect(await seenBy('organ')).toBe(false);
});
