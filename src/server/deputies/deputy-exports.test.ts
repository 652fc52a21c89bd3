import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportedRows, toldExports } from '../../../test/exported.ts';
import { addAccount, type Client, type TestApp, testApp } from '../../../test/test-app.ts';
import { appoint } from '../../../test/test-cases.ts';
import { addTopic, type WorkingLinkage, workingLinkage } from '../../../test/working-linkage.ts';

let t: TestApp;
let linkage: WorkingLinkage;
let clerk: Client;
let deputy: Client;
let topic: string;
let year: string;

beforeAll(async () => {
  t = await testApp();
  linkage = await workingLinkage(t.db);
  const neighbour = await addAccount(t.db, linkage.county, { login: 'neighbour', roles: ['deputy'] });
  await appoint(t.db, linkage.county, { personId: neighbour.personId, post: 'deputy' });
  const office = await t.signInAs('office');
  year = (await office.post('/api/years', { year: 2027 })).json<{ caseId: string }>().caseId;
  topic = await addTopic(t.db, linkage, { name: '停车', year: 2028, deliberationDate: '2028-10-26' });
  t.setTime('2026-11-24T01:00:00Z');
  [clerk, deputy] = [await t.signInAs('clerk'), await t.signInAs('deputy')];
  const deputyIds = [linkage.people.deputy.personId, neighbour.personId];
  await take(clerk, 'invite-deputies', { activity: 'research', day: '2026-11-24', deputyIds, text: '请参加调研' });
  await take(clerk, 'invite-deputies', {
    activity: 'session',
    day: '2026-12-01',
    deputyIds: [neighbour.personId],
    text: '请列席会议',
  });
  const [second, first] = (await clerk.get(at('invitations'))).json<{ invitations: { id: string }[] }>().invitations;
  await take(deputy, 'answer-invitation', { invitationId: first?.id, outcome: 'accepted' });
  await take(await t.signInAs('neighbour'), 'answer-invitation', {
    invitationId: second?.id,
    outcome: 'declined',
    reason: '出差',
  });
  const shown = await clerk.post(at(`invitations/${first?.id}/attendance-code`));
  const { code } = shown.json<{ code: string }>();
  expect((await deputy.post(at(`invitations/${first?.id}/attendance`), { code })).statusCode).toBe(200);
});
afterAll(() => t.close());

const at = (rest: string) => `/api/cases/${topic}/${rest}`;

async function take(client: Client, kind: string, payload: unknown): Promise<void> {
  const answer = await client.post(at(`acts/${kind}`), { payload });
  if (answer.statusCode !== 201) throw new Error(`${kind}: ${answer.statusCode} ${answer.body}`);
}

describe('S5.4 the roster of invited deputies as a spreadsheet', () => {
  const day = new Date('2026-11-24');

  test('says to what each was invited, what each answered, and who came', async () => {
    expect(await exportedRows(clerk, at('invitations/export'))).toEqual([
      ['活动', '活动日期', '邀请内容', '邀请日期', '代表', '答复', '理由', '签到'],
      ['会议审议', new Date('2026-12-01'), '请列席会议', day, 'neighbour示例', '不能参加', '出差', '未签到'],
      ['调研视察', day, '请参加调研', day, 'deputy示例', '参加', null, '2026-11-24 09:00'],
      ['调研视察', day, '请参加调研', day, 'neighbour示例', '未答复', null, '未签到'],
    ]);
  });

  test('holds what the screen shows under its filters; the audit log says which, and no name that was looked for', async () => {
    const namesIn = async (query: string) =>
      (await exportedRows(clerk, at(`invitations/export?${query}`))).slice(1).map((row) => row[4]);
    expect(await namesIn('answer=none')).toEqual(['neighbour示例']);
    expect(await namesIn('attendance=came')).toEqual(['deputy示例']);
    expect(await namesIn('text=neighbour&attendance=absent')).toEqual(['neighbour示例', 'neighbour示例']);
    expect((await toldExports(t.db)).at(-1)).toEqual({
      subject: '停车',
      list: 'invitations',
      name: '邀请代表 停车',
      rows: 2,
      attendance: 'absent',
    });
  });

  test('is of the own body alone, and not for deputies', async () => {
    expect(await exportedRows(await t.signInAs('county'), at('invitations/export'))).toHaveLength(1);
    expect((await deputy.get(at('invitations/export'))).statusCode).toBe(403);
  });
});

