import { handlingActs } from './handling/handling-acts.ts';
import type { ActDefinition } from './procedure/act.ts';
import { researchActs } from './research/research-acts.ts';
import { safeguardsActs } from './safeguards/safeguards-acts.ts';
import { beginSession } from './session/begin-session.ts';
import { deliberationActs } from './session/deliberation-acts.ts';
import { sessionActs } from './session/session-acts.ts';
import { adjustmentActs } from './topic/adjustment-acts.ts';
import { yearActs } from './topic/year-acts.ts';

/** Every act there is, in the order of the opinion. */
export const acts: readonly ActDefinition[] = [
  ...yearActs,
  ...adjustmentActs,
  ...researchActs,
  beginSession,
  ...sessionActs,
  ...deliberationActs,
  ...handlingActs,
  ...safeguardsActs,
];

const byKey = new Map(
  acts.map((definition) => [`${definition.case}/${definition.tenant}/${definition.kind}`, definition]),
);

/** The definition of an act in a case, for a tenant of that kind. */
export function findAct(
  caseKind: ActDefinition['case'],
  tenant: ActDefinition['tenant'],
  kind: string,
): ActDefinition | undefined {
  return byKey.get(`${caseKind}/${tenant}/${kind}`);
}
