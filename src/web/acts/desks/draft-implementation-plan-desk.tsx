import { planPaper } from '../../../domain/document/research-papers.ts';
import { planRemarks } from '../../../domain/research/plan-remarks.ts';
import { PaperView } from '../../ui/paper-view.tsx';
import { Remarks } from '../../ui/remarks.tsx';
import type { Desk, DeskProps } from '../desk.ts';

/** S2.1: the version that is out and what the counties say to it, beside the one that is being written. */
function Papers({ facts }: DeskProps) {
  const { plan } = facts.state.research;
  if (plan === null) {
    return (
      <p className="quiet">
        办理以后，征求意见稿送各县（市、区）人大常委会；报来的意见签收后列在这里，修改时逐条处理。
      </p>
    );
  }
  return (
    <>
      <Remarks title="各县（市、区）的意见" remarks={planRemarks(facts)} />
      <details>
        <summary>现在的文本（第{plan.version}稿）</summary>
        <PaperView paper={planPaper(plan)} />
      </details>
    </>
  );
}

export const desk: Desk = { papers: { title: '征求意见情况', Content: Papers } };
