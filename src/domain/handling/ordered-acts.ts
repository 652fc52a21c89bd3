import { memberIdsOn, personNameOf, tenantNameOf } from '../organisation/facts.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import { checkOnAgenda } from '../session/agenda.ts';
import type { Speech } from '../session/deliberation-state.ts';
import { areOwnOrgans, headsAbsent } from '../session/hearing-acts.ts';
import { checkQuorum, checkSittingBegun, checkSittingOpen, membersPresentAt } from '../session/quorum.ts';
import { type InquiryExchange, type NextStep, nextStepNames } from './handling-state.ts';
import { currentRound, inCurrentRound, orderOf } from './rounds.ts';

export type DeliberateAgain = {
  /** 'HH:MM' at which the session took the handling up again. */
  at: string;
  speeches: readonly Speech[];
  conclusion: string;
};
export type HoldInquiry = { at: string; exchanges: readonly InquiryExchange[] };

const deliberateAgain = defineAct<DeliberateAgain>({
  kind: 'deliberate-again',
  case: 'topic',
  title: '常委会会议对办理落实情况进行二次审议',
  clause: 'S4.5',
  law: ['SAT-08', 'SES-07'],
  level: 'both',
  tenant: 'body',
  by: 'session',
  sitting: 'handling',
  ready: (facts) => [...checkChosen('second-deliberation', facts), ...checkInSession(facts)],
  check: ({ at }, facts) => [...checkSittingOpen(facts, 'S4.5'), ...checkQuorum(facts, at)],
  evolve: (state, { speeches, conclusion }, { on }) =>
    inCurrentRound(state, () => ({ secondDeliberation: { on, speeches, conclusion } })),
});

const holdInquiry = defineAct<HoldInquiry>({
  kind: 'hold-inquiry',
  case: 'topic',
  title: '常委会会议就办理落实情况开展询问',
  clause: 'S4.5',
  law: ['监督法 §46', 'SAT-08', 'SES-07'],
  level: 'both',
  tenant: 'body',
  by: 'session',
  sitting: 'handling',
  ready: (facts) => [...checkChosen('inquiry', facts), ...checkInSession(facts)],
  check: (payload, facts) => [
    ...checkSittingOpen(facts, 'S4.5'),
    ...checkQuorum(facts, payload.at),
    ...checkAsking(payload, facts),
    ...checkAsked(payload, facts),
  ],
  evolve: (state, { exchanges }, { on }) => inCurrentRound(state, () => ({ inquiry: { on, exchanges } })),
});

/** Whether this is the way on that the council chose after the round before (SAT-08: exactly one). */
export function checkChosen(step: NextStep, { state }: Pick<Facts, 'state'>): readonly Refusal[] {
  const chosen = orderOf(state)?.step;
  if (chosen === step) return [];
  const { no } = currentRound(state);
  const said = chosen === undefined ? '没有确定下一步监督方式' : `确定的是${nextStepNames[chosen]}`;
  return [refuse('ordered/not-chosen', 'S4.5', `第${no}轮办理不需要${nextStepNames[step]}：主任会议${said}。`)];
}

function checkInSession(facts: Facts): readonly Refusal[] {
  return [...checkSittingBegun(facts, 'S4.5'), ...checkOnAgenda(facts)];
}

/** Members ask, and they are in the room (监督法 §46). */
function checkAsking({ at, exchanges }: HoldInquiry, facts: Facts): readonly Refusal[] {
  const { organisation, own, on } = facts;
  const members = memberIdsOn(organisation, own.bodyId, on);
  const present = membersPresentAt(facts, at);
  const wrong = [...new Set(exchanges.map(({ memberId }) => memberId))].filter((id) => !present.includes(id));
  if (wrong.length === 0) return [];
  const names = wrong.map((id) => personNameOf(organisation, id)).join('、');
  const isStranger = wrong.some((id) => !members.includes(id));
  const text = isStranger ? `${names}不是组成人员，不能询问。` : `${names}在${at}不在会场，请核对询问人。`;
  return [refuse('inquiry/asker', '监督法 §46', text, 'exchanges')];
}

/** Organs of the own level are asked; their heads come, listen and answer. Where one did not, the record says so. */
function checkAsked({ exchanges }: HoldInquiry, facts: Facts): readonly Refusal[] {
  const asked = [...new Set(exchanges.map(({ organId }) => organId))];
  if (!areOwnOrgans(asked, facts)) {
    const text = '询问的对象须是本级国家机关或者部门，请逐项填写询问和答复。';
    return [refuse('inquiry/organ', '监督法 §46', text, 'exchanges')];
  }
  const absent = headsAbsent(asked, facts);
  if (absent.length === 0) return [];
  const names = absent.map((id) => tenantNameOf(facts.organisation, id)).join('、');
  const text = `${names}的负责人不在列席人员之中；有关机关应当派负责人员到会听取意见、回答询问。确未到会的，请写明情况。`;
  return [departsFrom('inquiry/head-absent', '监督法 §46', text, 'exchanges')];
}

/** S4.5: what a session does of the way on that the council chose. */
export const orderedActs = [deliberateAgain, holdInquiry];
