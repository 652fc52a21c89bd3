import { receiveAct } from '../package/receive.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { idOf } from '../procedure/act-ids.ts';
import { cityTrackOf, doneOf } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { sourceOf } from './extension-findings.ts';
import type { Finding } from './finding.ts';
import { checkPlaces } from './places.ts';
import { withResearch } from './with-research.ts';

type Written = Omit<Finding, 'id' | 'source'>;
/** `extensionId`: the own extension research it was found in, where it was (S2.7). */
export type RecordFinding = Written & { extensionId?: string };
/** Everything is said anew, so that the correction stands for itself; `findingId` names the act that it corrects. */
export type CorrectFinding = Written & { findingId: string; reason: string };
export type HandOverCollectedOpinions = { opinions: readonly { text: string; source: string }[] };

/** Also asked by the list that offers to register one. */
export const recordFinding = defineAct<RecordFinding>({
  kind: 'record-finding',
  case: 'topic',
  title: '登记发现的问题',
  clause: 'S2.8',
  law: ['S2.10', 'SUR-08'],
  level: 'both',
  tenant: 'body',
  by: 'lead-committee',
  repeatable: true,
  ready: checkFindingTime,
  check: (payload, facts) => [...checkPlaces([payload.place], facts, 'place'), ...checkSource(payload, facts)],
  evolve: (state, { extensionId, ...said }, stamp) => {
    const extension = state.research.extension.find(({ id }) => id === extensionId);
    const finding = {
      ...said,
      id: idOf('f', stamp),
      ...(extension === undefined ? {} : { source: sourceOf(extension) }),
    };
    return withResearch(state, { findings: [...state.research.findings, finding] });
  },
});

/** After the plan is approved, before the own report is final: a finding that no report can cite would be lost. */
export function checkFindingTime(facts: Facts): readonly Refusal[] {
  if (facts.state.research.report !== null) {
    const text = '调研报告已经形成，不再登记发现的问题；后续发现的问题请通过跟踪检查反馈。';
    return [refuse('finding/report-final', 'S2.8', text)];
  }
  const city = cityTrackOf(facts.view);
  if (city !== undefined && doneOf('approve-implementation-plan', city) !== undefined) return [];
  return [refuse('finding/plan-not-approved', 'S2.2', '实施方案尚未经市人大常委会主任会议审定，调研不能先行开展。')];
}

/** S2.7: only an extension research that is on the own record can be what it came from. */
function checkSource({ extensionId }: RecordFinding, { state }: Facts): readonly Refusal[] {
  if (extensionId === undefined || state.research.extension.some(({ id }) => id === extensionId)) return [];
  return [refuse('finding/unknown-extension', 'S2.7', '没有登记过这次延伸调研，请重新选择。', 'extensionId')];
}

/** A correction is an act of its own: the finding reads anew under its id, and how it read before stays on record. */
export const correctFinding = defineAct<CorrectFinding>({
  kind: 'correct-finding',
  case: 'topic',
  title: '更正发现的问题',
  clause: 'S2.8',
  law: ['S2.10', 'SUR-08'],
  level: 'both',
  tenant: 'body',
  by: 'lead-committee',
  repeatable: true,
  ready: (facts) => {
    if (facts.state.research.report !== null) {
      const text = '调研报告已经形成，发现的问题不再更正；需要说明的，请在报送说明或者审议意见中写明。';
      return [refuse('finding/report-final', 'S2.8', text)];
    }
    if (facts.state.research.findings.length > 0) return [];
    return [refuse('finding/none-to-correct', 'S2.8', '本单位还没有登记发现的问题，没有可以更正的。')];
  },
  check: (payload, facts) => [...checkPlaces([payload.place], facts, 'place'), ...checkCorrected(payload, facts)],
  evolve: (state, { findingId, reason, ...said }, stamp) => {
    const { findings, findingCorrections } = state.research;
    const before = findings.find(({ id }) => id === findingId);
    if (before === undefined) return state;
    const corrected = { ...said, id: findingId, ...(before.source === undefined ? {} : { source: before.source }) };
    return withResearch(state, {
      findings: findings.map((finding) => (finding.id === findingId ? corrected : finding)),
      findingCorrections: [...findingCorrections, { on: stamp.on, seq: stamp.seq, reason, before }],
    });
  },
});

function checkCorrected({ findingId, ...said }: CorrectFinding, { state }: Facts): readonly Refusal[] {
  const before = state.research.findings.find(({ id }) => id === findingId);
  if (before === undefined) {
    return [refuse('finding/not-own', 'S2.8', '只能更正本单位登记的问题，请重新选择。', 'findingId')];
  }
  const { id: _id, source: _source, ...written } = before;
  const { reason: _reason, ...corrected } = said;
  const isSame = (Object.keys(written) as (keyof Written)[]).every(
    (member) => JSON.stringify(written[member]) === JSON.stringify(corrected[member]),
  );
  return isSame ? [refuse('finding/nothing-corrected', 'S2.8', '更正的内容与原登记完全相同，请修改后再办理。')] : [];
}

const handOverOpinions = defineAct<HandOverCollectedOpinions>({
  kind: 'hand-over-collected-opinions',
  case: 'topic',
  title: '汇总各方面意见交报告机关研究',
  clause: 'S3.5',
  law: ['监督法 §14', 'SUR-09'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  ready: (facts) =>
    facts.state.deliberation.organIds.length > 0
      ? []
      : [refuse('opinions/no-organ', '监督法 §14', '尚未确定报告机关，请先办理“确定报告机关”。')],
  evolve: (state, payload) =>
    withResearch(state, {
      collectedOpinions: [
        ...state.research.collectedOpinions,
        ...numbered(payload, state.research.collectedOpinions.length),
      ],
    }),
  effects: (payload, facts) => ({
    packages: [
      {
        kind: 'collected-opinions',
        title: `各方面对“${facts.view.name}”的意见汇总`,
        addresseeIds: facts.state.deliberation.organIds,
        content: { opinions: numbered(payload, facts.state.research.collectedOpinions.length) },
      },
    ],
  }),
});

/** The organ answers by number, so body and organ have to number alike. */
function numbered({ opinions }: HandOverCollectedOpinions, before: number) {
  return opinions.map((opinion, index) => ({ ...opinion, id: `o-${before + index + 1}` }));
}

const organReceivesOpinions = receiveAct('collected-opinions', 'topic', 'organ', (state, { content }) =>
  withResearch(state, { collectedOpinions: [...state.research.collectedOpinions, ...content.opinions] }),
);

/** 发现问题, and the opinions of all sides that the organ has to answer in its report (监督法 §14). */
export const findingActs = [recordFinding, correctFinding, handOverOpinions, organReceivesOpinions];
