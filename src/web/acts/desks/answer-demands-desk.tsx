import { handlingDueOf } from '../../../domain/handling/hand-over-acts.ts';
import { currentRound } from '../../../domain/handling/rounds.ts';
import type { Facts } from '../../../domain/procedure/act.ts';
import { dateWithWeekday } from '../../lib/formats.ts';
import type { Desk } from '../desk.ts';
import { Answer, FoundInFollowUps, followUpsOf, Shown } from './demand-cell.tsx';
import { demandRows } from './demand-rows.tsx';

/** Every demand beside its answer; what was said, shown and found so far stands between. */
export const desk: Desk = {
  editors: {
    answers: demandRows({
      Head: Term,
      readings: [
        {
          title: '目前',
          render: (demand, facts) => {
            const round = currentRound(facts.state);
            const upheld = round.disputes.find(({ decision }) => decision.demandId === demand.id)?.decision;
            return (
              <>
                <Answer demandId={demand.id} facts={facts} />
                {upheld === undefined ? null : <p className="demand-found">人大常委会维持原要求：{upheld.reason}</p>}
                <Shown evidence={round.evidence.filter(({ demandId }) => demandId === demand.id)} />
                <FoundInFollowUps found={followUpsOf(facts, demand)} />
              </>
            );
          },
        },
      ],
      controls: [
        { title: '答复', width: '9rem' },
        { title: '整改措施（异议写理由）', width: 'minmax(10rem, 1fr)' },
        { title: '责任人', width: '7rem' },
        { title: '完成时限', width: '9.5rem' },
      ],
    }),
  },
};

/** The last day of the term, which the sheet offers for every promise. */
function Term({ facts }: { facts: Facts }) {
  const term = handlingDueOf(facts);
  if (term === undefined) return null;
  return (
    <p className="demand-term">
      本轮办理期限为<strong>{dateWithWeekday(term)}</strong>
      ，完成时限一般不晚于该日。评价之前可以再次答复，以最后一次为准。
    </p>
  );
}
