import type { FieldNote } from '../src/contract/field-notes.ts';
import { formOf } from './form.ts';
import type { Client } from './test-app.ts';
import type { TestDatabase } from './test-database.ts';
import type { WorkingLinkage } from './working-linkage.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A note of 甲县's streets as a phone sends it. */
export const buildNote = (linkage: WorkingLinkage, more: object = {}) => ({
  place: { kind: 'county', tenantId: linkage.county.id },
  text: '停车场入口被占用。',
  secrecy: '内部',
  photoIds: [],
  takenAt: '2026-11-23T08:15:00.000Z',
  formVersion: 1,
  ...more,
});

export const sendNote = (client: Client, caseId: string, id: string, body: object) =>
  client.request('PUT', `/api/cases/${caseId}/field-notes/${id}`, body);

export const askNotes = (client: Client, caseId: string) => client.get(`/api/cases/${caseId}/field-notes`);

export const listNotesOf = async (client: Client, caseId: string) =>
  (await askNotes(client, caseId)).json<{ notes: FieldNote[] }>().notes;

/** Uploads a picture under an id of the sender's choice, as a phone does. */
export async function sendPhoto(
  client: Client,
  { id, bytes = png, name = '现场照片.png' }: { id: string; bytes?: Buffer; name?: string },
) {
  const { body } = await formOf(name, bytes);
  const [first = ''] = body.toString('latin1').split('\r\n');
  const field = Buffer.from(`${first}\r\nContent-Disposition: form-data; name="id"\r\n\r\n${id}\r\n`);
  const type = `multipart/form-data; boundary=${first.slice(2)}`;
  return client.request('POST', '/api/files', Buffer.concat([field, body]), { 'content-type': type });
}

/** The city's joint research team of a topic is these people, as the act that forms one leaves it. */
export async function seatTeam(
  db: TestDatabase,
  { cityCode, city }: WorkingLinkage,
  caseId: string,
  personIds: readonly string[],
): Promise<void> {
  await db.owner.query(
    `insert into research_team_member (city_code, tenant_id, case_id, person_id) select $1, $2, $3, unnest($4::uuid[])`,
    [cityCode, city.id, caseId, personIds],
  );
}
