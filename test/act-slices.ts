import { expect } from 'vitest';
import type { Problem } from '../src/contract/route.ts';
import { trxOver } from '../src/server/db/database.ts';
import { verifyChains } from '../src/server/ledger/verify-chains.ts';
import { type Client, type TestApp, testApp } from './test-app.ts';
import { addCase } from './test-cases.ts';
import type { TestDatabase } from './test-database.ts';
import { type CastName, cast, type WorkingLinkage, workingLinkage } from './working-linkage.ts';

/** The real server with a linkage in which people work, and a signed-in client for each of them. */
export type ActSlice = { t: TestApp; db: TestDatabase; linkage: WorkingLinkage; as: Record<CastName, Client> };

export async function actSlice(): Promise<ActSlice> {
  const t = await testApp();
  const linkage = await workingLinkage(t.db);
  const clients: [string, Client][] = [];
  for (const login of Object.keys(cast)) clients.push([login, await t.signInAs(login)]);
  // Every name of the cast stands in the list it was made from.
  return { t, db: t.db, linkage, as: Object.fromEntries(clients) as Record<CastName, Client> };
}

let nextYear = 2028;

/** A year of its own for a test, with a track for each body; whoever opens it does so early, which wants a reason (S1.1). */
export async function newYear({ db, linkage }: ActSlice): Promise<{ year: number; caseId: string }> {
  const year = nextYear++;
  const tenants = [linkage.city, linkage.county, linkage.otherCounty];
  return { year, caseId: await addCase(db, { kind: 'year', year, name: `${year}年度`, tenants }) };
}

/** What opens the call for topics of a year (S1.1). */
export function opening(year: number) {
  const payload = {
    deadline: `${year - 1}-12-10`,
    invited: ['organs', 'deputies', 'public'],
    notice: '征集通知',
    publishedOn: `${year - 1}-11-03`,
    channels: '门户网站',
  };
  return { payload, reasons: { 'solicitation/early': '按工作安排提前开展。' } };
}

export const suggestion = {
  payload: {
    title: '停车',
    sources: ['deputies'],
    domain: 'livelihood',
    necessity: '群众反映集中。',
    feasibility: '一年内可以见效。',
    author: { kind: 'citizen', name: '张示例' },
  },
};

/** Takes an act, with an Idempotency-Key where one is given. */
export function take(client: Client, caseId: string, kind: string, body: unknown, key?: string) {
  return client.post(`/api/cases/${caseId}/acts/${kind}`, body, key === undefined ? {} : { 'idempotency-key': key });
}

export type Answer = Awaited<ReturnType<Client['post']>>;

/** The body of an answer that has to be the success of a command. */
export function recordedBy(answer: Answer) {
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`);
  return answer.json<{
    state: string;
    seq: number;
    enteredId: string;
    packageIds: string[];
    createdCaseIds: string[];
  }>();
}

/** Codes with the field each names, of every refusal in an answer. */
export function refusalsOf(answer: Answer): string[] {
  const { code, refusals } = answer.json<Problem>();
  return (refusals ?? [{ code, field: undefined }]).map((one) => [one.code, one.field].filter(Boolean).join(' '));
}

/** Kinds of a tenant's acts of a case, in the order of its chain. */
export async function actsOf(db: TestDatabase, tenant: { id: string }, caseId?: string): Promise<string[]> {
  const { rows } = await db.owner.query<{ kind: string }>(
    'select kind from act where tenant_id = $1 and ($2::uuid is null or case_id = $2) order by seq',
    [tenant.id, caseId ?? null],
  );
  return rows.map((row) => row.kind);
}

/** Every chain is whole, and its numbers have no gaps. */
export async function expectWholeChains(db: TestDatabase): Promise<void> {
  const client = await db.owner.connect();
  try {
    expect((await verifyChains(trxOver(client), null)).broken).toEqual([]);
  } finally {
    client.release();
  }
}

/** One line for every table that acts write to: changed by whatever adds, changes or removes a row there. */
export async function stateOf(db: TestDatabase): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of writtenByActs) {
    const { rows } = await db.owner.query<{ sum: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(one::text, '|' order by one::text), '')) as sum from ${table} one`,
    );
    found[table] = rows[0]?.sum ?? '';
  }
  return found;
}

const writtenByActs = [
  'act',
  'case_past',
  'case_state',
  'chain',
  'entered_act',
  'idempotency_key',
  'live_event',
  'notice',
  'package',
  'package_addressee',
  'supervision_case',
  'superseded_date',
  'task',
  'track',
] as const;
type Written = (typeof writtenByActs)[number];

/** Runs `work` while the database refuses every row that is written to a table: a failure in the midst of a command. */
export async function whileFailing<Result>(
  db: TestDatabase,
  table: Written,
  work: () => Promise<Result>,
): Promise<Result> {
  await db.owner.query(`alter table ${table} add constraint planted_failure check (false) not valid`);
  try {
    return await work();
  } finally {
    await db.owner.query(`alter table ${table} drop constraint planted_failure`);
  }
}
