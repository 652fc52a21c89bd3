import { type Actor, hasRole, type Role } from '../organisation/actor.ts';
import { councilIdsOn, personNameOf } from '../organisation/facts.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import { majorityOf } from '../session/thresholds.ts';
import type { ActDefinition, Facts, MeetingRecord } from './act.ts';
import { cityTrackOf, countyTracksOf, doneKey, doneOf, type Track } from './case.ts';
import { appliesTo, contextOf } from './case-context.ts';
import { findStep, stepsDoneBy } from './procedure.ts';
import { judgedDayOf, type ScheduledStep, scheduleTrack } from './schedule.ts';
import { type Performer, type Prerequisite, performerNames, type Step } from './step.ts';

const rolesOf = {
  office: ['office-clerk'],
  'lead-committee': ['committee-clerk'],
  'council-of-chairpersons': ['office-clerk'],
  session: ['office-clerk'],
  organ: ['organ-clerk'],
  'party-office': ['party-clerk'],
  // Members are deputies (地方组织法 §47).
  deputies: ['deputy', 'member'],
} satisfies Record<Performer, readonly Role[]>;

/** A collective decision is entered by the office and takes effect when a chairperson confirms it (监督法 §8). */
export function isCollective(definition: ActDefinition): boolean {
  return definition.by === 'council-of-chairpersons' || definition.by === 'session';
}

/** Everything that can be said before the form is open; the browser greys the act with exactly these refusals. */
export function checkReady(definition: ActDefinition, facts: Facts): readonly Refusal[] {
  const standing = [...checkPerformer(definition, facts), ...checkCaseOpen(definition, facts)];
  if (standing.length > 0) return standing;
  // Order bound the sender; what has arrived can always be signed for.
  if (isReceipt(definition)) return [];
  const own = definition.ready?.(facts) ?? [];
  const isNamed = definition.namesMissing === true && own.some(({ force }) => force === 'must');
  return [...(isNamed ? [] : checkOrder(definition, facts)), ...checkOnce(definition, facts), ...own];
}

/** The whole judgement of a filled-in act: order, role, meeting, lateness, and its own rules. */
export function checkAct(
  definition: ActDefinition,
  payload: unknown,
  facts: Facts,
  meeting: MeetingRecord | undefined,
): readonly Refusal[] {
  const ready = checkReady(definition, facts);
  if (ready.some((refusal) => refusal.force === 'must')) return ready;
  return [
    ...ready,
    ...checkDay(definition, facts, meeting),
    ...checkMeeting(definition, facts, meeting),
    ...(definition.check?.(payload, facts) ?? []),
    ...checkLateness(definition, payload, facts),
  ];
}

/** Whether the actor may take such an act at all: tenant, level, role, lead committee. */
export function checkPerformer(
  definition: ActDefinition,
  facts: Pick<Facts, 'actor' | 'view' | 'own'>,
): readonly Refusal[] {
  const { actor, view } = facts;
  if (definition.tenant !== actor.kind || (definition.level !== 'both' && definition.level !== actor.level)) {
    return [refuse('act/not-for-this-tenant', definition.clause, `“${definition.title}”不由${facts.own.name}办理。`)];
  }
  if (!mayPerform(definition, actor)) {
    return [
      refuse(
        'act/not-your-role',
        definition.clause,
        `“${definition.title}”由${performerNames[definition.by]}办理，您没有相应的角色。`,
      ),
    ];
  }
  if (!isInLeadCommittee(definition, actor, view.leadUnitId)) {
    return [
      refuse(
        'act/not-lead-committee',
        definition.clause,
        `“${definition.title}”由牵头委室${view.leadUnitName ?? ''}办理，您不在该委室。`,
      ),
    ];
  }
  return [];
}

/** As `checkPerformer`, where only the topic's lead committee is known of the case. */
export function mayTake(definition: ActDefinition, actor: Actor, leadUnitId: string | undefined): boolean {
  const isOurs = definition.tenant === actor.kind && (definition.level === 'both' || definition.level === actor.level);
  return isOurs && mayPerform(definition, actor) && isInLeadCommittee(definition, actor, leadUnitId);
}

/** Only the city's side knows one lead committee (S1.3); what has arrived the office may sign for in its place. */
function isInLeadCommittee(definition: ActDefinition, actor: Actor, leadUnitId: string | undefined): boolean {
  if (definition.by !== 'lead-committee' || actor.level === 'county' || leadUnitId === undefined) return true;
  if (isReceipt(definition) && hasRole(actor, 'office-clerk')) return true;
  return actor.unitIds.includes(leadUnitId);
}

