import { z } from 'zod';
import { repeatKinds } from '../domain/handling/earlier-problem.ts';
import { defineRoute, uuid } from './route.ts';

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
});

/** Findings and demands of a topic that are like a demand of an earlier one, by their own words. */
export const listRepeatProblems = defineRoute({
  method: 'GET',
  path: '/api/cases/:caseId/repeat-problems',
  id: 'listRepeatProblems',
  summary: '本议题的哪些问题在以前的议题中提出过要求、现在再次出现',
  tag: '事项',
  access: 'signed-in',
  params: z.object({ caseId: uuid }),
  response: z.object({ repeats: z.array(z.object({ problemId: z.string(), earlier: z.array(earlierSchema) })) }),
});
