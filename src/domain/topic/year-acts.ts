import type { CaseState } from '../case-state.ts';
import { type Receipt, receiveAct, receiveKind } from '../package/receive.ts';
import { defineAct, type Facts, type SharedChange } from '../procedure/act.ts';
import { cityTrackOf, countyTracksOf, doneOf, type PlainDateText } from '../procedure/case.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import { checkClosed, checkOpen, checkResults, type RecordConsultation, recordOf } from './consultation.ts';
import { solicitationActs } from './solicitation-acts.ts';
import { listedSuggestions } from './suggestion-list.ts';
import { type PlannedTopic, type TopicProposal, topicDomainNames } from './topic.ts';
import { withYear } from './with-year.ts';
import type { PlanReturn } from './year-state.ts';

export type ProposePreliminaryList = { topics: readonly TopicProposal[] };
export type DraftJointPlan = { topics: readonly PlannedTopic[]; note: string };
export type DecideJointPlan = { outcome: 'approved' } | { outcome: 'returned'; reason: string };
export type SettleTopics = { keys: readonly string[] };
export type AdoptAnnualPlan = { outcome: 'approved' | 'returned'; title: string; topicIds: readonly string[] };
export type PublishAnnualPlan = { date: PlainDateText; address: string; secrecyReviewer: string };

