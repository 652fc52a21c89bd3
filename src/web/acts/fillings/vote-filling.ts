import { objectOf } from '../../../contract/form-fields.ts';
import { memberIdsOn } from '../../../domain/organisation/facts.ts';
import type { Facts } from '../../../domain/procedure/act.ts';
import { todayInChina } from '../../lib/formats.ts';
import type { Typed } from '../../lib/schema-form.ts';
import { timeNow } from '../sitting-time.ts';

/** A vote by name, nobody placed yet: taken just now, where it is recorded while the sitting is on. */
export function voteOf(facts: Facts): Typed {
  return { at: timeNow(facts, todayInChina()), yes: [], no: [], abstain: [], notPressed: [] };
}

/** Of how many a vote is counted: the members of the day it bears. */
export function membersOfVote({ organisation, own, on }: Facts, payload: Typed): Typed {
  return { vote: { ...objectOf(payload.vote), members: memberIdsOn(organisation, own.bodyId, on).length } };
}
