import type { ActKind } from '../../contract/acts.ts';
import { satisfactionRules } from '../../domain/ballot/satisfaction-rule.ts';
import { memberIdsOn } from '../../domain/organisation/facts.ts';
import type { Facts } from '../../domain/procedure/act.ts';
import { countyTracksOf } from '../../domain/procedure/case.ts';
import { membersPresentAt } from '../../domain/session/quorum.ts';
import { headNamesOf } from '../../domain/session/reporter.ts';
import { speakersOf } from '../../domain/session/speech-acts.ts';
import type { Typed } from '../lib/schema-form.ts';

/**
 * What the system knows already stands in the form: a row for every county that has to be heard, every demand that has to be answered,
 * the members of the day. Everything can be changed before it is submitted.
 */
export function initialPayload(kind: ActKind, facts: Facts): Typed {
  const fill = fillings[kind];
  return fill === undefined ? {} : fill(facts);
}

const fillings: Partial<Record<ActKind, (facts: Facts) => Typed>> = {
  // Whose suggestion it is says its source (监督法 §12); more may be ticked.
  'suggest-topic': () => ({ sources: ['deputies'] }),
  'send-suggestion': () => ({ sources: ['organ-request'] }),
  'record-consultation': (facts) => ({ date: facts.today, voices: voicesOf(facts) }),
  'consult-adjustment': (facts) => ({ date: facts.today, voices: voicesOf(facts) }),
  'answer-demands': ({ state }) => ({ answers: state.handling.demands.map(({ id }) => ({ demandId: id })) }),
  'give-verdicts': ({ state }) => ({ verdicts: state.handling.demands.map(({ id }) => ({ demandId: id })) }),
  'finalise-research-report': ({ state, view }) => ({
    title: `关于“${view.name}”的调研报告`,
    paragraphs: [1, 2, 3].map((no, index) => ({
      no,
      part: (['overview', 'problem', 'suggestion'] as const)[index],
      findingIds: [],
    })),
    answers: findingRows(state),
  }),
  'answer-late-findings': ({ state }) => ({ answers: findingRows(state) }),
  'draft-implementation-plan': ({ state }) => ({ ...state.research.plan }),
  'adopt-annual-plan': ({ view }) => ({
    title: `${view.year}年度监督工作计划`,
    topicIds: (view.topics ?? []).map((topic) => topic.id),
  }),
  'settle-topics': ({ state }) => ({ keys: (state.year.jointPlan?.topics ?? []).map((topic) => topic.key) }),
  'draft-joint-plan': ({ state }) => ({ topics: (state.year.jointPlan?.topics ?? []).map((topic) => ({ ...topic })) }),
  'assess-handling': assessment,
  'assess-report': assessment,
  'open-session': () => ({ at: '09:00', delegated: false }),
  'adopt-agenda': (facts) => ({
    items: (facts.view.topics ?? []).map(({ id, name }) => ({
      title: `听取和审议关于“${name}”的专项工作报告`,
      topicId: id,
    })),
    vote: voteOf(facts),
  }),
  'send-session-notice': ({ view }) => ({
    matters: (view.topics ?? []).map(({ name }) => `听取和审议关于“${name}”的专项工作报告`),
  }),
  'record-county-statements': ({ view }) => ({
    statements: countyTracksOf(view).map(({ tenantId }) => ({ tenantId, form: 'spoken' })),
  }),
  'hold-special-meeting': ({ state }) => ({ heardIds: Object.keys(state.deliberation.countyResults) }),
  deliberate: hearing,
  'confirm-speeches': ({ state }) => ({ speakers: speakersOf(state.deliberation) }),
  'submit-final-report': ({ state }) => ({
    ...state.deliberation.draftReport,
    opinionAnswers: state.research.collectedOpinions.map(({ id }) => ({ opinionId: id })),
  }),
  'compile-opinion': ({ state }) => ({
    assessment: state.deliberation.opinion?.assessment,
    problems: state.deliberation.opinion?.problems ?? [],
    demands: (state.deliberation.opinion?.demands ?? []).map((demand) => ({ ...demand })),
    countyResults: Object.keys(state.deliberation.countyResults).map((tenantId) => ({ tenantId, demandNos: [] })),
  }),
  'agree-opinion': ({ state }) => ({ version: state.deliberation.opinion?.version }),
  'adopt-opinion': (facts) => ({ version: facts.state.deliberation.opinion?.version, vote: voteOf(facts) }),
  'make-resolution': (facts) => ({ vote: voteOf(facts) }),
};

/** The organ that reports, and its head where there is no choice. */
function hearing(facts: Facts): Typed {
  const [organId] = facts.state.deliberation.organIds;
  const heads = organId === undefined ? [] : headNamesOf(organId, facts);
  return { organId, ...(heads.length === 1 ? { reporter: heads[0] } : {}) };
}

function voteOf({ organisation, own, on }: Facts): Typed {
  return { members: memberIdsOn(organisation, own.bodyId, on).length, yes: [], no: [], abstain: [], notPressed: [] };
}

function voicesOf({ view }: Facts): Typed[] {
  return countyTracksOf(view).map((track) => ({
    tenantId: track.tenantId,
    attendance: 'present',
    stance: 'agrees',
    comment: '',
  }));
}

function findingRows({ research }: Facts['state']): Typed[] {
  const answered = new Set(research.answers.map((answer) => answer.findingId));
  return Object.values(research.countyFindings)
    .flat()
    .filter((finding) => !answered.has(finding.id))
    .map((finding) => ({ findingId: finding.id }));
}

function assessment(facts: Facts): Typed {
  const rule = satisfactionRules.find((candidate) => candidate.id === facts.settings.satisfactionRule);
  return {
    members: memberIdsOn(facts.organisation, facts.own.bodyId, facts.on).length,
    present: membersPresentAt(facts, '10:00').length,
    ruleId: rule?.id,
    ruleVersion: rule?.version,
  };
}
