import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addAccount, type Client, smallLinkage, type TestApp, testApp } from '../../../test/test-app.ts';
import { appoint } from '../../../test/test-cases.ts';
import { addPastSitting, unsatisfiedTopic } from '../../../test/unsatisfied-topic.ts';
import type { MotionView } from '../../contract/interpellations.ts';
import type { PackageView } from '../../contract/packages.ts';
import type { CaseState } from '../../domain/case-state.ts';

let t: TestApp;
let tenants: Awaited<ReturnType<typeof smallLinkage>>;
let caseId: string;
let motionId: string;
let office: Client;
let chair: Client;
let chairId: string;
let county: Client;
let organ: Client;
const members: Client[] = [];

const reasons = { 'interpellation/head-not-registered': '样例' };
const written = { answeredBy: '李样本', text: '逐项答复', attachments: [] };
const take = (client: Client, kind: string, payload: object) =>
  client.post(`/api/cases/${caseId}/acts/${kind}`, { payload, reasons });
const answer = (change: object = {}) => take(organ, 'answer-interpellation', { ...written, ...change });
const takeOver = (change: object = {}) =>
  take(office, 'record-interpellation-answer', {
    ...{ source: 'received', dissatisfiedIds: [], asksAgain: false },
    ...change,
  });
const enterPaper = () => takeOver({ source: 'entered', venue: '', ...written });
const member = (index: number): Client => {
  const found = members[index];
  if (found === undefined) throw new Error('Six members are cast.');
  return found;
};
const inbox = async (client: Client) =>
  (await client.get(`/api/packages?box=in&receipt=waiting&caseId=${caseId}`)).json<{ packages: PackageView[] }>()
    .packages;
const signForAll = async (client: Client) => {
  for (const { id } of await inbox(client)) {
    expect((await client.post(`/api/packages/${id}/receipt`, {})).statusCode).toBe(201);
  }
};
const motion = async (client: Client) =>
  (await client.get(`/api/interpellations?caseId=${caseId}`)).json<{ motions: MotionView[] }>().motions[0];
const toldOf = async (client: Client) =>
  (await client.get('/api/notices'))
    .json<{ notices: { kind: string; text: string; caseId: string }[] }>()
    .notices.filter((notice) => notice.kind === 'interpellation-settled' && notice.caseId === caseId)
    .map(({ text }) => text);
const stateOf = async (client: Client) =>
  (await client.get(`/api/cases/${caseId}`)).json<{ state: CaseState }>().state.handling;
const tasksOf = async (client: Client) =>
  (await client.get('/api/tasks'))
    .json<{ tasks: { caseId: string; stepId: string; due: string | null; state: string }[] }>()
    .tasks.filter((task) => task.caseId === caseId);
const owed = async () => (await tasksOf(organ)).find(({ stepId }) => stepId === 'answer-interpellation');

beforeAll(async () => {
  t = await testApp();
  tenants = await smallLinkage(t.db);
  const { city } = tenants;
  for (const name of ['甲', '乙', '丙', '丁', '戊', '己']) {
    const { personId } = await addAccount(t.db, city, { login: `m-${name}`, roles: ['member'], name: `${name}示例` });
    await appoint(t.db, city, { personId, post: 'member' });
    members.push(await t.signInAs(`m-${name}`));
  }
  const presiding = await addAccount(t.db, city, { login: 'chair', roles: ['chairperson'] });
  chairId = presiding.personId;
  await appoint(t.db, city, { personId: chairId, post: 'chair' });
  await addAccount(t.db, city, { login: 'office', roles: ['office-clerk'] });
  await addAccount(t.db, tenants.county, { login: 'county', roles: ['office-clerk'] });
  await addAccount(t.db, tenants.government, { login: 'organ', roles: ['organ-clerk'] });
  [office, chair, county, organ] = [
    await t.signInAs('office'),
    await t.signInAs('chair'),
    await t.signInAs('county'),
    await t.signInAs('organ'),
  ];
  await addPastSitting(t, city, { opens: '2026-11-22', closes: '2026-11-23' });
});
afterAll(() => t.close());

/** The government is interpellated by five members, in writing, and has signed for the notice. */
beforeEach(async () => {
  caseId = await unsatisfiedTopic(t, tenants);
  const words = { organId: tenants.government.id, question: '为何没有完成', content: '逐项说明没有完成的原因。' };
  const drafted = await office.post(`/api/cases/${caseId}/interpellations`, words);
  motionId = drafted.json<{ motion: MotionView }>().motion.id;
  for (const member of members.slice(0, 5))
    await member.post(`/api/interpellations/${motionId}/signature`, { version: 1 });
  await office.post(`/api/interpellations/${motionId}/submission`, { version: 1, on: '2026-11-23' });
  const signatoryIds = (await motion(office))?.signatures.map(({ personId }) => personId);
  await council('choose-next-step', {
    ...{ step: 'interpellation', motionId, ...words, submittedOn: '2026-11-23', signatoryIds, form: 'written' },
    ...{ due: '2027-02-28', requirement: '逐项答复' },
  });
  await signForAll(organ);
});

