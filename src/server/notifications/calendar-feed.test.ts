import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Client, type TestApp, testApp } from '../../../test/test-app.ts';
import { addTopic, type CastName, type WorkingLinkage, workingLinkage } from '../../../test/working-linkage.ts';
import { refreshAllLinkages } from '../acts/refresh-cases.ts';

let t: TestApp;
let linkage: WorkingLinkage;
let clerk: Client;
let topic: string;

beforeAll(async () => {
  t = await testApp({ publicUrl: 'https://liandu.example' });
  linkage = await workingLinkage(t.db);
  clerk = asBrowser(await t.signInAs('clerk'));
  const organs = [linkage.government, linkage.countyGovernment];
  topic = await addTopic(t.db, linkage, { name: '停车治理；𠮷县', year: 2027, deliberationDate: '2027-10-26', organs });
});
afterAll(() => t.close());
beforeEach(async () => {
  t.setTime('2026-11-24T01:00:00Z');
  await sit(linkage.county.id, '2027-08-17');
  await t.db.owner.query("update supervision_case set state = 'active' where id = $1", [topic]);
  await t.db.owner.query("update track set closed_on = null, done = '{}' where case_id = $1", [topic]);
  await t.db.owner.query('delete from calendar_entry');
  await recompute();
});

/** The installation has an address of its own here, so requests come from it. */
function asBrowser(client: Client): Client {
  const request: Client['request'] = (method, url, body, headers = {}) =>
    client.request(method, url, body, { origin: 'https://liandu.example', ...headers });
  return {
    ...client,
    request,
    get: (url) => request('GET', url),
    post: (url, body) => request('POST', url, body ?? {}),
  };
}

const sessionId = '01900000-0000-7000-8000-000000000001';

async function sit(tenantId: string, opens: string): Promise<void> {
  const session = JSON.stringify({ sessionId, opens, closes: opens, state: 'convened' });
  await t.db.owner.query('update track set session = $3 where case_id = $1 and tenant_id = $2', [
    topic,
    tenantId,
    session,
  ]);
}

/** As the daily job does. */
async function recompute(): Promise<void> {
  await t.db.owner.query('delete from task_refresh');
  await refreshAllLinkages(t.db, '2026-11-24');
}

async function linkOf(client: Client): Promise<string> {
  const made = await client.post('/api/me/calendar-feed');
  expect(made.statusCode).toBe(201);
  return made.json<{ path: string }>().path;
}

type Entry = Readonly<Record<string, string>>;

/** Unfolds and unescapes as a calendar program does (RFC 5545 §3.1, §3.3.11). */
function parse(text: string): Entry[] {
  expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  const entries: Record<string, string>[] = [];
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') entries.push({});
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    const entry = entries.at(-1);
    if (entry !== undefined && name !== '') entry[name] = value.replace(/\\n/g, '\n').replace(/\\([;,\\])/g, '$1');
  }
  return entries;
}

