import type { Facts } from '../../../domain/procedure/act.ts';
import type { Options } from '../../lib/schema-form.ts';
import { findingLabel, namedFindings } from '../desks/finding-words.ts';

/** Findings of the own body and those the counties have sent; collected opinions. */
export function findingOptions(facts: Facts): Options {
  const findings = namedFindings(facts).map((named) => ({
    value: named.finding.id,
    label: findingLabel(named),
    detail: [named.finding.description],
    isOwn: named.isOwn,
  }));
  return {
    finding: findings,
    'own-finding': findings.filter(({ isOwn }) => isOwn),
    'county-finding': findings.filter(({ isOwn }) => !isOwn),
    'collected-opinion': facts.state.research.collectedOpinions.map(({ id, text }) => ({ value: id, label: text })),
  };
}
