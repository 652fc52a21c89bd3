import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportedRows } from '../../../test/exported.ts';
import { type Client, type TestApp, testApp } from '../../../test/test-app.ts';
import {
  addTopic,
  type CastName,
  cast,
  meetingOf,
  type WorkingLinkage,
  workingLinkage,
} from '../../../test/working-linkage.ts';
import type { listNotices } from '../../contract/notices.ts';
import type { ResponseOf } from '../../contract/route.ts';
import { uuidv7 } from '../db/uuid.ts';

let t: TestApp;
let linkage: WorkingLinkage;
let clients: Record<CastName, Client>;
let topic: string;
let year: string;

beforeAll(async () => {
  t = await testApp();
  linkage = await workingLinkage(t.db);
  const signedIn = await Promise.all(Object.keys(cast).map(async (login) => [login, await t.signInAs(login)] as const));
  // The keys are those of the cast.
  clients = Object.fromEntries(signedIn) as Record<CastName, Client>;
  topic = await addTopic(t.db, linkage, { name: '停车治理', year: 2027, deliberationDate: '2027-10-26' });
  year = (await clients.office.post('/api/years', { year: 2027 })).json<{ caseId: string }>().caseId;
});
afterAll(() => t.close());

type Listed = ResponseOf<typeof listNotices>;

async function noticesOf(login: CastName, query = ''): Promise<Listed> {
  const response = await clients[login].get(`/api/notices${query}`);
  expect(response.statusCode).toBe(200);
  return response.json<Listed>();
}
const texts = ({ notices }: Listed) => notices.map(({ text }) => text);

async function post(from: CastName, to: string, subject: string): Promise<string> {
  const payload = { toIds: [to], about: 'contact', subject, text: '只有收件方可读的正文' };
  const answer = await clients[from].post(`/api/cases/${topic}/acts/exchange`, { payload });
  expect(answer.statusCode).toBe(201);
  return answer.json<{ packageIds: [string] }>().packageIds[0];
}

describe('a package that has come', () => {
  test('is told to the addressee’s readers of contents: who sent what, and where it lies; to nobody else', async () => {
    const packageId = await post('county', linkage.city.id, '来件甲');
    const [notice] = (await noticesOf('office')).notices;
    expect(notice).toMatchObject({
      kind: 'package-arrived',
      subjectId: packageId,
      caseId: topic,
      text: '乙县人大常委会送来工作联系：来件甲',
      isRead: false,
    });
    expect(texts(await noticesOf('lead'))).toContain(notice?.text);
    for (const other of ['county', 'clerk', 'organ', 'system', 'deputy'] as const) {
      expect(JSON.stringify(await noticesOf(other))).not.toContain('来件甲');
    }
  });

  test('tells nothing of what it says', async () => {
    expect(JSON.stringify(await noticesOf('office'))).not.toContain('正文');
  });
});

test('notices leave as a spreadsheet, of one kind or unread, and nobody gets another’s', async () => {
  const at = '/api/notices/export?kind=package-arrived&unread=true';
  const [head, ...rows] = await exportedRows(clients.office, at);
  expect(head).toEqual(['时间', '种类', '内容', '阅读']);
  expect(rows.map(([, kind, text, read]) => [kind, text, read])).toContainEqual([
    '收到报送件',
    '乙县人大常委会送来工作联系：来件甲',
    '未读',
  ]);
  expect(await exportedRows(clients.county, at)).toHaveLength(1);
});

test('a package that a colleague has signed for is no news any more', async () => {
  const packageId = await post('county', linkage.city.id, '来件丁');
  const { unread } = await noticesOf('lead');
  expect((await clients.office.post(`/api/packages/${packageId}/receipt`, {})).statusCode).toBe(201);
  expect((await noticesOf('lead')).unread).toBe(unread - 1);
  expect((await noticesOf('lead')).notices[0]).toMatchObject({ subjectId: packageId, isRead: true });
});

describe('a decision that a meeting took', () => {
  async function enter(): Promise<string> {
    const payload = { number: '第四次会议', opens: '2027-03-16', closes: '2027-03-17', items: [] };
    const meeting = meetingOf(linkage, 'otherCounty', '2026-11-20');
    const answer = await clients.county.post(`/api/cases/${year}/acts/convene-session`, { payload, meeting });
    return answer.json<{ enteredId: string }>().enteredId;
  }

  test('is told to who confirms it, and its return to the office, without the reason', async () => {
    const enteredId = await enter();
    expect((await noticesOf('countychair')).notices).toMatchObject([
      { kind: 'decision-waiting', subjectId: enteredId, text: expect.stringContaining('已登记，待确认') },
    ]);
    expect((await noticesOf('county', '?kind=decision-waiting')).total).toBe(0);
    await clients.countychair.post(`/api/entered-acts/${enteredId}/return`, { reason: '日期写错了' });
    const [returned] = (await noticesOf('county', '?kind=decision-returned')).notices;
    expect(returned).toMatchObject({ subjectId: enteredId, text: expect.stringMatching(/^“.+”的“.+”被退回$/) });
    expect(JSON.stringify(returned)).not.toContain('日期写错了');
    expect(texts(await noticesOf('countychair'))).toHaveLength(1);
  });
});

