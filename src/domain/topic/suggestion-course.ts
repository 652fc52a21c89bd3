import { type PlannedTopic, sameName, type TopicProposal } from './topic.ts';

/** The way of a suggestion through the year (S1.1–S1.5). */
export const courseSteps = ['registered', 'merged', 'listed', 'planned', 'settled'] as const;
export type CourseStepName = (typeof courseSteps)[number];

/** `ended`: the step was taken for others and not for this one; nothing comes after it. */
export type CourseStep = { step: CourseStepName; state: 'reached' | 'ended' | 'ahead' };
export type SuggestionCourse = { steps: readonly CourseStep[]; topic: { id: string; name: string } | null };

export const courseStepTexts = {
  registered: { reached: '已登记', ended: '未登记', ahead: '登记' },
  merged: { reached: '已并入候选议题', ended: '未并入候选议题', ahead: '合并为候选议题' },
  listed: { reached: '已列入本级初步建议', ended: '未列入本级初步建议', ahead: '提出本级初步建议' },
  planned: {
    reached: '已列入联动监督计划建议方案',
    ended: '计划建议方案中没有同名议题',
    ahead: '拟定计划建议方案',
  },
  settled: { reached: '已确定为联动监督议题', ended: '确定的议题中没有同名议题', ahead: '确定议题' },
} satisfies Record<CourseStepName, Record<CourseStep['state'], string>>;

type Known = {
  /** Whether the office has merged it into a candidate topic. */
  isMerged: boolean;
  preliminary: readonly Pick<TopicProposal, 'title' | 'suggestionIds'>[];
  /** The joint plan as drafted or received; null before. */
  planned: readonly Pick<PlannedTopic, 'name' | 'suggestionIds'>[] | null;
  /** The topics of the year, once settled. */
  topics: readonly { id: string; name: string }[];
};

/**
 * What became of a suggestion. It is followed by its id into the preliminary list and from there, in the city, into the joint plan, whose rows
 * may say what they grew from. A plan that does not say so, as counties receive it, is searched for the name under which the body proposed
 * it, and the words of an end claim no more than that. Topics bear the names of the rows they were settled from.
 */
export function suggestionCourseOf(suggestionId: string, known: Known): SuggestionCourse {
  const proposal = known.preliminary.find(({ suggestionIds }) => suggestionIds.includes(suggestionId));
  const isListed = proposal !== undefined;
  const name = plannedRowOf(suggestionId, known.planned)?.name ?? proposal?.title;
  const isNamed = (other: { name: string }) => name !== undefined && sameName(other.name, name);
  const topic = known.topics.find(isNamed) ?? null;
  const isPlanned = topic !== null || known.planned?.some(isNamed) === true;
  const steps: CourseStep[] = [
    { step: 'registered', state: 'reached' },
    // A suggestion may stand in the list alone: then merging is no step of its way.
    ...(known.isMerged || !isListed ? [{ step: 'merged', state: known.isMerged ? 'reached' : 'ahead' } as const] : []),
    // The city may take a suggestion into the plan that stood in no list of its own.
    ...(isPlanned && !isListed ? [] : [stepOf('listed', isListed, known.preliminary.length > 0)]),
    stepOf('planned', isPlanned, known.planned !== null || known.topics.length > 0),
    stepOf('settled', topic !== null, known.topics.length > 0),
  ];
  return { steps: untilEnd(steps), topic };
}

/** The row of the joint plan that says it grew from the suggestion. */
export function plannedRowOf(suggestionId: string, planned: Known['planned']): Pick<PlannedTopic, 'name'> | undefined {
  return planned?.find(({ suggestionIds }) => suggestionIds?.includes(suggestionId));
}

function stepOf(step: CourseStepName, isReached: boolean, isOver: boolean): CourseStep {
  if (isReached) return { step, state: 'reached' };
  return { step, state: isOver ? 'ended' : 'ahead' };
}

/** Nothing comes after an end, and what was passed over on the way to it was no step. */
function untilEnd(steps: readonly CourseStep[]): readonly CourseStep[] {
  const end = steps.findIndex(({ state }) => state === 'ended');
  if (end === -1) return steps;
  return steps.slice(0, end + 1).filter(({ state }) => state !== 'ahead');
}
