import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addAccount, type Client, type TestApp, testApp } from '../../../test/test-app.ts';
import { appoint } from '../../../test/test-cases.ts';
import { addTopic, type WorkingLinkage, workingLinkage } from '../../../test/working-linkage.ts';
import type { InvitationView, readMyVoices } from '../../contract/deputies.ts';
import type { ResponseOf } from '../../contract/route.ts';
import { emptyCaseState } from '../../domain/case-state.ts';

type Voices = ResponseOf<typeof readMyVoices>;

let t: TestApp;
let linkage: WorkingLinkage;
let clerk: Client;
let deputy: Client;
let neighbour: Client;
let elsewhere: Client;
let neighbourId: string;
let year: string;
let topic: string;

beforeAll(async () => {
  t = await testApp();
  linkage = await workingLinkage(t.db);
  const second = await addAccount(t.db, linkage.county, { login: 'neighbour', roles: ['deputy'] });
  neighbourId = second.personId;
  await appoint(t.db, linkage.county, { personId: second.personId, post: 'deputy' });
  const far = await addAccount(t.db, linkage.otherCounty, { login: 'elsewhere', roles: ['deputy'] });
  await appoint(t.db, linkage.otherCounty, { personId: far.personId, post: 'deputy' });
  clerk = await t.signInAs('clerk');
  const office = await t.signInAs('office');
  year = (await office.post('/api/years', { year: 2027 })).json<{ caseId: string }>().caseId;
  topic = await addTopic(t.db, linkage, { name: '停车', year: 2028, deliberationDate: '2028-10-26' });
  await take(clerk, year, 'open-solicitation', {
    deadline: '2026-12-10',
    invited: ['organs', 'deputies'],
    notice: '请',
    publishedOn: '2026-11-03',
    channels: '门户网站',
  });
});
afterAll(() => t.close());
beforeEach(() => timeIs('2026-11-24T01:00:00Z'));

/** A sign-in ends when the clock goes on by hours: everybody signs in anew. */
async function timeIs(instant: string): Promise<void> {
  t.setTime(instant);
  clerk = await t.signInAs('clerk');
  deputy = await t.signInAs('deputy');
  neighbour = await t.signInAs('neighbour');
  elsewhere = await t.signInAs('elsewhere');
}

async function take(client: Client, caseId: string, kind: string, payload: unknown): Promise<void> {
  const answer = await client.post(`/api/cases/${caseId}/acts/${kind}`, { payload });
  if (answer.statusCode !== 201) throw new Error(`${kind}: ${answer.statusCode} ${answer.body}`);
}

const suggestion = (title: string) => ({
  title,
  sources: ['deputies'],
  domain: 'livelihood',
  necessity: '群众反映集中',
  feasibility: '条件具备',
});
const voicesOf = async (client: Client) => (await client.get('/api/my-voices')).json<Voices>();
const waysOf = async (client: Client) =>
  (await voicesOf(client)).suggestions.map(
    ({ title, course }) => `${title}: ${course.map(({ state }) => state).join()}`,
  );

/** Changes what stands in 甲县's year, as acts of its office and the city's packages would have. */
async function yearBecomes(change: object): Promise<void> {
  const { rows } = await t.db.owner.query<{ state: typeof emptyCaseState }>(
    'select state from case_state where case_id = $1 and tenant_id = $2',
    [year, linkage.county.id],
  );
  const state = { ...rows[0]?.state, year: { ...rows[0]?.state.year, ...change } };
  await t.db.owner.query('update case_state set state = $3 where case_id = $1 and tenant_id = $2', [
    year,
    linkage.county.id,
    JSON.stringify(state),
  ]);
}

