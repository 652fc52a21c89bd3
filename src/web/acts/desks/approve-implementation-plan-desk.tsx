import { planPaper } from '../../../domain/document/research-papers.ts';
import { trackOf } from '../../../domain/procedure/case.ts';
import { planAnswerRemarks, planRemarks } from '../../../domain/research/plan-remarks.ts';
import { PaperView } from '../../ui/paper-view.tsx';
import { Remarks } from '../../ui/remarks.tsx';
import type { Desk, DeskProps } from '../desk.ts';

/** S2.2: what the council approves, what the counties say to it, and what was done with what they said before. */
function Papers({ facts }: DeskProps) {
  const { research } = facts.state;
  const nameOf = (tenantId: string) => trackOf(facts.view, tenantId)?.shortName ?? '';
  return (
    <>
      {research.plan === null ? null : <PaperView paper={planPaper(research.plan)} />}
      <Remarks title="各县（市、区）的意见" remarks={planRemarks(facts)} />
      <Remarks title="上一稿意见的处理" remarks={planAnswerRemarks(research, nameOf)} />
    </>
  );
}

export const desk: Desk = { papers: { title: '提请审定的实施方案', Content: Papers } };
