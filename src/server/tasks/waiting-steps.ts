import { type Actor, readsContents } from '../../domain/organisation/actor.ts';
import { stepsAwaited, type WaitingDecision } from '../../domain/procedure/waiting-decisions.ts';
import type { Trx } from '../db/database.ts';
import { listWaitingDecisions } from './task-queries.ts';

/** Decisions of the actor's tenant that wait for their confirmation. Contents: whoever reads none learns of none. */
export async function waitingDecisions(trx: Trx, actor: Actor): Promise<readonly WaitingDecision[]> {
  return readsContents(actor) ? listWaitingDecisions(trx, actor.cityCode, actor.tenantId) : [];
}

/** Which steps those decisions will do, by case. */
export async function waitingSteps(trx: Trx, actor: Actor): Promise<{ caseId: string; stepId: string }[]> {
  const waiting = await waitingDecisions(trx, actor);
  return waiting.flatMap((decision) => stepsAwaited(decision, actor.level, actor.kind));
}
