import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exportedRows, toldExports } from '../../../test/exported.ts';
import { buildNote, listNotesOf, sendNote, sendPhoto } from '../../../test/field-notes.ts';
import { type Client, type TestApp, testApp } from '../../../test/test-app.ts';
import { addTopic, type WorkingLinkage, workingLinkage } from '../../../test/working-linkage.ts';
import { uuidv7 } from '../db/uuid.ts';

let t: TestApp;
let linkage: WorkingLinkage;
let lead: Client;
let office: Client;
let clerk: Client;
let caseId: string;
let id: string;

beforeAll(async () => {
  t = await testApp();
  linkage = await workingLinkage(t.db);
  [lead, office, clerk] = [await t.signInAs('lead'), await t.signInAs('office'), await t.signInAs('clerk')];
});
afterAll(() => t.close());
beforeEach(async () => {
  caseId = await addTopic(t.db, linkage, { name: '停车', year: 2027, deliberationDate: '2027-10-26' });
  id = uuidv7();
  await sendNote(lead, caseId, id, buildNote(linkage));
});

const elsewhere = { kind: 'other', name: '河边' };
const at = (what: string) => `/api/cases/${caseId}/field-notes/${id}/${what}`;
const correct = (client: Client, body: { version?: number; text?: string; place?: object } = {}) =>
  client.post(at('corrections'), { version: 1, place: elsewhere, text: '停车场出口被占用。', ...body });
const withdraw = (client: Client, version = 1) => client.post(at('withdrawal'), { version });
const wordings = (client: Client) => client.get(at('wordings'));
const listOf = async (client: Client) => (await listNotesOf(client, caseId))[0];

