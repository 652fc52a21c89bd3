import { obligationStateNames } from '../../domain/procedure/worklist.ts';
import { obligationTones } from '../lib/words.ts';
import { Icon } from '../ui/icons.tsx';
import type { BoardRow, BoardStage } from './board-rows.ts';
import { cellsOf, mostPressing } from './board-stages.ts';

/** A folded stage of one body: the most urgent of what it still owes there, and how much is done. */
export function StageSum({ stage, row }: { stage: BoardStage; row: BoardRow }) {
  const obligations = cellsOf(stage, row).map((cell) => cell.obligation);
  const owed = obligations.filter(({ force, state }) => force !== 'may' || state === 'done');
  if (owed.length === 0) {
    return (
      <span className="cell-none">
        <span aria-hidden="true">·</span>
        <span className="visually-hidden">不适用</span>
      </span>
    );
  }
  const done = owed.filter(({ state }) => state === 'done' || state === 'waived').length;
  const first = mostPressing(owed);
  const tone = obligationTones[first?.state ?? 'done'];
  return (
    <span className={`cell stage-sum tone-${tone}`}>
      <span className="cell-state">
        <Icon name={tone} size={12} />
        {obligationStateNames[first?.state ?? 'done']}
      </span>
      <span className="cell-date">
        完成{done}/{owed.length}
      </span>
    </span>
  );
}
