import { z } from 'zod';
import { defineRoute, plainDate, uuid } from './route.ts';

const figure = z.number().int().min(0);

const assessmentSchema = z.object({
  caseId: uuid,
  topicName: z.string(),
  year: z.number().int(),
  /** Whose session assessed: the own body, or a county that has sent its result. */
  bodyId: uuid,
  of: z.enum(['report', 'handling']),
  /** Round of handling; null for a work report. */
  round: z.number().int().positive().nullable(),
  /** Day of the ballot; null for a result that was sent without one. */
  on: plainDate.nullable(),
  members: figure,
  present: figure,
  satisfied: figure,
  basicallySatisfied: figure,
  unsatisfied: figure,
  invalid: figure,
  grade: z.enum(['satisfied', 'basically-satisfied', 'unsatisfied']).nullable(),
  explanation: z.string(),
});
export type AssessmentEntry = z.output<typeof assessmentSchema>;

export const listAssessments = defineRoute({
  method: 'GET',
  path: '/api/assessments',
  id: 'listAssessments',
  summary: '历次满意度测评结果：本级的，以及各县（市、区）报送的；最近的在前',
  tag: '满意度测评',
  access: 'signed-in',
  response: z.object({ assessments: z.array(assessmentSchema) }),
});
