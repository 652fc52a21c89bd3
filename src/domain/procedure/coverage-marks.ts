import { type CaseView, countyTracksOf, type Done, type Track } from './case.ts';

/**
 * The keys in `Track.done` of the city's track that say since when, and by which act, the joint team was on site in a county (S2.4):
 * states and dates, no contents. A step that `covers` every county is done when each has its mark.
 */
export function coverageMarkOf(countyId: string): string {
  return `on-site/${countyId}`;
}

export function coveredOn(city: Track, countyId: string): Done | undefined {
  return city.done[coverageMarkOf(countyId)];
}

/** Where the coverage stands: which counties the team was in, and which it was not yet. */
export function coverageStanding(view: CaseView, city: Track): { covered: readonly Track[]; left: readonly Track[] } {
  const counties = countyTracksOf(view);
  return {
    covered: counties.filter(({ tenantId }) => coveredOn(city, tenantId) !== undefined),
    left: counties.filter(({ tenantId }) => coveredOn(city, tenantId) === undefined),
  };
}
