import { createHash } from 'node:crypto';
import { emptyCaseState } from '../src/domain/case-state.ts';
import { uuidv7 } from '../src/server/db/uuid.ts';
import { sendNote, sendPhoto } from './field-notes.ts';
import { formOf } from './form.ts';
import { addAccount, type Client, type TestApp } from './test-app.ts';
import { addTopic, meetingOf, type WorkingLinkage } from './working-linkage.ts';

/** What stands in the rows of 甲县, so that an answer shows whose eyes it was made for. */
export const marks = {
  /** In everything it has written and not sent. */
  contents: '未报送内容甲乙丙',
  /** In what it has sent to the city, and to nobody else. */
  sent: '已报送内容丁戊己',
  /** In what tells its own people how far it is: the name of its sitting, tasks, notices, dates that were replaced. */
  progress: '本单位进度庚辛壬',
} as const;

/** What the requests of the walk name. */
export type Targets = Awaited<ReturnType<typeof plantDrafts>>;

/** 甲县 at work: suggestions, an entered decision, a sitting of its own, findings, a file, packages to its own government and to the city. */
export async function plantDrafts(t: TestApp, linkage: WorkingLinkage) {
  const clerk = await t.signInAs('clerk');
  const year = await yearWithSuggestions(t, clerk);
  const topic = await addTopic(t.db, linkage, {
    name: '停车',
    year: 2027,
    deliberationDate: '2027-10-26',
    organs: [linkage.government, linkage.countyGovernment, linkage.party],
  });
  const session = await convene(t, linkage, year, {
    body: 'county',
    clerk: 'clerk',
    chair: 'chair',
    name: `${marks.progress}会议`,
  });
  const citySession = await convene(t, linkage, year, {
    body: 'city',
    clerk: 'office',
    chair: 'citychair',
    name: '市会议',
  });
  const entered = await enter(clerk, linkage, year, { body: 'county', name: `${marks.progress}待确认` });
  const otherEntered = await enter(clerk, linkage, year, { body: 'county', name: `${marks.progress}待退回` });
  const thirdEntered = await enter(clerk, linkage, year, { body: 'county', name: `${marks.progress}待撤回` });
  const file = await upload(clerk, `${marks.contents}.txt`, marks.contents);
  const sentFile = await upload(clerk, `${marks.sent}.txt`, marks.sent);
  const unsent = await send(clerk, topic, linkage.countyGovernment.id, marks.contents);
  const sent = await send(clerk, topic, linkage.city.id, marks.sent);
  await attach(t, sent, sentFile.digest);
  const invitation = await invite(clerk, topic, linkage.people.deputy.personId);
  const notes = await plantNotes(clerk, topic);
  const bound = { ...dutyOf(marks.contents), personIds: [linkage.people.chair.personId] };
  const { ids } = (await made(clerk.post('/api/leader-duties', bound))) as { ids: [string] };
  await plantRows(t, linkage, topic);
  const motion = await plantMotion(t, linkage, topic);
  const otherMotion = await plantMotion(t, linkage, topic);
  const subject = await addAccount(t.db, linkage.county, { login: 'subject', roles: ['office-clerk'] });
  const appointment = await plantAppointment(t, linkage, subject.personId);
  return {
    year,
    topic,
    session,
    citySession,
    entered,
    otherEntered,
    thirdEntered,
    file,
    sentFile,
    unsent,
    sent,
    invitation,
    notes,
    motion,
    otherMotion,
    duty: ids[0],
    subject,
    appointment,
    linkage,
  };
}

