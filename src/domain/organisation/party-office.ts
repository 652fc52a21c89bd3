import type { Facts } from '../procedure/act.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Tenant } from './tenant.ts';

/** 党委办公室 of the same level. */
export function partyOfficeOf(facts: Facts): Tenant | undefined {
  return facts.organisation.tenants.find(
    (tenant) => tenant.kind === 'party-office' && tenant.bodyId === facts.own.bodyId,
  );
}

/** Refuses what has to reach the party committee while its office is not in the organisation. */
export function checkPartyOffice(facts: Facts): readonly Refusal[] {
  if (partyOfficeOf(facts) !== undefined) return [];
  const text = `机构名册中没有${facts.own.shortName}同级党委办公室，无法报送，请联系系统管理员补充。`;
  return [refuse('organisation/no-party-office', 'S4.1', text)];
}
