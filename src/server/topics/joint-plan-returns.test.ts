import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ActSlice, actSlice, newYear, recordedBy, refusalsOf, take } from '../../../test/act-slices.ts';
import { markDone } from '../../../test/test-cases.ts';
import { meetingOf } from '../../../test/working-linkage.ts';
import { emptyCaseState } from '../../domain/case-state.ts';

let slice: ActSlice;
let caseId: string;

beforeAll(async () => {
  slice = await actSlice();
});
afterAll(() => slice.t.close());

/** The city has drafted the joint plan of a year, and both counties have signed for it. */
beforeEach(async () => {
  const { db, linkage } = slice;
  ({ caseId } = await newYear(slice));
  await markDone(db, caseId, linkage.city, ['record-consultation', 'draft-joint-plan']);
  const { rows } = await db.owner.query<{ seq: number }>(
    "select (done -> 'draft-joint-plan' ->> 'seq')::int as seq from track where case_id = $1 and tenant_id = $2",
    [caseId, linkage.city.id],
  );
  const jointPlan = { version: 1, topics: [], seq: rows[0]?.seq };
  const year = { ...emptyCaseState.year, jointPlan };
  for (const body of [linkage.city, linkage.county, linkage.otherCounty]) {
    await db.owner.query('insert into case_state (city_code, case_id, tenant_id, state) values ($1, $2, $3, $4)', [
      linkage.cityCode,
      caseId,
      body.id,
      JSON.stringify({ ...emptyCaseState, year }),
    ]);
  }
});

const { county, otherCounty } = {
  county: { clerk: 'clerk', chair: 'chair' },
  otherCounty: { clerk: 'county', chair: 'countychair' },
} as const;

async function decide(payload: object, by: typeof county | typeof otherCounty = county): Promise<void> {
  const { as, linkage } = slice;
  const meeting = meetingOf(linkage, by === county ? 'county' : 'otherCounty', '2026-11-23');
  const { enteredId } = recordedBy(await take(as[by.clerk], caseId, 'decide-joint-plan', { payload, meeting }));
  recordedBy(await as[by.chair].post(`/api/entered-acts/${enteredId}/confirmation`, {}));
}

const returned = { outcome: 'returned', reason: '审议时间与本级会议冲突' };
const revisions = async () =>
  (
    await slice.db.owner.query("select tenant_id from task where case_id = $1 and step_id = 'revise-joint-plan'", [
      caseId,
    ])
  ).rows;

describe('S1.4 a county that sends the joint plan back', () => {
  test('has the city owe a new draft; agreeing to the same version after all, it takes that away again', async () => {
    const { as, linkage } = slice;
    expect(await revisions()).toEqual([]);
    await decide(returned);
    expect(await revisions()).toEqual([{ tenant_id: linkage.city.id }]);
    await decide({ outcome: 'approved' });
    expect(await revisions()).toEqual([]);
    const meeting = meetingOf(linkage, 'county', '2026-11-23');
    const again = await take(as.clerk, caseId, 'decide-joint-plan', { payload: { outcome: 'approved' }, meeting });
    expect(refusalsOf(again)).toEqual(['act/already-done']);
  });

  test('leaves it where another county’s return stands', async () => {
    const owed = [{ tenant_id: slice.linkage.city.id }];
    await decide(returned, otherCounty);
    await decide(returned);
    await decide({ outcome: 'approved' });
    expect(await revisions()).toEqual(owed);
    await decide({ outcome: 'approved' }, otherCounty);
    expect(await revisions()).toEqual([]);
  });
});
