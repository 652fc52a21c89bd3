import type { PlainDateText } from '../procedure/case.ts';
import type { Force } from '../refusal.ts';

/** How a date came about, in parts a screen can lay out; every text is Chinese. */
export type Explanation = {
  base: { name: string; date: PlainDateText } | undefined;
  rule: string;
  clause: string;
  law: readonly string[];
  /** The counting, e.g. `2023-10-26 往前 2 个月 = 2023-08-26`. */
  arithmetic: string;
  shift?: { from: PlainDateText; to: PlainDateText; because: string };
  /** What a reader should know besides: a provisional base, a setting that decided, a rest day that does not prolong. */
  note?: string;
  force: Force;
  /** Said when official calendar data of the year is missing, so that a shift could not be checked. */
  warning?: string;
};
