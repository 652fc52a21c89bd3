import type { Facts } from '../procedure/act.ts';
import { countyTracksOf, doneOf, type Track } from '../procedure/case.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';

/**
 * Counties not yet covered on site (S2.4, SUR-05). A talk elsewhere covers nobody. Where the setting lets any visit count, a county's
 * own extension research covers it too; only that it took place is known to the city.
 */
export function uncoveredCounties({ state, view, settings }: Facts): readonly Track[] {
  const onSite = state.research.visits.filter((visit) => visit.forms.includes('site'));
  const visited = new Set(
    onSite.flatMap((visit) => visit.places.flatMap((place) => (place.kind === 'county' ? [place.tenantId] : []))),
  );
  return countyTracksOf(view).filter((track) => {
    const ownResearch = settings.coverage === 'any-visit' && doneOf('record-extension-research', track) !== undefined;
    return !visited.has(track.tenantId) && !ownResearch;
  });
}

/** Parks: covered, or a recorded decision that it was not needed (SUR-06); a setting makes them units that coverage needs. */
export function checkParks(notNeeded: string, { state, organisation, settings }: Facts): readonly Refusal[] {
  const visited = new Set(
    state.research.visits.flatMap((visit) =>
      visit.places.flatMap((place) => (place.kind === 'park' ? [place.parkId] : [])),
    ),
  );
  const missing = organisation.parks.filter((park) => !visited.has(park.id));
  if (missing.length === 0) return [];
  const names = missing.map((park) => park.name).join('、');
  if (settings.parksNeedCoverage) {
    return [refuse('coverage/park-missing', 'S2.4', `联合调研尚未覆盖${names}；按设置，园区须纳入全覆盖调研。`)];
  }
  if (notNeeded.trim() !== '') return [];
  const text = `联合调研没有覆盖${names}，请在“不需要覆盖园区的决定”中载明，或者写明理由。`;
  return [departsFrom('coverage/park-missing', 'S2.4', text, 'parksNotNeeded')];
}

/** The team goes into key departments of the city too; which are key is for people to judge, so a reason will do (S2.5). */
export function checkDepartments({ state }: Facts): readonly Refusal[] {
  const visited = state.research.visits.some((visit) => visit.places.some((place) => place.kind === 'department'));
  if (visited) return [];
  return [departsFrom('coverage/no-department', 'S2.5', '联合调研没有深入市级重点部门，请补充调研，或者写明理由。')];
}
