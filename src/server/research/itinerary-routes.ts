import { readItinerary, saveItinerary, suggestItinerary } from '../../contract/itineraries.ts';
import type { App } from '../http/app-parts.ts';
import { mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { readItineraryOf, saveItineraryOf, suggestionTaskOf } from './itinerary-commands.ts';
import { solveItinerary } from './itinerary-solver.ts';

/** The planned visits of a topic's joint research (S2.4): read, saved with the version that was seen, suggested. */
export function registerItineraryRoutes(app: App): void {
  registerRoute(app, readItinerary, async ({ actor, params, read, today }) => {
    mustReadContents(actor);
    return read((trx) => readItineraryOf(trx, actor, params.caseId, today));
  });

  registerRoute(app, saveItinerary, async ({ actor, params, body, write, at }) => {
    mustReadContents(actor);
    return write((trx) => saveItineraryOf(trx, actor, params.caseId, { ...body, at }));
  });

  registerRoute(app, suggestItinerary, async ({ actor, params, body, read, today }) => {
    mustReadContents(actor);
    const task = await read((trx) => suggestionTaskOf(trx, actor, params.caseId, { ...body, today }));
    const { plan, days, isProven } = await solveItinerary(task);
    const kept = body.plan.stops.filter(({ isFixed }) => isFixed);
    const made = plan.stops.map(({ groupId: _groupId, ...stop }) => stop);
    return {
      stops: [...kept, ...made].toSorted((one, other) => one.day.localeCompare(other.day)),
      unplaced: plan.unplaced.map(({ placeId }) => placeId),
      days,
      isProven,
    };
  });
}
