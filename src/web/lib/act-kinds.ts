import type { Level, TenantKind } from '../../domain/organisation/tenant.ts';
import { findStep } from '../../domain/procedure/procedure.ts';

/** Which act does a step: one that is filled in, or signing for a package that has to arrive first. */
export type StepAct = { by: 'form'; kind: string } | { by: 'receipt' };

export function actOfStep(stepId: string, level: Level, tenant: TenantKind): StepAct | undefined {
  const doneBy = findStep(stepId, level, tenant)?.doneBy;
  if (doneBy === undefined) return undefined;
  return doneBy.startsWith('receive-package/') ? { by: 'receipt' } : { by: 'form', kind: doneBy };
}
