import {
  appointmentsOn,
  type OrganisationFacts,
  type Post,
  personNameOf,
  tenantNameOf,
} from '../organisation/facts.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import type { DecidedDispute, Verdict } from './demand.ts';
import { disputedDemands } from './dispute-acts.ts';
import type { FollowUp } from './handling-state.ts';
import {
  checkEachOnce,
  currentRound,
  inCurrentRound,
  inRound,
  numbersOf,
  openDemands,
  organsWithDemands,
  referredDisputes,
} from './rounds.ts';

export type RecordFollowUp = {
  form: FollowUp['form'];
  leaderId: string;
  /** The organs it looked at. */
  organIds: readonly string[];
  /** Of which demands; none named means all of theirs. */
  demandIds: readonly string[];
  /** Empty when nothing was found. */
  problems: string;
  /** What the organs are asked to do about it. */
  feedback: string;
};
export type GiveVerdicts = { verdicts: readonly Verdict[] };

/** 联系(分管)负责人: leaders of the standing committee and heads of its committees. */
const leadingPosts: readonly Post[] = ['chair', 'acting-chair', 'vice-chair', 'committee-head'];

/** Who may lead a follow-up of that body on that day, each once. */
export function trackingLeaderIds(organisation: OrganisationFacts, bodyId: string, on: string): readonly string[] {
  const leaders = appointmentsOn(organisation, bodyId, on).filter(({ post }) => leadingPosts.includes(post));
  return [...new Set(leaders.map(({ personId }) => personId))];
}

const recordFollowUp = defineAct<RecordFollowUp>({
  kind: 'record-follow-up',
  case: 'topic',
  title: '开展跟踪检查',
  clause: 'S4.2',
  law: ['HAN-07'],
  level: 'both',
  tenant: 'body',
  by: 'lead-committee',
  repeatable: true,
  check: (payload, facts) => [
    ...checkLeader(payload, facts),
    ...checkConcerned(payload, facts),
    ...checkFeedback(payload),
  ],
  evolve: (state, payload, stamp) =>
    inCurrentRound(state, (round) => ({ followUps: [...round.followUps, { ...payload, on: stamp.on }] })),
  effects: (payload, facts) => {
    const { problems, feedback, form } = payload;
    if (problems.trim() === '') return {};
    const named = facts.state.handling.demands.filter(({ id }) => payload.demandIds.includes(id));
    return {
      packages: payload.organIds.map((organId) => ({
        kind: 'follow-up-feedback' as const,
        title: `“${facts.view.name}”跟踪检查反馈`,
        addresseeIds: [organId],
        content: {
          round: facts.own.round,
          date: facts.on,
          inspection: form,
          demandIds: named.filter((demand) => demand.organId === organId).map(({ id }) => id),
          problems,
          feedback,
        },
      })),
    };
  },
});

/** Only organs that have something to meet, and only their demands; each organ hears of its own (S4.2). */
function checkConcerned({ organIds, demandIds }: RecordFollowUp, { state, organisation }: Facts): readonly Refusal[] {
  const { demands } = state.handling;
  const handling = organsWithDemands(demands);
  const strangers = organIds.filter((id) => !handling.includes(id));
  if (strangers.length > 0) {
    const names = strangers.map((id) => tenantNameOf(organisation, id)).join('、');
    return [refuse('follow-up/not-handling', 'S4.2', `${names}没有本议题的审议要求，请选择办理机关。`, 'organIds')];
  }
  if (organIds.length === 0) return [refuse('follow-up/nobody', 'S4.2', '请选择检查的办理机关。', 'organIds')];
  const others = demands.filter(({ id, organId }) => demandIds.includes(id) && !organIds.includes(organId));
  if (others.length === 0) return [];
  const text = `审议要求${numbersOf(others)}不由所选的机关办理，请核对。`;
  return [refuse('follow-up/other-demand', 'S4.2', text, 'demandIds')];
}

function checkLeader({ leaderId }: RecordFollowUp, facts: Facts): readonly Refusal[] {
  if (trackingLeaderIds(facts.organisation, facts.own.tenantId, facts.on).includes(leaderId)) return [];
  const name = personNameOf(facts.organisation, leaderId);
  const text = `${name}在${facts.on}不是${facts.own.shortName}主任、副主任或者委室负责人，跟踪检查由联系（分管）负责人牵头。`;
  return [refuse('follow-up/leader', 'S4.2', text, 'leaderId')];
}

function checkFeedback({ problems, feedback }: RecordFollowUp): readonly Refusal[] {
  if (problems.trim() === '' || feedback.trim() !== '') return [];
  return [refuse('follow-up/no-feedback', 'S4.2', '跟踪检查发现了问题，请写明向机关反馈的要求。', 'feedback')];
}

