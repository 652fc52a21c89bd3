import type { Me } from '../../contract/sign-in.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { stageNames } from '../../domain/procedure/step.ts';
import type { Board } from './board-rows.ts';
import { CellButton, type OpenedCell } from './cell.tsx';
import { OrganParts } from './organ-parts.tsx';

export type BoardProps = { me: Me; view: CaseView; board: Board; onOpen: (opened: OpenedCell) => void };

/** Bodies down, steps across by stage; the name stays while the rest scrolls. */
export function BoardTable({ me, view, board, onOpen }: BoardProps) {
  const columns = board.stages.flatMap((stage) => stage.columns);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="board-scroll" tabIndex={0} aria-label={`${view.name}各方进程`}>
      <table className="board">
        <caption className="visually-hidden">{view.name}：各方各步骤的状态和日期</caption>
        <thead>
          <tr>
            <th rowSpan={2} scope="col" className="board-corner">
              单位
            </th>
            {board.stages.map(({ stage, columns: own }) => (
              <th key={stage} scope="colgroup" colSpan={own.length} className="board-stage">
                <span className="board-stage-name">{stageNames[stage]}</span>
              </th>
            ))}
          </tr>
          <tr>
            {columns.map((column) => (
              <th key={column.stepId} scope="col" className="board-step">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.rows.map(({ track, cells }) => (
            <tr key={track.tenantId}>
              <th scope="row" className={`board-name${ownClass(track.tenantId, me)}`}>
                {track.shortName}
                <OrganParts track={track} />
                {track.round > 1 ? <span className="board-round">第{track.round}轮</span> : null}
              </th>
              {columns.map((column) => {
                const cell = cells.get(column.stepId);
                return (
                  <td key={column.stepId} className={`board-cell${ownClass(track.tenantId, me)}`}>
                    {cell === undefined ? (
                      <span className="cell-none">
                        <span aria-hidden="true">·</span>
                        <span className="visually-hidden">不适用</span>
                      </span>
                    ) : (
                      <CellButton cell={cell} body={track.shortName} onOpen={onOpen} />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ownClass(tenantId: string, me: Me): string {
  return tenantId === me.tenantId ? ' is-own' : '';
}
