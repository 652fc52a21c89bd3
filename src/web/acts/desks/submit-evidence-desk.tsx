import { currentRound } from '../../../domain/handling/rounds.ts';
import type { Desk } from '../desk.ts';
import { Answer, FoundInFollowUps, followUpsOf, Shown } from './demand-cell.tsx';
import { demandRows } from './demand-rows.tsx';

/** Every promise beside what has been shown for it; a row that is left empty is not sent. */
export const desk: Desk = {
  editors: {
    evidence: demandRows({
      Head: Hint,
      readings: [
        {
          title: '整改承诺',
          render: (demand, facts) => (
            <>
              <Answer demandId={demand.id} facts={facts} />
              <FoundInFollowUps found={followUpsOf(facts, demand)} />
            </>
          ),
        },
        {
          title: '已提交的佐证',
          render: (demand, { state }) => {
            const shown = currentRound(state).evidence.filter(({ demandId }) => demandId === demand.id);
            return shown.length === 0 ? <p className="demand-none">没有</p> : <Shown evidence={shown} />;
          },
        },
      ],
      controls: [
        { title: '完成情况', width: 'minmax(10rem, 1fr)' },
        { title: '佐证材料', width: 'minmax(11rem, 1fr)' },
      ],
    }),
  },
};

function Hint() {
  return <p className="demand-term">只填写这次要提交的项目；没有填写的项目不发送，可以以后再提交。</p>;
}
