import { type PlanCommentAnswer, planAnswerNames, planStanceNames } from './plan-comment.ts';
import { type PlanVoice, planVoices } from './plan-voices.ts';
import type { ResearchState } from './research-state.ts';

/** What a county says to the plan, or what became of it, as it is read beside the plan. `tone`: how it looks beside its word. */
export type PlanRemark = {
  key: string;
  name: string;
  tone: 'done' | 'soon' | 'info' | 'waiting' | 'off';
  word: string;
  text: string;
};

/** What each county says to the version in hand, those who want changes first. */
export function planRemarks(known: Parameters<typeof planVoices>[0]): readonly PlanRemark[] {
  return planVoices(known).map((voice) => ({ key: voice.track.tenantId, name: voice.track.shortName, ...said(voice) }));
}

function said({ standing, comment }: PlanVoice): Pick<PlanRemark, 'tone' | 'word' | 'text'> {
  if (comment !== undefined) {
    const tone = comment.stance === 'agrees' ? 'done' : 'soon';
    return { tone, word: planStanceNames[comment.stance], text: comment.comment };
  }
  if (standing === 'sent') return { tone: 'info', word: '已报来，待签收', text: '' };
  return { tone: 'waiting', word: '尚未报来', text: '' };
}

/** What was done with the comments on the version before, by county. */
export function planAnswerRemarks(
  { planAnswers }: Pick<ResearchState, 'planAnswers'>,
  nameOf: (tenantId: string) => string,
): readonly PlanRemark[] {
  return Object.entries(planAnswers).map(([tenantId, answered]) => ({
    key: tenantId,
    name: nameOf(tenantId),
    tone: answered.answer === 'declined' ? 'off' : 'done',
    word: planAnswerNames[answered.answer],
    text: `${answered.comment}${reasonText(answered)}`,
  }));
}

/** Why a comment was not taken up whole, or how it was. */
export function reasonText({ answer, reason }: Pick<PlanCommentAnswer, 'answer' | 'reason'>): string {
  if (reason.trim() === '') return '';
  return `（${answer === 'adopted' ? '说明' : '理由'}：${reason.trim()}）`;
}
