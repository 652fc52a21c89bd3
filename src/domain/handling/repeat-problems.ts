import { type SimilarIndex, similarIndexOf, similarTo } from '../topic/similar.ts';
import { type EarlierProblem, onceEach, type RepeatProblem } from './earlier-problem.ts';
import type { HandlingState } from './handling-state.ts';
import { type Asked, type KnownTopic, type ProblemText, problemTextsOf } from './repeat-texts.ts';

/** Two problems are one from this cosine on, as two suggestions are (`similar-groups.ts` has the figures). */
const alike = 0.5;
/** One word in common is chance. */
const leastWords = 2;
const shownWords = 4;
/** So many are known of one problem; more are no news. */
const mostEarlier = 10;

/**
 * Which problems of a topic stand again: findings and demands that are like a demand of an earlier topic of the same tenant, and how that had
 * been judged (HAN-08). Earlier is what was handed over before the present topic's own demands were, of
 * the same year or one before. Words decide, the place is a field:
 * the same fault in another county is found, and said to be elsewhere.
 */
export function repeatProblemsOf(
  present: KnownTopic,
  all: readonly KnownTopic[],
  wordsOf: (text: string) => readonly string[],
): readonly RepeatProblem[] {
  const others = all.filter(({ caseId }) => caseId !== present.caseId);
  const earlier = others.filter((topic) => isBefore(topic, present));
  if (earlier.length === 0) return [];
  const bystanders = others.filter((topic) => !earlier.includes(topic));
  const texts = problemTextsOf({ present, earlier, bystanders }, wordsOf);
  const index = similarIndexOf(
    texts.map(({ words }, at) => ({ id: String(at), words, place: '' })),
    // A body may ask for one matter year after year, and then its most common words tell most.
    { ofOneMatter: true },
  );
  const found = new Map<string, readonly EarlierProblem[]>();
  for (const text of texts) {
    if (!('present' in text.of)) continue;
    const { present: problemId } = text.of;
    const like = similarTo(index, text.words, { limit: texts.length, threshold: alike });
    const before = like.flatMap(({ id }) => earlierLike(text, texts[Number(id)], index));
    if (before.length > 0) found.set(problemId, onceEach(before).slice(0, mostEarlier));
  }
  return [...found].map(([problemId, before]) => ({ problemId, earlier: before }));
}

/** Whether a topic came before another: its demands were handed over before those of the other were, in the same year or an earlier one. */
export function isBefore({ handedOverOn, year }: KnownTopic, present: KnownTopic): boolean {
  if (handedOverOn === null || year > present.year) return false;
  return present.handedOverOn === null || handedOverOn < present.handedOverOn;
}

function earlierLike(text: ProblemText, other: ProblemText | undefined, index: SimilarIndex): EarlierProblem[] {
  if (other === undefined || !('earlier' in other.of)) return [];
  const words = sharedWords(text.words, other.words, index);
  if (words.length < leastWords) return [];
  return [earlierProblem(other.of.earlier, placeOf(text.places, other.places), words.slice(0, shownWords))];
}

/** The most telling first: what both say often and few say at all. */
function sharedWords(one: readonly string[], other: readonly string[], index: SimilarIndex): readonly string[] {
  const timesIn = (words: readonly string[], word: string) => words.filter((candidate) => candidate === word).length;
  const weightOf = (word: string) => {
    const rarity = index.rarity[index.termOf.get(word) ?? -1] ?? 0;
    return timesIn(one, word) * timesIn(other, word) * rarity * rarity;
  };
  const shared = [...new Set(one)].filter((word) => other.includes(word));
  return shared.toSorted((left, right) => weightOf(right) - weightOf(left));
}

function placeOf(here: readonly string[], there: readonly string[]): EarlierProblem['place'] {
  if (here.length === 0 || there.length === 0) return 'unknown';
  return here.some((place) => there.includes(place)) ? 'same' : 'other';
}

function earlierProblem(
  { topic, demand }: Asked,
  place: EarlierProblem['place'],
  words: readonly string[],
): EarlierProblem {
  const judged = lastVerdictOn(demand.id, topic.rounds);
  const { id: demandId, no, problem, text, organId } = demand;
  return {
    ...{ caseId: topic.caseId, caseName: topic.name, year: topic.year },
    ...{ demandId, no, problem, text, organId },
    kind: judged === undefined ? 'unjudged' : `after-${judged.verdict}`,
    judged: judged ?? null,
    place,
    words,
    apart: null,
  };
}

function lastVerdictOn(demandId: string, rounds: HandlingState['rounds']) {
  return rounds
    .flatMap(({ no, verdicts }) => verdicts.map((verdict) => ({ round: no, ...verdict })))
    .filter((verdict) => verdict.demandId === demandId)
    .map(({ verdict, reason, round }) => ({ verdict, reason, round }))
    .at(-1);
}
