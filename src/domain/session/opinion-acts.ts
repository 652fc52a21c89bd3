import type { Demand } from '../handling/demand.ts';
import { tenantNameOf } from '../organisation/facts.ts';
import { defineAct, type Facts, type Stamp } from '../procedure/act.ts';
import { idOf } from '../procedure/act-ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { LeftOut } from '../research/finding.ts';
import { checkOnAgenda } from './agenda.ts';
import type { CountyResultsAbsorbed, DeliberationState } from './deliberation-state.ts';
import { checkVote, isPassed, namedVoteOf, type VoteRecord } from './named-vote.ts';
import { checkWithoutDemand } from './opinion-findings.ts';
import { checkSittingBegun } from './quorum.ts';
import { withDeliberation } from './with-session.ts';

export type DemandRow = Omit<Demand, 'id' | 'no'>;
export type CompileOpinion = {
  assessment: string;
  /** Each with the problem it answers: the problems of the opinion are theirs, in their order. */
  demands: readonly DemandRow[];
  /** Findings that lead to no demand, with the reason. */
  withoutDemand: readonly LeftOut[];
  /** City: what became of each county's results (OPI-04). A county leaves it empty. */
  countyResults: readonly CountyResultsAbsorbed[];
};
/** `version` is the one that lay before the meeting. */
export type AgreeOpinion = { version: number } & ({ outcome: 'approved' } | { outcome: 'returned'; reason: string });
export type AdoptOpinion = { version: number; vote: VoteRecord };

type Opinion = NonNullable<DeliberationState['opinion']>;

const compile = defineAct<CompileOpinion>({
  kind: 'compile-opinion',
  case: 'topic',
  title: '汇总梳理审议意见',
  clause: 'S3.7',
  law: ['OPI-01', 'OPI-02', 'OPI-03', 'OPI-04'],
  level: 'both',
  tenant: 'body',
  by: 'lead-committee',
  repeatable: true,
  ready: ({ state }) =>
    state.deliberation.opinion?.state === 'adopted'
      ? [refuse('opinion/adopted', 'S3.7', '审议意见已经常委会会议表决通过，不再修改。')]
      : [],
  check: (payload, facts) => [
    ...checkDemands(payload, facts),
    ...checkWithoutDemand(payload.demands, payload.withoutDemand, facts.state.research),
    ...checkCountyResults(payload, facts),
  ],
  evolve: (state, payload, stamp) => {
    const { assessment, withoutDemand, countyResults } = payload;
    const opinion: Opinion = {
      state: 'compiled',
      version: (state.deliberation.opinion?.version ?? 0) + 1,
      assessment,
      problems: [...new Set(payload.demands.map(({ problem }) => problem))],
      demands: numbered(payload.demands, stamp),
      withoutDemand,
      countyResultsAbsorbed: countyResults,
      returned: null,
      vote: null,
    };
    return withDeliberation(state, { opinion });
  },
  // A new version is a new question to the council.
  effects: () => ({ shared: [{ kind: 'unmark', stepIds: ['agree-opinion'] }] }),
});

function numbered(demands: readonly DemandRow[], stamp: Stamp): readonly Demand[] {
  const prefix = idOf('d', stamp);
  return demands.map((demand, index) => ({ ...demand, id: `${prefix}-${index + 1}`, no: index + 1 }));
}

/** Every demand names an organ of the topic and rests on findings that are known (OPI-02, OPI-03, ORG-09). */
function checkDemands({ demands }: CompileOpinion, { state, organisation }: Facts): readonly Refusal[] {
  if (demands.length === 0) {
    return [refuse('opinion/no-demand', 'S3.7', '审议意见须提出审议要求，至少一项，并载明由哪个机关办理。', 'demands')];
  }
  const { findings, countyFindings } = state.research;
  const known = new Set([...findings, ...Object.values(countyFindings).flat()].map((finding) => finding.id));
  return demands.flatMap(({ organId, findingIds }, index) => {
    const refusals: Refusal[] = [];
    if (!state.deliberation.organIds.includes(organId)) {
      const text = `第${index + 1}项审议要求由${tenantNameOf(organisation, organId)}办理，但该机关没有列入本议题的报告机关，请先办理“确定报告机关”。`;
      refusals.push(refuse('opinion/organ-not-named', 'S3.7', text, 'demands'));
    }
    const unknown = findingIds.filter((id) => !known.has(id));
    if (unknown.length > 0) {
      const text = `第${index + 1}项审议要求引用的问题${unknown.join('、')}没有登记，请先登记发现的问题。`;
      refusals.push(refuse('opinion/unknown-finding', 'S3.7', text, 'demands'));
    }
    return refusals;
  });
}

