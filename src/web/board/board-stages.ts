import type { Stage } from '../../domain/procedure/step.ts';
import type { Obligation, ObligationState } from '../../domain/procedure/worklist.ts';
import type { Board, BoardRow, BoardStage, Cell } from './board-rows.ts';

/** What asks for attention, the most urgent first. */
const pressing: readonly ObligationState[] = ['overdue', 'due-soon', 'ready', 'waiting'];

/** The first stage in which somebody owes something that may be done now; the first of all when nothing is left to do. */
export function stageAtWork(board: Board): Stage | undefined {
  const isOpen = ({ obligation: { state, force } }: Cell) =>
    force !== 'may' && (state === 'overdue' || state === 'due-soon' || state === 'ready');
  const atWork = board.stages.find((stage) => board.rows.some((row) => cellsOf(stage, row).some(isOpen)));
  return (atWork ?? board.stages[0])?.stage;
}

export function cellsOf({ columns }: BoardStage, { cells }: BoardRow): readonly Cell[] {
  return columns.flatMap(({ stepId }) => cells.get(stepId) ?? []);
}

/** Of what one body owes the first by urgency, then by date. */
export function mostPressing(own: readonly Obligation[]): Obligation | undefined {
  for (const state of pressing) {
    const [first] = own
      .filter((obligation) => obligation.state === state)
      .toSorted((one, other) => (one.due ?? '9').localeCompare(other.due ?? '9'));
    if (first !== undefined) return first;
  }
  return undefined;
}
