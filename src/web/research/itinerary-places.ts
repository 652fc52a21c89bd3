import type { CaseState } from '../../domain/case-state.ts';
import { type CaseView, countyTracksOf } from '../../domain/procedure/case.ts';
import type { Linkage } from '../lib/linkage.ts';

/** A county or park of the topic, and since when it has been visited on site. */
export type VisitPlace = { id: string; name: string; kind: 'county' | 'park'; visitedOn: string | undefined };

/** Counties and parks a joint team goes to (S2.4, S2.5), with the first visit on site that was recorded. */
export function placesOf(view: CaseView, state: CaseState | null, { organisation }: Linkage): readonly VisitPlace[] {
  const visits = (state?.research.visits ?? []).filter(({ forms }) => forms.includes('site'));
  const visitedOn = (id: string) =>
    visits.find(({ places }) =>
      places.some(
        (place) => (place.kind === 'county' && place.tenantId === id) || (place.kind === 'park' && place.parkId === id),
      ),
    )?.on;
  return [
    ...countyTracksOf(view).map(({ tenantId, shortName }) => ({
      id: tenantId,
      name: shortName,
      kind: 'county' as const,
    })),
    ...organisation.parks.map(({ id, name }) => ({ id, name, kind: 'park' as const })),
  ].map((place) => ({ ...place, visitedOn: visitedOn(place.id) }));
}
