import type { FieldNote, FieldNoteInput } from '../../contract/field-notes.ts';
import { receiptNumberOf } from '../../domain/research/field-note.ts';
import type { Trx } from '../db/database.ts';

/** Whose notes on which topic. */
export type NoteList = { cityCode: string; tenantId: string; caseId: string };

export type StoredNote = Omit<FieldNote, 'receiptNumber'> & { authorId: string; receivedOn: string; receiptNo: number };

const columns = `id, author_id as "authorId", author_name as "authorName", taken_at as "takenAt", arrived_at as "arrivedAt",
  received_on as "receivedOn", receipt_no as "receiptNo", place, body as "text", secrecy, photo_ids as "photoIds",
  form_version as "formVersion"`;
const inList = 'city_code = $1 and tenant_id = $2 and case_id = $3';

/** Notes of the tenant on the topic, those taken last first. */
export async function listNotes(
  trx: Trx,
  list: NoteList,
  { limit, offset }: { limit: number; offset: number },
): Promise<StoredNote[]> {
  return trx.rows<StoredNote>(
    `select ${columns} from field_note where ${inList} order by taken_at desc, id limit $4 offset $5`,
    [...valuesOf(list), limit, offset],
  );
}

export async function countNotes(trx: Trx, list: NoteList): Promise<number> {
  const { total } = await trx.one<{ total: number }>(
    `select count(*) as total from field_note where ${inList}`,
    valuesOf(list),
  );
  return total;
}

/** Whoever saves a note waits here for who is saving one for the same tenant: numbers have no gap and no double. Held until the transaction ends. */
export async function lockReceipts(trx: Trx, { tenantId }: Pick<NoteList, 'tenantId'>): Promise<void> {
  await trx.rows("select pg_advisory_xact_lock(hashtextextended('field-notes:' || $1::text, 0))", [tenantId]);
}

export async function findNote(trx: Trx, list: NoteList, id: string): Promise<StoredNote | undefined> {
  return trx.maybe<StoredNote>(`select ${columns} from field_note where ${inList} and id = $4`, [
    ...valuesOf(list),
    id,
  ]);
}

/** The number that follows those of a tenant's day. Call with the receipts locked. */
export async function nextReceiptNo(
  trx: Trx,
  { cityCode, tenantId }: Pick<NoteList, 'cityCode' | 'tenantId'>,
  receivedOn: string,
): Promise<number> {
  const { last } = await trx.one<{ last: number }>(
    `select coalesce(max(receipt_no), 0) as last from field_note
     where city_code = $1 and tenant_id = $2 and received_on = $3`,
    [cityCode, tenantId, receivedOn],
  );
  return last + 1;
}

type NewNote = FieldNoteInput &
  Pick<StoredNote, 'id' | 'authorId' | 'authorName' | 'arrivedAt' | 'receivedOn' | 'receiptNo'>;

/** Undefined when a note of another tenant or topic has the id. */
export async function insertNote(trx: Trx, list: NoteList, note: NewNote): Promise<StoredNote | undefined> {
  return trx.maybe<StoredNote>(
    `insert into field_note (city_code, tenant_id, case_id, id, author_id, author_name, taken_at, arrived_at, received_on, receipt_no,
       place, body, secrecy, photo_ids, form_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (city_code, id) do nothing returning ${columns}`,
    [
      ...valuesOf(list),
      note.id,
      note.authorId,
      note.authorName,
      note.takenAt,
      note.arrivedAt,
      note.receivedOn,
      note.receiptNo,
      JSON.stringify(note.place),
      note.text,
      note.secrecy,
      JSON.stringify(note.photoIds),
      note.formVersion,
    ],
  );
}

/** The note as its readers see it, with its receipt number. */
export function noteView({ authorId: _authorId, receivedOn, receiptNo, ...note }: StoredNote): FieldNote {
  return { ...note, receiptNumber: receiptNumberOf(receivedOn, receiptNo) };
}

function valuesOf({ cityCode, tenantId, caseId }: NoteList): unknown[] {
  return [cityCode, tenantId, caseId];
}
