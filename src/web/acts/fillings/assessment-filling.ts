import { attendanceAt } from '../../../domain/ballot/paper-assessment.ts';
import { satisfactionRules } from '../../../domain/ballot/satisfaction-rule.ts';
import type { Facts } from '../../../domain/procedure/act.ts';
import { todayInChina } from '../../lib/formats.ts';
import type { Typed } from '../../lib/schema-form.ts';
import { timeNow } from '../sitting-time.ts';

/** The rule that is set, and a column of figures for each of two tellers. */
export function assessment(facts: Facts): Typed {
  return {
    at: timeNow(facts, todayInChina()),
    ruleId: facts.settings.satisfactionRule,
    tallies: [{}, {}],
  };
}

/** Who may vote and who was there at that moment, by the record of the sitting; the version of the rule that is in force. */
export function attendanceOfBallot(facts: Facts, { at, ruleId }: Typed): Typed {
  return {
    ...attendanceAt(facts, typeof at === 'string' ? at : ''),
    ruleVersion: satisfactionRules.find((rule) => rule.id === ruleId)?.version,
  };
}