const proposePreliminaryList = defineAct<ProposePreliminaryList>({
  kind: 'propose-preliminary-list',
  case: 'year',
  title: '提出初步建议',
  clause: 'S1.2',
  law: ['TOP-02'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  check: (payload, facts) => checkProposals(payload, facts),
  evolve: (state, payload) => withYear(state, { preliminary: payload.topics }),
  effects: (payload, facts) => {
    const city = cityTrackOf(facts.view);
    if (facts.own.level === 'city' || city === undefined) return {};
    return {
      packages: [
        {
          kind: 'preliminary-list',
          title: `${facts.own.shortName}${facts.view.year}年度联动监督议题初步建议`,
          addresseeIds: [city.tenantId],
          content: payload,
        },
      ],
    };
  },
});

function checkProposals(payload: ProposePreliminaryList, facts: Facts): readonly Refusal[] {
  const known = new Set(facts.state.year.suggestions.map((suggestion) => suggestion.id));
  return payload.topics.flatMap((topic) => {
    const unknown = topic.suggestionIds.filter((id) => !known.has(id));
    if (topic.suggestionIds.length === 0) {
      return [
        refuse(
          'preliminary/no-suggestion',
          'S1.2',
          `“${topic.title}”没有对应的征集建议，每项初步建议须来自征集。`,
          'topics',
        ),
      ];
    }
    return unknown.map((id) =>
      refuse('preliminary/unknown-suggestion', 'S1.2', `“${topic.title}”引用的建议${id}不在本级登记之中。`, 'topics'),
    );
  });
}

const recordConsultation = defineAct<RecordConsultation>({
  kind: 'record-consultation',
  case: 'year',
  title: '组织专题会商',
  clause: 'S1.3',
  law: ['TOP-06'],
  level: 'city',
  tenant: 'body',
  by: 'office',
  asksConsultation: true,
  ready: ({ consultation }) => checkOpen(consultation, 'S1.3'),
  check: (payload, facts) => [
    ...checkClosed(payload, facts, 'S1.3'),
    ...checkResults(payload.results, payload, 'S1.3'),
  ],
  evolve: (state, payload) => withYear(state, { consultation: recordOf(payload) }),
  effects: (payload, { view }) => ({
    packages: [
      {
        kind: 'consultation-record',
        title: `${view.year}年度联动监督议题会商记录`,
        addresseeIds: countyTracksOf(view).map((track) => track.tenantId),
        content: recordOf(payload),
      },
    ],
  }),
});

const draftJointPlan = defineAct<DraftJointPlan>({
  kind: 'draft-joint-plan',
  case: 'year',
  title: '拟定联动监督计划建议方案',
  clause: 'S1.3',
  law: ['TOP-05'],
  level: 'city',
  tenant: 'body',
  by: 'office',
  repeatable: true,
  ready: (facts) =>
    facts.state.year.settledOn === null
      ? []
      : [
          refuse(
            'joint-plan/settled',
            'S1.7',
            `议题已于${facts.state.year.settledOn}确定；需要变更的，按议题调整程序办理。`,
          ),
        ],
  check: (payload, facts) => [
    ...checkPlanRows(payload, facts),
    ...checkPlanSources(payload, facts),
    ...checkPlanBreadth(payload.topics),
  ],
  evolve: (state, payload, stamp) =>
    withYear(state, {
      jointPlan: { version: (state.year.jointPlan?.version ?? 0) + 1, topics: payload.topics, seq: stamp.seq },
      returns: {},
    }),
  effects: (payload, facts) => ({
    packages: [
      {
        kind: 'joint-plan',
        title: `${facts.view.year}年度联动监督计划建议方案`,
        addresseeIds: countyTracksOf(facts.view).map((track) => track.tenantId),
        content: {
          version: (facts.state.year.jointPlan?.version ?? 0) + 1,
          // Which county's list a topic came from is between that county and the city.
          topics: payload.topics.map(({ suggestionIds: _sources, ...topic }) => topic),
          note: payload.note,
        },
      },
    ],
    // A new version is a new question to every council, known by the place of this very act in the chain.
    shared: [
      { kind: 'unmark-everywhere', stepIds: ['decide-joint-plan', returnStands] },
      { kind: 'mark', stepId: 'draft-joint-plan' },
    ],
  }),
});

function checkPlanRows(payload: DraftJointPlan, facts: Facts): readonly Refusal[] {
  const cityId = cityTrackOf(facts.view)?.tenantId;
  return payload.topics.flatMap((topic) => {
    const unit = facts.organisation.units.find((candidate) => candidate.id === topic.leadUnitId);
    const refusals: Refusal[] = [];
    if (unit === undefined || unit.tenantId !== cityId) {
      refusals.push(
        refuse('joint-plan/lead-committee', 'S1.3', `“${topic.name}”的牵头委室须是市人大常委会的委室。`, 'topics'),
      );
    }
    if (!topic.deliberationDate.startsWith(`${facts.view.year}-`)) {
      refusals.push(
        refuse(
          'joint-plan/deliberation-date',
          'S1.3',
          `“${topic.name}”的审议时间须在${facts.view.year}年内。`,
          'topics',
        ),
      );
    }
    return refusals;
  });
}

/** What a row grew from is what the city has registered or received: its author is told of it by that id. */
function checkPlanSources({ topics }: DraftJointPlan, { state, organisation }: Facts): readonly Refusal[] {
  const known = new Set(listedSuggestions(state.year, organisation).map(({ id }) => id));
  return topics
    .filter(({ suggestionIds = [] }) => suggestionIds.some((id) => !known.has(id)))
    .map(({ name }) => {
      const text = `“${name}”所列的来源建议有的不在登记的建议和收到的初步建议之中，请核对。`;
      return refuse('joint-plan/unknown-suggestion', 'S1.3', text, 'topics');
    });
}

/** 3–5 in principle (S1.5); stress and breadth: never all in one domain (S1.6). */
export function checkPlanBreadth(topics: readonly { domain: PlannedTopic['domain'] }[]): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (topics.length < 3 || topics.length > 5) {
    refusals.push(
      departsFrom(
        'joint-plan/count',
        'S1.5',
        `原则上每年确定3至5个联动监督议题，现为${topics.length}个。请写明理由。`,
        'topics',
      ),
    );
  }
  const domains = new Set(topics.map((topic) => topic.domain));
  const only = [...domains][0];
  if (topics.length > 1 && domains.size === 1 && only !== undefined) {
    refusals.push(
      refuse(
        'joint-plan/breadth',
        'S1.6',
        `议题全部属于“${topicDomainNames[only]}”，须既突出重点又涵盖一定的面。`,
        'topics',
      ),
    );
  }
  return refusals;
}