async function council(kind: string, payload: object): Promise<void> {
  const meeting = { date: '2026-11-24', name: '主任会议', chairId, presentIds: [chairId] };
  const entered = await office.post(`/api/cases/${caseId}/acts/${kind}`, { payload, meeting });
  const { enteredId } = entered.json<{ enteredId: string }>();
  expect((await chair.post(`/api/entered-acts/${enteredId}/confirmation`, {})).statusCode).toBe(201);
}

describe('监督法 §54 an organ that is interpellated in writing', () => {
  test('owes its answer by the day the council set, and gives it from its own account', async () => {
    expect(await owed()).toMatchObject({ due: '2027-02-28', state: 'ready' });
    expect((await answer()).json()).toMatchObject({ state: 'recorded' });
    expect((await owed())?.state ?? 'done').toBe('done');
    expect(await inbox(office)).toMatchObject([{ kind: 'interpellation-answer' }]);
  });

  test('is refused before it has signed for what it is asked, and where the reason for an unknown head is missing', async () => {
    const bare = await organ.post(`/api/cases/${caseId}/acts/answer-interpellation`, { payload: written });
    expect(bare.json()).toMatchObject({ code: 'interpellation/head-not-registered' });
    caseId = await unsatisfiedTopic(t, tenants);
    expect((await answer()).json()).toMatchObject({ code: 'interpellation/not-asked' });
  });

  test('its answer is taken by nobody else, and hidden from another body', async () => {
    expect((await take(office, 'answer-interpellation', written)).statusCode).toBe(404);
    await answer();
    const [sealed] = await inbox(office);
    expect((await county.get(`/api/packages/${sealed?.id}`)).statusCode).toBe(404);
    expect(await motion(county)).toBeUndefined();
  });

  test('answers sent at once are both sealed, and the last one counts', async () => {
    const both = await Promise.all([answer({ text: '一' }), answer({ text: '二' })]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    const { rounds } = await stateOf(organ);
    expect(rounds.at(-1)?.organAnswers.map(({ no }) => no)).toEqual([1, 2]);
    await signForAll(office);
    expect((await takeOver()).statusCode).toBe(201);
    const recorded = (await stateOf(office)).rounds.at(-1)?.interpellationAnswers[0]?.text;
    expect(recorded).toBe(rounds.at(-1)?.organAnswers[1]?.text);
  });
});

describe('监督法 §53 the body that is answered', () => {
  test('signs for it: those who put the motion are told and read it before it is recorded; others are not', async () => {
    await answer();
    expect((await motion(member(0)))?.answers).toEqual([]);
    await signForAll(office);
    expect((await toldOf(member(0))).join('')).toContain('已报送书面答复');
    expect((await toldOf(member(5))).join('')).not.toContain('已报送书面答复');
    expect((await motion(member(0)))?.answers).toMatchObject([
      { text: '逐项答复', isRecorded: false, dissatisfiedNames: [] },
    ]);
  });

  test('takes it over once: nothing is typed, and from then on the organ changes nothing', async () => {
    expect((await takeOver()).json()).toMatchObject({ code: 'interpellation/none-received' });
    await answer();
    await signForAll(office);
    const twice = await Promise.all([takeOver(), takeOver()]);
    expect(twice.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    expect((await takeOver()).json()).toMatchObject({ code: 'act/already-done' });
    expect((await answer()).json()).toMatchObject({ code: 'interpellation/answer-recorded' });
    expect((await motion(member(0)))?.answers).toMatchObject([{ text: '逐项答复', isRecorded: true }]);
  });

  test('that has it on paper enters it, and the organ is not asked for it any more', async () => {
    expect((await enterPaper()).json()).toMatchObject({ state: 'recorded' });
    expect(await owed()).toBeUndefined();
    expect((await toldOf(member(0))).join('')).toContain('答复已经登记');
  });

  test('is answered once more where most of those who asked are not satisfied and the council agrees', async () => {
    await answer();
    await signForAll(office);
    const dissatisfiedIds = (await motion(office))?.signatures.slice(0, 3).map(({ personId }) => personId);
    expect((await takeOver({ dissatisfiedIds, asksAgain: true })).statusCode).toBe(201);
    await council('decide-second-answer', { outcome: 'again', form: 'written', due: '2027-01-15' });
    expect((await toldOf(member(0))).join('')).toContain('再作答复');
    await signForAll(organ);
    const again = (await tasksOf(organ)).find(({ stepId }) => stepId === 'answer-interpellation-again');
    expect(again).toMatchObject({ due: '2027-01-15' });
    expect((await take(organ, 'answer-interpellation-again', { ...written, text: '再答' })).statusCode).toBe(201);
    await signForAll(office);
    expect((await take(office, 'record-second-answer', { source: 'received', dissatisfiedIds: [] })).statusCode).toBe(
      201,
    );
    expect((await motion(member(0)))?.answers).toMatchObject([
      { isAgain: false, dissatisfiedNames: ['甲示例', '乙示例', '丙示例'] },
      { isAgain: true, text: '再答', isRecorded: true },
    ]);
  });
});

describe('监督法 §53 those who put the motion', () => {
  const speak = (client: Client, change: object = {}) =>
    client.request('PUT', `/api/interpellations/${motionId}/word`, {
      ...{ isAgain: false, no: 1, isSatisfied: false },
      ...change,
    });
  const idOf = async (client: Client) => (await client.get('/api/me')).json<{ personId: string }>().personId;
  const received = async () => {
    await answer();
    await signForAll(office);
  };

  test('say in their own accounts whether they are satisfied; said again it is one word', async () => {
    expect((await speak(member(0))).json()).toMatchObject({ code: 'interpellation/no-open-answer' });
    await received();
    expect(await motion(member(0))).toMatchObject({ may: { speak: true }, open: { no: 1, words: [] } });
    expect((await speak(member(0))).statusCode).toBe(200);
    expect((await speak(member(0), { isSatisfied: true })).statusCode).toBe(200);
    expect((await motion(office))?.open?.words).toMatchObject([{ personName: '甲示例', isSatisfied: true }]);
  });

  test('and nobody else: not a member who did not sign, nor the office, nor another body or organ', async () => {
    await received();
    for (const other of [member(5), office]) {
      expect((await speak(other)).json()).toMatchObject({ code: 'interpellation/not-signatory' });
    }
    expect((await motion(member(5)))?.may.speak).toBe(false);
    expect((await speak(county)).statusCode).toBe(404);
    expect((await speak(organ)).statusCode).toBe(403);
  });

  test('say it of the answer that they read: a better one has no words yet', async () => {
    await received();
    await speak(member(0));
    await answer({ text: '更正后的答复' });
    await signForAll(office);
    expect((await motion(member(0)))?.open).toMatchObject({ no: 2, words: [] });
    expect((await speak(member(1))).json()).toMatchObject({ status: 409, code: 'interpellation/answer-changed' });
    expect((await speak(member(1), { no: 2 })).statusCode).toBe(200);
  });

  test('are recorded as they said, and say no more from then on', async () => {
    await received();
    for (const index of [0, 1]) await speak(member(index));
    await speak(member(2), { isSatisfied: true });
    const [first, second, third] = [await idOf(member(0)), await idOf(member(1)), await idOf(member(2))];
    expect((await takeOver({ dissatisfiedIds: [first] })).json()).toMatchObject({
      code: 'interpellation/word-left-out',
    });
    expect((await takeOver({ dissatisfiedIds: [first, second, third] })).json()).toMatchObject({
      code: 'interpellation/word-turned',
    });
    expect((await takeOver({ dissatisfiedIds: [first, second] })).statusCode).toBe(201);
    expect((await speak(member(3))).json()).toMatchObject({ code: 'interpellation/no-open-answer' });
  });

  test('a word at the same moment as the record is in it or comes too late', async () => {
    await received();
    const [said, taken] = await Promise.all([speak(member(0)), takeOver()]);
    const isLeftOut = taken.statusCode !== 201;
    expect(isLeftOut ? taken.json() : said.json()).toMatchObject({
      code: isLeftOut ? 'interpellation/word-left-out' : 'interpellation/no-open-answer',
    });
  });

  test('nobody speaks for another, even past the routes', async () => {
    await received();
    const [first, second] = [await idOf(member(0)), await idOf(member(1))];
    const client = await t.db.pool.connect();
    try {
      await client.query('begin');
      const scope = { city: '510700', tenant: tenants.city.id, kind: 'body', person: first };
      for (const [name, value] of Object.entries(scope))
        await client.query('select set_config($1, $2, true)', [`app.${name}`, value]);
      const forged = client.query(
        `insert into interpellation_word (city_code, tenant_id, motion_id, person_id, person_name, is_again, answer_no, is_satisfied, said_at)
         values ('510700', $1, $2, $3, '样例', false, 1, false, now())`,
        [tenants.city.id, motionId, second],
      );
      await expect(forged).rejects.toThrow(/row-level security/);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
