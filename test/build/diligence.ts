import { findAct } from '../../src/domain/acts.ts';
import { daysForward } from '../../src/domain/calendar/counting.ts';
import type { CaseState } from '../../src/domain/case-state.ts';
import { currentRound } from '../../src/domain/handling/rounds.ts';
import { type CaseView, type PlainDateText, trackOf } from '../../src/domain/procedure/case.ts';
import { checkReady } from '../../src/domain/procedure/check-act.ts';
import { steps } from '../../src/domain/procedure/procedure.ts';
import { scheduleOf } from '../../src/domain/procedure/schedule.ts';
import { type Obligation, worklistOf } from '../../src/domain/procedure/worklist.ts';
import { isBlocking } from '../../src/domain/refusal.ts';
import { uncoveredCounties } from '../../src/domain/research/coverage.ts';
import { unansweredFindings } from '../../src/domain/research/finding-answers.ts';
import { openConcerns } from '../../src/domain/safeguards/safeguards-state.ts';
import { type Choices, plainChoices } from './choices.ts';
import { casesOf, fillIn, type Play, play, receiveNext, stateIn, type Who, yearId } from './play.ts';
import { factsIn, type World } from './world.ts';

type Owed = ReadonlyMap<string, readonly Obligation[]>;

/** A case that nothing has changed owes today what it owed before. */
const owedByCase = new WeakMap<CaseView, { today: PlainDateText; owed: Owed }>();

/** What one tenant owes in a case today, by the product's own worklist. */
function owedIn({ world, today }: Play, view: CaseView, tenantId: string): readonly Obligation[] {
  const known = owedByCase.get(view);
  const owed = known?.today === today ? known.owed : owedInCase(world, view, today);
  owedByCase.set(view, { today, owed });
  return owed.get(tenantId) ?? [];
}

function owedInCase(world: World, view: CaseView, today: PlainDateText): Owed {
  const schedule = scheduleOf(view, steps, world.calendar, world.settings);
  const owed = worklistOf(view, schedule, steps, today).filter(
    ({ state, force }) => state !== 'done' && state !== 'waived' && force === 'must',
  );
  return Map.groupBy(owed, ({ tenantId }) => tenantId);
}

/** Has every body finished: its plan public, each topic closed or withdrawn? */
export function isFinished({ world }: Play): boolean {
  const cases = [...world.cases.values()];
  const topics = cases.filter(({ kind }) => kind === 'topic');
  const bodies = (view: CaseView) => view.tracks.filter(({ kind }) => kind === 'body');
  const year = cases.filter(({ kind }) => kind === 'year').flatMap(bodies);
  return (
    topics.length > 0 &&
    year.every(({ done }) => done['publish-annual-plan'] !== undefined) &&
    topics.every(
      (topic) => topic.state === 'withdrawn' || bodies(topic).every(({ closedOn }) => closedOn !== undefined),
    )
  );
}

/** Reasons a patient office does not give while anybody else may still bring what is missing. */
const worthWaiting = [
  'order/counties-missing',
  'order/step-missing',
  'report/counties-missing',
  'plan/comments-missing',
  'special-meeting/not-heard',
  'verdicts/report-missing',
];

/**
 * One act of offices that do what they owe, as soon as it can be done: sign for what has arrived, do what the worklist names, move a
 * sitting whose day has passed, place a topic anew that its sitting left undecided. With nothing to do it waits for the next day on
 * which a sitting is due; at last it goes on with reasons. Undefined means that nobody can do anything any more: a dead end, unless
 * some kinds of act are neglected.
 */
export function diligentStep(
  current: Play,
  choices = plainChoices,
  neglected: readonly string[] = [],
): Play | undefined {
  const patient = { choices, neglected, impatient: false };
  const tenants = turnsOf(current);
  return (
    firstOf(tenants, (tenantId) => receiveNext(current, tenantId, choices)) ??
    firstOf(tenants, (tenantId) => actOf(current, tenantId, patient)) ??
    waitFor(current) ??
    firstOf(tenants, (tenantId) => actOf(current, tenantId, { ...patient, impatient: true }))
  );
}