const decideJointPlan = defineAct<DecideJointPlan>({
  kind: 'decide-joint-plan',
  case: 'year',
  title: '主任会议审议计划建议方案',
  clause: 'S1.4',
  law: ['组织法 §54', 'TOP-07'],
  level: 'both',
  tenant: 'body',
  by: 'council-of-chairpersons',
  ready: checkNewestPlan,
  satisfies: (payload) => payload.outcome === 'approved',
  evolve: (state, payload, stamp) =>
    payload.outcome === 'approved'
      ? state
      : withReturn(state, stamp.tenantId, { reason: payload.reason, on: stamp.on }),
  effects: (payload, facts) => {
    const city = cityTrackOf(facts.view);
    // Who agrees after all asks for no other version any more.
    if (payload.outcome === 'approved') return { shared: [{ kind: 'unmark', stepIds: [returnStands] }] };
    const shared = askForRevision(facts);
    if (facts.own.level === 'city' || city === undefined) return { shared };
    return {
      shared,
      packages: [
        {
          kind: 'joint-plan-return',
          title: `${facts.own.shortName}主任会议对计划建议方案的退回意见`,
          addresseeIds: [city.tenantId],
          content: { version: facts.state.year.jointPlan?.version ?? 0, reason: payload.reason, date: facts.on },
        },
      ],
    };
  },
});

/** On the track of a body that has sent the newest version back and has not agreed to it since: it alone takes that away. */
const returnStands = 'joint-plan-returned';

/** A returned version is to be drafted anew: the city owes it as long as one return stands (S1.4). */
function askForRevision({ view }: Facts): readonly SharedChange[] {
  const city = cityTrackOf(view);
  if (city === undefined || doneOf('settle-topics', city) !== undefined) return [];
  return [
    { kind: 'mark', stepId: returnStands },
    { kind: 'unmark-everywhere', stepIds: ['revise-joint-plan'] },
  ];
}

function withReturn(state: CaseState, tenantId: string, returned: PlanReturn): CaseState {
  return withYear(state, { returns: { ...state.year.returns, [tenantId]: returned } });
}

function checkNewestPlan({ state, view }: Facts): readonly Refusal[] {
  const { jointPlan } = state.year;
  const city = cityTrackOf(view);
  const newest = city === undefined ? undefined : doneOf('draft-joint-plan', city)?.seq;
  if (jointPlan !== null && (newest === undefined || jointPlan.seq === newest)) return [];
  const which = jointPlan === null ? '' : '最新一稿';
  const text = `尚未签收联动监督计划建议方案${which}，请先在“报送件”中签收，再提请主任会议审议。`;
  return [refuse('joint-plan/not-received', 'S1.4', text)];
}

const settleTopics = defineAct<SettleTopics>({
  kind: 'settle-topics',
  case: 'year',
  title: '确定联动监督议题',
  clause: 'S1.5',
  law: ['S1.6', 'TOP-04'],
  level: 'city',
  tenant: 'body',
  by: 'council-of-chairpersons',
  check: (payload, facts) => {
    const planned = facts.state.year.jointPlan?.topics ?? [];
    const unknown = payload.keys.filter((key) => !planned.some((topic) => topic.key === key));
    if (unknown.length > 0)
      return [refuse('settle/unknown-topic', 'S1.4', `计划建议方案中没有序号${unknown.join('、')}的议题。`, 'keys')];
    return checkPlanBreadth(planned.filter((topic) => payload.keys.includes(topic.key)));
  },
  evolve: (state, _payload, stamp) => withYear(state, { settledOn: stamp.on }),
  effects: (payload, facts, newId) => {
    const chosen = (facts.state.year.jointPlan?.topics ?? []).filter((topic) => payload.keys.includes(topic.key));
    const topics = chosen.map((topic) => ({
      id: newId(),
      name: topic.name,
      domain: topic.domain,
      leadUnitId: topic.leadUnitId,
      leadUnitName: facts.organisation.units.find((unit) => unit.id === topic.leadUnitId)?.name ?? '',
      deliberationDate: topic.deliberationDate,
    }));
    return {
      shared: [
        { kind: 'create-topics', topics },
        { kind: 'unmark-everywhere', stepIds: [returnStands] },
      ],
    };
  },
});

