import type { AvailableAct } from '../../contract/available-acts.ts';
import type { ActView } from '../../contract/cases.ts';
import type { EnteredActView } from '../../contract/entered-acts.ts';
import { acts, findAct } from '../../domain/acts.ts';
import type { TenantKind } from '../../domain/organisation/tenant.ts';
import type { ActDefinition, Facts } from '../../domain/procedure/act.ts';
import type { CaseKind } from '../../domain/procedure/case.ts';
import { doneKey } from '../../domain/procedure/case.ts';
import { checkReady, isCollective, isReceipt } from '../../domain/procedure/check-act.ts';
import { findClause } from '../../domain/procedure/clauses.ts';
import { stepsDoneBy } from '../../domain/procedure/procedure.ts';
import { refuseEnteredAgain } from '../../domain/procedure/waiting-decisions.ts';
import type { StoredAct } from './act-queries.ts';
import type { EnteredAct } from './entered-store.ts';

/**
 * Acts that the actor's tenant and roles could ever take in the case, each with what forbids it now; `entered`: kinds whose decision waits for
 * its confirmation.
 */
export function availableActsView(
  facts: Facts,
  withSittingOf: (definition: ActDefinition) => Facts,
  entered: ReadonlySet<string>,
): AvailableAct[] {
  return acts
    .filter((definition) => belongsTo(definition, facts))
    .map((definition) => availableActView(definition, withSittingOf(definition), entered.has(definition.kind)))
    .filter(
      (act) =>
        !act.refusals.some(
          (refusal) => refusal.code === 'act/not-your-role' || refusal.code === 'act/not-for-this-tenant',
        ),
    );
}

function belongsTo(definition: ActDefinition, facts: Facts): boolean {
  const { actor, view } = facts;
  const levelFits = definition.level === 'both' || definition.level === actor.level;
  return (
    definition.case === view.kind &&
    definition.tenant === actor.kind &&
    levelFits &&
    !isReceipt(definition) &&
    definition.kind !== 'begin-session'
  );
}

function availableActView(definition: ActDefinition, facts: Facts, isEntered: boolean): AvailableAct {
  const steps = stepsDoneBy(definition.kind, facts.own.level, facts.own.kind);
  const stepDone =
    steps.length > 0 &&
    steps.every((step) => facts.own.done[doneKey(step.id, step.perRound, facts.own.round)] !== undefined);
  return {
    kind: definition.kind,
    title: definition.title,
    clause: definition.clause,
    law: [...(definition.law ?? [])],
    performer: definition.by,
    collective: isCollective(definition),
    stage: findClause(definition.clause)?.stage ?? steps[0]?.stage ?? 'safeguards',
    stepDone,
    refusals: [
      ...(isEntered && definition.repeatable !== true ? [refuseEnteredAgain(definition)] : []),
      ...checkReady(definition, facts),
    ].map((refusal) => ({ ...refusal })),
  };
}

function titleOf(caseKind: CaseKind | undefined, tenant: TenantKind, kind: string): { title: string; clause: string } {
  const kinds: readonly CaseKind[] = caseKind === undefined ? ['topic', 'year', 'session'] : [caseKind];
  const definition = kinds.map((candidate) => findAct(candidate, tenant, kind)).find((found) => found !== undefined);
  return { title: definition?.title ?? kind, clause: definition?.clause ?? '' };
}

export function actView(act: StoredAct, caseKind: CaseKind, tenant: TenantKind): ActView {
  return { ...act, ...titleOf(caseKind, tenant, act.kind) };
}

export function enteredActView(entered: EnteredAct, tenant: TenantKind): EnteredActView {
  const { tenantId: _tenantId, actSeq: _actSeq, meeting, ...rest } = entered;
  return {
    ...rest,
    ...titleOf(undefined, tenant, entered.kind),
    meeting: meeting === null ? null : { ...meeting, presentIds: [...meeting.presentIds] },
  };
}