function mayPerform(definition: ActDefinition, actor: Actor): boolean {
  const clerks: readonly Role[] =
    isReceipt(definition) && actor.kind === 'body' ? ['office-clerk', 'committee-clerk'] : [];
  return [...rolesOf[definition.by], ...clerks].some((role) => hasRole(actor, role));
}

/** Receipts (签收) are composed by the server from a sealed package; nothing is filled in. */
export function isReceipt(definition: ActDefinition): boolean {
  return definition.kind.startsWith('receive-package/');
}

function checkCaseOpen(definition: ActDefinition, facts: Facts): readonly Refusal[] {
  // What was sent before a case ended can still be signed for.
  if (isReceipt(definition)) return [];
  if (facts.view.state === 'withdrawn') {
    return [refuse('case/withdrawn', 'S1.8', `议题“${facts.view.name}”已按程序撤销，不再办理。`)];
  }
  const closedOn = facts.own.closedOn;
  // Contact goes on after a case is closed (S5.3).
  if (closedOn !== undefined && definition.kind !== 'exchange') {
    return [refuse('track/closed', 'S4.4', `${facts.own.name}已于${closedOn}办结“${facts.view.name}”。`)];
  }
  return [];
}

function checkOrder(definition: ActDefinition, facts: Facts): readonly Refusal[] {
  return stepsOf(definition, facts).flatMap((step) =>
    step.after.flatMap((before) => checkPrerequisite(step, before, facts)),
  );
}

function checkPrerequisite(step: Step, before: Prerequisite, facts: Facts): readonly Refusal[] {
  const missing = tracksToWaitFor(before, facts).filter((track) => isMissing(before, track, facts));
  if (missing.length === 0) return [];
  const title = findStep(before.step, missing[0]?.level ?? 'city', missing[0]?.kind)?.title ?? before.step;
  const names = missing.map((track) => track.shortName).join('、');
  if (forceOf(before) === 'in-principle') {
    const code = before.of === 'every-county' ? 'order/counties-missing' : 'order/step-missing';
    return [departsFrom(code, step.clause, `${names}尚未完成“${title}”。确需先行的，请写明理由，理由载入程序对照表。`)];
  }
  return [refuse('order/step-missing', step.clause, `“${step.title}”之前须先完成“${title}”（${names}）。`)];
}

function isMissing(before: Prerequisite, track: Track, { view }: Facts): boolean {
  if (doneOf(before.step, track) !== undefined) return false;
  if (before.ifOwed !== true) return true;
  const step = findStep(before.step, track.level, track.kind);
  return step !== undefined && appliesTo(step, track, contextOf(view));
}

function tracksToWaitFor(before: Prerequisite, facts: Facts): readonly Track[] {
  switch (before.of) {
    case 'own':
      return [facts.own];
    case 'city':
      return [cityTrackOf(facts.view)].filter((track) => track !== undefined);
    case 'every-county':
      return countyTracksOf(facts.view);
    case 'own-body':
      return facts.view.tracks.filter((track) => track.tenantId === facts.own.bodyId);
  }
}

function checkOnce(definition: ActDefinition, facts: Facts): readonly Refusal[] {
  if (definition.repeatable === true) return [];
  const steps = stepsDoneBy(definition.kind, facts.own.level, facts.own.kind);
  const again = steps.find((step) => facts.own.done[doneKey(step.id, step.perRound, facts.own.round)] !== undefined);
  if (again === undefined) return [];
  return [
    refuse('act/already-done', again.clause, `“${again.title}”已经完成，不能重复办理；需要更正的，请另行作出更正。`),
  ];
}

/** An act is recorded after it happened, on the day of the meeting that decided it, and not before what had to come first (decision 4). */
function checkDay(definition: ActDefinition, facts: Facts, meeting: MeetingRecord | undefined): readonly Refusal[] {
  if (facts.on > facts.today) {
    const text = `办理日期${facts.on}晚于今天${facts.today}，只能登记已经发生的行为。`;
    return [refuse('act/in-future', definition.clause, text, 'on')];
  }
  if (definition.by === 'council-of-chairpersons' && meeting !== undefined && meeting.date !== facts.on) {
    const text = `主任会议于${meeting.date}召开，作出决定的日期不能是${facts.on}。`;
    return [refuse('meeting/other-day', '监督法 §8', text, 'on')];
  }
  if (isReceipt(definition)) return [];
  return stepsOf(definition, facts).flatMap((step) =>
    step.after.flatMap((before) => checkNotBefore(step, before, facts)),
  );
}

