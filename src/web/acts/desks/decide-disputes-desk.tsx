import type { Desk } from '../desk.ts';
import { Answer } from './demand-cell.tsx';
import { demandRows } from './demand-rows.tsx';

/** Every disputed demand beside the organ's reason. */
export const desk: Desk = {
  editors: {
    decisions: demandRows({
      Head: Hint,
      readings: [{ title: '机关的异议', render: (demand, facts) => <Answer demandId={demand.id} facts={facts} /> }],
      controls: [
        { title: '处理', width: '13rem' },
        { title: '理由（改由办理的另选机关）', width: 'minmax(11rem, 1fr)' },
      ],
    }),
  },
};

function Hint() {
  return (
    <p className="demand-term">
      维持原要求的，机关须重新答复；撤回或者改由其他机关办理的，因审议意见经常委会会议表决，由主任会议决定。理由发给机关。
    </p>
  );
}
