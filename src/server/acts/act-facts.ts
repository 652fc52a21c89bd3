import { type CaseState, emptyCaseState } from '../../domain/case-state.ts';
import { askedIn } from '../../domain/handling/interpellation-answer.ts';
import { openAnswerOf, wordsOn } from '../../domain/handling/interpellation-word.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import type { ActDefinition, Facts } from '../../domain/procedure/act.ts';
import { type CaseView, type PlainDateText, type Track, trackOf } from '../../domain/procedure/case.ts';
import type { Trx } from '../db/database.ts';
import { NotFoundError } from '../errors.ts';
import { type LinkageFacts, linkageFactsOf } from '../organisations/linkage-facts-queries.ts';
import { listSessions } from './act-queries.ts';
import { caseViewOf, findCase, findState, getCase, getCaseWithState, listCases } from './case-store.ts';
import { lockOpenConsultation } from './consultation-store.ts';
import { lockMotion, lockMotions, submittedAmong } from './motion-store.ts';

export type LoadedCase = { view: CaseView; linkage: LinkageFacts };

/** The case as the scope sees it, with the facts of its linkage. */
export async function loadCase(trx: Trx, cityCode: string, caseId: string): Promise<LoadedCase> {
  const row = await getCase(trx, cityCode, caseId);
  const linkage = await linkageFactsOf(trx, cityCode, row.organisationVersion, row.linkageName);
  return { view: caseViewOf(row, cityCode), linkage };
}

/** The case as `loadCase`, with the actor's tenant's own state. */
export async function loadOwnCase(trx: Trx, actor: Actor, caseId: string): Promise<LoadedCase & { state: CaseState }> {
  const row = await getCaseWithState(trx, actor.cityCode, caseId, actor.tenantId);
  const linkage = await linkageFactsOf(trx, actor.cityCode, row.organisationVersion, row.linkageName);
  return { view: caseViewOf(row, actor.cityCode), linkage, state: row.ownState ?? emptyCaseState };
}

/** The case as the scope sees it, with the actor's tenant's own state: what is shown of it, without what the rules ask besides. */
export async function viewOwnCase(
  trx: Trx,
  actor: Actor,
  caseId: string,
): Promise<{ view: CaseView; state: CaseState }> {
  const row = await getCaseWithState(trx, actor.cityCode, caseId, actor.tenantId);
  return { view: caseViewOf(row, actor.cityCode), state: row.ownState ?? emptyCaseState };
}

/** Views of a year's cases as the scope sees them. */
export async function loadCases(
  trx: Trx,
  cityCode: string,
  year: number | null,
  kind: CaseView['kind'] | null,
): Promise<CaseView[]> {
  return (await listCases(trx, cityCode, year, kind)).map((row) => caseViewOf(row, cityCode));
}

/** The actor's own track, or "not found": a case one has no part in does not exist for him. */
export function ownTrack(view: CaseView, actor: Actor): Track {
  const own = trackOf(view, actor.tenantId);
  if (own === undefined) throw new NotFoundError('case', view.id);
  return own;
}

/** Everything the domain asks about one case for one actor, on one day. */
export function factsFor(
  actor: Actor,
  { view, linkage, state }: LoadedCase & { state: CaseState },
  days: { on: PlainDateText; today: PlainDateText },
): Facts {
  return {
    ...days,
    actor,
    view,
    own: ownTrack(view, actor),
    state,
    settings: linkage.settings,
    calendar: linkage.calendar,
    organisation: linkage.organisation,
  };
}

/**
 * The facts with what is decided in a year, for an act that asks it: its topics, and the sittings that the body holds around it
 * (SES-01 looks back over the year's end).
 */
export async function withYear(trx: Trx, { asksYear }: ActDefinition, facts: Facts): Promise<Facts> {
  if (asksYear !== true) return facts;
  const { cityCode, bodyId } = facts.actor;
  const { year } = facts.view;
  const topics = await loadCases(trx, cityCode, year, 'topic');
  return { ...facts, topics, sessions: await listSessions(trx, cityCode, bodyId, year) };
}

/** The facts with the conferring that an act records and closes. */
export async function withConsultation(trx: Trx, { asksConsultation }: ActDefinition, facts: Facts): Promise<Facts> {
  if (asksConsultation !== true) return facts;
  return { ...facts, consultation: await lockOpenConsultation(trx, facts.actor.cityCode, facts.view.id) };
}

/** The facts with the 质询案 that waits for the council, which an act settles. */
export async function withMotion(trx: Trx, { asksMotion }: ActDefinition, facts: Facts): Promise<Facts> {
  if (asksMotion !== true) return facts;
  const motions = await lockMotions(trx, facts.actor.cityCode, facts.actor.tenantId, facts.view.id);
  return { ...facts, motion: submittedAmong(motions, facts.organisation) };
}

/** The facts with what those who put the 质询案 have said of its answer, held so that nobody says more until the end. */
export async function withWords(trx: Trx, { asksWords }: ActDefinition, facts: Facts): Promise<Facts> {
  const motionId = askedIn(facts)?.motionId;
  const open = motionId === undefined ? undefined : openAnswerOf(facts.state, motionId);
  if (asksWords !== true || motionId === undefined || open === undefined) return facts;
  const motion = await lockMotion(trx, facts.actor.cityCode, facts.actor.tenantId, motionId);
  return { ...facts, words: wordsOn(open, motion?.words ?? []) };
}

/** The facts with the sitting that an act of that `sitting` happens in; `payload` may name it. */
export async function withSitting(
  trx: Trx,
  sitting: ActDefinition['sitting'],
  payload: unknown,
  facts: Facts,
): Promise<Facts> {
  const sessionId = sittingIdOf(sitting, payload, facts.own);
  if (sessionId === undefined) return facts;
  const row = await findCase(trx, facts.actor.cityCode, sessionId);
  if (row === undefined || row.kind !== 'session') return facts;
  const state = await findState(trx, facts.actor.cityCode, sessionId, facts.actor.tenantId);
  const { opens, closes } = state.session;
  return { ...facts, sitting: { caseId: sessionId, name: row.name, opens, closes, state: state.session } };
}

function sittingIdOf(sitting: ActDefinition['sitting'], payload: unknown, own: Track): string | undefined {
  if (sitting === 'named') return namedSessionId(payload);
  if (sitting === 'handling') return own.handlingSession?.sessionId;
  return own.session?.sessionId;
}

function namedSessionId(payload: unknown): string | undefined {
  if (payload === null || typeof payload !== 'object' || !('sessionId' in payload)) return undefined;
  return typeof payload.sessionId === 'string' ? payload.sessionId : undefined;
}
