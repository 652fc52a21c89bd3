import { useState } from 'react';
import type { Me } from '../../contract/sign-in.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { type Stage, stageNames } from '../../domain/procedure/step.ts';
import { Icon } from '../ui/icons.tsx';
import { useIsPrinting } from '../ui/use-is-printing.ts';
import type { Board, BoardRow, BoardStage } from './board-rows.ts';
import { stageAtWork } from './board-stages.ts';
import { CellButton, type OpenedCell } from './cell.tsx';
import { OrganParts } from './organ-parts.tsx';
import { StageSum } from './stage-sum.tsx';

export type BoardProps = { me: Me; view: CaseView; board: Board; onOpen: (opened: OpenedCell) => void };

/**
 * Bodies down, steps across by stage. One stage is unfolded at a time, at first the one at work, so that the whole of a topic stands on
 * one screen; a folded stage says how far each body is in it.
 */
export function BoardTable(props: BoardProps) {
  const isPrinting = useIsPrinting();
  if (!isPrinting) return <StagesTable {...props} />;
  const { board } = props;
  // Paper unfolds nothing: every stage is a table of its own.
  return board.stages.map((stage) => (
    <StagesTable key={stage.stage} {...props} board={{ ...board, stages: [stage] }} />
  ));
}

function StagesTable({ me, view, board, onOpen }: BoardProps) {
  const [unfolded, setUnfolded] = useState<Stage | undefined>(() => stageAtWork(board));
  const canFold = board.stages.length > 1;
  const isUnfolded = (stage: Stage) => !canFold || stage === unfolded;
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
            {board.stages.map((stage) => (
              <StageHead
                key={stage.stage}
                stage={stage}
                isUnfolded={isUnfolded(stage.stage)}
                onToggle={canFold ? () => setUnfolded(stage.stage === unfolded ? undefined : stage.stage) : undefined}
              />
            ))}
          </tr>
          <tr>
            {board.stages
              .filter(({ stage }) => isUnfolded(stage))
              .flatMap(({ columns }) => columns)
              .map((column) => (
                <th key={column.stepId} scope="col" className="board-step">
                  {column.title}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {board.rows.map((row) => (
            <tr key={row.track.tenantId} className={row.track.tenantId === me.tenantId ? 'is-own' : undefined}>
              <th scope="row" className="board-name">
                {row.track.shortName}
                <OrganParts track={row.track} />
                {row.track.round > 1 ? <span className="board-round">第{row.track.round}轮</span> : null}
              </th>
              {board.stages.map((stage) =>
                isUnfolded(stage.stage) ? (
                  <StageCells key={stage.stage} stage={stage} row={row} onOpen={onOpen} />
                ) : (
                  <td key={stage.stage} className="board-cell">
                    <StageSum stage={stage} row={row} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function StageHead(props: { stage: BoardStage; isUnfolded: boolean; onToggle: (() => void) | undefined }) {
  const { stage, isUnfolded, onToggle } = props;
  const name = stageNames[stage.stage];
  const span = isUnfolded ? { colSpan: stage.columns.length, scope: 'colgroup' } : { rowSpan: 2, scope: 'col' };
  return (
    <th className={isUnfolded ? 'board-stage' : 'board-stage is-folded'} {...span}>
      {onToggle === undefined ? (
        <span className="board-stage-name">{name}</span>
      ) : (
        <button type="button" className="board-stage-name" aria-expanded={isUnfolded} onClick={onToggle}>
          {name}
          <Icon name={isUnfolded ? 'off' : 'add'} size={13} />
        </button>
      )}
    </th>
  );
}

function StageCells({ stage, row, onOpen }: { stage: BoardStage; row: BoardRow; onOpen: BoardProps['onOpen'] }) {
  return stage.columns.map((column) => {
    const cell = row.cells.get(column.stepId);
    return (
      <td key={column.stepId} className="board-cell">
        {cell === undefined ? (
          <span className="cell-none">
            <span aria-hidden="true">·</span>
            <span className="visually-hidden">不适用</span>
          </span>
        ) : (
          <CellButton cell={cell} body={row.track.shortName} onOpen={onOpen} />
        )}
      </td>
    );
  });
}