describe('S1.1 a deputy follows his own suggestions', () => {
  test('from the call to the settled topic, and sees nothing of anybody else’s', async () => {
    expect((await voicesOf(deputy)).calls).toEqual([
      { caseId: year, caseName: '2027年度联动监督议题', deadline: '2026-12-10', notice: '请', channels: '门户网站' },
    ]);
    await take(deputy, year, 'suggest-topic', suggestion('城区停车'));
    await take(neighbour, year, 'suggest-topic', suggestion('邻座的建议'));
    await take(clerk, year, 'register-suggestion', {
      ...suggestion('办公室登记的建议'),
      author: { kind: 'deputy', name: linkage.people.deputy.personId },
    });
    expect(await waysOf(deputy)).toEqual(['城区停车: reached,ahead,ahead,ahead,ahead']);
    expect(await waysOf(neighbour)).toEqual(['邻座的建议: reached,ahead,ahead,ahead,ahead']);
    expect(await voicesOf(elsewhere)).toEqual({ calls: [], suggestions: [], concerns: [], invitations: [], teams: [] });

    const [own] = (await voicesOf(deputy)).suggestions;
    const [others] = (await voicesOf(neighbour)).suggestions;
    const text = { title: '停车难', domain: 'livelihood', reason: '集中', suggestionIds: [own?.id] };
    expect((await clerk.post(`/api/cases/${year}/candidates`, text)).statusCode).toBe(201);
    expect(await waysOf(deputy)).toEqual(['城区停车: reached,reached,ahead,ahead,ahead']);
    expect(await waysOf(neighbour)).toEqual(['邻座的建议: reached,ahead,ahead,ahead,ahead']);

    await take(clerk, year, 'propose-preliminary-list', { topics: [text] });
    expect(await waysOf(deputy)).toEqual(['城区停车: reached,reached,reached,ahead,ahead']);
    expect(await waysOf(neighbour)).toEqual(['邻座的建议: reached,ended']);
    expect((await neighbour.get('/api/my-voices')).body).not.toContain('停车');
    expect(others?.id).not.toBe(own?.id);
  });

  test('with the topic, once one of that name is settled', async () => {
    await yearBecomes({ jointPlan: { version: 1, seq: 9, topics: [{ key: '1', name: '停车难' }] } });
    expect(await waysOf(deputy)).toEqual(['城区停车: reached,reached,reached,reached,ahead']);
    const settled = await addTopic(t.db, linkage, { name: '停车难', year: 2027, deliberationDate: '2027-10-26' });
    const [own] = (await voicesOf(deputy)).suggestions;
    expect(own).toMatchObject({
      topic: { id: settled, name: '停车难' },
      course: [{}, {}, {}, {}, { state: 'reached' }],
      results: null,
    });
    await decided(settled, null);
    // What was decided and not published is the body's.
    expect((await voicesOf(deputy)).suggestions[0]?.results).toBeNull();
    await decided(settled, '2027-11-20');
    expect((await voicesOf(deputy)).suggestions[0]?.results).toEqual({
      on: '2027-11-20',
      lines: ['常委会会议表决通过审议意见，提出1项要求，赞成4票，反对0票，弃权1票。'],
      demands: ['年内新增车位。'],
    });
    expect((await neighbour.get('/api/my-voices')).body).not.toContain('新增车位');
  });

  /** The own standing committee has voted its opinion on the topic; published on that day, or not yet. */
  async function decided(caseId: string, publishedOn: string | null): Promise<void> {
    const opinion = {
      state: 'adopted',
      demands: [{ id: 'd1', no: 1, text: '年内新增车位。' }],
      vote: { yes: ['1', '2', '3', '4'], no: [], abstain: ['5'] },
    };
    const state = {
      ...emptyCaseState,
      deliberation: { ...emptyCaseState.deliberation, opinion },
      handling: { ...emptyCaseState.handling, publishedOn },
    };
    await t.db.owner.query(
      `insert into case_state (city_code, case_id, tenant_id, state) values ('510700', $1, $2, $3)
       on conflict (city_code, case_id, tenant_id) do update set state = excluded.state`,
      [caseId, linkage.county.id, JSON.stringify(state)],
    );
  }

  test('is for deputies alone', async () => {
    for (const login of ['clerk', 'staff', 'chair', 'admin', 'ownorg', 'system', 'audit']) {
      const refused = await (await t.signInAs(login)).get('/api/my-voices');
      expect([login, refused.statusCode]).toEqual([login, 403]);
    }
  });

  test('a call that is over is no longer offered', async () => {
    await timeIs('2026-12-10T15:59:00Z');
    expect((await voicesOf(deputy)).calls).toHaveLength(1);
    await timeIs('2026-12-10T16:00:00Z');
    expect((await voicesOf(deputy)).calls).toEqual([]);
  });
});

