import { memberIdsOn } from '../../../domain/organisation/facts.ts';
import type { Facts } from '../../../domain/procedure/act.ts';
import type { Typed } from '../../lib/schema-form.ts';

/** A vote by name of the members of the day, nobody placed yet. */
export function voteOf({ organisation, own, on }: Facts): Typed {
  return { members: memberIdsOn(organisation, own.bodyId, on).length, yes: [], no: [], abstain: [], notPressed: [] };
}
