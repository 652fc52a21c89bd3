import { planPaper } from '../../../domain/document/research-papers.ts';
import { planAnswerRemarks } from '../../../domain/research/plan-remarks.ts';
import { PaperView } from '../../ui/paper-view.tsx';
import { Remarks } from '../../ui/remarks.tsx';
import type { Desk, DeskProps } from '../desk.ts';

/** S2.1: the whole plan that is to be judged, and what became of the own comment on the version before. */
function Papers({ facts: { state, own } }: DeskProps) {
  const { plan } = state.research;
  return (
    <>
      <Remarks title="上一稿意见的处理" remarks={planAnswerRemarks(state.research, () => own.shortName)} />
      {plan === null ? null : <PaperView paper={planPaper(plan)} />}
    </>
  );
}

export const desk: Desk = { papers: { title: '实施方案征求意见稿', Content: Papers } };
