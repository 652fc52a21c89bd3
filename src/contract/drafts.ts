import { z } from 'zod';
import { actKinds } from './act-kinds.ts';
import { defineRoute, uuid } from './route.ts';

const tag = '法定行为';
const params = z.object({ caseId: uuid, kind: z.enum(actKinds) });

const draftSchema = z.object({
  version: z.number().int().positive(),
  /** What stands in the form, as the form keeps it: nothing of it has been judged yet. */
  typed: z.record(z.string(), z.unknown()),
  savedByName: z.string(),
  savedAt: z.string(),
  /** Written by the clerks of the unit together, or by one person alone. */
  isShared: z.boolean(),
});
export type ActDraft = z.output<typeof draftSchema>;

export const readDraft = defineRoute({
  method: 'GET',
  path: '/api/cases/:caseId/drafts/:kind',
  id: 'readDraft',
  summary: '一项行为尚未办理的填写内容',
  tag,
  access: 'signed-in',
  params,
  response: z.object({ draft: draftSchema.nullable() }),
});

export const saveDraft = defineRoute({
  method: 'PUT',
  path: '/api/cases/:caseId/drafts/:kind',
  id: 'saveDraft',
  summary: '保存填写内容；他人在此期间保存过的，以 draft/changed 拒绝',
  tag,
  access: 'signed-in',
  params,
  /** `version`: the one that the form was filled in on; 0 where there was none. */
  body: z.object({ version: z.number().int().min(0), typed: z.record(z.string(), z.unknown()) }),
  response: draftSchema,
});

export const discardDraft = defineRoute({
  method: 'DELETE',
  path: '/api/cases/:caseId/drafts/:kind',
  id: 'discardDraft',
  summary: '放弃填写内容',
  tag,
  access: 'signed-in',
  params,
  status: 204,
  response: z.undefined(),
});

export const listDrafts = defineRoute({
  method: 'GET',
  path: '/api/drafts',
  id: 'listDrafts',
  summary: '本人和本单位尚未办理的填写内容，最近保存的在前',
  tag,
  access: 'signed-in',
  response: z.object({
    drafts: z.array(
      z.object({
        caseId: uuid,
        caseName: z.string(),
        kind: z.string(),
        title: z.string(),
        clause: z.string(),
        savedByName: z.string(),
        savedAt: z.string(),
        isShared: z.boolean(),
      }),
    ),
  }),
});
