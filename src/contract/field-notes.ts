import { z } from 'zod';
import { fieldNoteFormVersion, type NotePlace } from '../domain/research/field-note.ts';
import { placeSchema } from './acts/research.ts';
import { exportFile } from './export-file.ts';
import { longText, shortText } from './fields.ts';
import { secrecyLevels } from './files.ts';
import { paging } from './paging.ts';
import { defineRoute, uuid } from './route.ts';

const tag = '现场记录';
const inCase = z.object({ caseId: uuid });

/** Photos of one note. */
export const photoLimit = 9;

const notePlace = z.union([
  placeSchema,
  z.object({ kind: z.literal('other').meta({ title: '类别' }), name: shortText('地点') }),
]) satisfies z.ZodType<NotePlace>;

/** As it is filled in on a phone and kept there until it can be sent. */
export const fieldNoteSchema = z.object({
  place: notePlace.meta({ title: '地点' }),
  text: longText('记录内容'),
  secrecy: z.enum(secrecyLevels).meta({ title: '密级' }),
  photoIds: z.array(uuid).max(photoLimit, `照片不能超过${photoLimit}张`).meta({ title: '照片' }),
  takenAt: z.iso.datetime().meta({ title: '记录时间', description: '手机上的时间，UTC' }),
  formVersion: z
    .number()
    .int()
    .min(1)
    .max(fieldNoteFormVersion, '这条记录由更新的版本填写，请在系统升级完成后重新发送')
    .meta({ title: '表格版本' }),
});
export type FieldNoteInput = z.output<typeof fieldNoteSchema>;

const wording = { place: notePlace, text: z.string() };
const noteFacts = z.object({
  id: uuid,
  /** Such as 调研20261124-0007, given once when the note arrived. */
  receiptNumber: z.string(),
  authorName: z.string(),
  /** Whether the reader wrote it, and may correct and withdraw it. */
  isOwn: z.boolean(),
  takenAt: z.string(),
  arrivedAt: z.string(),
  secrecy: z.string(),
  formVersion: z.number().int(),
  /** 1 as it arrived; one more with each correction and with the withdrawal. */
  version: z.number().int(),
});
const photo = z.object({ digest: z.string(), name: z.string(), size: z.number().int() });
/** `photos`: the same files as an act attaches them. */
const readable = { ...wording, photoIds: z.array(uuid), photos: z.array(photo) };

/** A note that was withdrawn says that it was there, by whom and until when, and nothing of what it said. */
const fieldNoteView = z.discriminatedUnion('standing', [
  noteFacts.extend({ standing: z.literal('arrived'), ...readable }),
  noteFacts.extend({ standing: z.literal('corrected'), changedAt: z.string(), ...readable }),
  noteFacts.extend({ standing: z.literal('withdrawn'), changedAt: z.string() }),
]);
export type FieldNote = z.output<typeof fieldNoteView>;
/** A note whose words are there to be read. */
export type ReadableNote = Exclude<FieldNote, { standing: 'withdrawn' }>;

export const listFieldNotes = defineRoute({
  method: 'GET',
  path: '/api/cases/:caseId/field-notes',
  id: 'listFieldNotes',
  summary: '本单位在这一议题上的现场记录，最近记录的在前',
  tag,
  access: 'signed-in',
  params: inCase,
  query: z.object({ ...paging }),
  response: z.object({ notes: z.array(fieldNoteView), total: z.number().int(), pageSize: z.number().int() }),
});

export const exportFieldNotes = defineRoute({
  ...exportFile,
  path: '/api/cases/:caseId/field-notes/export',
  id: 'exportFieldNotes',
  summary: '导出本单位在这一议题上的现场记录和以前的内容；已撤回的没有内容',
  params: inCase,
});

export const saveFieldNote = defineRoute({
  method: 'PUT',
  path: '/api/cases/:caseId/field-notes/:noteId',
  id: 'saveFieldNote',
  summary: '送达一条现场记录，编号由手机编定：同一条记录重复发送只存一次，回执编号不变',
  tag,
  access: 'signed-in',
  params: z.object({ caseId: uuid, noteId: uuid }),
  body: fieldNoteSchema,
  response: fieldNoteView,
});

const oneNote = z.object({ caseId: uuid, noteId: uuid });
/** The version that was seen: a newer one is a conflict. */
const version = z.number().int().min(1).meta({ title: '版本' });

export const correctFieldNote = defineRoute({
  method: 'POST',
  path: '/api/cases/:caseId/field-notes/:noteId/corrections',
  id: 'correctFieldNote',
  summary: '本人更正已送达的现场记录：原来的内容保留，同一更正重复发送只记一次',
  tag,
  access: 'signed-in',
  params: oneNote,
  body: z.object({ version, ...fieldNoteSchema.pick({ place: true, text: true }).shape }),
  response: fieldNoteView,
});

export const withdrawFieldNote = defineRoute({
  method: 'POST',
  path: '/api/cases/:caseId/field-notes/:noteId/withdrawal',
  id: 'withdrawFieldNote',
  summary: '本人撤回已送达的现场记录：他人不再看到内容；重复撤回只记一次',
  tag,
  access: 'signed-in',
  params: oneNote,
  body: z.object({ version }),
  response: fieldNoteView,
});

const wordingSchema = z.object({ version: z.number().int(), ...wording, at: z.string(), byName: z.string() });
export type EarlierWording = z.output<typeof wordingSchema>;

export const listNoteWordings = defineRoute({
  method: 'GET',
  path: '/api/cases/:caseId/field-notes/:noteId/wordings',
  id: 'listNoteWordings',
  summary: '现场记录以前的内容，先后为序；已撤回的只给本人',
  tag,
  access: 'signed-in',
  params: oneNote,
  response: z.object({ wordings: z.array(wordingSchema) }),
});

export const downloadNotePhoto = defineRoute({
  method: 'GET',
  path: '/api/cases/:caseId/field-notes/:noteId/photos/:fileId',
  id: 'downloadNotePhoto',
  summary: '现场记录的照片，给能够查看这条记录的人；已撤回的只给本人',
  tag,
  access: 'signed-in',
  params: oneNote.extend({ fileId: uuid }),
  produces: 'application/octet-stream',
  response: z.unknown(),
});
