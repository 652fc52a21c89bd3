import { type Actor, administratorRoles, readsContents } from '../organisation/actor.ts';
import {
  type CaseView,
  cityTrackOf,
  doneOf,
  type PlainDateText,
  type TrackSession,
  trackOf,
} from '../procedure/case.ts';
import { findClause } from '../procedure/clauses.ts';
import { steps } from '../procedure/procedure.ts';
import { type ScheduledStep, scheduleTrack } from '../procedure/schedule.ts';
import type { Settings } from '../procedure/settings.ts';
import { type Force, forceNames } from '../refusal.ts';
import type { VisitNotice } from '../research/visit-notice.ts';
import { withDayTexts } from './day-text.ts';
import type { LegalCalendar } from './legal-days.ts';

/** One all-day entry of a personal calendar: dates, titles and the basis of the date; nothing of what anybody wrote. */
export type FeedEntry = {
  /** The same thing keeps its uid when its day moves. */
  uid: string;
  starts: PlainDateText;
  /** The last day, included. */
  ends: PlainDateText;
  summary: string;
  description: string;
  caseId: string;
};

export type FeedTask = {
  caseId: string;
  caseName: string;
  stepKey: string;
  title: string;
  clause: string;
  force: Force;
  due: PlainDateText;
};

type Feed = {
  actor: Actor;
  /** The dated tasks of the person's roles. */
  tasks: readonly FeedTask[];
  /** Every case the actor's tenant may see. */
  views: readonly CaseView[];
  rules: { calendar: LegalCalendar; settings: Settings };
  /** Of a county: the visits of joint teams that it has been told of. */
  visits?: readonly ToldVisits[];
};

export type ToldVisits = { caseId: string; caseName: string; notice: Pick<VisitNotice, 'visits'> };

const specialMeeting = 'hold-special-meeting';

/** What stands in a person's calendar: own due dates, the sittings of the own body, special meetings (S3.4) of topics the body takes part in. */
export function feedEntriesOf(feed: Feed): FeedEntry[] {
  if (administratorRoles.some((role) => feed.actor.roles.includes(role))) return [];
  const due = dueEntries(feed);
  const named = new Set(feed.tasks.map((task) => `${task.caseId}/${task.stepKey}`));
  return [...due, ...sittingEntries(feed), ...specialMeetingEntries(feed, named), ...visitEntries(feed)];
}

function dueEntries({ actor, tasks, views, rules }: Feed): FeedEntry[] {
  const scheduled = new Map<string, ScheduledStep>();
  const wanted = new Set(tasks.map((task) => task.caseId));
  for (const view of views) {
    const track = wanted.has(view.id) ? trackOf(view, actor.tenantId) : undefined;
    if (track === undefined) continue;
    for (const step of scheduleTrack(view, track, steps, rules)) scheduled.set(`${view.id}/${step.key}`, step);
  }
  return tasks.map((task) => ({
    uid: `due-${task.caseId}-${task.stepKey.replace('@', '-')}-${actor.tenantId}`,
    starts: task.due,
    ends: task.due,
    summary: `期限：${task.title}（${task.caseName}）`,
    description: basisOf(task, scheduled.get(`${task.caseId}/${task.stepKey}`)),
    caseId: task.caseId,
  }));
}

function basisOf({ clause, force }: Pick<FeedTask, 'clause' | 'force'>, scheduled: ScheduledStep | undefined): string {
  const words = findClause(clause);
  const explanation = scheduled?.explanation;
  return [
    `依据：${clause}（${forceNames[force]}）`,
    ...(words === undefined ? [] : [`${words.who}：${words.what}（${words.when}）`]),
    ...(explanation === undefined ? [] : [`规则：${explanation.rule}`, `推算：${explanation.arithmetic}`]),
    ...(explanation?.note === undefined ? [] : [explanation.note]),
    ...(explanation?.warning === undefined ? [] : [explanation.warning]),
  ]
    .map(withDayTexts)
    .join('\n');
}

/** A sitting once, with the topics that are on it; its name where the actor may see its own record. */
function sittingEntries({ actor, views }: Feed): FeedEntry[] {
  const sittings = new Map<string, { session: TrackSession; topics: string[] }>();
  for (const view of views) {
    const track = trackOf(view, actor.bodyId);
    for (const session of [track?.session, track?.handlingSession]) {
      if (session === undefined) continue;
      const found = sittings.get(session.sessionId) ?? { session, topics: [] };
      if (view.kind === 'topic') found.topics.push(view.name);
      sittings.set(session.sessionId, found);
    }
  }
  return [...sittings.values()].map(({ session, topics }) => {
    const record = views.find((view) => view.id === session.sessionId);
    return {
      uid: `session-${session.sessionId}`,
      starts: session.opens,
      ends: session.closes,
      summary: record?.name ?? '常委会会议',
      description: topics.length === 0 ? '' : `议题：${[...new Set(topics)].join('、')}`,
      caseId: record?.id ?? views.find((view) => topics.includes(view.name))?.id ?? session.sessionId,
    };
  });
}

/** S2.4: the days on which a joint team comes; a visit that is moved keeps its place in the calendar. */
function visitEntries({ actor, visits = [] }: Feed): FeedEntry[] {
  if (!readsContents(actor)) return [];
  return visits.flatMap(({ caseId, caseName, notice }) =>
    notice.visits.map(({ day }, index) => ({
      uid: `visit-${caseId}-${actor.tenantId}-${index + 1}`,
      starts: day,
      ends: day,
      summary: `联合调研组到本级调研（${caseName}）`,
      description: basisOf({ clause: 'S2.4', force: 'must' }, undefined),
      caseId,
    })),
  );
}

/** S3.4: held between the counties' sittings and the city's; the last day until it is held, then the day. */
function specialMeetingEntries({ actor, views, rules }: Feed, named: ReadonlySet<string>): FeedEntry[] {
  if (actor.kind !== 'body') return [];
  return views.flatMap((view) => {
    const city = view.kind === 'topic' && view.state === 'active' ? cityTrackOf(view) : undefined;
    if (city === undefined || trackOf(view, actor.tenantId) === undefined) return [];
    const scheduled = scheduleTrack(view, city, steps, rules).find((step) => step.stepId === specialMeeting);
    if (scheduled === undefined || (named.has(`${view.id}/${scheduled.key}`) && actor.level === 'city')) return [];
    const heldOn = doneOf(specialMeeting, city)?.on;
    const day = heldOn ?? scheduled.due;
    if (day === undefined) return [];
    return [
      {
        uid: `special-meeting-${view.id}`,
        starts: day,
        ends: day,
        summary: heldOn === undefined ? `专题会议最迟于今日召开（${view.name}）` : `专题会议（${view.name}）`,
        description: basisOf(scheduled, scheduled),
        caseId: view.id,
      },
    ];
  });
}
