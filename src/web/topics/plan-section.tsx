import type { Me } from '../../contract/sign-in.ts';
import { planPaper } from '../../domain/document/research-papers.ts';
import { trackOf } from '../../domain/procedure/case.ts';
import { planAnswerRemarks, planRemarks } from '../../domain/research/plan-remarks.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { PaperView } from '../ui/paper-view.tsx';
import { Remarks } from '../ui/remarks.tsx';
import { EmptyView } from '../ui/states.tsx';

/** The implementation plan as the own body knows it (S2.1, S2.2); in the city with what the counties say to it. */
export function PlanSection({ me, loaded: { view, state } }: { me: Me; loaded: LoadedCase }) {
  if (state === null) return null;
  const { plan, planApproved } = state.research;
  const nameOf = (tenantId: string) => trackOf(view, tenantId)?.shortName ?? '';
  return (
    <section className="section" aria-labelledby="plan">
      <div className="section-head">
        <h2 id="plan">实施方案{planApproved ? '（已经主任会议审定）' : ''}</h2>
        <span className="act-marks">
          {['S2.1', 'S2.2'].map((id) => (
            <ClauseTag key={id} id={id} text={clauseWords(id)} />
          ))}
        </span>
      </div>
      {plan === null ? (
        <EmptyView text="还没有实施方案" hint={emptyHint(me)} />
      ) : (
        <>
          <PaperView paper={planPaper(plan)} />
          {me.level === 'city' && me.kind === 'body' ? (
            <Remarks title="各县（市、区）的意见" remarks={planRemarks({ state, view })} />
          ) : null}
          <Remarks title="上一稿意见的处理" remarks={planAnswerRemarks(state.research, nameOf)} />
        </>
      )}
    </section>
  );
}

function emptyHint({ level, kind }: Me): string {
  if (kind !== 'body') return '经市人大常委会主任会议审定后送来，签收以后显示在这里。';
  return level === 'city' ? '由牵头委室会同各县（市、区）拟定。' : '市人大常委会送来征求意见稿，签收以后显示在这里。';
}
