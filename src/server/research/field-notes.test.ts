import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildNote, listNotesOf, seatTeam, sendNote, sendPhoto } from '../../../test/field-notes.ts';
import { type Client, type TestApp, testApp } from '../../../test/test-app.ts';
import { addTopic, type WorkingLinkage, workingLinkage } from '../../../test/working-linkage.ts';
import { uuidv7 } from '../db/uuid.ts';

let t: TestApp;
let linkage: WorkingLinkage;
let caseId: string;
let office: Client;
let lead: Client;
let clerk: Client;

beforeAll(async () => {
  t = await testApp();
  linkage = await workingLinkage(t.db);
});
afterAll(() => t.close());

let day = 0;
beforeEach(async () => {
  caseId = await addTopic(t.db, linkage, { name: '停车', year: 2027, deliberationDate: '2027-10-26' });
  day += 1;
  await comeOn(`2026-12-${String(day).padStart(2, '0')}T01:00:00Z`);
});

/** A sign-in does not last from day to day. */
async function comeOn(instant: string): Promise<void> {
  t.setTime(instant);
  [office, lead, clerk] = [await t.signInAs('office'), await t.signInAs('lead'), await t.signInAs('clerk')];
}

const note = (more: object = {}) => buildNote(linkage, more);
const save = (client: Client, id: string, body: object) => sendNote(client, caseId, id, body);
const list = (client: Client) => listNotesOf(client, caseId);
const photo = sendPhoto;

describe('a note from the field', () => {
  test('arrives with a receipt number, its author, both times and its photos', async () => {
    const photoId = uuidv7();
    expect((await photo(lead, { id: photoId })).statusCode).toBe(201);
    const answer = await save(lead, uuidv7(), note({ photoIds: [photoId] }));
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      receiptNumber: '调研20261201-0001',
      takenAt: '2026-11-23T08:15:00.000Z',
      arrivedAt: '2026-12-01T01:00:00.000Z',
      photoIds: [photoId],
    });
    expect(await list(office)).toMatchObject([{ receiptNumber: '调研20261201-0001', text: '停车场入口被占用。' }]);
  });

  test('is numbered anew by each body on each day, counted in Beijing', async () => {
    await comeOn('2026-12-20T15:59:00Z');
    const numbers: string[] = [];
    for (const client of [lead, office, clerk]) {
      numbers.push((await save(client, uuidv7(), note())).json<{ receiptNumber: string }>().receiptNumber);
    }
    await comeOn('2026-12-20T16:01:00Z');
    numbers.push((await save(lead, uuidv7(), note())).json<{ receiptNumber: string }>().receiptNumber);
    const [one, two] = ['调研20261220-0001', '调研20261220-0002'];
    expect(numbers).toEqual([one, two, one, '调研20261221-0001']);
  });

  test('sent twice is one note with one receipt, even on the next day and in another place of the queue', async () => {
    const id = uuidv7();
    const first = (await save(lead, id, note())).json();
    await save(lead, uuidv7(), note());
    await comeOn('2026-12-25T01:00:00Z');
    const again = await save(lead, id, note());
    expect([again.statusCode, again.json()]).toEqual([200, first]);
    expect((await list(lead)).filter((one) => one.id === id)).toHaveLength(1);
  });

  test('sent by one phone several times at once is one note; several notes at once have a number each', async () => {
    const id = uuidv7();
    const same = await Promise.all([1, 2, 3].map(() => save(lead, id, note())));
    expect(same.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    await Promise.all([1, 2, 3].map(() => save(lead, uuidv7(), note())));
    const numbers = (await list(lead)).map(({ receiptNumber }) => receiptNumber.slice(-4)).toSorted();
    expect(numbers).toEqual(['0001', '0002', '0003', '0004']);
  });

  test('with the id of another note is refused, whether that one can be seen or not', async () => {
    const id = uuidv7();
    await save(lead, id, note());
    for (const [client, body] of [
      [lead, note({ text: '另一件事。' })],
      [office, note()],
      [clerk, note()],
    ] as const) {
      expect((await save(client, id, body)).json()).toMatchObject({ status: 409, code: 'note/id-taken' });
    }
  });

  test('is not there for any other body, nor for an organ', async () => {
    await save(clerk, uuidv7(), note({ text: '未报送的记录' }));
    expect(await list(await t.signInAs('staff'))).toHaveLength(1);
    for (const login of ['office', 'lead', 'county']) expect(await list(await t.signInAs(login))).toEqual([]);
    expect((await (await t.signInAs('organ')).get(`/api/cases/${caseId}/field-notes`)).statusCode).toBe(404);
    expect((await (await t.signInAs('admin')).get(`/api/cases/${caseId}/field-notes`)).statusCode).toBe(403);
  });
});

