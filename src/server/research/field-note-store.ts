import type { EarlierWording, FieldNote, FieldNoteInput, ReadableNote } from '../../contract/field-notes.ts';
import { type NoteStanding, type NoteWording, receiptNumberOf } from '../../domain/research/field-note.ts';
import type { Trx } from '../db/database.ts';

/** Whose notes on which topic. */
export type NoteList = { cityCode: string; tenantId: string; caseId: string };

/** The note as it is now; `arrivedText` is what it said when it arrived. */
export type StoredNote = Omit<ReadableNote, 'receiptNumber' | 'isOwn' | 'standing' | 'changedAt'> & {
  authorId: string;
  receivedOn: string;
  receiptNo: number;
  arrivedText: string;
  standing: NoteStanding;
  changedAt: string | null;
};

const columns = `note.id, note.author_id as "authorId", note.author_name as "authorName", note.taken_at as "takenAt",
  note.arrived_at as "arrivedAt", note.received_on as "receivedOn", note.receipt_no as "receiptNo", note.secrecy,
  note.photo_ids as "photoIds",
  (select coalesce(json_agg(json_build_object('digest', file.digest, 'name', file.name, 'size', file.size) order by file.uploaded_at, file.id), '[]')
    from file where file.city_code = note.city_code and file.tenant_id = note.tenant_id
      and file.id::text in (select jsonb_array_elements_text(note.photo_ids))) as photos,
  note.form_version as "formVersion", note.body as "arrivedText",
  coalesce(wording.place, note.place) as place, coalesce(wording.body, note.body) as "text",
  coalesce(latest.version, 1) as version, latest.changed_at as "changedAt",
  case latest.kind when 'correction' then 'corrected' when 'withdrawal' then 'withdrawn' else 'arrived' end as standing`;
/** Each note with its last change and its last correction: the one that was withdrawn still has its author's words. */
const notes = `field_note note
  left join lateral (select version, kind, changed_at from field_note_change change
    where change.city_code = note.city_code and change.tenant_id = note.tenant_id and change.note_id = note.id
    order by version desc limit 1) latest on true
  left join lateral (select place, body from field_note_change change
    where change.city_code = note.city_code and change.tenant_id = note.tenant_id and change.note_id = note.id
      and change.kind = 'correction' order by version desc limit 1) wording on true`;
const inList = 'note.city_code = $1 and note.tenant_id = $2 and note.case_id = $3';

/** Notes of the tenant on the topic, those taken last first. */
export async function listNotes(
  trx: Trx,
  list: NoteList,
  { limit, offset }: { limit: number; offset: number },
): Promise<StoredNote[]> {
  return trx.rows<StoredNote>(
    `select ${columns} from ${notes} where ${inList} order by note.taken_at desc, note.id limit $4 offset $5`,
    [...valuesOf(list), limit, offset],
  );
}

export async function countNotes(trx: Trx, list: NoteList): Promise<number> {
  const { total } = await trx.one<{ total: number }>(
    `select count(*) as total from field_note note where ${inList}`,
    valuesOf(list),
  );
  return total;
}

/**
 * Whoever saves or changes a note waits here for who does so for the same tenant: numbers have no gap and no double, and a change is judged
 * by what the last one left. Held until the transaction ends.
 */
export async function lockNotes(trx: Trx, { tenantId }: Pick<NoteList, 'tenantId'>): Promise<void> {
  await trx.rows("select pg_advisory_xact_lock(hashtextextended('field-notes:' || $1::text, 0))", [tenantId]);
}

export async function findNote(trx: Trx, list: NoteList, id: string): Promise<StoredNote | undefined> {
  return trx.maybe<StoredNote>(`select ${columns} from ${notes} where ${inList} and note.id = $4`, [
    ...valuesOf(list),
    id,
  ]);
}

/** The number that follows those of a tenant's day. Call with the notes locked. */
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