async function calendarAt(path: string): Promise<Entry[]> {
  const response = await t.anonymous.get(path);
  expect(response.statusCode).toBe(200);
  expect(response.headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(response.headers['set-cookie']).toBeUndefined();
  return parse(response.body);
}
const dueEntry = (entries: readonly Entry[], step: string) => entries.find(({ UID }) => UID?.includes(step));

describe('a personal calendar', () => {
  test('holds the own due dates as whole days, each with its clause, rule and arithmetic', async () => {
    const entries = await calendarAt(await linkOf(clerk));
    const deliberate = dueEntry(entries, `due-${topic}-deliberate-`);
    expect(deliberate).toMatchObject({ DTSTART: '20271019', DTEND: '20271020', SEQUENCE: '0', STATUS: 'CONFIRMED' });
    expect(deliberate?.SUMMARY).toMatch(/^期限：.+（停车治理；𠮷县）$/);
    expect(deliberate?.DESCRIPTION).toMatch(
      /^依据：S3\.1（.+）\n.+\n规则：.+\n推算：2027年10月26日 往前 7 日 = 2027年10月19日$/m,
    );
    expect(deliberate?.DESCRIPTION).toContain(`https://liandu.example/cases/${topic}`);
    expect(entries.every(({ UID, DTSTAMP }) => UID !== undefined && /^\d{8}T\d{6}Z$/.test(DTSTAMP ?? ''))).toBe(true);
    expect(new Set(entries.map(({ UID }) => UID)).size).toBe(entries.length);
  });

  test('has the sitting of the own body once and the special meeting of the topic', async () => {
    const entries = await calendarAt(await linkOf(clerk));
    expect(entries.filter(({ UID }) => UID?.startsWith('session-'))).toMatchObject([
      { DTSTART: '20270817', DTEND: '20270818', DESCRIPTION: expect.stringContaining('停车治理；𠮷县') },
    ]);
    expect(dueEntry(entries, 'special-meeting')?.DESCRIPTION).toContain('依据：S3.4');
  });

  test('folds lines at 75 octets without breaking a character', async () => {
    const { body } = await t.anonymous.get(await linkOf(clerk));
    expect(body).toContain('\r\n ');
    expect(Math.max(...body.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(body).not.toContain('\ufffd');
  });

  test('says the same thing with the same words until something changes', async () => {
    const path = await linkOf(clerk);
    const { body } = await t.anonymous.get(path);
    t.setTime('2026-11-24T05:00:00Z');
    expect((await t.anonymous.get(path)).body).toBe(body);
  });

  test('a day that moves keeps its UID and has the next SEQUENCE and a new DTSTAMP', async () => {
    const path = await linkOf(clerk);
    const before = await calendarAt(path);
    t.setTime('2026-11-25T01:00:00Z');
    await sit(linkage.county.id, '2027-08-24');
    const after = await calendarAt(path);
    expect(after.find(({ UID }) => UID === `session-${sessionId}@liandu`)).toMatchObject({
      DTSTART: '20270824',
      SEQUENCE: '1',
      DTSTAMP: '20261125T010000Z',
    });
    const same = `due-${topic}-deliberate-`;
    expect(dueEntry(after, same)).toEqual(dueEntry(before, same));
  });

  test('what is no longer owed is CANCELLED for 30 days, then gone; what comes back is CONFIRMED again', async () => {
    const path = await linkOf(clerk);
    const step = `due-${topic}-deliberate-`;
    await calendarAt(path);
    await t.db.owner.query("update supervision_case set state = 'withdrawn' where id = $1", [topic]);
    await t.db.owner.query('delete from task where case_id = $1', [topic]);
    expect(dueEntry(await calendarAt(path), step)).toMatchObject({
      STATUS: 'CANCELLED',
      SEQUENCE: '1',
      DTSTART: '20271019',
    });
    expect(dueEntry(await calendarAt(path), step)).toMatchObject({ SEQUENCE: '1' });
    t.setTime('2026-12-25T01:00:00Z');
    expect(dueEntry(await calendarAt(path), step)).toBeUndefined();
    t.setTime('2026-11-24T01:00:00Z');
    await t.db.owner.query("update supervision_case set state = 'active' where id = $1", [topic]);
    await recompute();
    expect(dueEntry(await calendarAt(path), step)).toMatchObject({ STATUS: 'CONFIRMED' });
  });

  test('is what its owner’s role owes: an organ has neither the office’s dates nor the special meeting', async () => {
    const uids = async (login: CastName) =>
      (await calendarAt(await linkOf(asBrowser(await t.signInAs(login))))).map(({ UID }) => UID ?? '');
    const organ = await uids('ownorg');
    expect(organ.some((uid) => uid.includes('deliberate') || uid.startsWith('special'))).toBe(false);
    expect(await uids('admin')).toEqual([]);
    expect((await uids('deputy')).some((uid) => uid.startsWith('due-') && uid.includes('deliberate'))).toBe(false);
    expect((await uids('county')).some((uid) => uid.includes(linkage.county.id))).toBe(false);
  });

  test('holds nothing that anybody wrote', async () => {
    const suggestion = { title: '没有报送的标题', text: '没有报送的内容' };
    await t.db.owner.query(
      `insert into case_state (city_code, case_id, tenant_id, state) values ($1, $2, $3, $4)
       on conflict (city_code, case_id, tenant_id) do update set state = excluded.state`,
      [linkage.cityCode, topic, linkage.county.id, JSON.stringify({ research: { findings: [suggestion] } })],
    );
    expect((await t.anonymous.get(await linkOf(clerk))).body).not.toContain('没有报送');
  });
});

describe('the secret link', () => {
  test('is stored as a digest only, opens without a cookie and tells when it was last read', async () => {
    const path = await linkOf(clerk);
    const token = path.split('/').at(-2) ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    const { rows } = await t.db.owner.query<{ row: string }>('select calendar_feed::text as row from calendar_feed');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await clerk.get('/api/me/calendar-feed')).json()).toMatchObject({ lastReadAt: null });
    await calendarAt(path);
    expect((await clerk.get('/api/me/calendar-feed')).json()).toEqual({
      madeAt: '2026-11-24T01:00:00.000Z',
      lastReadAt: '2026-11-24T01:00:00.000Z',
    });
  });

  test('that is renewed or revoked is not there any more, in the words of one that never was', async () => {
    const first = await linkOf(clerk);
    const second = await linkOf(clerk);
    const never = await t.anonymous.get(`/api/calendar-feeds/${'x'.repeat(43)}/liandu.ics`);
    expect(never.statusCode).toBe(404);
    expect((await t.anonymous.get(first)).body).toBe(never.body);
    await calendarAt(second);
    expect((await clerk.request('DELETE', '/api/me/calendar-feed')).statusCode).toBe(204);
    expect((await t.anonymous.get(second)).body).toBe(never.body);
    expect((await clerk.request('DELETE', '/api/me/calendar-feed')).statusCode).toBe(404);
    for (const odd of ['x', "'; drop table calendar_feed; --", '%00'])
      expect((await t.anonymous.get(`/api/calendar-feeds/${encodeURIComponent(odd)}/liandu.ics`)).statusCode).toBe(404);
  });

  test('of a disabled account opens nothing until the account is enabled', async () => {
    const path = await linkOf(clerk);
    await t.db.owner.query("update account set disabled_at = now() where login = 'clerk'");
    expect((await t.anonymous.get(path)).statusCode).toBe(404);
    await t.db.owner.query("update account set disabled_at = null where login = 'clerk'");
    await calendarAt(path);
  });

  test('signs nobody in', async () => {
    const token = (await linkOf(clerk)).split('/').at(-2) ?? '';
    const answer = await t.app.http.inject({ url: '/api/me', headers: { cookie: `liandu_sign_in=${token}` } });
    expect(answer.statusCode).toBe(401);
  });

  test('made and revoked stand in the audit log, without the link', async () => {
    const token = (await linkOf(clerk)).split('/').at(-2) ?? '';
    await clerk.request('DELETE', '/api/me/calendar-feed');
    const { rows } = await t.db.owner.query<{ action: string }>(
      "select action, detail, subject from audit_entry where action like 'calendar-feed-%' order by id desc limit 2",
    );
    expect(rows.map(({ action }) => action)).toEqual(['calendar-feed-revoked', 'calendar-feed-made']);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

test('a flood from one address is answered 429', async () => {
  const answers: number[] = [];
  for (let index = 0; index < 125; index += 1) {
    const { statusCode } = await t.app.http.inject({
      url: '/api/calendar-feeds/x/liandu.ics',
      remoteAddress: '10.9.8.7',
    });
    answers.push(statusCode);
  }
  expect(answers.filter((status) => status === 404)).toHaveLength(120);
  expect(answers.slice(120).every((status) => status === 429)).toBe(true);
});
