import { exportItinerary, readItinerary, saveItinerary, suggestItinerary } from '../../contract/itineraries.ts';
import { withDayTexts } from '../../domain/calendar/day-text.ts';
import { weekdayNameOf } from '../../domain/calendar/legal-days.ts';
import { dayOf, placeStandingNames } from '../../domain/research/visit-places.ts';
import type { App } from '../http/app-parts.ts';
import { mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { sendTable, type TableColumn } from '../http/table-file.ts';
import { plannedPlacesIn, readItineraryOf, saveItineraryOf, suggestionTaskOf } from './itinerary-commands.ts';
import { solveItinerary } from './itinerary-solver.ts';

type Row = Awaited<ReturnType<typeof plannedPlacesIn>>['places'][number];

const kindNames = { county: '县（市、区）', park: '园区' } satisfies Record<Row['place']['kind'], string>;

const columns: readonly TableColumn<Row>[] = [
  { title: '日期', width: 12, kind: 'date', value: (row) => dayOf(row) ?? null },
  { title: '星期', width: 10, value: (row) => weekdayIn(row) },
  { title: '地点', width: 20, value: ({ place }) => place.name },
  { title: '类别', width: 14, value: ({ place }) => kindNames[place.kind] },
  { title: '带队人', width: 14, value: ({ standing, leader }) => (standing === 'visited' ? null : (leader ?? null)) },
  {
    title: '固定',
    width: 8,
    value: ({ standing, stop }) => (standing !== 'visited' && stop?.isFixed === true ? '是' : null),
  },
  { title: '情况', width: 14, value: ({ standing }) => placeStandingNames[standing] },
  {
    title: '冲突',
    width: 50,
    value: ({ standing, clashes }) =>
      standing === 'clashing' ? withDayTexts(clashes.map(({ text }) => text).join('；')) : null,
  },
];

function weekdayIn(row: Row): string | null {
  const day = dayOf(row);
  return day === undefined ? null : weekdayNameOf(day);
}

/** The planned visits of a topic's joint research (S2.4): read, saved with the version that was seen, suggested. */
export function registerItineraryRoutes(app: App): void {
  registerRoute(app, readItinerary, async ({ actor, params, read, today }) => {
    mustReadContents(actor);
    return read((trx) => readItineraryOf(trx, actor, params.caseId, today));
  });

  registerRoute(app, exportItinerary, async (call) => {
    const { actor, params, today } = call;
    mustReadContents(actor);
    return call.read(async (trx) => {
      const { name, places } = await plannedPlacesIn(trx, actor, params.caseId, today);
      const table = { name: `调研行程 ${name}`, columns, rows: places };
      return sendTable(trx, call, table, { list: 'itinerary', subject: name });
    });
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
