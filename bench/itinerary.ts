import type { ItineraryTask } from '../src/domain/research/itinerary.ts';
import { daysOnTheRoad, greedyPlan } from '../src/domain/research/itinerary-plan.ts';
import { solveItinerary } from '../src/server/research/itinerary-solver.ts';
import type { Goal } from './report.ts';
import { random } from './similar-suggestions.ts';

const seeds = [1, 2, 3] as const;

/** `npm run bench -- itinerary`: 5 topics × 26 counties × 40 days, planned together, beside the greedy plan of the same task. */
export async function itineraryGoals(say: (text: string) => void): Promise<Goal[]> {
  const goals: Goal[] = [];
  for (const seed of seeds) {
    for (const perDay of [1, 2]) {
      const task = generateTask(seed, perDay);
      const greedy = greedyPlan(task);
      const started = performance.now();
      const { plan, days, isProven } = await solveItinerary(task);
      const seconds = (performance.now() - started) / 1000;
      const name = `itinerary ${seed}, ${perDay} a day`;
      const worse =
        plan.unplaced.length > greedy.unplaced.length ? plan.unplaced.length : days - daysOnTheRoad(greedy, task);
      say(
        `${name}: ${days} days${isProven ? ', proven fewest' : ''}, ${plan.unplaced.length} left out, ${seconds.toFixed(2)} s; ` +
          `greedy ${daysOnTheRoad(greedy, task)} days, ${greedy.unplaced.length} left out`,
      );
      goals.push(
        { name: `${name}: time`, figure: seconds, unit: 's', atMost: 5 },
        { name: `${name}: days more than greedy`, figure: worse, unit: 'days', atMost: 0 },
      );
    }
  }
  return goals;
}

/** Leaders away on a third of the days and counties closed on a fifth; two of the leaders of each topic are its own, one leads several. */
function generateTask(seed: number, perDay: number): ItineraryTask {
  const next = random(seed);
  const days = Array.from({ length: 40 }, (_none, at) => `day ${String(at).padStart(2, '0')}`);
  const placeIds = Array.from({ length: 26 }, (_none, at) => `county ${at}`);
  const some = (share: number) => new Set(days.filter(() => next() < share));
  const leaders = Array.from({ length: 12 }, (_none, at) => ({ personId: `leader ${at}`, closed: some(0.33) }));
  const groups = Array.from({ length: 5 }, (_none, at) => ({
    id: `topic ${at}`,
    kept: [],
    placeIds,
    leaders: leaders.filter((_leader, index) => index === 2 * at || index === 2 * at + 1 || index === 10 + (at % 2)),
  }));
  return { days, perDay, groups, placeClosed: new Map(placeIds.map((placeId) => [placeId, some(0.2)])) };
}
