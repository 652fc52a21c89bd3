import type { OrganisationFacts } from '../../src/domain/organisation/facts.ts';

/** The same organisation with somebody at the head of every government, 李样本, and of every department, 王样例. */
export function withHeads(organisation: OrganisationFacts): OrganisationFacts {
  const organs = organisation.tenants.filter((tenant) => tenant.kind === 'organ');
  const heads = organs.map((organ) => ({
    personId: `${organ.id}-head`,
    personName: organ.organKind === 'department' ? '王样例' : '李样本',
    tenantId: organ.id,
    post: 'organ-head' as const,
    from: '2021-10-29',
  }));
  return { ...organisation, appointments: [...organisation.appointments, ...heads] };
}
