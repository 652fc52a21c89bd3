import type { Facts } from '../procedure/act.ts';
import { countyTracksOf, doneOf, type Track } from '../procedure/case.ts';
import type { PlanComment } from './plan-comment.ts';

/** One county beside the version that is out: what it said, or that it has not yet, or that what it sent lies unsigned. */
export type PlanVoice = {
  track: Track;
  standing: 'heard' | 'sent' | 'silent';
  comment?: PlanComment & { version: number };
};

/** Every county and what is known of it to the version in hand, those who want changes first. */
export function planVoices({ state, view }: Pick<Facts, 'state' | 'view'>): readonly PlanVoice[] {
  const { plan, planComments } = state.research;
  const voices = countyTracksOf(view).map((track): PlanVoice => {
    const comment = planComments[track.tenantId];
    if (comment !== undefined && comment.version === plan?.version) return { track, standing: 'heard', comment };
    const hasSent = plan !== null && doneOf('comment-on-plan', track) !== undefined;
    return { track, standing: hasSent ? 'sent' : 'silent' };
  });
  return voices.toSorted((one, other) => rankOf(one) - rankOf(other));
}

function rankOf({ standing, comment }: PlanVoice): number {
  if (comment !== undefined) return comment.stance === 'revise' ? 0 : Number(comment.comment.trim() === '') + 1;
  return standing === 'sent' ? 3 : 4;
}

/** Comments on the version in hand that say something: each is answered when the next version is drafted. */
export function commentsToAnswer(facts: Pick<Facts, 'state' | 'view'>): readonly PlanVoice[] {
  return planVoices(facts).filter(({ comment }) => comment !== undefined && comment.comment.trim() !== '');
}
