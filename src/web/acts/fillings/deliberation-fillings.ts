import type { Facts } from '../../../domain/procedure/act.ts';
import { countyTracksOf } from '../../../domain/procedure/case.ts';
import { headNamesOf } from '../../../domain/session/reporter.ts';
import { speakersOf } from '../../../domain/session/speech-acts.ts';
import { todayInChina } from '../../lib/formats.ts';
import type { Typed } from '../../lib/schema-form.ts';
import { timeNow } from '../sitting-time.ts';
import { assessment } from './assessment-filling.ts';
import type { Fillings } from './filling.ts';

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