/** Whoever came first did so first: an act cannot bear an earlier day than the step that it follows. */
function checkNotBefore(step: Step, before: Prerequisite, facts: Facts): readonly Refusal[] {
  const later = tracksToWaitFor(before, facts).filter((track) => (doneOf(before.step, track)?.on ?? '') > facts.on);
  const [last] = later.toSorted((one, other) => dayDone(before, other).localeCompare(dayDone(before, one)));
  if (last === undefined) return [];
  const title = findStep(before.step, last.level, last.kind)?.title ?? before.step;
  const text = `${last.shortName}于${dayDone(before, last)}完成“${title}”，“${step.title}”不能早于该日。`;
  return forceOf(before) === 'must'
    ? [refuse('order/before-predecessor', step.clause, text, 'on')]
    : [departsFrom('order/before-predecessor', step.clause, `${text}确系如此的，请写明理由，理由载入程序对照表。`)];
}

function dayDone(before: Prerequisite, track: Track): string {
  return doneOf(before.step, track)?.on ?? '';
}

function stepsOf({ kind }: ActDefinition, { own, view }: Facts): readonly Step[] {
  return stepsDoneBy(kind, own.level, own.kind).filter((step) => step.case === view.kind);
}

function forceOf(before: Prerequisite): 'must' | 'in-principle' {
  return before.force ?? (before.of === 'every-county' ? 'in-principle' : 'must');
}

function checkMeeting(definition: ActDefinition, facts: Facts, meeting: MeetingRecord | undefined): readonly Refusal[] {
  if (definition.by !== 'council-of-chairpersons') return [];
  if (meeting === undefined) {
    return [
      refuse(
        'meeting/missing',
        '监督法 §8',
        `“${definition.title}”由主任会议集体决定，请填写会议日期、主持人和出席人员。`,
        'meeting',
      ),
    ];
  }
  const council = councilIdsOn(facts.organisation, facts.own.bodyId, meeting.date);
  const present = new Set(meeting.presentIds);
  const strangers = [...present].filter((personId) => !council.includes(personId));
  if (strangers.length > 0) {
    const names = strangers.map((personId) => personNameOf(facts.organisation, personId)).join('、');
    return [refuse('meeting/not-council', '组织法 §54', `${names}在${meeting.date}不是主任会议组成人员。`, 'meeting')];
  }
  return [...checkCouncilQuorum(present.size, council.length), ...checkChair(meeting, present)];
}

function checkCouncilQuorum(present: number, size: number): readonly Refusal[] {
  if (present >= majorityOf(size)) return [];
  return [
    refuse(
      'meeting/no-quorum',
      '监督法 §8',
      `主任会议组成人员${size}人，出席${present}人，不足过半数${majorityOf(size)}人。`,
      'meeting',
    ),
  ];
}

function checkChair(meeting: MeetingRecord, present: ReadonlySet<string>): readonly Refusal[] {
  if (present.has(meeting.chairId)) return [];
  return [refuse('meeting/chair-absent', '组织法 §54', '主持人不在出席人员之中。', 'meeting')];
}

function checkLateness(definition: ActDefinition, payload: unknown, facts: Facts): readonly Refusal[] {
  if (isReceipt(definition)) return [];
  if (definition.satisfies?.(payload, facts) === false) return [];
  return stepsOf(definition, facts).flatMap((step) => latenessOf(step, facts));
}

/**
 * A due date that has passed cannot be kept any more, so lateness never refuses: it asks for the reason, whatever the force, and the
 * compliance report shows the step as kept late. What has been done stays done on its day, so doing it again is not late.
 */
function latenessOf(step: Step, facts: Facts): readonly Refusal[] {
  if (step.unjudged === true) return [];
  if (facts.own.done[doneKey(step.id, step.perRound, facts.own.round)] !== undefined) return [];
  const scheduled = scheduledOf(step, facts);
  if (scheduled?.due === undefined) return [];
  const judgedOn = judgedDayOf(scheduled, facts.on);
  if (judgedOn <= scheduled.due) return [];
  return [
    departsFrom(
      'order/late',
      step.clause,
      `“${step.title}”应在${scheduled.due}前完成，${judgedOn}已经超过。请写明理由。`,
    ),
  ];
}

/** The step as it is dated on the actor's own track, if it applies there. */
export function scheduledOf(step: Step, facts: Facts): ScheduledStep | undefined {
  return scheduleTrack(facts.view, facts.own, [step], facts)[0];
}
