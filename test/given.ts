import { expect } from 'vitest';
import type { CaseState } from '../src/domain/case-state.ts';
import type { ActDefinition, Effects, Facts, MeetingRecord } from '../src/domain/procedure/act.ts';
import { checkAct } from '../src/domain/procedure/check-act.ts';
import { isBlocking, type Refusal } from '../src/domain/refusal.ts';

/** What became of an act under test: judged, and if it were taken, what it would change. */
export type Judged = {
  refusals: readonly Refusal[];
  /** Nothing at all is said against it. */
  isAllowed: () => void;
  /** A *must* rule refuses it with that code; the text holds what is given. */
  isRefused: (code: string, ...texts: readonly string[]) => void;
  /** Nothing refuses it, and a rule in principle asks for a reason with that code. */
  departs: (code: string, ...texts: readonly string[]) => void;
  /** The tenant's own state after it. */
  state: () => CaseState;
  effects: () => Effects;
  satisfies: () => boolean;
};

/** Given facts, when an act of those declared is taken; the act is found by kind and by the tenant that takes it. */
export function given(facts: Facts) {
  return {
    when(acts: readonly ActDefinition[], kind: string, payload: unknown, meeting?: MeetingRecord): Judged {
      const definition = findIn(acts, kind, facts);
      const refusals = checkAct(definition, payload, facts, meeting);
      return {
        refusals,
        isAllowed: () => expect(refusals).toEqual([]),
        isRefused: (code, ...texts) => {
          expect(refusals.filter(isBlocking).map((refusal) => refusal.code)).toContain(code);
          for (const text of texts) expect(textOf(refusals, code)).toContain(text);
        },
        departs: (code, ...texts) => {
          expect(refusals.filter(isBlocking)).toEqual([]);
          expect(refusals.map((refusal) => refusal.code)).toContain(code);
          for (const text of texts) expect(textOf(refusals, code)).toContain(text);
        },
        state: () => stateAfter(definition, payload, facts),
        effects: () => definition.effects?.(payload, facts, newTestId()) ?? {},
        satisfies: () => definition.satisfies?.(payload, facts) ?? true,
      };
    },
  };
}

function findIn(acts: readonly ActDefinition[], kind: string, facts: Facts): ActDefinition {
  const found = acts.find(
    (act) => act.kind === kind && act.tenant === facts.actor.kind && act.case === facts.view.kind,
  );
  if (found === undefined) throw new Error(`No act ${kind} for a ${facts.actor.kind} in a ${facts.view.kind} case.`);
  return found;
}

function stateAfter(definition: ActDefinition, payload: unknown, facts: Facts): CaseState {
  const stamp = { seq: 7, on: facts.on, actorId: facts.actor.personId, tenantId: facts.actor.tenantId };
  return definition.evolve?.(facts.state, payload, stamp) ?? facts.state;
}

function textOf(refusals: readonly Refusal[], code: string): string {
  return refusals
    .filter((refusal) => refusal.code === code)
    .map((refusal) => refusal.text)
    .join('\n');
}

function newTestId(): () => string {
  let next = 0;
  return () => `id-${++next}`;
}

/** Payload of a receipt, as the server composes it from a sealed package. */
export function receiptOf(fromTenantId: string, content: unknown, senderSeq = 1) {
  return {
    packageId: 'package-1',
    digest: 'sha-256:test',
    from: { tenantId: fromTenantId, name: fromTenantId },
    senderSeq,
    senderHash: 'test',
    content,
    attachments: [],
  };
}
