import type { Level, TenantKind } from '../organisation/tenant.ts';
import { deliberationSteps } from './deliberation-steps.ts';
import { researchSteps } from './research-steps.ts';
import { resultsSteps } from './results-steps.ts';
import { safeguardsSteps } from './safeguards-steps.ts';
import { sessionSteps } from './session-steps.ts';
import type { Step } from './step.ts';
import { topicsSteps } from './topics-steps.ts';

/** The whole procedure, in the order of the opinion. */
export const steps: readonly Step[] = [
  ...topicsSteps,
  ...researchSteps,
  ...deliberationSteps,
  ...sessionSteps,
  ...resultsSteps,
  ...safeguardsSteps,
];

/** The step of that id as it stands for a level; city and county differ in S3.1 and S3.5. */
export function findStep(id: string, level: Level, tenant: TenantKind = 'body'): Step | undefined {
  return steps.find(
    (step) => step.id === id && step.tenant === tenant && (step.level === level || step.level === 'both'),
  );
}

/** Steps that an act of this kind satisfies on a track of that level and kind. */
export function stepsDoneBy(actKind: string, level: Level, tenant: TenantKind): readonly Step[] {
  return steps.filter(
    (step) => step.doneBy === actKind && step.tenant === tenant && (step.level === level || step.level === 'both'),
  );
}
