import { emptyCaseState } from '../src/domain/case-state.ts';
import { emptyRound } from '../src/domain/handling/handling-state.ts';
import type { smallLinkage, TestApp, TestTenant } from './test-app.ts';
import { addCase } from './test-cases.ts';

/** A sitting of a body that is over. */
export async function addPastSitting(
  { db }: TestApp,
  body: TestTenant,
  days: { opens: string; closes: string },
): Promise<void> {
  const id = await addCase(db, { kind: 'session', name: '第十二次会议', tenants: [body], bodyId: body.id });
  const session = { sessionId: id, ...days, state: 'closed' };
  await db.owner.query('update track set session = $2 where case_id = $1', [id, JSON.stringify(session)]);
}

/** A topic whose handling the city's session found unsatisfactory on 22 November, with a demand of the government. */
export async function unsatisfiedTopic(
  { db }: TestApp,
  { city, county, government }: Awaited<ReturnType<typeof smallLinkage>>,
): Promise<string> {
  const id = await addCase(db, { kind: 'topic', name: '城区停车管理', tenants: [city, county, government] });
  const count = { issued: 7, returned: 7, satisfied: 1, basicallySatisfied: 1, unsatisfied: 5, invalid: 0 };
  const assessment = {
    ruleId: 'majority',
    ruleVersion: 1,
    members: 7,
    present: 7,
    count,
    grade: 'unsatisfied',
    explanation: '',
  };
  const demands = [{ id: 'd-1', no: 1, problem: '停车难', text: '增加车位', organId: government.id, findingIds: [] }];
  const handling = { ...emptyCaseState.handling, demands, rounds: [{ ...emptyRound(1, null), assessment }] };
  await db.owner.query('insert into case_state (city_code, case_id, tenant_id, state) values ($1, $2, $3, $4)', [
    city.cityCode,
    id,
    city.id,
    JSON.stringify({ ...emptyCaseState, handling }),
  ]);
  const done = { on: '2026-11-22', seq: 1 };
  await db.owner.query('update track set done = $3 where case_id = $1 and tenant_id = $2', [
    id,
    city.id,
    JSON.stringify({ 'assess-handling@1': done, 'handling-unsatisfied@1': done }),
  ]);
  return id;
}