describe('S5.5 a deputy’s own lists as spreadsheets', () => {
  const ofOwn = (list: string) => `/api/my-voices/${list}/export`;
  const today = new Date('2026-11-24');

  async function suggest(client: Client, title: string): Promise<void> {
    const suggestion = { title, sources: ['deputies'], domain: 'livelihood', necessity: '集中', feasibility: '' };
    const answer = await client.post(`/api/cases/${year}/acts/suggest-topic`, { payload: suggestion });
    if (answer.statusCode !== 201) throw new Error(answer.body);
  }

  test('what he suggested and what became of it, and nothing of anybody else’s', async () => {
    const call = {
      deadline: '2026-12-10',
      invited: ['organs', 'deputies'],
      notice: '请',
      publishedOn: '2026-11-03',
      channels: '门户网站',
    };
    const called = await clerk.post(`/api/cases/${year}/acts/open-solicitation`, { payload: call });
    expect(called.statusCode).toBe(201);
    await suggest(deputy, '城区停车');
    await suggest(await t.signInAs('neighbour'), '邻座的建议');
    const [own] = (await deputy.get('/api/my-voices')).json<{ suggestions: { id: string }[] }>().suggestions;
    const text = { title: '停车难', domain: 'livelihood', reason: '集中', suggestionIds: [own?.id] };
    expect((await clerk.post(`/api/cases/${year}/candidates`, text)).statusCode).toBe(201);
    const [titles, ...lines] = await exportedRows(deputy, ofOwn('suggestions'));
    expect(titles?.slice(0, 6)).toEqual(['年度', '建议', '提出日期', '目前', '办理经过', '议题']);
    expect(lines.map((line) => line.slice(0, 6))).toEqual([
      ['2027年度联动监督议题', '城区停车', today, '已并入候选议题', '已登记；已并入候选议题', null],
    ]);
    expect((await toldExports(t.db)).at(-1)).toEqual({
      subject: null,
      list: 'my-suggestions',
      name: '我的议题建议',
      rows: 1,
    });
  });

  test('what he raised, with the answer once there is one', async () => {
    await take(deputy, 'raise-concern', { text: '停车难' });
    await take(deputy, 'raise-concern', { text: '路灯不亮' });
    const { concerns } = (await deputy.get('/api/my-voices')).json<{ concerns: { id: string; text: string }[] }>();
    const concernId = concerns.find(({ text }) => text === '停车难')?.id;
    await take(clerk, 'answer-concern', { concernId, answer: '新增车位300个' });
    const [, ...lines] = await exportedRows(deputy, ofOwn('concerns'));
    expect(lines.map(([, text]) => text)).toEqual(concerns.map(({ text }) => text));
    expect(lines).toContainEqual(['停车', '停车难', today, '已答复', '新增车位300个']);
    expect(lines).toContainEqual(['停车', '路灯不亮', today, '待答复', null]);
  });

  test('to what he was invited, and that he came', async () => {
    expect(await exportedRows(deputy, ofOwn('invitations'))).toEqual([
      ['活动', '议题', '活动日期', '邀请内容', '情况', '签到时间'],
      ['调研视察', '停车', today, '请参加调研', '您已签到', '2026-11-24 09:00'],
    ]);
  });

  test('are for deputies alone', async () => {
    expect((await clerk.get(ofOwn('suggestions'))).statusCode).toBe(403);
    expect((await deputy.get(ofOwn('others'))).statusCode).toBe(400);
  });
});