const receiveFeedback = receiveAct('follow-up-feedback', 'topic', 'organ', (state, { content, stamp }) => {
  const { round: no, date, inspection, demandIds, problems, feedback } = content;
  const told = {
    on: date,
    form: inspection,
    leaderId: null,
    organIds: [stamp.tenantId],
    demandIds,
    problems,
    feedback,
  };
  return inRound(state, no, (round) => ({ followUps: [...round.followUps, told] }));
});

export const giveVerdicts = defineAct<GiveVerdicts>({
  kind: 'give-verdicts',
  case: 'topic',
  title: '逐条评价审议要求落实情况',
  clause: 'S4.2',
  law: ['HAN-08'],
  level: 'both',
  tenant: 'body',
  by: 'lead-committee',
  ready: checkReports,
  check: ({ verdicts }, facts) => [
    ...checkUndecided(facts),
    ...checkEachOnce(verdicts, openDemands(facts.state), 'S4.2', 'verdicts'),
    ...checkReasons(verdicts, facts),
    ...checkEvidence(verdicts, facts),
  ],
  evolve: (state, payload) => inCurrentRound(state, () => ({ verdicts: payload.verdicts })),
  effects: (payload, facts) => {
    const demands = openDemands(facts.state);
    return {
      packages: organsWithDemands(demands).map((organId) => {
        const own = new Set(demands.filter((demand) => demand.organId === organId).map((demand) => demand.id));
        return {
          kind: 'verdicts',
          title: `“${facts.view.name}”审议要求落实评价`,
          addresseeIds: [organId],
          content: {
            round: facts.own.round,
            verdicts: payload.verdicts.filter((verdict) => own.has(verdict.demandId)),
          },
        };
      }),
    };
  },
});

/** No report at all is the order's matter; with several organs, those that have not reported are named and need a reason. */
function checkReports(facts: Facts): readonly Refusal[] {
  const reported = new Set(currentRound(facts.state).reports.map((report) => report.fromTenantId));
  const missing = organsWithDemands(openDemands(facts.state)).filter((organId) => !reported.has(organId));
  if (reported.size === 0 || missing.length === 0) return [];
  const names = missing.map((organId) => tenantNameOf(facts.organisation, organId)).join('、');
  const text = `尚未收到${names}的办理落实情况报告；已经报来的，请先签收。确需先行评价的，请写明理由。`;
  return [departsFrom('verdicts/report-missing', 'S4.3', text)];
}

/** A dispute is decided before the demand is judged, so that the organ knows whether it stands. */
function checkUndecided({ state }: Facts): readonly Refusal[] {
  const waiting = [...disputedDemands(state).map(({ id }) => id), ...referredDisputes(state).map(idOfDispute)];
  if (waiting.length === 0) return [];
  const demands = state.handling.demands.filter(({ id }) => waiting.includes(id));
  const text = `机关对审议要求${numbersOf(demands)}的异议尚未处理，请先作出处理。确需先行评价的，请写明理由。`;
  return [departsFrom('verdicts/dispute-open', 'S4.2', text)];
}

const idOfDispute = ({ decision }: DecidedDispute): string => decision.demandId;

function checkReasons(verdicts: readonly Verdict[], { state }: Facts): readonly Refusal[] {
  const bare = verdicts.filter((verdict) => verdict.verdict !== 'met' && verdict.reason.trim() === '');
  if (bare.length === 0) return [];
  const demands = state.handling.demands.filter((demand) => bare.some(({ demandId }) => demandId === demand.id));
  const text = `审议要求${numbersOf(demands)}评价为部分落实或者未落实，请说明理由。`;
  return [refuse('verdicts/no-reason', 'S4.2', text, 'verdicts')];
}

/** 销号 on evidence: a demand is met by what the organ has shown, or the committee says why it is content without (HAN-08). */
function checkEvidence(verdicts: readonly Verdict[], { state }: Facts): readonly Refusal[] {
  const shown = new Set(state.handling.rounds.flatMap((round) => round.evidence.map((entry) => entry.demandId)));
  const bare = verdicts.filter((verdict) => verdict.verdict === 'met' && !shown.has(verdict.demandId));
  if (bare.length === 0) return [];
  const demands = state.handling.demands.filter((demand) => bare.some(({ demandId }) => demandId === demand.id));
  const text = `审议要求${numbersOf(demands)}评价为已落实，但没有收到佐证。请先要求机关提交佐证，或者写明理由。`;
  return [departsFrom('verdicts/no-evidence', 'S4.2', text, 'verdicts')];
}

const receiveVerdicts = receiveAct('verdicts', 'topic', 'organ', (state, { content }) =>
  inRound(state, content.round, () => ({ verdicts: content.verdicts })),
);

/** S4.2: the committee tracks, feeds problems back, and judges demand by demand. */
export const trackingActs = [recordFollowUp, receiveFeedback, giveVerdicts, receiveVerdicts];
