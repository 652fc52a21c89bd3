import type { Grade } from '../ballot/satisfaction.ts';
import type { PlainDateText } from '../procedure/case.ts';
import type { Verdict } from './demand.ts';

/** What became of a county's finding at the city: the demands that rest on it, none where the opinion asks for nothing. */
export type FindingOutcome = {
  findingId: string;
  /** Why the opinion asks for nothing, where no demand rests on it; null where none was given. */
  reason: string | null;
  demands: readonly { no: number; text: string; organName: string; verdict: Verdict['verdict'] | null }[];
  /** Of the handling as a whole, once the session has assessed it. */
  grade: Grade | null;
  on: PlainDateText;
};

/** That an opinion asks for nothing about a finding, and why where that was said (S3.7). */
export function notAskedText(reason: string | null | undefined): string {
  const said = '审议意见没有就这一问题提出要求';
  return reason === null || reason === undefined || reason === '' ? said : `${said}，理由：${reason}`;
}
