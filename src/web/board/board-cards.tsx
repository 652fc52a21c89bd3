import { stageNames } from '../../domain/procedure/step.ts';
import type { BoardRow } from './board-rows.ts';
import type { BoardProps } from './board-table.tsx';
import { CellButton } from './cell.tsx';
import { OrganParts } from './organ-parts.tsx';

/** The board on a phone: a card for each body, its stages folded, those with something open unfolded. */
export function BoardCards({ me, board, onOpen }: BoardProps) {
  return (
    <ul className="cards">
      {board.rows.map((row) => (
        <li key={row.track.tenantId} className="card">
          <h2 className="board-card-name">
            {row.track.shortName}
            <OrganParts track={row.track} />
            <span className="board-card-summary">{summaryOf(row)}</span>
          </h2>
          {board.stages.map(({ stage, columns }) => {
            const cells = columns.flatMap((column) => row.cells.get(column.stepId) ?? []);
            if (cells.length === 0) return null;
            const done = cells.filter((cell) => cell.obligation.state === 'done').length;
            return (
              <details key={stage} open={row.track.tenantId === me.tenantId && done < cells.length && done > 0}>
                <summary>
                  {stageNames[stage]}（{done}/{cells.length}）
                </summary>
                <ul className="board-card-steps">
                  {cells.map((cell) => (
                    <li key={cell.obligation.key}>
                      <span>{cell.obligation.title}</span>
                      <CellButton cell={cell} body={row.track.shortName} onOpen={onOpen} />
                    </li>
                  ))}
                </ul>
              </details>
            );
          })}
        </li>
      ))}
    </ul>
  );
}

function summaryOf({ cells }: BoardRow): string {
  const states = [...cells.values()].map((cell) => cell.obligation.state);
  const count = (state: string) => states.filter((other) => other === state).length;
  const overdue = count('overdue');
  return `已完成${count('done')}项${overdue === 0 ? '' : `，逾期${overdue}项`}`;
}