async function yearWithSuggestions(t: TestApp, clerk: Client): Promise<string> {
  const office = await t.signInAs('office');
  const { caseId } = (await made(office.post('/api/years', { year: 2027 }))) as { caseId: string };
  for (const client of [office, clerk]) {
    const call = {
      deadline: '2026-12-10',
      invited: ['organs', 'deputies', 'public'],
      notice: '征集',
      publishedOn: '2026-11-03',
      channels: '门户网站',
    };
    await made(client.post(`/api/cases/${caseId}/acts/open-solicitation`, { payload: call }));
  }
  const suggestion = {
    title: `${marks.contents}建议`,
    sources: ['deputies'],
    domain: 'livelihood',
    necessity: marks.contents,
    feasibility: marks.contents,
  };
  const author = { kind: 'citizen', name: marks.contents };
  await made(clerk.post(`/api/cases/${caseId}/acts/register-suggestion`, { payload: { ...suggestion, author } }));
  return caseId;
}

type Convening = { body: 'city' | 'county'; clerk: string; chair: string; name: string };

async function convene(t: TestApp, linkage: WorkingLinkage, year: string, { body, clerk, chair, name }: Convening) {
  const enteredId = await enter(await t.signInAs(clerk), linkage, year, { body, name });
  const chairperson = await t.signInAs(chair);
  const recorded = (await made(chairperson.post(`/api/entered-acts/${enteredId}/confirmation`))) as {
    createdCaseIds: [string];
  };
  return recorded.createdCaseIds[0];
}

async function enter(
  client: Client,
  linkage: WorkingLinkage,
  year: string,
  { body, name }: { body: 'city' | 'county'; name: string },
): Promise<string> {
  const payload = { number: name, opens: '2027-03-16', closes: '2027-03-17', items: [] };
  // What the council said is its own; that a sitting has been convened is progress.
  const said = body === 'county' ? marks.contents : '';
  const meeting = { ...meetingOf(linkage, body, '2026-11-20'), name: `主任会议${said}` };
  const answer = client.post(`/api/cases/${year}/acts/convene-session`, { payload, meeting });
  return ((await made(answer)) as { enteredId: string }).enteredId;
}

async function send(client: Client, topic: string, to: string, text: string): Promise<string> {
  const payload = { toIds: [to], about: 'contact', subject: `${text}事由`, text };
  const answer = client.post(`/api/cases/${topic}/acts/exchange`, { payload });
  return ((await made(answer)) as { packageIds: [string] }).packageIds[0];
}

/** A duty of a leader that the city is told the days of. */
export function dutyOf(matter: string) {
  return { from: '2027-03-20', until: '2027-03-24', matter, isTold: true };
}

/** A note from the field as a phone sends it. */
export function noteOf(text: string) {
  const place = { kind: 'other', name: '样例地点' };
  return { place, text, secrecy: '内部', photoIds: [], takenAt: '2026-11-24T00:30:00.000Z', formVersion: 1 };
}

/** Notes of the clerk: one with a photo that is read and was corrected, one to be corrected, one to be withdrawn. */
async function plantNotes(client: Client, topic: string) {
  const photo = uuidv7();
  await made(sendPhoto(client, { id: photo }));
  const notes = { read: uuidv7(), corrected: uuidv7(), withdrawn: uuidv7(), photo };
  for (const id of [notes.read, notes.corrected, notes.withdrawn]) {
    const photoIds = id === notes.read ? [photo] : [];
    await made(sendNote(client, topic, id, { ...noteOf(marks.contents), photoIds }));
  }
  const { place } = noteOf('');
  const correction = { version: 1, place, text: `${marks.contents}更正` };
  await made(client.post(`/api/cases/${topic}/field-notes/${notes.read}/corrections`, correction));
  return notes;
}

/** For a day that is far: its code is not good today. */
async function invite(client: Client, topic: string, personId: string): Promise<string> {
  const payload = { activity: 'research', day: '2027-06-01', deputyIds: [personId], text: `${marks.progress}邀请` };
  await made(client.post(`/api/cases/${topic}/acts/invite-deputies`, { payload }));
  const answer = await made(client.get(`/api/cases/${topic}/invitations`));
  return (answer as { invitations: [{ id: string }] }).invitations[0].id;
}

