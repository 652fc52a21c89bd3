import type { Facts } from '../../../domain/procedure/act.ts';
import { countyTracksOf } from '../../../domain/procedure/case.ts';
import { demandsToBegin } from '../../../domain/session/opinion-findings.ts';
import { headNamesOf } from '../../../domain/session/reporter.ts';
import { speakersOf } from '../../../domain/session/speech-acts.ts';
import { todayInChina } from '../../lib/formats.ts';
import type { Typed } from '../../lib/schema-form.ts';
import { timeNow } from '../sitting-time.ts';
import { assessment } from './assessment-filling.ts';
import type { Fillings } from './filling.ts';
import { voteOf } from './vote-filling.ts';

/** 联动开展会议审议 (S3). */
export const deliberationFillings: Fillings = {
  'assess-report': assessment,
  'record-county-statements': ({ view }) => ({
    statements: countyTracksOf(view).map(({ tenantId }) => ({ tenantId, form: 'spoken' })),
  }),
  'hold-special-meeting': ({ state }) => ({ heardIds: Object.keys(state.deliberation.countyResults) }),
  deliberate: hearing,
  'hold-special-inquiry': (facts) => ({ at: timeNow(facts, todayInChina()) }),
  'confirm-speeches': ({ state }) => ({ speakers: speakersOf(state.deliberation) }),
  'submit-final-report': ({ state }) => ({
    ...state.deliberation.draftReport,
    opinionAnswers: state.research.collectedOpinions.map(({ id }) => ({ opinionId: id })),
  }),
  'compile-opinion': opinionOf,
  'agree-opinion': ({ state }) => ({ version: state.deliberation.opinion?.version }),
  'adopt-opinion': (facts) => ({ version: facts.state.deliberation.opinion?.version, vote: voteOf(facts) }),
  'make-resolution': (facts) => ({ vote: voteOf(facts) }),
};

/** The organ that reports, and its head where there is no choice. */
function hearing(facts: Facts): Typed {
  const [organId] = facts.state.deliberation.organIds;
  const heads = organId === undefined ? [] : headNamesOf(organId, facts);
  return {
    at: timeNow(facts, todayInChina()),
    organId,
    ...(heads.length === 1 ? { reporter: heads[0] } : {}),
  };
}

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