describe('a correction by the author', () => {
  test('changes words and place for everybody of the body, and keeps what was there with who and when', async () => {
    expect((await correct(lead)).json()).toMatchObject({ standing: 'corrected', version: 2, isOwn: true });
    expect(await listOf(office)).toMatchObject({
      standing: 'corrected',
      text: '停车场出口被占用。',
      place: elsewhere,
      isOwn: false,
      receiptNumber: expect.stringMatching(/^调研/),
    });
    await correct(lead, { version: 2, text: '出口被占用半年。' });
    expect((await wordings(office)).json()).toMatchObject({
      wordings: [
        { version: 1, text: '停车场入口被占用。', place: { kind: 'county' }, byName: 'lead示例' },
        {
          version: 2,
          text: '停车场出口被占用。',
          place: elsewhere,
          byName: 'lead示例',
          at: '2026-11-24T01:00:00.000Z',
        },
      ],
    });
  });

  test('is not the business of anybody else: refused in the body, hidden from another', async () => {
    expect((await correct(office)).json()).toMatchObject({ status: 409, code: 'note/not-author', clause: 'S2.4' });
    expect((await correct(clerk)).statusCode).toBe(404);
    expect((await wordings(clerk)).statusCode).toBe(404);
    expect(await listOf(lead)).toMatchObject({ standing: 'arrived', version: 1 });
  });

  test('is refused when it says nothing new, names a place out of reach, has no words, or comes after the topic’s end', async () => {
    const same = buildNote(linkage);
    expect((await correct(lead, { text: same.text, place: same.place })).json()).toMatchObject({
      code: 'note/unchanged',
    });
    const organ = { kind: 'department', organId: linkage.countyGovernment.id };
    expect((await correct(lead, { place: organ })).json()).toMatchObject({ code: 'research/place' });
    expect((await correct(lead, { text: ' ' })).statusCode).toBe(400);
    await t.db.owner.query("update track set closed_on = '2026-11-30' where case_id = $1", [caseId]);
    expect((await correct(lead)).json()).toMatchObject({ code: 'note/topic-closed' });
    expect((await withdraw(lead)).json()).toMatchObject({ code: 'note/topic-closed' });
  });

  test('sent twice is one', async () => {
    const first = (await correct(lead)).json();
    expect((await correct(lead)).json()).toEqual(first);
    expect((await wordings(lead)).json()).toMatchObject({ wordings: [{ version: 1 }] });
  });

  test('on a version that another screen has corrected is refused and says so; of two at once one is taken', async () => {
    const both = await Promise.all([correct(lead, { text: '其一。' }), correct(lead, { text: '其二。' })]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    const late = (await correct(lead, { text: '其三。' })).json<{ detail: string }>();
    expect(late).toMatchObject({ status: 409, code: 'note/changed' });
    expect(late.detail).toContain('请核对现在的内容');
    expect((await listOf(lead))?.version).toBe(2);
  });

  test('leaves the receipt of the phone that sends the note once more', async () => {
    const { receiptNumber } = (await sendNote(lead, caseId, id, buildNote(linkage))).json<{ receiptNumber: string }>();
    await correct(lead);
    expect((await sendNote(lead, caseId, id, buildNote(linkage))).json()).toMatchObject({ receiptNumber, version: 2 });
  });
});

describe('a note that its author has withdrawn', () => {
  test('says that it was there and nothing of what it said; the author alone reads that', async () => {
    await correct(lead);
    expect((await withdraw(lead, 2)).json()).toMatchObject({ standing: 'withdrawn', version: 3 });
    for (const client of [office, lead]) {
      const shown = await listOf(client);
      expect(shown).toMatchObject({ standing: 'withdrawn', authorName: 'lead示例' });
      for (const hidden of ['text', 'place', 'photoIds']) expect(shown).not.toHaveProperty(hidden);
    }
    expect((await wordings(office)).statusCode).toBe(404);
    expect((await wordings(lead)).json()).toMatchObject({ wordings: [{ version: 1 }, { version: 2 }] });
  });

  test('shows its photos to the author alone', async () => {
    const photoId = uuidv7();
    await sendPhoto(lead, { id: photoId });
    id = uuidv7();
    await sendNote(lead, caseId, id, buildNote(linkage, { photoIds: [photoId] }));
    const see = async (client: Client) => (await client.get(at(`photos/${photoId}`))).statusCode;
    expect([await see(lead), await see(office), await see(clerk)]).toEqual([200, 200, 404]);
    await withdraw(lead);
    expect([await see(lead), await see(office)]).toEqual([200, 404]);
    const asFile = async (client: Client) => (await client.get(`/api/files/${photoId}`)).statusCode;
    expect([await asFile(lead), await asFile(office)]).toEqual([200, 404]);
    const foreign = (await lead.get(at(`photos/${uuidv7()}`))).statusCode;
    expect(foreign).toBe(404);
  });

  test('stays withdrawn: once more answers the same, a correction is refused', async () => {
    const first = (await withdraw(lead)).json();
    expect((await withdraw(lead)).json()).toEqual(first);
    expect((await correct(lead, { version: 2 })).json()).toMatchObject({ status: 409, code: 'note/withdrawn' });
  });

  test('is withdrawn by nobody else, and not on a version that was corrected since', async () => {
    expect((await withdraw(office)).json()).toMatchObject({ code: 'note/not-author' });
    expect((await withdraw(clerk)).statusCode).toBe(404);
    await correct(lead);
    expect((await withdraw(lead)).json()).toMatchObject({ code: 'note/changed' });
    const both = await Promise.all([withdraw(lead, 2), correct(lead, { version: 2, text: '同时。' })]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });

  test('is what everybody on the topic hears of at once, as of an arrival and a correction', async () => {
    const heard = async () =>
      (
        await t.db.owner.query<{ count: number }>('select count(*)::int as count from live_event where case_id = $1', [
          caseId,
        ])
      ).rows[0]?.count;
    expect(await heard()).toBe(1);
    await sendNote(lead, caseId, id, buildNote(linkage));
    expect(await heard()).toBe(1);
    await correct(lead);
    await withdraw(lead, 2);
    expect(await heard()).toBe(3);
  });
});

describe('S2.4 the notes of a topic as a spreadsheet', () => {
  const ofTopic = () => `/api/cases/${caseId}/field-notes/export`;

  test('say where, when, by whom and what, how many photos there are, and what a corrected one said before', async () => {
    const photoId = uuidv7();
    await sendPhoto(lead, { id: photoId });
    await sendNote(
      office,
      caseId,
      uuidv7(),
      buildNote(linkage, { photoIds: [photoId], takenAt: '2026-11-24T00:30:00Z' }),
    );
    await correct(lead);
    const [titles, first, second, ...more] = await exportedRows(office, ofTopic());
    expect(titles).toEqual([
      '回执编号',
      '情况',
      '地点',
      '记录人',
      '记录时间',
      '送达时间',
      '密级',
      '内容',
      '照片（张）',
      '更正、撤回时间',
      '以前的内容',
    ]);
    expect(first?.slice(1)).toEqual([
      '已送达',
      '甲县人大常委会',
      'office示例',
      '2026-11-24 08:30',
      '2026-11-24 09:00',
      '内部',
      '停车场入口被占用。',
      1,
      null,
      null,
    ]);
    expect(first?.[0]).toMatch(/^调研20261124-\d{4}$/);
    expect(second?.slice(1, 4)).toEqual(['已更正', '河边', 'lead示例']);
    expect(second?.slice(7)).toEqual([
      '停车场出口被占用。',
      0,
      '2026-11-24 09:00',
      'lead示例，2026-11-24 09:00送达，地点：甲县人大常委会\n停车场入口被占用。',
    ]);
    expect(more).toEqual([]);
    expect((await toldExports(t.db)).at(-1)).toEqual({
      subject: '停车',
      list: 'field-notes',
      name: '现场记录 停车',
      rows: 2,
    });
  });

  test('hold nothing of what a withdrawn one said, not even for its author, and nothing of another body', async () => {
    await correct(lead);
    await withdraw(lead, 2);
    for (const client of [lead, office]) {
      const [, row] = await exportedRows(client, ofTopic());
      expect(row?.[1]).toBe('已撤回');
      expect(JSON.stringify(row)).not.toMatch(/占用|河边|甲县/);
    }
    expect(await exportedRows(clerk, ofTopic())).toHaveLength(1);
  });
});
