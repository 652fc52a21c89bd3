import type { Park } from '../organisation/facts.ts';
import type { PlainDateText } from '../procedure/case.ts';
import type { Stop } from './itinerary.ts';
import { type ToldPlan, visitsAhead } from './visit-notice.ts';
import type { PlannedVisit } from './visit-notice-acts.ts';

/** Planned visits ahead as the counties are told of them: a park is told to its county, one of the city itself to nobody (S2.4). */
export function visitRowsOf(
  stops: readonly Stop[],
  around: { counties: readonly { tenantId: string }[]; parks: readonly Park[]; today: PlainDateText },
): readonly PlannedVisit[] {
  const counties = new Set(around.counties.map(({ tenantId }) => tenantId));
  return stops
    .filter(({ day }) => day >= around.today)
    .flatMap(({ placeId, day, leaderId }): PlannedVisit[] => {
      if (counties.has(placeId)) return [{ tenantId: placeId, day, leaderId, places: '' }];
      const park = around.parks.find(({ id }) => id === placeId);
      if (park === undefined || !counties.has(park.tenantId)) return [];
      return [{ tenantId: park.tenantId, day, leaderId, places: park.name }];
    });
}

/** Counties that have not been told of their visit, or know of another day or leader; those whose visit is given up among them. */
export function countiesToTell(
  rows: readonly PlannedVisit[],
  told: Readonly<Record<string, ToldPlan>>,
  today: PlainDateText,
): readonly string[] {
  const counties = new Set([...Object.keys(told), ...rows.map(({ tenantId }) => tenantId)]);
  const keysOf = (visits: readonly { day: PlainDateText; leaderId: string }[]) =>
    [...new Set(visits.map(({ day, leaderId }) => `${day}/${leaderId}`))].toSorted().join(' ');
  return [...counties].filter((county) => {
    const planned = rows.filter(({ tenantId }) => tenantId === county);
    return keysOf(planned) !== keysOf(visitsAhead(told[county]?.visits ?? [], today));
  });
}