describe('reading', () => {
  test('is each person’s own, and marking twice is marking once', async () => {
    await post('county', linkage.city.id, '来件乙');
    const { notices, unread } = await noticesOf('office');
    const [first] = notices;
    for (const _ of [1, 2]) {
      const marked = await clients.office.post('/api/notices/readings', { ids: [first?.id] });
      expect(marked.json()).toEqual({ unread: unread - 1 });
    }
    expect((await noticesOf('office')).notices[0]?.isRead).toBe(true);
    expect((await noticesOf('lead')).notices[0]?.isRead).toBe(false);
    expect(texts(await noticesOf('office', '?unread=true'))).not.toContain(first?.text);
  });

  test('all leaves nothing unread, and what comes afterwards is', async () => {
    expect((await clients.lead.post('/api/notices/readings', { all: true })).json()).toEqual({ unread: 0 });
    await post('county', linkage.city.id, '来件丙');
    expect(await noticesOf('lead', '?unread=true')).toMatchObject({ total: 1, unread: 1 });
  });

  test('of another tenant’s notice changes nothing for anybody', async () => {
    const [notice] = (await noticesOf('office')).notices;
    await clients.clerk.post('/api/notices/readings', { ids: [notice?.id] });
    const { rows } = await t.db.owner.query('select 1 from notice_reading where person_id = $1', [
      linkage.people.clerk.personId,
    ]);
    expect(rows).toEqual([]);
  });

  test('is not asked of anybody for what is older than 90 days', async () => {
    await t.db.owner.query(
      "insert into notice (city_code, id, tenant_id, text, at) values ($1, $2, $3, '去年的日期变动', '2026-08-20T00:00:00Z')",
      [linkage.cityCode, uuidv7(), linkage.government.id],
    );
    expect(await noticesOf('organ')).toMatchObject({ total: 1, unread: 0, notices: [{ isRead: true }] });
  });

  test('comes page by page, newest first', async () => {
    const all = texts(await noticesOf('office'));
    const pages = [await noticesOf('office', '?pageSize=1'), await noticesOf('office', '?pageSize=1&page=2')];
    expect(pages.flatMap(texts)).toEqual(all.slice(0, 2));
    expect(pages[1]?.total).toBe(all.length);
  });

  test('begins with the oldest for whoever asks, over all pages', async () => {
    const all = texts(await noticesOf('office', '?pageSize=200'));
    expect(texts(await noticesOf('office', '?pageSize=200&sort=oldest'))).toEqual(all.toReversed());
    expect(texts(await noticesOf('office', '?pageSize=1&sort=oldest'))).toEqual(all.slice(-1));
    expect((await clients.office.get('/api/notices?sort=at;drop')).statusCode).toBe(400);
  });
});

describe('the kinds', () => {
  const kindsOf = async (login: CastName) =>
    (await clients[login].get('/api/me/notice-kinds')).json<{ kinds: { kind: string; wanted: boolean }[] }>().kinds;

  test('are those that concern the person', async () => {
    expect((await kindsOf('citychair')).map(({ kind }) => kind)).toContain('decision-waiting');
    expect((await kindsOf('deputy')).map(({ kind }) => kind)).toEqual([
      'suggestion-merged',
      'deputy-invited',
      'concern-answered',
    ]);
  });

  test('that somebody declines are neither shown nor counted for him, and come back when he wants them', async () => {
    const before = await noticesOf('office');
    const put = (declined: readonly string[]) => clients.office.request('PUT', '/api/me/notice-kinds', { declined });
    expect((await put(['package-arrived', 'decision-waiting'])).statusCode).toBe(200);
    expect(await noticesOf('office')).toMatchObject({ total: 0, unread: 0 });
    expect((await noticesOf('office', '?kind=package-arrived')).total).toBe(0);
    expect((await noticesOf('lead')).total).toBeGreaterThan(0);
    expect((await kindsOf('office')).filter(({ wanted }) => !wanted)).toEqual([
      { kind: 'package-arrived', wanted: false },
    ]);
    await put([]);
    expect((await noticesOf('office')).total).toBe(before.total);
  });
});
