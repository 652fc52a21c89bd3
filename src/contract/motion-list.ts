import type { MotionView } from './interpellations.ts';

type Motion = Pick<MotionView, 'state' | 'mine' | 'open'>;

/** The 质询案 as their page and its spreadsheet have them: those that wait for somebody, then those the reader has signed, then the others. */
export function motionGroupsOf<Given extends Motion>(
  motions: readonly Given[],
): { open: readonly Given[]; mine: readonly Given[]; others: readonly Given[] } {
  const isOpen = ({ state, open }: Motion) => state === 'signing' || state === 'submitted' || open !== null;
  const closed = motions.filter((motion) => !isOpen(motion));
  return {
    open: motions.filter(isOpen),
    mine: closed.filter(({ mine }) => mine !== 'none'),
    others: closed.filter(({ mine }) => mine === 'none'),
  };
}
