import { z } from 'zod';
import { repeatKinds } from '../domain/handling/earlier-problem.ts';
import { limits } from './fields.ts';
import { defineRoute, plainDate, uuid } from './route.ts';

/** As the domain's EarlierProblem. */
const earlierSchema = z.object({
  caseId: uuid,
  caseName: z.string(),
  year: z.number().int(),
  demandId: z.string(),
  no: z.number().int(),
  problem: z.string(),
  text: z.string(),
  organId: uuid,
  kind: z.enum(repeatKinds),
  judged: z
    .object({ verdict: z.enum(['met', 'partly-met', 'not-met']), reason: z.string(), round: z.number().int() })
    .nullable(),
  place: z.enum(['same', 'other', 'unknown']),
  words: z.array(z.string()),
  apart: z.object({ reason: z.string(), byName: z.string(), on: plainDate }).nullable(),
});

const repeatsSchema = z.object({
  repeats: z.array(z.object({ problemId: z.string(), earlier: z.array(earlierSchema) })),
  /** Demands of the topic that a problem of a later one is like. */
  stoodAgain: z.array(
    z.object({
      demandId: z.string(),
      later: z.array(
        z.object({
          caseId: uuid,
          caseName: z.string(),
          year: z.number().int(),
          problemId: z.string(),
          problem: z.string(),
        }),
      ),
    }),
  ),
  /** Whether the reader may say that two are not the same. */
  mayTellApart: z.boolean(),
});
const params = z.object({ caseId: uuid });
const id = z.string().min(1).max(120);

/** Findings and demands of a topic that are like a demand of an earlier one, by their own words. */
export const listRepeatProblems = defineRoute({
  method: 'GET',
  path: '/api/cases/:caseId/repeat-problems',
  id: 'listRepeatProblems',
  summary: '本议题的哪些问题在以前的议题中提出过要求、现在再次出现，哪些审议要求在以后的议题中再次出现',
  tag: '事项',
  access: 'signed-in',
  params,
  response: repeatsSchema,
});

export const tellProblemsApart = defineRoute({
  method: 'PUT',
  path: '/api/cases/:caseId/repeat-problems/apart',
  id: 'tellProblemsApart',
  summary: '牵头委室认定问题与以前的审议要求不是同一问题，写明理由；理由为空的，撤销认定',
  tag: '事项',
  access: 'signed-in',
  params,
  body: z.object({
    problemIds: z.array(id).min(1).max(20),
    earlierCaseId: uuid,
    earlierDemandId: id,
    /** Null takes back what was said. */
    reason: z.string().trim().min(1).max(limits.comment).nullable(),
  }),
  response: repeatsSchema,
});
