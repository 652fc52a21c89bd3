import { obligationStateNames } from '../../domain/procedure/worklist.ts';
import { nearDay } from '../lib/formats.ts';
import { obligationTones } from '../lib/words.ts';
import { Icon } from '../ui/icons.tsx';
import type { Cell } from './board-rows.ts';

/** A cell that somebody opens, and whose it is. */
export type OpenedCell = { cell: Cell; body: string };

/** State and date of one step of one body; opened, its explanation. */
export function CellButton({ cell, body, onOpen }: OpenedCell & { onOpen: (opened: OpenedCell) => void }) {
  const { obligation } = cell;
  const date = obligation.state === 'done' ? obligation.since : obligation.due;
  const tone = obligationTones[obligation.state];
  return (
    <button type="button" className={`cell tone-${tone}`} onClick={() => onOpen({ cell, body })}>
      <span className="visually-hidden">
        {body}，{obligation.title}：
      </span>
      <span className="cell-state">
        <Icon name={tone} size={12} />
        {stateWord(cell)}
      </span>
      <span className="cell-date">{date === undefined ? '—' : nearDay(date)}</span>
    </button>
  );
}

/** What the state of a cell is called: lateness and choice are told apart. */
export function stateWord({ obligation, scheduled }: Cell): string {
  const isLate = obligation.state === 'done' && obligation.why.includes('逾期完成');
  if (isLate) return '逾期完成';
  if (obligation.isUnderWay === true && obligation.state === 'ready') return '进行中';
  if (scheduled?.force === 'may' && obligation.state === 'ready') return '可选';
  return obligationStateNames[obligation.state];
}
