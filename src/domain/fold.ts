import { findAct } from './acts.ts';
import { type CaseState, emptyCaseState } from './case-state.ts';
import type { TenantKind } from './organisation/tenant.ts';
import type { CaseKind, PlainDateText } from './procedure/case.ts';

/** An act as the ledger holds it, as far as the fold needs it. */
export type RecordedAct = {
  kind: string;
  seq: number;
  on: PlainDateText;
  actorId: string;
  tenantId: string;
  payload: unknown;
};

/** State after one more act. An unknown kind is a bug: the ledger holds only what was declared. */
export function evolve(caseKind: CaseKind, tenant: TenantKind, state: CaseState, act: RecordedAct): CaseState {
  const definition = findAct(caseKind, tenant, act.kind);
  if (definition === undefined)
    throw new Error(`No act ${act.kind} is declared for a ${tenant} in a ${caseKind} case.`);
  const { seq, on, actorId, tenantId } = act;
  return definition.evolve?.(state, act.payload, { seq, on, actorId, tenantId }) ?? state;
}

/** The state of one tenant in one case is the fold of its acts, in order. */
export function fold(caseKind: CaseKind, tenant: TenantKind, acts: readonly RecordedAct[]): CaseState {
  return acts.reduce((state, act) => evolve(caseKind, tenant, state, act), emptyCaseState);
}