describe('S5.5 a deputy follows what he brought', () => {
  test('until it is answered, and nobody else’s', async () => {
    await take(deputy, topic, 'raise-concern', { text: '停车难' });
    await take(neighbour, topic, 'raise-concern', { text: '邻座反映的问题' });
    const [own, ...more] = (await voicesOf(deputy)).concerns;
    expect(own).toMatchObject({ caseId: topic, caseName: '停车', text: '停车难', answer: null, on: '2026-11-24' });
    expect(more).toEqual([]);
    await take(clerk, topic, 'answer-concern', { concernId: own?.id, answer: '新增车位300个' });
    expect((await voicesOf(deputy)).concerns).toMatchObject([{ text: '停车难', answer: '新增车位300个' }]);
    const others = await neighbour.get('/api/my-voices');
    expect(others.json<Voices>().concerns).toMatchObject([{ text: '邻座反映的问题', answer: null }]);
    expect(others.body).not.toContain('车位');
    expect((await voicesOf(elsewhere)).concerns).toEqual([]);
    expect(await toldOf(deputy, 'concern-answered')).toEqual(['您在“停车”中反映的问题已有答复。']);
    expect(await toldOf(neighbour, 'concern-answered')).toEqual([]);
  });
});

async function toldOf(client: Client, kind: string | undefined): Promise<string[]> {
  const { notices } = (await client.get('/api/notices')).json<{ notices: { kind: string; text: string }[] }>();
  return notices.filter((one) => kind === undefined || one.kind === kind).map(({ text }) => text);
}

async function invite(deputyIds: readonly string[], day: string, text = '请参加调研'): Promise<string> {
  await take(clerk, topic, 'invite-deputies', { activity: 'research', day, deputyIds, text });
  const [latest] = await listed(clerk);
  return latest?.id ?? '';
}

async function listed(client: Client): Promise<InvitationView[]> {
  const answer = await client.get(`/api/cases/${topic}/invitations`);
  return answer.json<{ invitations: InvitationView[] }>().invitations;
}

const answers = (client: Client, payload: object) =>
  client.post(`/api/cases/${topic}/acts/answer-invitation`, { payload });
const at = (invitationId: string, rest: string) => `/api/cases/${topic}/invitations/${invitationId}/${rest}`;

describe('S5.4 invitations', () => {
  test('reach whom they name, who answers once; the office sees who comes and why not', async () => {
    const both = await invite([linkage.people.deputy.personId, neighbourId], '2026-11-30');
    const alone = await invite([neighbourId], '2026-12-01', '只请邻座');
    expect((await voicesOf(deputy)).invitations).toEqual([
      expect.objectContaining({ id: both, day: '2026-11-30', text: '请参加调研', outcome: null, cameAt: null }),
    ]);
    expect((await deputy.get('/api/my-voices')).body).not.toContain(neighbourId);

    expect((await answers(deputy, { invitationId: alone, outcome: 'accepted' })).json()).toMatchObject({
      code: 'invitation/not-yours',
      clause: 'S5.4',
    });
    expect((await answers(deputy, { invitationId: both, outcome: 'accepted' })).statusCode).toBe(201);
    const declined = { invitationId: both, outcome: 'declined', reason: '出差' };
    expect((await answers(neighbour, declined)).statusCode).toBe(201);
    expect((await answers(neighbour, declined)).json()).toMatchObject({ code: 'invitation/answered' });
    expect((await answers(elsewhere, declined)).json()).toMatchObject({ code: 'invitation/none-open' });
    expect((await answers(clerk, declined)).json()).toMatchObject({ code: 'act/not-your-role' });

    expect((await voicesOf(deputy)).invitations).toMatchObject([{ outcome: 'accepted' }]);
    const ofNeighbour = (await voicesOf(neighbour)).invitations.map(({ id, outcome }) => [id, outcome]);
    expect(ofNeighbour).toEqual([
      [alone, null],
      [both, 'declined'],
    ]);
    const shown = (await listed(clerk)).find(({ id }) => id === both);
    expect(shown?.invited).toEqual([
      expect.objectContaining({ name: 'deputy示例', outcome: 'accepted', reason: '', cameAt: null }),
      expect.objectContaining({ name: 'neighbour示例', outcome: 'declined', reason: '出差', cameAt: null }),
    ]);
    expect(await toldOf(deputy, 'deputy-invited')).toEqual(['邀请您参加“停车”2026-11-30的调研视察，请答复能否参加。']);
    expect(await toldOf(neighbour, 'deputy-invited')).toHaveLength(2);
    expect(await toldOf(elsewhere, 'deputy-invited')).toEqual([]);
    expect(await toldOf(clerk, undefined)).toEqual([]);

    expect(await listed(await t.signInAs('county'))).toEqual([]);
    expect((await deputy.get(`/api/cases/${topic}/invitations`)).statusCode).toBe(403);
  });

  test('pressed twice at once, one answer is recorded', async () => {
    const id = await invite([linkage.people.deputy.personId], '2026-11-30');
    const statuses = (
      await Promise.all([1, 2, 3].map(() => answers(deputy, { invitationId: id, outcome: 'accepted' })))
    ).map(({ statusCode }) => statusCode);
    expect(statuses.toSorted()).toEqual([201, 409, 409]);
  });
});