describe('a note is refused', () => {
  test('from somebody who is neither of the office, nor of the lead committee, nor in the team', async () => {
    const chair = await t.signInAs('citychair');
    expect((await save(chair, uuidv7(), note())).json()).toMatchObject({ code: 'note/not-taker', clause: 'S2.4' });
    await seatTeam(t.db, linkage, caseId, [linkage.people.citychair.personId]);
    expect((await save(chair, uuidv7(), note())).statusCode).toBe(200);
  });

  test('that holds a state secret, and the attempt is recorded', async () => {
    expect((await save(lead, uuidv7(), note({ secrecy: '机密' }))).json()).toMatchObject({ code: 'note/state-secret' });
    const { rows } = await t.db.owner.query("select 1 from audit_entry where action = 'state-secret-refused'");
    expect(rows).toHaveLength(1);
    expect(await list(lead)).toEqual([]);
  });

  test('of a place that is not the body’s to examine; elsewhere is said in words', async () => {
    const outside = { kind: 'county', tenantId: linkage.otherCounty.id };
    expect((await save(clerk, uuidv7(), note({ place: outside }))).json()).toMatchObject({ code: 'research/place' });
    expect((await save(clerk, uuidv7(), note({ place: { kind: 'other', name: '河边' } }))).statusCode).toBe(200);
  });

  test('whose photo has not arrived, is another body’s, or is no picture', async () => {
    const [foreign, text] = [uuidv7(), uuidv7()];
    await photo(clerk, { id: foreign });
    await photo(lead, { id: text, bytes: Buffer.from('字'), name: '字.txt' });
    for (const photoId of [uuidv7(), foreign, text]) {
      const refused = await save(lead, uuidv7(), note({ photoIds: [photoId] }));
      expect(refused.json()).toMatchObject({ code: 'note/photo-missing' });
    }
  });

  test('of a newer form than the server knows, or without words', async () => {
    expect((await save(lead, uuidv7(), note({ formVersion: 2 }))).statusCode).toBe(400);
    expect((await save(lead, uuidv7(), note({ text: ' ' }))).statusCode).toBe(400);
  });

  test('on a topic that the body has closed or that was adjusted away, with what to do; what had arrived keeps its receipt', async () => {
    const before = uuidv7();
    const first = (await save(lead, before, note())).json();
    await t.db.owner.query("update track set closed_on = '2026-11-30' where case_id = $1 and tenant_id = $2", [
      caseId,
      linkage.city.id,
    ]);
    const refused = (await save(lead, uuidv7(), note())).json<{ detail: string }>();
    expect(refused).toMatchObject({ status: 409, code: 'note/topic-closed', clause: 'S4.4' });
    expect(refused.detail).toContain('请复制内容另行保存');
    expect((await save(lead, before, note())).json()).toEqual(first);
    expect((await save(clerk, uuidv7(), note())).statusCode).toBe(200);
    await t.db.owner.query("update supervision_case set state = 'withdrawn' where id = $1", [caseId]);
    expect((await save(clerk, uuidv7(), note())).json()).toMatchObject({
      code: 'note/topic-withdrawn',
      clause: 'S1.8',
    });
    expect(await list(lead)).toHaveLength(1);
  });

  test('in a case that is no topic', async () => {
    const year = (await office.post('/api/years', { year: 2040 })).json<{ caseId: string }>().caseId;
    expect((await office.request('PUT', `/api/cases/${year}/field-notes/${uuidv7()}`, note())).statusCode).toBe(404);
  });
});

describe('a photo with an id of its own', () => {
  test('sent twice, or twice at once, is kept once and answers the same', async () => {
    const id = uuidv7();
    const first = (await photo(lead, { id })).json();
    expect((await photo(lead, { id })).json()).toEqual(first);
    const twin = uuidv7();
    const both = await Promise.all([photo(lead, { id: twin }), photo(lead, { id: twin })]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    const { rows } = await t.db.owner.query('select id from file where id = any($1)', [[id, twin]]);
    expect(rows).toHaveLength(2);
  });

  test('cannot take the id of another file, one’s own or one that is hidden', async () => {
    const id = uuidv7();
    await photo(lead, { id });
    const other = Buffer.from('字');
    const taken = { status: 409, code: 'file/id-taken' };
    expect((await photo(lead, { id, bytes: other, name: '字.txt' })).json()).toMatchObject(taken);
    expect((await photo(clerk, { id })).json()).toMatchObject(taken);
    expect((await photo(lead, { id: '1' })).json()).toMatchObject({ status: 422, code: 'file/id' });
  });
});