/** OPI-04: each county whose results have arrived is taken up in a demand, or a reason says why not. */
function checkCountyResults(payload: CompileOpinion, { state, organisation }: Facts): readonly Refusal[] {
  const received = Object.keys(state.deliberation.countyResults);
  const { countyResults, demands } = payload;
  const rowsOf = (tenantId: string) => countyResults.filter((row) => row.tenantId === tenantId);
  const missing = received.filter((id) => rowsOf(id).length === 0);
  const refusals: Refusal[] = [];
  if (missing.length > 0) {
    const names = missing.map((id) => tenantNameOf(organisation, id)).join('、');
    const text = `${names}的监督成果尚未处理，请逐县填写吸纳于哪些审议要求，或者不吸纳的理由。`;
    refusals.push(refuse('opinion/county-missing', 'S3.7', text, 'countyResults'));
  }
  for (const row of countyResults) {
    const text = problemOfRow(row, rowsOf(row.tenantId).length, received, demands.length);
    if (text === undefined) continue;
    refusals.push(
      refuse('opinion/county-row', 'S3.7', `${tenantNameOf(organisation, row.tenantId)}${text}`, 'countyResults'),
    );
  }
  return refusals;
}

function problemOfRow(
  { tenantId, demandNos, how }: CountyResultsAbsorbed,
  times: number,
  received: readonly string[],
  demandCount: number,
): string | undefined {
  if (!received.includes(tenantId)) return '的监督工作情况尚未签收，不能填写吸纳情况。';
  if (times > 1) return '重复填写，每县只填写一次。';
  const unknown = demandNos.filter((no) => no < 1 || no > demandCount);
  if (unknown.length > 0) return `吸纳于第${unknown.join('、')}项，但审议要求共${demandCount}项。`;
  if (demandNos.length > 0 || how.trim() !== '') return undefined;
  return '的监督成果没有吸纳于任何审议要求，请说明理由。';
}

const agree = defineAct<AgreeOpinion>({
  kind: 'agree-opinion',
  case: 'topic',
  title: '主任会议审议同意审议意见',
  clause: 'S3.7',
  law: ['OPI-01', '组织法 §54'],
  level: 'both',
  tenant: 'body',
  by: 'council-of-chairpersons',
  check: ({ version }, facts) => checkVersion(version, facts),
  satisfies: (payload) => payload.outcome === 'approved',
  evolve: (state, payload) =>
    withOpinion(
      state,
      payload.outcome === 'approved' ? { state: 'agreed', returned: null } : { returned: payload.reason },
    ),
  // What was sent back is compiled anew before it comes to the council again.
  effects: (payload) =>
    payload.outcome === 'approved' ? {} : { shared: [{ kind: 'unmark', stepIds: ['compile-opinion'] }] },
});

function checkVersion(version: number, { state }: Facts): readonly Refusal[] {
  const current = state.deliberation.opinion?.version;
  if (current === version) return [];
  const text = `审议意见现为第${current ?? 0}稿，会议审议的是第${version}稿，请以最新一稿重新提请。`;
  return [refuse('opinion/other-version', 'S3.7', text, 'version')];
}

function withOpinion(state: Facts['state'], change: Partial<Opinion>): Facts['state'] {
  const { opinion } = state.deliberation;
  return opinion === null ? state : withDeliberation(state, { opinion: { ...opinion, ...change } });
}

const adopt = defineAct<AdoptOpinion>({
  kind: 'adopt-opinion',
  case: 'topic',
  title: '常委会会议表决审议意见',
  clause: 'S3.7',
  law: ['组织法 §51', 'VOT-01', 'VOT-02', 'OPI-01'],
  level: 'both',
  tenant: 'body',
  by: 'session',
  ready: (facts) => [...checkSittingBegun(facts, 'S3.7'), ...checkOnAgenda(facts)],
  check: ({ version, vote }, facts) => [...checkVersion(version, facts), ...checkVote(vote, facts, 'S3.7')],
  satisfies: ({ vote }) => isPassed(vote),
  evolve: (state, payload, stamp) => {
    const vote = namedVoteOf(payload.vote, '审议意见', stamp.on);
    return withOpinion(
      state,
      vote.passed ? { state: 'adopted', vote } : { state: 'compiled', vote, returned: vote.explanation },
    );
  },
  effects: ({ vote }) =>
    isPassed(vote) ? {} : { shared: [{ kind: 'unmark', stepIds: ['compile-opinion', 'agree-opinion'] }] },
});

/** S3.7: compiled, agreed, voted – no step skipped. */
export const opinionActs = [compile, agree, adopt];
