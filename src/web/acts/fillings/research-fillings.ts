import type { Facts } from '../../../domain/procedure/act.ts';
import { researchSummary } from '../../../domain/research/coverage.ts';
import { commentsToAnswer } from '../../../domain/research/plan-voices.ts';
import { membersStanding, visitsStanding } from '../../../domain/research/visit-notice-acts.ts';
import { dateText } from '../../lib/formats.ts';
import type { Typed } from '../../lib/schema-form.ts';
import type { Fillings } from './filling.ts';

/** 联动组织开展调研 (S2). */
export const researchFillings: Fillings = {
  'finalise-research-report': ({ own, view }) => ({
    title: `${own.level === 'city' ? '' : own.shortName}关于“${view.name}”的${own.level === 'city' ? '联合' : ''}调研报告`,
    paragraphs: (['overview', 'problem', 'suggestion'] as const).map((part) => ({ part, findingIds: [] })),
    leftOut: [],
  }),
  // What was told stands until it is changed: an empty sheet would call every visit off.
  'send-visit-notice': ({ state, on }) => ({
    visits: visitsStanding(state.research.visitsTold, on),
    memberIds: membersStanding(state.research.visitsTold, state.research.team),
    prepare: preparedBefore(state.research.visitsTold),
  }),
  'answer-late-findings': ({ state }) => ({ answers: findingRows(state) }),
  // A county finds at home.
  'record-finding': ({ own }) => (own.level === 'county' ? { place: { kind: 'county', tenantId: own.tenantId } } : {}),
  'conclude-joint-research': (facts) => ({ summary: researchSummary(facts, dateText) }),
  // A team is changed from what it is.
  'form-research-team': ({ state }) => ({ ...state.research.team }),
  'draft-implementation-plan': (facts) => ({
    ...facts.state.research.plan,
    commentAnswers: commentsToAnswer(facts).map(({ track }) => ({ tenantId: track.tenantId })),
  }),
};

/** What the counties were asked to prepare last time; before that, what a visit is made of (S2.5). */
function preparedBefore(told: Facts['state']['research']['visitsTold']): string {
  const [latest] = Object.values(told).toSorted((one, other) => other.version - one.version);
  return latest?.prepare ?? '汇报材料，座谈会人员，走访点位的安排和现场讲解人员。';
}

function findingRows({ research }: Facts['state']): Typed[] {
  const answered = new Set(research.answers.map((answer) => answer.findingId));
  return Object.values(research.countyFindings)
    .flat()
    .filter((finding) => !answered.has(finding.id))
    .map((finding) => ({ findingId: finding.id }));
}
