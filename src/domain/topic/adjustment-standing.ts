import { type CaseView, cityTrackOf, countyTracksOf, doneOf, type Track } from '../procedure/case.ts';
import type { AdjustmentState } from './adjustment-state.ts';

/** Where an adjustment that was proposed stands (S1.7, S1.8); undefined where none is under way. */
export type AdjustmentStanding =
  | { state: 'proposed' }
  | { state: 'deciding'; agreed: readonly Track[]; waiting: readonly Track[] }
  | { state: 'to-apply' };

export const adjustmentStandingNames = {
  proposed: '待会商',
  deciding: '待各主任会议决定',
  'to-apply': '待同步调整',
} satisfies Record<AdjustmentStanding['state'], string>;

/** The standing as the reader sees it: of councils whose tracks are hidden from him nothing is said. */
export function adjustmentStandingOf(view: CaseView, adjustment: AdjustmentState): AdjustmentStanding | undefined {
  if (adjustment.consulted === null) return adjustment.proposal === null ? undefined : { state: 'proposed' };
  const bodies = [cityTrackOf(view), ...countyTracksOf(view)].filter((track) => track !== undefined);
  const agreed = bodies.filter((track) => doneOf('decide-adjustment', track) !== undefined);
  const waiting = bodies.filter((track) => !agreed.includes(track));
  return waiting.length === 0 ? { state: 'to-apply' } : { state: 'deciding', agreed, waiting };
}
