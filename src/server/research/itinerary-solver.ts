import type { ItineraryTask } from '../../domain/research/itinerary.ts';
import { betterPlan, daysOnTheRoad, greedyPlan, type ItineraryPlan } from '../../domain/research/itinerary-plan.ts';
import { answerInThread, askThread } from '../jobs/thread.ts';
import { type ItineraryModel, itineraryModelOf, omissionCost, planOfValues, valuesOfPlan } from './itinerary-model.ts';

/** Longest time the search may take for the fewest days, in seconds; then the best found so far stands. */
const timeLimit = 3.2;
/** Costs are whole numbers; the solver counts in fractions. */
const tolerance = 1e-3;

/** A plan, and whether no other leaves fewer places out or needs fewer days. */
export type SolvedItinerary = { plan: ItineraryPlan; days: number; isProven: boolean };

/**
 * The visits with the fewest days on the road, by HiGHS in a thread of its own, begun with the greedy plan and never worse than it.
 * Throws when the thread fails. `seconds` bounds the search (3.2 by default).
 */
export async function solveItinerary(task: ItineraryTask, seconds = timeLimit): Promise<SolvedItinerary> {
  if (task.groups.every(({ placeIds }) => placeIds.length === 0)) {
    const plan = { stops: [], unplaced: [] };
    return { plan, days: daysOnTheRoad(plan, task), isProven: true };
  }
  return askThread<Asked, SolvedItinerary>(import.meta.url, { task, seconds });
}

type Asked = { task: ItineraryTask; seconds: number };

async function solveHere({ task, seconds }: Asked): Promise<SolvedItinerary> {
  const model = itineraryModelOf(task);
  const greedy = greedyPlan(task);
  const { found, bound } = await search(model, { start: valuesOfPlan(greedy, model, task), seconds, days: task.days });
  const plan = found
    .map((values) => planOfValues(values, model, task))
    .reduce((best, one) => betterPlan(best, one, task), greedy);
  const days = daysOnTheRoad(plan, task);
  const cost = days - daysOnTheRoad({ stops: [], unplaced: [] }, task) + omissionCost * plan.unplaced.length;
  return { plan, days, isProven: bound > cost - 1 + tolerance };
}

type Search = { start: Float64Array; seconds: number; days: readonly string[] };

/** Solutions found, and a cost that none is below. */
async function search(
  model: ItineraryModel,
  { start, seconds, days }: Search,
): Promise<{ found: readonly Float64Array[]; bound: number }> {
  const highs = await loadHighs();
  return highs.withModel(modelData(model, highs.constants.variableType.integer), (solver) => {
    solver.options.set({ output_flag: false, time_limit: seconds, mip_abs_gap: 1 - tolerance, mip_rel_gap: 0 });
    solver.setSolution({ colValue: start });
    solver.run();
    const best = solver.getSolution().colValue;
    const bound = Number(solver.info.get('mip_dual_bound'));
    if (best.length !== model.costs.length || bound < costOf(best, model) - 1 + tolerance)
      return { found: [best], bound };
    // As few days, but early ones.
    solver.addRow(Number.NEGATIVE_INFINITY, costOf(best, model), {
      indices: model.costs.map((_cost, column) => column),
      values: [...model.costs],
    });
    const late = new Map(days.map((day, index) => [day, index]));
    model.costs.forEach((_cost, column) => void solver.changeColCost(column, 0));
    for (const { day, column } of model.visits) solver.changeColCost(column, late.get(day) ?? 0);
    solver.zeroAllClocks();
    solver.options.set({ time_limit: seconds / 4 });
    solver.setSolution({ colValue: best });
    solver.run();
    return { found: [best, solver.getSolution().colValue], bound };
  });
}

/** Loaded in the thread that solves, not by every server that may ask it. */
async function loadHighs() {
  const { default: loader } = await import('highs');
  // The proof for the cast: the package describes its ES module as if it were CommonJS; what is imported is the loader itself.
  return (loader as unknown as typeof loader.default)();
}

function costOf(values: Float64Array, { costs }: ItineraryModel): number {
  return Math.round(costs.reduce((sum, cost, column) => sum + cost * (values[column] ?? 0), 0));
}

function modelData<Integer>({ costs, rows }: ItineraryModel, integer: Integer) {
  const entries = rows.map((row) => row.entries);
  const numCols = costs.length;
  const numRows = rows.length;
  return {
    numCols,
    numRows,
    colCost: costs,
    colLower: Array<number>(numCols).fill(0),
    colUpper: Array<number>(numCols).fill(1),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: {
      format: 'csr' as const,
      numRows,
      numCols,
      starts: startsOf(entries),
      indices: entries.flat().map(([column]) => column),
      values: entries.flat().map(([, value]) => value),
    },
    integrality: Array<Integer>(numCols).fill(integer),
  };
}

/** Where each row begins in the flat list of all of them, and where the last ends. */
function startsOf(rows: readonly { length: number }[]): number[] {
  const starts = [0];
  let end = 0;
  for (const { length } of rows) {
    end += length;
    starts.push(end);
  }
  return starts;
}

await answerInThread(import.meta.url, solveHere);
