/** What a county's committees say to a version of the plan (S2.1 会同): agreed as it is, or to be changed. */
export type PlanComment = { stance: 'agrees' | 'revise'; comment: string };
export const planStanceNames = { agrees: '同意', revise: '有修改意见' } satisfies Record<PlanComment['stance'], string>;

/** What the lead committee did with it in the next version. */
export type PlanCommentAnswer = { tenantId: string; answer: 'adopted' | 'partly' | 'declined'; reason: string };
export const planAnswerNames = { adopted: '采纳', partly: '部分采纳', declined: '未采纳' } satisfies Record<
  PlanCommentAnswer['answer'],
  string
>;
