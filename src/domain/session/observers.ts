import { councilIdsOn, organsOfBody, personNameOf } from '../organisation/facts.ts';
import type { Tenant } from '../organisation/tenant.ts';
import type { Facts } from '../procedure/act.ts';
import { mattersOn } from './matters.ts';
import { headNamesOf } from './reporter.ts';
import type { Observer } from './session-state.ts';

/** Organs whose heads attend every sitting without a vote (组织法 §51). */
export const headsAttend = ['government', 'supervisory-commission', 'court', 'procuratorate'] as const;

/**
 * Who has to attend without a vote, from the organisation and from what is on the sitting: heads of the four organs (SES-09), those of other
 * organs with a part in a topic, and at a city's sitting that deliberates a linked topic a leader of every county's committee (S3.6). The
 * name stands there where only one person can be meant.
 */
export function observersExpected(facts: Facts): readonly Observer[] {
  const { organisation, own } = facts;
  const organs = organsOfBody(organisation, own.bodyId);
  const counties =
    own.level === 'city' && deliberates(facts)
      ? organisation.tenants.filter(({ kind, level }) => kind === 'body' && level === 'county')
      : [];
  return [
    ...organs.filter((organ) => attends(organ, facts)).map((organ) => rowOf(organ, 'organ-head', facts)),
    ...counties.map((county) => rowOf(county, 'county-leader', facts)),
  ];
}

/** Names that may stand for a tenant among those attending: heads of an organ, the council of a standing committee. */
export function namesFor(tenant: Pick<Tenant, 'id' | 'kind'>, facts: Facts): readonly string[] {
  if (tenant.kind === 'organ') return headNamesOf(tenant.id, facts);
  if (tenant.kind !== 'body') return [];
  return councilIdsOn(facts.organisation, tenant.id, facts.on).map((id) => personNameOf(facts.organisation, id));
}

function rowOf(tenant: Tenant, capacity: Observer['capacity'], facts: Facts): Observer {
  const names = namesFor(tenant, facts);
  const [only] = names;
  return { name: names.length === 1 && only !== undefined ? only : '', capacity, tenantId: tenant.id };
}

function attends(organ: Tenant, facts: Facts): boolean {
  if (headsAttend.some((kind) => kind === organ.organKind)) return true;
  return (facts.topics ?? []).some((topic) => topic.tracks.some(({ tenantId }) => tenantId === organ.id));
}

function deliberates({ view, own, topics = [] }: Facts): boolean {
  return mattersOn(view.id, own.bodyId, topics).some(({ purpose }) => purpose === 'deliberation');
}
