import type { PaperCount } from './satisfaction.ts';

/** What one teller counted. */
export type Tally = PaperCount & { tellerId: string };

/** The figures of a count on paper in the order they are counted. */
export const paperFigures = [
  { key: 'issued', title: '发出票数' },
  { key: 'returned', title: '收回票数' },
  { key: 'satisfied', title: '满意' },
  { key: 'basicallySatisfied', title: '基本满意' },
  { key: 'unsatisfied', title: '不满意' },
  { key: 'invalid', title: '无效票' },
] as const satisfies readonly { key: keyof PaperCount; title: string }[];

/** A count as far as it is known: a teller is still writing. */
export type PartialCount = Partial<PaperCount>;

const options = ['satisfied', 'basicallySatisfied', 'unsatisfied', 'invalid'] as const;

/** Papers that lie on one of the four heaps. */
export function sortedPapers(count: PartialCount): number {
  return options.reduce((sum, option) => sum + (count[option] ?? 0), 0);
}

/** Every figure there, so that nothing can be missing in a result. */
export function isComplete(count: PartialCount): count is PaperCount {
  return paperFigures.every(({ key }) => count[key] !== undefined);
}

export type FigureDifference = { key: keyof PaperCount; title: string; text: string };

/** Where the tellers' figures differ, of those that both have written (SAT-03). */
export function differencesOf(tallies: readonly PartialCount[]): readonly FigureDifference[] {
  const [first, second] = tallies;
  if (first === undefined || second === undefined) return [];
  return paperFigures.flatMap(({ key, title }) => {
    const [one, other] = [first[key], second[key]];
    if (one === undefined || other === undefined || one === other) return [];
    return [{ key, title, text: `${title}分别为${one}和${other}，相差${Math.abs(one - other)}` }];
  });
}

/** The count that both tellers came to; undefined while they differ or one is not through. */
export function sameCountOf(tallies: readonly PartialCount[]): PaperCount | undefined {
  const [first, second] = tallies;
  if (first === undefined || second === undefined || !isComplete(first) || !isComplete(second)) return undefined;
  if (differencesOf(tallies).length > 0) return undefined;
  const { issued, returned, satisfied, basicallySatisfied, unsatisfied, invalid } = first;
  return { issued, returned, satisfied, basicallySatisfied, unsatisfied, invalid };
}

export type CountFault = { code: 'assessment/returned' | 'assessment/sum' | 'assessment/issued'; text: string };

/**
 * What cannot be right in a count, said as soon as it can be known: issued ≥ returned = Σ options + invalid, and nobody without a vote got a
 * paper (SAT-03).
 */
export function faultsIn(count: PartialCount, electorate: number): readonly CountFault[] {
  const faults: CountFault[] = [];
  const { issued, returned } = count;
  if (issued !== undefined && returned !== undefined && returned > issued) {
    const text = `收回${returned}票多于发出${issued}票，测评无效，请核对或者重新测评。`;
    faults.push({ code: 'assessment/returned', text });
  }
  const sum = sortedPapers(count);
  if (returned !== undefined && (sum > returned || (isComplete(count) && sum !== returned))) {
    const { satisfied = 0, basicallySatisfied = 0, unsatisfied = 0, invalid = 0 } = count;
    const text = `满意${satisfied}、基本满意${basicallySatisfied}、不满意${unsatisfied}、无效${invalid}，合计${sum}票，与收回${returned}票不符。`;
    faults.push({ code: 'assessment/sum', text });
  }
  if (issued !== undefined && issued > electorate) {
    faults.push({ code: 'assessment/issued', text: `发出${issued}票多于有权测评的${electorate}人。` });
  }
  return faults;
}
