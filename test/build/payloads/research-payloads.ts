import { appointmentsOn, type Post } from '../../../src/domain/organisation/facts.ts';
import type { Facts } from '../../../src/domain/procedure/act.ts';
import { countyTracksOf } from '../../../src/domain/procedure/case.ts';
import type { Finding, FindingAnswer } from '../../../src/domain/research/finding.ts';
import { unansweredFindings } from '../../../src/domain/research/finding-answers.ts';
import { commentsToAnswer } from '../../../src/domain/research/plan-voices.ts';
import { citableFindings } from '../../../src/domain/research/report-findings.ts';
import type { Maker, Making } from './making.ts';
import { conferredBy } from './year-payloads.ts';

/** S1.7, S1.8 and S2. */
export const researchPayloads: Readonly<Record<string, Maker>> = {
  'propose-adjustment': (making) => ({
    payload: { trigger: 'party-focus', change: changeOf(making), reason: '工作重心调整' },
  }),
  'consult-adjustment': (making) => {
    const { facts, choices } = making;
    const conferred = conferredBy(facts, { key: 'change', title: '调整', detail: '工作重心调整' });
    const change = facts.state.adjustment.proposal?.change;
    const keeps = change === undefined || !choices.chance(60);
    return { payload: keeps ? { ...conferred, outcome: 'keep' } : { ...conferred, outcome: 'adjust', change } };
  },
  'decide-adjustment': ({ choices }) => ({
    payload: choices.chance(20) ? { outcome: 'returned', reason: '再研究' } : { outcome: 'approved' },
  }),
  'apply-adjustment': () => ({ payload: { informed: '已告知' } }),
  'draft-implementation-plan': ({ facts, choices }) => ({
    payload: {
      focus: '重点',
      siteResearch: '实地',
      talks: '座谈',
      deliberation: '审议',
      countyTasks: '任务',
      commentAnswers: commentsToAnswer(facts).map(({ track }) =>
        choices.chance(50)
          ? { tenantId: track.tenantId, answer: 'adopted', reason: '' }
          : { tenantId: track.tenantId, answer: 'declined', reason: '另有安排' },
      ),
    },
  }),
  'comment-on-plan': ({ choices }) => ({
    payload: choices.chance(30) ? { stance: 'revise', comment: '修改' } : { stance: 'agrees', comment: '' },
  }),
  'approve-implementation-plan': ({ choices }) => ({
    payload: choices.chance(20) ? { outcome: 'returned', reason: '再研究' } : { outcome: 'approved' },
  }),
  'form-research-team': ({ facts }) => {
    const [county] = countyTracksOf(facts.view);
    if (county === undefined) return undefined;
    const members = [
      { personId: holderOf(facts, facts.own.tenantId, 'member'), capacity: 'city-member' },
      { personId: holderOf(facts, county.tenantId, 'vice-chair'), capacity: 'county-leader' },
      { personId: holderOf(facts, facts.own.tenantId, 'deputy'), capacity: 'city-deputy' },
      { personId: holderOf(facts, county.tenantId, 'deputy'), capacity: 'county-deputy' },
    ];
    return { payload: { leaderId: holderOf(facts, facts.own.tenantId, 'vice-chair'), members, experts: [] } };
  },
  'send-visit-notice': ({ facts }) => {
    const [county] = countyTracksOf(facts.view);
    const leaderId = facts.state.research.team?.leaderId;
    if (county === undefined || leaderId === undefined) return undefined;
    const visits = [{ tenantId: county.tenantId, day: facts.on, leaderId, places: '示例镇' }];
    return { payload: { visits, memberIds: [leaderId], prepare: '准备材料' } };
  },
  'record-visit': visit,
  'record-evaluation': () => ({ payload: { by: '某高校', summary: '评估' } }),
  'conclude-joint-research': ({ choices }) => ({
    payload: { summary: '完成', parksNotNeeded: choices.chance(20) ? '' : '经研究不需要' },
  }),
  'record-extension-research': ({ facts: { on } }) => ({
    payload: {
      from: on,
      until: on,
      places: ['示例镇'],
      forms: ['site'],
      participants: ['张示例'],
      summary: '延伸调研',
      findings: [],
    },
  }),
  'record-finding': ({ facts }) => ({ payload: findingIn(facts) }),
  'correct-finding': ({ facts, choices }) => {
    const [finding] = facts.state.research.findings;
    if (finding === undefined) return undefined;
    const title = `停车难（更正${choices.below(1000)}）`;
    return { payload: { ...findingIn(facts), findingId: finding.id, title, reason: '核实后更正' } };
  },
  'hand-over-collected-opinions': () => ({ payload: { opinions: [{ text: '加快建设', source: '代表' }] } }),
  'finalise-research-report': ({ facts, choices }) => {
    const ids = citableFindings(facts.state.research).map(({ id }) => id);
    const left = new Set(ids.filter(() => choices.chance(30)));
    const findingIds = ids.filter((id) => !left.has(id));
    const leftOut = [...left].map((findingId) => ({ findingId, reason: '已在办理' }));
    const paragraphs = [{ part: 'problem', text: '问题', findingIds }];
    return { payload: { title: '调研报告', paragraphs, leftOut, attachments: [] } };
  },
  'send-research-report': () => ({ payload: { note: '' } }),
  'answer-late-findings': ({ facts, choices }) => ({
    payload: {
      answers: unansweredFindings(facts.state.research).map((finding) => answerTo(finding, 1, choices.chance(30))),
    },
  }),
};

function findingIn({ own }: Facts) {
  return {
    title: '停车难',
    description: '车位不足',
    place: { kind: 'department', organId: `${own.bodyId}-housing` },
    severity: 'prominent',
  };
}

function changeOf({ facts, choices }: Making) {
  if (choices.chance(10)) return { kind: 'withdraw' };
  return { kind: 'change', name: `${facts.view.name}（调整）` };
}

function answerTo(finding: Finding, paragraphNo: number, declines: boolean): FindingAnswer {
  const { id: findingId } = finding;
  return declines
    ? { findingId, answer: 'declined', reason: '已在办理' }
    : { findingId, answer: 'adopted', paragraphNo };
}

function holderOf(facts: Facts, tenantId: string, post: Post): string {
  return appointmentsOn(facts.organisation, tenantId, facts.on).find((held) => held.post === post)?.personId ?? '';
}

/** A visit goes on to counties that nobody has seen on site, to a park and to a department. */
function visit({ facts, choices }: Making) {
  const { team, visits } = facts.state.research;
  if (team === null) return undefined;
  const seen = new Set(
    visits.flatMap(({ places }) => places.flatMap((place) => (place.kind === 'county' ? [place.tenantId] : []))),
  );
  const left = countyTracksOf(facts.view).filter(({ tenantId }) => !seen.has(tenantId));
  const counties = choices.some(left.length > 0 ? left : countyTracksOf(facts.view));
  const places = [
    ...counties.map(({ tenantId }) => ({ kind: 'county', tenantId })),
    ...facts.organisation.parks.map(({ id }) => ({ kind: 'park', parkId: id })),
    { kind: 'department', organId: `${facts.own.bodyId}-housing` },
  ];
  const forms = choices.chance(15) ? ['talk'] : ['site', 'briefing'];
  return { payload: { places, forms, units: ['某社区'], memberIds: [team.leaderId], notes: '' } };
}
