import type { CaseView, Track } from '../../domain/procedure/case.ts';
import { steps } from '../../domain/procedure/procedure.ts';
import type { ScheduledStep } from '../../domain/procedure/schedule.ts';
import { type Stage, stages } from '../../domain/procedure/step.ts';
import type { Obligation } from '../../domain/procedure/worklist.ts';
import type { Derived } from '../lib/derived-case.ts';

export type Cell = { obligation: Obligation; scheduled: ScheduledStep | undefined };
export type BoardColumn = { stepId: string; title: string; stage: Stage };
export type BoardRow = { track: Track; cells: ReadonlyMap<string, Cell> };
export type BoardStage = { stage: Stage; columns: readonly BoardColumn[] };
export type Board = { stages: readonly BoardStage[]; rows: readonly BoardRow[] };

/** Rows: the tracks; columns: the steps that any of them has, in the order of the opinion; a cell is what the domain derived. */
export function boardOf(view: CaseView, derived: Derived, shows: (track: Track) => boolean): Board {
  const tracks = view.tracks.filter(shows).toSorted(byLevel);
  const scheduled = new Map(derived.schedule.map((entry) => [`${entry.tenantId}/${entry.key}`, entry]));
  const cells = Map.groupBy(derived.obligations, (obligation) => obligation.tenantId);
  const rows = tracks.map((track) => ({
    track,
    cells: new Map(
      (cells.get(track.tenantId) ?? []).map((obligation) => [
        obligation.stepId,
        { obligation, scheduled: scheduled.get(`${track.tenantId}/${obligation.key}`) },
      ]),
    ),
  }));
  return { rows, stages: stagesOf(view, rows) };
}

/** The city first, then the counties as the server names them; organs after their body. */
function byLevel(one: Track, other: Track): number {
  const rank = (track: Track) => (track.level === 'city' ? 0 : 2) + (track.kind === 'body' ? 0 : 1);
  return rank(one) - rank(other);
}

function stagesOf(view: CaseView, rows: readonly BoardRow[]): BoardStage[] {
  const used = new Set(rows.flatMap((row) => [...row.cells.keys()]));
  const columns = new Map<string, BoardColumn>();
  for (const step of steps) {
    if (step.case !== view.kind || !used.has(step.id) || columns.has(step.id)) continue;
    columns.set(step.id, { stepId: step.id, title: step.title, stage: step.stage });
  }
  const byStage = Map.groupBy(columns.values(), (column) => column.stage);
  return stages.flatMap((stage) => {
    const own = byStage.get(stage);
    return own === undefined ? [] : [{ stage, columns: own }];
  });
}