/** From whoever acted last, round the linkage. */
function turnsOf({ world, log }: Play): readonly string[] {
  const ids = world.organisation.tenants.map(({ id }) => id);
  const last = Math.max(0, ids.indexOf(log.at(-1)?.step.tenantId ?? ''));
  return [...ids.slice(last), ...ids.slice(0, last)];
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Manner = { choices: Choices; neglected: readonly string[]; impatient: boolean };

function actOf(current: Play, tenantId: string, manner: Manner): Play | undefined {
  return firstOf(casesOf(current.world, tenantId), (view) => {
    const who = { tenantId, caseId: view.id };
    const kinds = kindsFor(current, view, who).filter((kind) => !manner.neglected.includes(kind));
    return firstOf(kinds, (kind) => attempt(current, who, kind, manner));
  });
}

/** The acts that further a case for one tenant now, most pressing first. */
function kindsFor(current: Play, view: CaseView, who: Who): readonly string[] {
  const owed = owedIn(current, view, who.tenantId);
  const kinds = owed.map(({ stepId }) => stepId);
  const named = steps.filter((step) => kinds.includes(step.id) && step.case === view.kind).map(({ doneBy }) => doneBy);
  return [...helpFor(current, view, who), ...named];
}

/** Acts that are no step of their own, or a step again: what a step needs, and what a lost vote or a passed day asks for. */
function helpFor({ world, today }: Play, view: CaseView, who: Who): readonly string[] {
  const own = trackOf(view, who.tenantId);
  if (own === undefined || own.closedOn !== undefined || own.kind !== 'body') return [];
  const state = stateIn(world, who);
  const helps: Readonly<Record<string, boolean>> = {
    year: {
      'register-suggestion': state.year.suggestions.length === 0,
      'convene-session': mustConvene(world, who.tenantId, today),
    },
    session: {
      'move-session': state.session.state === 'convened' && state.session.opens < today,
      'adopt-agenda': state.session.state === 'open' && isUnlisted(view, state),
    },
    topic: {
      'record-finding': state.research.findings.length === 0 && state.research.report === null,
      'record-visit':
        own.level === 'city' && own.done['conclude-joint-research'] === undefined && isUncovered(world, who, today),
      'answer-late-findings': state.research.report !== null && unansweredFindings(state.research).length > 0,
      'answer-concern': openConcerns(state.safeguards).length > 0,
      'comment-on-handling': currentRound(state).drafts.length > currentRound(state).comments.length,
    },
  }[view.kind];
  return Object.entries(helps).flatMap(([kind, wanted]) => (wanted ? [kind] : []));
}

function isUnlisted(view: CaseView, { session }: CaseState): boolean {
  return (view.topics ?? []).some(({ id }) => !session.agenda.some(({ topicId }) => topicId === id));
}

function isUncovered(world: World, who: Who, on: PlainDateText): boolean {
  return uncoveredCounties(factsIn(world, { ...who, on, payload: undefined })).length > 0;
}

/** A topic waits for a sitting: its own left it undecided, or the assessment of its handling has none to come. */
function mustConvene(world: World, tenantId: string, today: PlainDateText): boolean {
  const views = casesOf(world, tenantId);
  const coming = views.some(({ kind, tracks }) => {
    const session = tracks[0]?.session;
    return kind === 'session' && session?.state === 'convened' && session.opens > today;
  });
  return views.some((view) => {
    const own = trackOf(view, tenantId);
    if (view.kind !== 'topic' || view.state === 'withdrawn' || own === undefined || own.closedOn !== undefined)
      return false;
    if (own.session === undefined) return true;
    if (own.done['adopt-opinion'] === undefined) return own.session.state === 'closed';
    const scheduled = own.done[`schedule-handling-assessment@${own.round}`] !== undefined;
    const assessed = own.done[`assess-handling@${own.round}`] !== undefined;
    if (assessed || own.done[`give-verdicts@${own.round}`] === undefined) return false;
    return scheduled ? own.handlingSession?.state === 'closed' : !coming;
  });
}

function attempt(current: Play, who: Who, kind: string, { choices, impatient }: Manner): Play | undefined {
  const view = current.world.cases.get(kind === 'convene-session' ? yearId : who.caseId);
  const tenantKind = current.world.organisation.tenants.find(({ id }) => id === who.tenantId)?.kind ?? 'body';
  const definition = view === undefined ? undefined : findAct(view.kind, tenantKind, kind);
  if (view === undefined || definition === undefined) return undefined;
  const place = { ...who, caseId: view.id };
  const facts = factsIn(current.world, { ...place, on: current.today, payload: undefined }, definition);
  if (definition.sitting !== 'named' && checkReady(definition, facts).some(isBlocking)) return undefined;
  const step = fillIn(current, place, kind, choices);
  // Waiting is one thing and acting another: what lies ahead is not done today.
  if (step === undefined || step.on > current.today) return undefined;
  const outcome = play(current, step);
  if ('play' in outcome) return outcome.play;
  if (outcome.refusals.some(isBlocking)) return undefined;
  const waits = kind !== 'close-session' && outcome.refusals.some(({ code }) => worthWaiting.includes(code));
  if (waits && !impatient) return undefined;
  const reasoned = play(current, { ...step, reason: '情况特殊' });
  return 'play' in reasoned ? reasoned.play : undefined;
}

/** Moves the day on to the next on which a sitting is due to open. */
function waitFor({ world, today, log }: Play): Play | undefined {
  const days = [...world.cases.values()].flatMap(({ kind, tracks }) => {
    const session = tracks[0]?.session;
    return kind === 'session' && session?.state === 'convened' && session.opens > today ? [session.opens] : [];
  });
  const [next] = days.toSorted();
  return next === undefined ? undefined : { world, today: next, log };
}

/** Diligent acts until everything is finished; the reason where it is not within so many acts. */
export function finish(from: Play, most: number): { play: Play; stuck?: string } {
  let current = from;
  for (let count = 0; count < most; count += 1) {
    if (isFinished(current)) return { play: current };
    const next = diligentStep(current);
    if (next === undefined) return { play: current, stuck: `Nobody can do anything on ${current.today}.` };
    current = next;
  }
  return isFinished(current) ? { play: current } : { play: current, stuck: `Not finished after ${most} acts.` };
}

/** A day later than today, for walks. */
export function later({ world, today, log }: Play, days: number): Play {
  return { world, today: daysForward(today, days), log };
}