/** False when a note of another tenant or topic has the id. */
export async function insertNote(trx: Trx, list: NoteList, note: NewNote): Promise<boolean> {
  const inserted = await trx.run(
    `insert into field_note (city_code, tenant_id, case_id, id, author_id, author_name, taken_at, arrived_at, received_on, receipt_no,
       place, body, secrecy, photo_ids, form_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (city_code, id) do nothing`,
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
  return inserted === 1;
}

/** `wording` null: the note is withdrawn. */
export type NewChange = {
  noteId: string;
  version: number;
  wording: NoteWording | null;
  personId: string;
  personName: string;
  at: string;
};

/** False when the note has a change of that version already. */
export async function insertChange(
  trx: Trx,
  { cityCode, tenantId }: Pick<NoteList, 'cityCode' | 'tenantId'>,
  { noteId, version, wording, personId, personName, at }: NewChange,
): Promise<boolean> {
  const inserted = await trx.run(
    `insert into field_note_change (city_code, tenant_id, note_id, version, kind, place, body, changed_by, changed_by_name, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (city_code, note_id, version) do nothing`,
    [
      cityCode,
      tenantId,
      noteId,
      version,
      wording === null ? 'withdrawal' : 'correction',
      wording === null ? null : JSON.stringify(wording.place),
      wording?.text ?? null,
      personId,
      personName,
      at,
    ],
  );
  return inserted === 1;
}

/** What a note said, version by version, the first as it arrived. */
export async function listWordings(trx: Trx, list: NoteList, noteId: string): Promise<EarlierWording[]> {
  return trx.rows<EarlierWording>(
    `select 1 as version, note.place, note.body as "text", note.arrived_at as at, note.author_name as "byName"
     from field_note note where ${inList} and note.id = $4
     union all
     select version, place, body, changed_at, changed_by_name from field_note_change
     where city_code = $1 and tenant_id = $2 and note_id = $4 and kind = 'correction'
     order by version`,
    [...valuesOf(list), noteId],
  );
}

/** As `listWordings` of every corrected note of the list: what each said before, and what it says now. */
export async function listWordingsOfAll(trx: Trx, list: NoteList): Promise<(EarlierWording & { noteId: string })[]> {
  const isCorrected = `exists (select 1 from field_note_change correction where correction.city_code = note.city_code
    and correction.tenant_id = note.tenant_id and correction.note_id = note.id and correction.kind = 'correction')`;
  return trx.rows(
    `select note.id as "noteId", 1 as version, note.place, note.body as "text", note.arrived_at as at, note.author_name as "byName"
     from field_note note where ${inList} and ${isCorrected}
     union all
     select note.id, change.version, change.place, change.body, change.changed_at, change.changed_by_name
     from field_note note join field_note_change change on change.city_code = note.city_code
       and change.tenant_id = note.tenant_id and change.note_id = note.id and change.kind = 'correction'
     where ${inList}
     order by version`,
    valuesOf(list),
  );
}

/** The note as a reader sees it, with its receipt number; of one that was withdrawn nothing that it said. */
export function noteView(note: StoredNote, { personId }: { personId: string }): FieldNote {
  const { id, authorName, takenAt, arrivedAt, secrecy, formVersion, version, place, text, photoIds, photos } = note;
  const facts = { id, authorName, takenAt, arrivedAt, secrecy, formVersion, version };
  const common = {
    ...facts,
    receiptNumber: receiptNumberOf(note.receivedOn, note.receiptNo),
    isOwn: note.authorId === personId,
  };
  const changedAt = note.changedAt ?? arrivedAt;
  switch (note.standing) {
    case 'arrived':
      return { ...common, standing: 'arrived', place, text, photoIds, photos };
    case 'corrected':
      return { ...common, standing: 'corrected', changedAt, place, text, photoIds, photos };
    case 'withdrawn':
      return { ...common, standing: 'withdrawn', changedAt };
  }
}

function valuesOf({ cityCode, tenantId, caseId }: NoteList): unknown[] {
  return [cityCode, tenantId, caseId];
}
