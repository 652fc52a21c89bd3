import type { z } from 'zod';
import type { actKinds } from './act-kinds.ts';
import { actRoute } from './act-route.ts';
import { adjustmentActSchemas } from './acts/adjustment.ts';
import { deliberationActSchemas } from './acts/deliberation.ts';
import { handlingActSchemas } from './acts/handling.ts';
import { nextStepActSchemas } from './acts/next-steps.ts';
import { opinionActSchemas } from './acts/opinion.ts';
import { outcomeActSchemas } from './acts/outcomes.ts';
import { researchActSchemas } from './acts/research.ts';
import { safeguardsActSchemas } from './acts/safeguards.ts';
import { sessionActSchemas } from './acts/session.ts';
import { yearActSchemas } from './acts/year.ts';

/** Payload schema of every act that is filled in; receipts are composed by the server and have none. */
export const actSchemas = {
  ...yearActSchemas,
  ...adjustmentActSchemas,
  ...researchActSchemas,
  ...sessionActSchemas,
  ...deliberationActSchemas,
  ...opinionActSchemas,
  ...handlingActSchemas,
  ...outcomeActSchemas,
  ...nextStepActSchemas,
  ...safeguardsActSchemas,
} as const satisfies Record<(typeof actKinds)[number], z.ZodType>;
export type ActKind = keyof typeof actSchemas;

/** One route per act kind, so that each has its own schema in the API document. */
export function takeActRoute<Kind extends ActKind>(kind: Kind, title: string, clause: string) {
  return actRoute(kind, actSchemas[kind], { title, clause });
}
