import type { PlainDateText } from '../procedure/case.ts';
import type { Verdict } from './demand.ts';

/** How a problem stands again, the gravest first: it had been called solved; it was judged unsolved; nobody has judged it yet. */
export const repeatKinds = ['after-met', 'after-not-met', 'after-partly-met', 'unjudged'] as const;
export type RepeatKind = (typeof repeatKinds)[number];

export const repeatKindNames = {
  'after-met': '已落实后再次出现',
  'after-not-met': '未落实，再次出现',
  'after-partly-met': '部分落实，再次出现',
  unjudged: '办理中再次出现',
} satisfies Record<RepeatKind, string>;

/** An earlier demand that a problem is like. */
export type EarlierProblem = {
  caseId: string;
  caseName: string;
  year: number;
  demandId: string;
  no: number;
  problem: string;
  text: string;
  organId: string;
  kind: RepeatKind;
  /** The last verdict on it, with its round; null while there is none. */
  judged: (Pick<Verdict, 'verdict' | 'reason'> & { round: number }) | null;
  /** Whether it was seen in the same place; `unknown` where one of the two names none. */
  place: 'same' | 'other' | 'unknown';
  /** Why the two are held alike: the words they share, the most telling first. */
  words: readonly string[];
  /** That the committee has said it is another problem, and why; null while nobody has. */
  apart: { reason: string; byName: string; on: PlainDateText } | null;
};

/** A finding or a demand of the present topic, by its id, with the earlier demands it is like, the gravest first. */
export type RepeatProblem = { problemId: string; earlier: readonly EarlierProblem[] };

type Ids = readonly (string | undefined)[];

/** What problems, a finding and its demand say, stood as before: each earlier demand once, the gravest first; not what was told apart. */
export function earlierOf(repeats: readonly RepeatProblem[], ids: Ids): readonly EarlierProblem[] {
  return likeOf(repeats, ids)
    .filter(({ apart }) => apart === null)
    .slice(0, shownEarlier);
}

/** Of the same problems what the committee has told apart. */
export function apartOf(repeats: readonly RepeatProblem[], ids: Ids): readonly EarlierProblem[] {
  return likeOf(repeats, ids).filter(({ apart }) => apart !== null);
}

/** What one of them was told apart from, none of them repeats. */
function likeOf(repeats: readonly RepeatProblem[], ids: Ids): readonly EarlierProblem[] {
  const all = repeats.filter(({ problemId }) => ids.includes(problemId)).flatMap(({ earlier }) => earlier);
  return onceEach(all.toSorted((one, other) => Number(one.apart === null) - Number(other.apart === null)));
}

const shownEarlier = 3;

/** 已落实后再次出现：2025年“城区停车管理”审议要求第4项，消防通道被占用. */
export function earlierProblemText({ kind, year, caseName, no, problem }: EarlierProblem): string {
  return `${repeatKindNames[kind]}：${year}年“${caseName}”审议要求第${no}项，${problem}`;
}

/** Each earlier demand once; what had been called solved first, then the same place before another, then the newer year. */
export function onceEach(all: readonly EarlierProblem[]): readonly EarlierProblem[] {
  const sorted = all.toSorted(
    (one, other) =>
      repeatKinds.indexOf(one.kind) - repeatKinds.indexOf(other.kind) ||
      placeOrder[one.place] - placeOrder[other.place] ||
      other.year - one.year,
  );
  const keyOf = ({ caseId, demandId }: EarlierProblem) => `${caseId}/${demandId}`;
  const seen = new Set<string>();
  return sorted.filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one)));
}

const placeOrder = { same: 0, unknown: 1, other: 2 } as const;
