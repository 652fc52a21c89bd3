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

beforeAll(async () => {
  t = await testApp();
  linkage = await workingLinkage(t.db);
  const neighbour = await addAccount(t.db, linkage.county, { login: 'neighbour', roles: ['deputy'] });
  await appoint(t.db, linkage.county, { personId: neighbour.personId, post: 'deputy' });
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
