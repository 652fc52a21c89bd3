import type { EarlierProblem, RepeatProblem } from './earlier-problem.ts';
import { isBefore, repeatProblemsOf } from './repeat-problems.ts';
import type { KnownTopic } from './repeat-texts.ts';
import { type ToldApart, withToldApart } from './told-apart.ts';

/** A problem of a later topic that is like a demand of this one, by the demand made of it or, before there is one, by its finding. */
export type LaterProblem = { caseId: string; caseName: string; year: number; problemId: string; problem: string };
/** A demand with the later problems that are like it, the newest topic first. */
export type StoodAgain = { demandId: string; later: readonly LaterProblem[] };

/** In one line: the year, the topic and the problem. */
export function laterProblemText({ year, caseName, problem }: LaterProblem): string {
  return `${year}年“${caseName}”：${problem}`;
}

/** A topic that came later, with what stands again in it. */
export type LaterTopic = { topic: KnownTopic; repeats: readonly RepeatProblem[] };

const shownLater = 3;

/** The other direction of `repeatProblemsOf`: the topics that came after this one, each with what it repeats of this one (HAN-08). */
export function laterTopics(
  present: KnownTopic,
  all: readonly KnownTopic[],
  wordsOf: (text: string) => readonly string[],
): readonly LaterTopic[] {
  return all
    .filter((topic) => topic.caseId !== present.caseId && isBefore(present, topic))
    .map((topic) => ({ topic, repeats: repeatProblemsOf(topic, all, wordsOf) }))
    .filter(({ repeats }) => repeats.some(({ earlier }) => earlier.some(({ caseId }) => caseId === present.caseId)));
}

/** Which demands of a topic stood again later; not what the committee has told apart. `told`: what it has, with the topic it was said in. */
export function stoodAgainOf(
  present: Pick<KnownTopic, 'caseId' | 'demands'>,
  laters: readonly LaterTopic[],
  told: readonly (ToldApart & { caseId: string })[],
): readonly StoodAgain[] {
  const newestFirst = laters.toSorted((one, other) => other.topic.year - one.topic.year);
  const known = newestFirst.map(({ topic, repeats }) => {
    const said = told.filter(({ caseId }) => caseId === topic.caseId);
    return { topic, repeats: withToldApart(repeats, said, topic.demands) };
  });
  return present.demands.flatMap(({ id: demandId }) => {
    const isIt = (one: EarlierProblem) =>
      one.caseId === present.caseId && one.demandId === demandId && one.apart === null;
    const later = known.flatMap(({ topic, repeats }) => laterIn(topic, repeats, isIt));
    return later.length === 0 ? [] : [{ demandId, later: later.slice(0, shownLater) }];
  });
}

/** The problems of one later topic, each line once: a finding that a demand was made of stands in that demand. */
function laterIn(
  { caseId, name, year, findings, demands }: KnownTopic,
  repeats: readonly RepeatProblem[],
  isIt: (one: EarlierProblem) => boolean,
): readonly LaterProblem[] {
  const ids = repeats.filter(({ earlier }) => earlier.some(isIt)).map(({ problemId }) => problemId);
  const asked = demands.filter(({ id, findingIds }) => ids.some((one) => one === id || findingIds.includes(one)));
  const inDemands = new Set(asked.flatMap(({ findingIds }) => findingIds));
  const found = findings.filter(({ id }) => ids.includes(id) && !inDemands.has(id));
  return [
    ...asked.map(({ id, problem }) => ({ problemId: id, problem })),
    ...found.map(({ id, title }) => ({ problemId: id, problem: title })),
  ].map((one) => ({ caseId, caseName: name, year, ...one }));
}
