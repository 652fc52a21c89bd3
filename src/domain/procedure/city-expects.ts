import { daysBetween } from '../calendar/counting.ts';
import type { Explanation } from '../calendar/explanation.ts';
import type { PackageKind } from '../package/contents.ts';
import type { Force } from '../refusal.ts';
import type { VisitNotice } from '../research/visit-notice.ts';
import { type CaseView, cityTrackOf, doneOf, type PlainDateText, trackOf } from './case.ts';
import type { ScheduleRules } from './case-context.ts';
import { coveredOn } from './coverage-marks.ts';
import { steps } from './procedure.ts';
import { type ScheduledStep, scheduleTrack } from './schedule.ts';
import type { Performer } from './step.ts';
import { dueSoonDays, type Obligation, type ObligationState, worklistOf } from './worklist.ts';

/** What the city expects of every county on a topic, in the order of the opinion; what is sent up has the kind of its package. */
const expectedSteps: readonly { stepId: string; packageKind?: PackageKind }[] = [
  { stepId: 'comment-on-plan', packageKind: 'plan-comment' },
  { stepId: 'finalise-research-report' },
  { stepId: 'send-research-report', packageKind: 'research-report' },
  { stepId: 'deliberate' },
  { stepId: 'send-supervision-results', packageKind: 'supervision-results' },
];
/** The city's own act by which the joint team's visit to a county is covered (S2.4). */
const visit = 'record-visit';
/** The city's own step that notes which county came to its session (S3.6). */
const attendance = 'record-county-statements';

/** One thing that is expected: what, under which clause, by when with its working, and how it stands today. */
export type Expectation = {
  stepId: string;
  title: string;
  clause: string;
  by: Performer;
  force: Force;
  dueForce: Force;
  state: ObligationState;
  /** As the worklist says it: what it waits for, why there is no date yet. */
  why: string;
  due?: PlainDateText;
  explanation?: Explanation;
  doneOn?: PlainDateText;
  /** It reaches the city sealed, and the city signs for it. */
  packageKind?: PackageKind;
};

/**
 * What the city expects of one county on one topic, from the shared facts alone: the county's own steps that the city waits for, and last
 * the city's session, to which its leader comes. Empty for whoever has no part in the topic as a county.
 */
export function cityExpects(
  view: CaseView,
  countyId: string,
  rules: ScheduleRules,
  today: PlainDateText,
  /** What the county was told of the visit to it, where it has signed for that. */
  notice?: Pick<VisitNotice, 'visits'> | null,
): readonly Expectation[] {
  const track = trackOf(view, countyId);
  if (track?.kind !== 'body' || track.level !== 'county') return [];
  const schedule = scheduleTrack(view, track, steps, rules);
  const obligations = worklistOf(view, schedule, steps, today);
  const own = expectedSteps.flatMap(({ stepId, packageKind }): Expectation[] => {
    const scheduled = schedule.find((entry) => entry.stepId === stepId);
    const obligation = obligations.find((entry) => entry.stepId === stepId);
    if (scheduled === undefined || obligation === undefined) return [];
    const expected = expectationOf(scheduled, obligation);
    return [packageKind === undefined ? expected : { ...expected, packageKind }];
  });
  const [comment, ...rest] = own;
  const visited = visitOf(view, countyId, rules, { today, visits: notice?.visits ?? [] });
  return [...(comment === undefined ? [] : [comment]), ...visited, ...rest, ...attendanceOf(view, rules, today)];
}

function expectationOf(scheduled: ScheduledStep, { state, why, since }: Obligation): Expectation {
  const { stepId, title, clause, by, force, dueForce, due, explanation } = scheduled;
  return {
    stepId,
    title,
    clause,
    by,
    force,
    dueForce,
    state,
    why,
    ...(due === undefined ? {} : { due }),
    ...(explanation === undefined ? {} : { explanation }),
    ...(state === 'done' && since !== undefined ? { doneOn: since } : {}),
  };
}

/** The joint team comes to every county; on which day is told by the city's notice, and that it was there stands on the city's track. */
function visitOf(
  view: CaseView,
  countyId: string,
  rules: ScheduleRules,
  { today, visits }: { today: PlainDateText; visits: VisitNotice['visits'] },
): Expectation[] {
  const city = cityTrackOf(view);
  const scheduled =
    city === undefined ? undefined : scheduleTrack(view, city, steps, rules).find(({ stepId }) => stepId === visit);
  if (city === undefined || scheduled === undefined) return [];
  const covered = coveredOn(city, countyId);
  const next = visits.find(({ day }) => day >= today);
  const { clause, by, force } = scheduled;
  const shown = { stepId: visit, title: '迎接联合调研组实地调研', clause, by, force, dueForce: force };
  if (covered !== undefined && next === undefined) return [{ ...shown, state: 'done', why: '', doneOn: covered.on }];
  if (next === undefined) return [{ ...shown, state: 'waiting', why: '等待市人大常委会告知调研日期' }];
  const isSoon = daysBetween(today, next.day) <= dueSoonDays;
  const where = next.places === '' ? '' : `，到${next.places}`;
  return [{ ...shown, state: isSoon ? 'due-soon' : 'ready', why: `${next.leader}带队${where}`, due: next.day }];
}

function attendanceOf(view: CaseView, rules: ScheduleRules, today: PlainDateText): Expectation[] {
  const city = cityTrackOf(view);
  if (city === undefined) return [];
  const scheduled = scheduleTrack(view, city, steps, rules).find(({ stepId }) => stepId === attendance);
  if (scheduled === undefined) return [];
  const done = doneOf(attendance, city);
  const { session } = city;
  const isOver = session !== undefined && today > session.closes;
  const why =
    session === undefined
      ? '等待市人大常委会确定会议会期'
      : `市人大常委会会议${session.opens}召开，由负责人列席并发表意见`;
  const { clause, by, force } = scheduled;
  return [
    {
      stepId: attendance,
      title: '负责人列席市人大常委会会议并发表意见',
      clause,
      by,
      force,
      dueForce: force,
      state: done !== undefined || isOver ? 'done' : 'waiting',
      why,
      ...(session === undefined ? {} : { due: session.opens }),
      ...(done === undefined ? {} : { doneOn: done.on }),
    },
  ];
}
