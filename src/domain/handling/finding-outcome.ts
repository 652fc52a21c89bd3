import type { Grade } from '../ballot/satisfaction.ts';
import type { PlainDateText } from '../procedure/case.ts';
import type { Verdict } from './demand.ts';

/** What became of a county's finding at the city: the demands that rest on it, none where the opinion asks for nothing. */
export type FindingOutcome = {
  findingId: string;
  demands: readonly { no: number; text: string; organName: string; verdict: Verdict['verdict'] | null }[];
  /** Of the handling as a whole, once the session has assessed it. */
  grade: Grade | null;
  on: PlainDateText;
};