describe('S5.4 signing in by code', () => {
  const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

  async function shownCode(invitationId: string): Promise<string> {
    const answer = await clerk.post(at(invitationId, 'attendance-code'));
    expect(answer.statusCode).toBe(201);
    return answer.json<{ code: string }>().code;
  }

  test('counts the first time, for whom is invited, on the day', async () => {
    const id = await invite([linkage.people.deputy.personId], '2026-11-25');
    const before = await deputy.post(at(id, 'attendance'), { code: '123456' });
    expect(before.json()).toMatchObject({ code: 'attendance/no-code' });
    const code = await shownCode(id);
    expect(code).toMatch(/^\d{6}$/);
    expect((await listed(clerk))[0]).toMatchObject({ id, codeOn: '2026-11-25' });
    expect((await deputy.post(at(id, 'attendance'), { code })).json()).toMatchObject({ code: 'attendance/not-today' });

    await timeIs('2026-11-25T01:00:00Z');
    const came = await deputy.post(at(id, 'attendance'), { code });
    expect(came.json()).toEqual({ cameAt: '2026-11-25T01:00:00.000Z' });
    await timeIs('2026-11-25T01:05:00Z');
    for (const typed of [code, wrong(code)]) {
      expect((await deputy.post(at(id, 'attendance'), { code: typed })).json()).toEqual(came.json());
    }
    expect((await voicesOf(deputy)).invitations.find((one) => one.id === id)).toMatchObject({
      cameAt: '2026-11-25T01:00:00.000Z',
    });
    expect((await listed(clerk))[0]?.invited).toMatchObject([{ cameAt: '2026-11-25T01:00:00.000Z' }]);
  });

  test('is hidden from whom is not invited, as an invitation that is not there', async () => {
    const id = await invite([linkage.people.deputy.personId], '2026-11-24');
    const code = await shownCode(id);
    const answersTo = async (client: Client, invitationId: string) => {
      const { statusCode, body } = await client.post(at(invitationId, 'attendance'), { code });
      return [statusCode, body];
    };
    const missing = await answersTo(neighbour, 'i-none');
    expect(missing[0]).toBe(404);
    expect(await answersTo(neighbour, id)).toEqual(missing);
    expect(await answersTo(elsewhere, id)).toEqual(missing);
    expect((await clerk.post(at(id, 'attendance'), { code })).statusCode).toBe(403);
    const county = await t.signInAs('county');
    expect((await county.post(at(id, 'attendance-code'))).statusCode).toBe(404);
    expect((await (await t.signInAs('staff')).post(at(id, 'attendance-code'))).json()).toMatchObject({
      code: 'attendance/not-office',
    });
  });

  test('ends after five wrong tries, also at once, until the office shows a new code', async () => {
    const id = await invite([linkage.people.deputy.personId], '2026-11-24');
    const code = await shownCode(id);
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => deputy.post(at(id, 'attendance'), { code: wrong(code) })),
    );
    const codes = tries.map((answer) => answer.json<{ code: string }>().code).toSorted();
    expect(codes.filter((one) => one === 'attendance/wrong-code')).toHaveLength(5);
    expect(codes.filter((one) => one === 'attendance/locked')).toHaveLength(3);
    expect((await deputy.post(at(id, 'attendance'), { code })).json()).toMatchObject({ code: 'attendance/locked' });

    const renewed = await shownCode(id);
    if (renewed !== code) {
      expect((await deputy.post(at(id, 'attendance'), { code })).json()).toMatchObject({
        code: 'attendance/wrong-code',
      });
    }
    expect((await deputy.post(at(id, 'attendance'), { code: renewed })).statusCode).toBe(200);
  });

  test('stands nowhere as it is, and is no longer shown when the day is over', async () => {
    const id = await invite([linkage.people.deputy.personId], '2026-11-24');
    const code = await shownCode(id);
    const { rows } = await t.db.owner.query('select * from attendance_code where invitation_id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(code);
    await timeIs('2026-11-25T01:00:00Z');
    const late = await clerk.post(at(id, 'attendance-code'));
    expect(late.json()).toMatchObject({ code: 'attendance/over', clause: 'S5.4' });
  });
});
