import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choicesOf } from '../../../test/build/choices.ts';
import { finish } from '../../../test/build/diligence.ts';
import { newPlay, type Play } from '../../../test/build/play.ts';
import { walkOf } from '../../../test/build/walk.ts';
import { type Mirror, mirrorOf } from '../../../test/mirror.ts';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import type { CaseState } from '../../domain/case-state.ts';
import { fold, type RecordedAct } from '../../domain/fold.ts';
import type { TenantKind } from '../../domain/organisation/tenant.ts';
import type { CaseKind, Track } from '../../domain/procedure/case.ts';
import { inScope, trxOver } from '../db/database.ts';
import { verifyChains } from '../ledger/verify-chains.ts';
import { refreshLinkage } from './refresh-cases.ts';

const seed = Number(process.env.LIANDU_PROPERTY_SEED ?? '20220914');
let db: TestDatabase;
let played: Play;
let mirror: Mirror;

beforeAll(async () => {
  db = await testDatabase();
  const choices = choicesOf(seed);
  const seeds = Array.from({ length: 220 }, () => choices.below(2 ** 31));
  played = finish(walkOf({ from: newPlay(1), ahead: 0, neglected: [] }, seeds).play, 400).play;
  mirror = await mirrorOf(db, newPlay(1).world);
});
afterAll(() => db.close());

/** Every state as it is stored, beside the fold of its tenant's acts in its case as the ledger holds them. */
async function storedAndFolded(only?: { tenantId: string; caseId: string }) {
  const { rows } = await db.owner.query<{
    tenantId: string;
    caseId: string;
    state: CaseState;
    caseKind: CaseKind;
    kind: TenantKind;
    acts: RecordedAct[];
  }>(
    `select s.tenant_id as "tenantId", s.case_id as "caseId", s.state, c.kind as "caseKind", tenant.kind,
       (select json_agg(json_build_object('kind', act.kind, 'seq', act.seq, 'on', act.happened_on,
          'actorId', coalesce(act.confirmed_by, act.actor_id), 'tenantId', act.tenant_id, 'payload', act.payload) order by act.seq)
        from act where act.city_code = s.city_code and act.tenant_id = s.tenant_id and act.case_id = s.case_id) as acts
     from case_state s join supervision_case c on c.city_code = s.city_code and c.id = s.case_id
       join tenant on tenant.city_code = s.city_code and tenant.id = s.tenant_id
     where $1::uuid is null or (s.tenant_id = $1 and s.case_id = $2)`,
    [only?.tenantId ?? null, only?.caseId ?? null],
  );
  return rows.map(({ caseKind, kind, acts, state }) => ({ state, folded: fold(caseKind, kind, acts) }));
}

async function everythingStored(): Promise<unknown> {
  const tables = ['act', 'case_state', 'track', 'package', 'supervision_case', 'entered_act', 'task'];
  const digests = tables.map(
    (table) => `(select md5(string_agg(t::text, '' order by t::text)) from ${table} t) as ${table}`,
  );
  const { rows } = await db.owner.query(`select ${digests.join(', ')}`);
  return rows[0];
}

/** The stored tasks, and what they are when all of them are made anew on the day of the mirror's commands. */
async function tasksKeptAndAnew(): Promise<{ kept: unknown[]; anew: unknown[] }> {
  const stored = async (): Promise<unknown[]> =>
    (await db.owner.query('select * from task order by case_id, tenant_id, step_key')).rows;
  const [linkage] = (await db.owner.query<{ cityCode: string }>('select city_code as "cityCode" from linkage')).rows;
  const cityCode = linkage?.cityCode ?? '';
  const nobody = { cityCode, tenantId: '', bodyId: '', level: 'city', kind: 'body', personId: '' } as const;
  const kept = await stored();
  await inScope(db, nobody, (trx) => refreshLinkage(trx, cityCode, '2100-01-01'));
  return { kept, anew: await stored() };
}

/** What the linkage may know of the tracks: as the play in memory has them, and as they are stored. */
async function tracksPlayedAndStored(): Promise<{ inMemory: unknown[]; stored: unknown[] }> {
  const inMemory = [...played.world.cases.values()].flatMap((view) =>
    view.tracks.map((track) => mirror.translated(known(view.id, track))),
  );
  const { rows } = await db.owner.query<Track & { caseId: string }>(
    `select case_id as "caseId", tenant_id as "tenantId", round, done, departures, session, handling_session as "handlingSession",
       handling_due as "handlingDue", promise_due as "promiseDue",
       second_answer_due as "secondAnswerDue", resolution_due as "resolutionDue", closed_on as "closedOn" from track`,
  );
  return { inMemory: sorted(inMemory), stored: sorted(rows.map((row) => known(row.caseId, row))) };
}

function known(caseId: string, track: Track) {
  const {
    tenantId,
    round,
    done,
    departures,
    session,
    handlingSession,
    handlingDue,
    promiseDue,
    secondAnswerDue,
    resolutionDue,
    closedOn,
  } = track;
  const sitting = { session: session ?? null, handlingSession: handlingSession ?? null };
  const days = {
    handlingDue: handlingDue ?? null,
    promiseDue: promiseDue ?? null,
    secondAnswerDue: secondAnswerDue ?? null,
    resolutionDue: resolutionDue ?? null,
    closedOn: closedOn ?? null,
  };
  return { caseId, tenantId, round, done, departures, ...sitting, ...days };
}

function sorted(tracks: readonly unknown[]): unknown[] {
  const key = (track: unknown) => {
    const { caseId, tenantId } = track as { caseId: string; tenantId: string };
    return `${caseId}/${tenantId}`;
  };
  return tracks.toSorted((left, right) => key(left).localeCompare(key(right)));
}

describe('a whole year by chance, through the commands and into a database', () => {
  test('after every act the stored state is the fold of the ledger’s prefix, and an act that is rolled back leaves nothing', async () => {
    const choices = choicesOf(seed + 1);
    const looks = choicesOf(seed + 2);
    await tasksKeptAndAnew();
    for (const entry of played.log) {
      if (choices.chance(15)) {
        const before = await everythingStored();
        await mirror.repeat(entry, true);
        expect(await everythingStored()).toEqual(before);
      }
      await mirror.repeat(entry);
      const who = { tenantId: mirror.idOf(entry.step.tenantId), caseId: mirror.idOf(entry.step.caseId) };
      const [one] = await storedAndFolded(who);
      expect(one?.state, `${entry.step.tenantId} ${entry.step.kind}`).toEqual(one?.folded);
      if (!looks.chance(25)) continue;
      const { kept, anew } = await tasksKeptAndAnew();
      expect(kept, `${entry.step.tenantId} ${entry.step.kind}`).toEqual(anew);
    }
    const all = await storedAndFolded();
    expect(all.length).toBeGreaterThan(8);
    for (const { state, folded } of all) expect(state).toEqual(folded);
  }, 180_000);

  test('the tracks are what the same acts made of them in memory', async () => {
    const { inMemory, stored } = await tracksPlayedAndStored();
    expect(stored).toEqual(inMemory);
  });

  test('every chain, package and receipt agrees', async () => {
    const client = await db.owner.connect();
    try {
      const { broken, acts } = await verifyChains(trxOver(client), null);
      expect(broken).toEqual([]);
      expect(acts).toBeGreaterThan(played.log.length);
    } finally {
      client.release();
    }
  });
});
