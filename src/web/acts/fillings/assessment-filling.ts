import { satisfactionRules } from '../../../domain/ballot/satisfaction-rule.ts';
import { memberIdsOn } from '../../../domain/organisation/facts.ts';
import type { Facts } from '../../../domain/procedure/act.ts';
import { membersPresentAt } from '../../../domain/session/quorum.ts';
import type { Typed } from '../../lib/schema-form.ts';

/** Who votes and by which rule, as they stand on the day. */
export function assessment(facts: Facts): Typed {
  const rule = satisfactionRules.find((candidate) => candidate.id === facts.settings.satisfactionRule);
  return {
    members: memberIdsOn(facts.organisation, facts.own.bodyId, facts.on).length,
    present: membersPresentAt(facts, '10:00').length,
    ruleId: rule?.id,
    ruleVersion: rule?.version,
  };
}
