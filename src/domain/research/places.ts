import { organsOfBody } from '../organisation/facts.ts';
import type { Facts } from '../procedure/act.ts';
import { trackOf } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Place } from './finding.ts';

/** The name of a place for a sentence. */
export function placeNameOf(place: Place, { organisation, view }: Pick<Facts, 'organisation' | 'view'>): string {
  switch (place.kind) {
    case 'county':
      return trackOf(view, place.tenantId)?.shortName ?? place.tenantId;
    case 'park':
      return organisation.parks.find((park) => park.id === place.parkId)?.name ?? place.parkId;
    case 'department':
      return organisation.tenants.find((tenant) => tenant.id === place.organId)?.name ?? place.organId;
  }
}

/**
 * Places of the actor's own reach: for the city every county and park of the linkage and its own organs, for a county itself, its
 * parks and its organs. A body never examines an organ of the other level (监督法 §6).
 */
export function checkPlaces(places: readonly Place[], facts: Facts, field: string): readonly Refusal[] {
  const outside = places.filter((place) => !isWithinReach(place, facts));
  if (outside.length === 0) return [];
  const names = outside.map((place) => placeNameOf(place, facts)).join('、');
  const text = `${names}不在${facts.own.shortName}可以调研的范围之内，请选择本地的县（市、区）、园区和本级部门。`;
  return [refuse('research/place', '监督法 §6', text, field)];
}

/** Every place the actor's own body may examine, with its name: counties, then parks, then departments. */
export function placesWithinReach(facts: Reach): readonly { place: Place; name: string }[] {
  const { view, organisation } = facts;
  const all: readonly { place: Place; name: string }[] = [
    ...view.tracks.map(({ tenantId, shortName }) => ({
      place: { kind: 'county' as const, tenantId },
      name: shortName,
    })),
    ...organisation.parks.map(({ id, name }) => ({ place: { kind: 'park' as const, parkId: id }, name })),
    ...organisation.tenants.map(({ id, name }) => ({ place: { kind: 'department' as const, organId: id }, name })),
  ];
  return all.filter(({ place }) => isWithinReach(place, facts));
}

type Reach = Pick<Facts, 'own' | 'organisation' | 'view'>;

function isWithinReach(place: Place, { own, organisation, view }: Reach): boolean {
  const city = own.level === 'city';
  switch (place.kind) {
    case 'county': {
      const county = trackOf(view, place.tenantId);
      return county?.kind === 'body' && county.level === 'county' && (city || county.tenantId === own.tenantId);
    }
    case 'park':
      return organisation.parks.some((park) => park.id === place.parkId && (city || park.tenantId === own.tenantId));
    case 'department':
      return organsOfBody(organisation, own.tenantId).some(({ id }) => id === place.organId);
  }
}
