import type { OrganisationFacts } from '../../domain/organisation/facts.ts';

/** Names of everything in the linkage that is referred to by an identifier. */
export function namesOf({ tenants, units, parks, appointments }: OrganisationFacts): ReadonlyMap<string, string> {
  return new Map([
    ...tenants.map((tenant) => [tenant.id, tenant.name] as const),
    ...units.map((unit) => [unit.id, unit.name] as const),
    ...parks.map((park) => [park.id, park.name] as const),
    ...appointments.map((appointment) => [appointment.personId, appointment.personName] as const),
  ]);
}
