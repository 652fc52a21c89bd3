import type { Facts } from '../../../domain/procedure/act.ts';
import { demandsToBegin } from '../../../domain/session/opinion-findings.ts';
import type { Typed } from '../../lib/schema-form.ts';
import type { Fillings } from './filling.ts';
import { voteOf } from './vote-filling.ts';

/** What the session says to it (S3.7, S3.8). */
export const opinionFillings: Fillings = {
  'compile-opinion': opinionOf,
  'agree-opinion': ({ state }) => ({ version: state.deliberation.opinion?.version }),
  'adopt-opinion': (facts) => ({ version: facts.state.deliberation.opinion?.version, vote: voteOf(facts) }),
  'make-resolution': (facts) => ({ vote: voteOf(facts) }),
};

/** The text that stands, to be worked over; the first begins with what the special meeting and the report have found. */
function opinionOf({ state }: Facts): Typed {
  const { opinion, organIds, countyResults } = state.deliberation;
  const [only, ...others] = organIds;
  const organ = only === undefined || others.length > 0 ? {} : { organId: only };
  const absorbed = new Map(opinion?.countyResultsAbsorbed.map((row) => [row.tenantId, row]));
  return {
    assessment: opinion?.assessment,
    demands:
      opinion === null
        ? demandsToBegin(state).map((begun) => ({ ...begun, ...organ }))
        : opinion.demands.map(({ problem, text, organId, findingIds }) => ({ problem, text, organId, findingIds })),
    withoutDemand: opinion?.withoutDemand ?? [],
    countyResults: Object.keys(countyResults).map((tenantId) => absorbed.get(tenantId) ?? { tenantId, demandNos: [] }),
  };
}
