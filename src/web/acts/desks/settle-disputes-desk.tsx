import { disputeDecisionNames } from '../../../domain/handling/demand.ts';
import { referredDisputes } from '../../../domain/handling/rounds.ts';
import { tenantNameOf } from '../../../domain/organisation/facts.ts';
import type { Desk } from '../desk.ts';
import { Answer } from './demand-cell.tsx';
import { demandRows } from './demand-rows.tsx';

/** Every dispute that the committee has referred, beside what it asks for. */
export const desk: Desk = {
  editors: {
    outcomes: demandRows({
      readings: [
        { title: '机关的异议', render: (demand, facts) => <Answer demandId={demand.id} facts={facts} /> },
        {
          title: '牵头委室的意见',
          render: (demand, { state, organisation }) => {
            const referred = referredDisputes(state).find(({ decision }) => decision.demandId === demand.id)?.decision;
            if (referred === undefined) return null;
            const to = referred.decision === 'reassign' ? `（${tenantNameOf(organisation, referred.organId)}）` : '';
            return (
              <p>
                {disputeDecisionNames[referred.decision]}
                {to}：{referred.reason}
              </p>
            );
          },
        },
      ],
      controls: [
        { title: '决定', width: '7rem' },
        { title: '理由', width: 'minmax(9rem, 1fr)' },
      ],
    }),
  },
};
