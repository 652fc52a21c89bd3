import type { Explanation } from '../calendar/explanation.ts';
import type { PackageKind } from '../package/contents.ts';
import type { Force } from '../refusal.ts';
import { type CaseView, cityTrackOf, doneOf, type PlainDateText, trackOf } from './case.ts';
import type { ScheduleRules } from './case-context.ts';
import { steps } from './procedure.ts';
import { type ScheduledStep, scheduleTrack } from './schedule.ts';
import type { Performer } from './step.ts';
import { type Obligation, type ObligationState, worklistOf } from './worklist.ts';

/** What the city expects of every county on a topic, in the order of the opinion; what is sent up has the kind of its package. */
const expectedSteps: readonly { stepId: string; packageKind?: PackageKind }[] = [
  { stepId: 'comment-on-plan', packageKind: 'plan-comment' },
  { stepId: 'finalise-research-report' },
  { stepId: 'send-research-report', packageKind: 'research-report' },
  { stepId: 'deliberate' },
  { stepId: 'send-supervision-results', packageKind: 'supervision-results' },
];
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
  return [...own, ...attendanceOf(view, rules, today)];
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
