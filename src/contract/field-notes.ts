import { z } from 'zod';
import { fieldNoteFormVersion, type NotePlace } from '../domain/research/field-note.ts';
import { placeSchema } from './acts/research.ts';
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

const fieldNoteView = fieldNoteSchema.extend({
  id: uuid,
  /** Such as 调研20261124-0007, given once when the note arrived. */
  receiptNumber: z.string(),
  authorName: z.string(),
  arrivedAt: z.string(),
  takenAt: z.string(),
  formVersion: z.number().int(),
  secrecy: z.string(),
});
export type FieldNote = z.output<typeof fieldNoteView>;

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
