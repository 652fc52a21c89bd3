import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askNotes, buildNote, listNotesOf, seatTeam, sendNote, sendPhoto } from '../../../test/field-notes.ts';
import { addAccount, type Client, type TestApp, type TestTenant, testApp } from '../../../test/test-app.ts';
import { addPost, addTopic, type WorkingLinkage, workingLinkage } from '../../../test/working-linkage.ts';
import { uuidv7 } from '../db/uuid.ts';

let t: TestApp;
let linkage: WorkingLinkage;
let caseId: string;
/** Deputies of the city and of 甲县. */
let ofCity: Client;
let ofCounty: Client;
let cityDeputyId: string;
let secondDeputyId: string;
let memberId: string;

beforeAll(async () => {
  t = await testApp();
  linkage = await workingLinkage(t.db);
  cityDeputyId = await addPerson(linkage.city, 'citydeputy', 'deputy');
  secondDeputyId = await addPerson(linkage.county, 'second', 'deputy');
  memberId = await addPerson(linkage.city, 'citymember', 'member');
  [ofCity, ofCounty] = [await t.signInAs('citydeputy'), await t.signInAs('deputy')];
});
afterAll(() => t.close());
beforeEach(async () => {
  caseId = await addTopic(t.db, linkage, { name: '停车', year: 2027, deliberationDate: '2027-10-26' });
});

async function addPerson(tenant: TestTenant, login: string, role: 'deputy' | 'member'): Promise<string> {
  const { personId } = await addAccount(t.db, tenant, { login, roles: [role] });
  await addPost(t.db, tenant, { personId, post: role, unitId: null });
  return personId;
}

const seat = () => seatTeam(t.db, linkage, caseId, [cityDeputyId, linkage.people.deputy.personId]);
const note = (more: object = {}) => buildNote(linkage, more);
const teamsOf = async (client: Client) =>
  (await client.get('/api/my-voices')).json<{ teams: { caseId: string; isOpen: boolean }[] }>().teams;

describe('a deputy in the joint research team of a topic', () => {
  beforeEach(seat);

  test('takes notes with photos that his own body reads, and reads those of his body; neither body the other’s', async () => {
    const photoId = uuidv7();
    expect((await sendPhoto(ofCounty, { id: photoId })).statusCode).toBe(201);
    const id = uuidv7();
    expect((await sendNote(ofCounty, caseId, id, note({ photoIds: [photoId] }))).statusCode).toBe(200);
    await sendNote(ofCity, caseId, uuidv7(), note({ text: '市代表所见。' }));
    await sendNote(await t.signInAs('lead'), caseId, uuidv7(), note({ text: '市委室所见。' }));
    expect(await listNotesOf(ofCounty, caseId)).toMatchObject([{ id, isOwn: true }]);
    expect(await listNotesOf(await t.signInAs('clerk'), caseId)).toMatchObject([{ id, isOwn: false }]);
    expect((await listNotesOf(ofCity, caseId)).map(({ authorName }) => authorName).toSorted()).toEqual([
      'citydeputy示例',
      'lead示例',
    ]);
    const photo = `/api/cases/${caseId}/field-notes/${id}/photos/${photoId}`;
    const seen = [ofCounty, ofCity].map(async (client) => (await client.get(photo)).statusCode);
    expect(await Promise.all(seen)).toEqual([200, 404]);
  });

  test('sends a note twice as one, corrects and withdraws it', async () => {
    const id = uuidv7();
    const first = (await sendNote(ofCounty, caseId, id, note())).json();
    expect((await sendNote(ofCounty, caseId, id, note())).json()).toEqual(first);
    const at = `/api/cases/${caseId}/field-notes/${id}`;
    const words = { version: 1, place: note().place, text: '更正。' };
    expect((await ofCounty.post(`${at}/corrections`, words)).json()).toMatchObject({ standing: 'corrected' });
    expect((await ofCounty.post(`${at}/withdrawal`, { version: 2 })).json()).toMatchObject({ standing: 'withdrawn' });
  });

  test('reads nothing else of the body’s papers, and is told of the topic on his own page', async () => {
    expect((await ofCounty.get(`/api/cases/${caseId}/acts`)).statusCode).toBe(403);
    expect((await ofCounty.get(`/api/cases/${caseId}`)).json()).toMatchObject({ isInTeam: true, state: null });
    expect((await teamsOf(ofCounty)).find((team) => team.caseId === caseId)).toMatchObject({ isOpen: true });
    await t.db.owner.query("update track set closed_on = '2026-11-30' where case_id = $1 and tenant_id = $2", [
      caseId,
      linkage.county.id,
    ]);
    expect((await teamsOf(ofCounty)).find((team) => team.caseId === caseId)).toMatchObject({ isOpen: false });
    expect((await sendNote(ofCounty, caseId, uuidv7(), note())).json()).toMatchObject({ code: 'note/topic-closed' });
    expect((await teamsOf(ofCity)).find((team) => team.caseId === caseId)).toMatchObject({ isOpen: true });
  });
});

describe('from any other deputy', () => {
  test('the notes of a topic are hidden as if the topic were not there', async () => {
    const hidden = await askNotes(ofCounty, caseId);
    const missing = await askNotes(ofCounty, uuidv7());
    expect([hidden.statusCode, hidden.body]).toEqual([404, missing.body]);
    expect((await sendNote(ofCounty, caseId, uuidv7(), note())).statusCode).toBe(404);
    expect(await teamsOf(ofCounty)).not.toContainEqual(expect.objectContaining({ caseId }));
    expect((await ofCounty.get(`/api/cases/${caseId}`)).json()).toMatchObject({ isInTeam: false });
  });

  test('they are hidden on every topic but that of his team', async () => {
    await seat();
    const other = await addTopic(t.db, linkage, { name: '养老', year: 2027, deliberationDate: '2027-10-26' });
    expect((await askNotes(ofCounty, caseId)).statusCode).toBe(200);
    expect((await askNotes(ofCounty, other)).statusCode).toBe(404);
    expect((await sendNote(ofCounty, other, uuidv7(), note())).statusCode).toBe(404);
  });
});

test('who is in a team follows the act that formed it last, at both levels', async () => {
  const lead = await t.signInAs('lead');
  const { people } = linkage;
  await t.db.owner.query('update track set done = $2 where case_id = $1', [
    caseId,
    JSON.stringify({ 'approve-implementation-plan': { on: '2026-11-01', seq: 1 } }),
  ]);
  const form = (deputyId: string) =>
    lead.post(`/api/cases/${caseId}/acts/form-research-team`, {
      payload: {
        leaderId: people.citychair.personId,
        members: [
          { personId: memberId, capacity: 'city-member' },
          { personId: people.chair.personId, capacity: 'county-leader' },
          { personId: cityDeputyId, capacity: 'city-deputy' },
          { personId: deputyId, capacity: 'county-deputy' },
        ],
        experts: [],
      },
      reasons: { 'order/late': '样例' },
    });
  expect((await form(people.deputy.personId)).json()).toMatchObject({ state: 'recorded' });
  expect((await askNotes(ofCounty, caseId)).statusCode).toBe(200);
  expect((await sendNote(await t.signInAs('chair'), caseId, uuidv7(), note())).statusCode).toBe(200);
  expect((await form(secondDeputyId)).json()).toMatchObject({ state: 'recorded' });
  expect((await askNotes(ofCounty, caseId)).statusCode).toBe(404);
  expect((await askNotes(await t.signInAs('second'), caseId)).statusCode).toBe(200);
});