async function upload(client: Client, name: string, text: string): Promise<{ id: string; digest: string }> {
  const { body, type } = await formOf(name, text);
  const { id } = (await made(client.request('POST', '/api/files', body, { 'content-type': type }))) as { id: string };
  return { id, digest: createHash('sha256').update(text).digest('hex') };
}

/** No form attaches files to a contact yet; the row says what a sealed attachment says. */
async function attach(t: TestApp, packageId: string, digest: string): Promise<void> {
  const attachments = JSON.stringify([{ digest, name: `${marks.sent}.txt`, size: 1 }]);
  await t.db.owner.query('update package set attachments = $2 where id = $1', [packageId, attachments]);
}

/** Rows that only long stories bring about: a finding, a task, a notice, a date that was replaced, a line of who read what. */
async function plantRows(t: TestApp, { cityCode, county }: WorkingLinkage, topic: string): Promise<void> {
  const finding = {
    id: '1',
    title: marks.contents,
    description: marks.contents,
    severity: 'general',
    place: { kind: 'county', tenantId: county.id },
  };
  const { rows } = await t.db.owner.query<{ state: typeof emptyCaseState }>(
    'select state from case_state where case_id = $1 and tenant_id = $2',
    [topic, county.id],
  );
  const state = rows[0]?.state ?? emptyCaseState;
  const withFinding = { ...state, research: { ...state.research, findings: [finding] } };
  const statements: [string, unknown[]][] = [
    ['update case_state set state = $3 where case_id = $1 and tenant_id = $2', [topic, county.id, withFinding]],
    [
      `insert into task (city_code, case_id, tenant_id, step_key, step_id, performer, state, force, clause, title, why, case_name)
       values ($3, $1, $2, 'planted', 'planted', 'office', 'ready', 'must', 'S2.6', $4, $4, $4)`,
      [topic, county.id, cityCode, marks.progress],
    ],
    [
      'insert into notice (city_code, id, tenant_id, case_id, text) values ($4, $1, $2, $3, $5)',
      [uuidv7(), county.id, topic, cityCode, marks.progress],
    ],
    [
      `insert into superseded_date (city_code, id, case_id, tenant_id, step_key, reason) values ($4, $1, $3, $2, 'planted', $5)`,
      [uuidv7(), county.id, topic, cityCode, marks.progress],
    ],
    [
      `insert into audit_entry (city_code, id, tenant_id, at, category, action, subject, address)
       values ($3, $1, $2, now(), 'reading', 'package-read', $4, '127.0.0.1')`,
      [uuidv7(), county.id, cityCode, marks.contents],
    ],
  ];
  for (const [text, values] of statements) await t.db.owner.query(text, values);
}

/** A 质询案 of 甲县 that its office has drafted, with nobody's signature. */
async function plantMotion(t: TestApp, { cityCode, county, countyGovernment, people }: WorkingLinkage, topic: string) {
  const id = uuidv7();
  await t.db.owner.query(
    `insert into interpellation_motion
       (city_code, id, tenant_id, case_id, round, organ_id, question, content, version, drafted_by_id, drafted_by_name, drafted_at)
     values ($1, $2, $3, $4, 1, $5, $6, $6, 1, $7, '样例', now())`,
    [cityCode, id, county.id, topic, countyGovernment.id, marks.contents, people.clerk.personId],
  );
  return id;
}

async function plantAppointment(t: TestApp, { cityCode, county }: WorkingLinkage, personId: string): Promise<string> {
  const id = uuidv7();
  await t.db.owner.query(
    `insert into appointment (city_code, id, person_id, tenant_id, post, from_date) values ($1, $2, $3, $4, 'office-staff', '2025-01-01')`,
    [cityCode, id, personId, county.id],
  );
  return id;
}

/** What was answered, of a request that has to succeed. */
async function made(answer: ReturnType<Client['post']>): Promise<unknown> {
  const response = await answer;
  if (response.statusCode >= 300) throw new Error(`${response.statusCode} ${response.body}`);
  return response.json();
}