const adoptAnnualPlan = defineAct<AdoptAnnualPlan>({
  kind: 'adopt-annual-plan',
  case: 'year',
  title: '通过年度监督工作计划',
  clause: 'S1.4',
  law: ['监督法 §63', 'TOP-07', 'TOP-09', 'TOP-12'],
  level: 'both',
  tenant: 'body',
  by: 'council-of-chairpersons',
  satisfies: (payload) => payload.outcome === 'approved',
  check: (payload, facts) => {
    const missing = (facts.view.topics ?? []).filter((topic) => !payload.topicIds.includes(topic.id));
    if (missing.length === 0) return [];
    const names = missing.map((topic) => `“${topic.name}”`).join('、');
    return [
      refuse('annual-plan/topic-missing', 'S1.4', `年度监督工作计划须纳入全部联动监督议题，缺少${names}。`, 'topicIds'),
    ];
  },
  evolve: (state, payload) =>
    payload.outcome === 'approved'
      ? withYear(state, { annualPlan: { title: payload.title, topicIds: payload.topicIds } })
      : state,
});

const publishAnnualPlan = defineAct<PublishAnnualPlan>({
  kind: 'publish-annual-plan',
  case: 'year',
  title: '公布年度监督工作计划',
  clause: 'S1.4',
  law: ['监督法 §63', '保守国家秘密法 §35', 'TOP-08', 'PUB-02'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  evolve: (state, payload) => withYear(state, { publication: { on: payload.date, address: payload.address } }),
});

const receivePreliminaryList = receiveAct('preliminary-list', 'year', 'body', (state, { content, from }) =>
  withYear(state, { countyLists: { ...state.year.countyLists, [from.tenantId]: content.topics } }),
);

const receiveConsultation = receiveAct('consultation-record', 'year', 'body', (state, { content }) =>
  withYear(state, { consultation: content }),
);

const receiveJointPlan = defineAct<Receipt<'joint-plan'>>({
  kind: receiveKind('joint-plan'),
  case: 'year',
  title: '签收联动监督计划建议方案',
  clause: 'S1.4',
  level: 'both',
  tenant: 'body',
  by: 'office',
  repeatable: true,
  // Signed for after a newer one, an older text replaces nothing.
  evolve: (state, { content: { version, topics }, senderSeq }) =>
    senderSeq < (state.year.jointPlan?.seq ?? 0)
      ? state
      : withYear(state, { jointPlan: { version, topics, seq: senderSeq }, returns: {} }),
});

/** What came back on a version that has been drafted anew since is on record and asks for nothing any more. */
const receiveReturn = receiveAct(
  'joint-plan-return',
  'year',
  'body',
  (state, { content: { version, reason, date }, from }) =>
    version === state.year.jointPlan?.version ? withReturn(state, from.tenantId, { reason, on: date }) : state,
);

/** S1.1–S1.6, 监督法 §12 and §63: the year of topics, from the call to the published plans. */
export const yearActs = [
  ...solicitationActs,
  proposePreliminaryList,
  receivePreliminaryList,
  recordConsultation,
  receiveConsultation,
  draftJointPlan,
  receiveJointPlan,
  decideJointPlan,
  receiveReturn,
  settleTopics,
  adoptAnnualPlan,
  publishAnnualPlan,
];
