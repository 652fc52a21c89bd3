import type { PaperCount } from './satisfaction.ts';

/** Papers that say something: those returned without the invalid ones. */
export function validOf({ satisfied, basicallySatisfied, unsatisfied }: PaperCount): number {
  return satisfied + basicallySatisfied + unsatisfied;
}

/** Per cent to two decimals; undefined where there is nothing to take a share of. */
export function shareOf(papers: number, valid: number): number | undefined {
  return valid === 0 ? undefined : Math.round((papers * 10_000) / valid) / 100;
}

/** 5.00% */
export function shareText(papers: number, valid: number): string {
  const share = shareOf(papers, valid);
  return share === undefined ? '—' : `${share.toFixed(2)}%`;
}
