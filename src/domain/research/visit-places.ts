import type { CaseState } from '../case-state.ts';
import type { OrganisationStructure } from '../organisation/facts.ts';
import { type CaseView, countyTracksOf, type PlainDateText } from '../procedure/case.ts';
import type { Settings } from '../procedure/settings.ts';
import { placeKeyOf } from './field-note.ts';
import type { Itinerary, Stop, StopClash } from './itinerary.ts';

/** A county or park of the topic, and since when it has been visited on site. */
export type VisitPlace = { id: string; name: string; kind: 'county' | 'park'; visitedOn: PlainDateText | undefined };

/** Counties and parks a joint team goes to (S2.4, S2.5), with the first visit on site that was recorded. */
export function visitPlacesOf(
  view: CaseView,
  state: CaseState | null,
  { parks }: Pick<OrganisationStructure, 'parks'>,
): readonly VisitPlace[] {
  const visits = (state?.research.visits ?? []).filter(({ forms }) => forms.includes('site'));
  const visitedOn = (id: string) => visits.find(({ places }) => places.some((place) => placeKeyOf(place) === id))?.on;
  return [
    ...countyTracksOf(view).map(({ tenantId, shortName }) => ({
      id: tenantId,
      name: shortName,
      kind: 'county' as const,
    })),
    ...parks.map(({ id, name }) => ({ id, name, kind: 'park' as const })),
  ].map((place) => ({ ...place, visitedOn: visitedOn(place.id) }));
}

/** Parks that are planned already, and those that coverage needs by the customer's setting (SUR-06). */
export function wantedParksOf(
  places: readonly VisitPlace[],
  { stops }: Pick<Itinerary, 'stops'>,
  { parksNeedCoverage }: Pick<Settings, 'parksNeedCoverage'>,
): readonly string[] {
  return places
    .filter(({ kind, id }) => kind === 'park' && (parksNeedCoverage || stops.some(({ placeId }) => placeId === id)))
    .map(({ id }) => id);
}

/** How a place of the itinerary stands. */
export const placeStandingNames = {
  visited: '已实地调研',
  unplanned: '未安排',
  planned: '已安排',
  clashing: '有冲突',
} as const;

/** A place that is to be visited: when and led by whom, what speaks against it, and how it stands. */
export type PlannedPlace = {
  place: VisitPlace;
  stop: Stop | undefined;
  clashes: readonly StopClash[];
  standing: keyof typeof placeStandingNames;
};

/** Every county, and those of the parks that are wanted, with what is planned there. */
export function plannedPlacesOf(
  places: readonly VisitPlace[],
  { stops }: Pick<Itinerary, 'stops'>,
  { parks, clashes }: { parks: readonly string[]; clashes: readonly StopClash[] },
): readonly PlannedPlace[] {
  return places
    .filter(({ kind, id }) => kind === 'county' || parks.includes(id))
    .map((place) => {
      const stop = stops.find(({ placeId }) => placeId === place.id);
      const own = clashes.filter(({ index }) => stops[index]?.placeId === place.id);
      return { place, stop, clashes: own, standing: standingOf(place, stop, own) };
    });
}

function standingOf(
  { visitedOn }: VisitPlace,
  stop: Stop | undefined,
  clashes: readonly StopClash[],
): PlannedPlace['standing'] {
  if (visitedOn !== undefined) return 'visited';
  if (stop === undefined) return 'unplanned';
  return clashes.length === 0 ? 'planned' : 'clashing';
}

/** As they are travelled: by their days, those without one last. */
export function byTravel(places: readonly PlannedPlace[]): readonly PlannedPlace[] {
  return places.toSorted((one, other) => (dayOf(one) ?? '9999').localeCompare(dayOf(other) ?? '9999'));
}

/** The day of its visit: the one that was made, else the one that is planned. */
export function dayOf({ place, stop }: PlannedPlace): PlainDateText | undefined {
  return place.visitedOn ?? stop?.day;
}
