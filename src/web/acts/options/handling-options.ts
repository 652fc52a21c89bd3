import { type Demand, type DemandAnswer, demandAnswerText, verdictText } from '../../../domain/handling/demand.ts';
import { nextStepNames, type Round } from '../../../domain/handling/handling-state.ts';
import { organsWithDemands } from '../../../domain/handling/rounds.ts';
import { trackingLeaderIds } from '../../../domain/handling/tracking-acts.ts';
import { personNameOf, tenantNameOf } from '../../../domain/organisation/facts.ts';
import type { Facts } from '../../../domain/procedure/act.ts';
import { dateText } from '../../lib/formats.ts';
import type { Options } from '../../lib/schema-form.ts';

/** Demands beside their answers, and who follows them up (S4). */
export function handlingOptions(facts: Facts): Options {
  const { organisation, own, on, state } = facts;
  return {
    'handling-organ': organsWithDemands(state.handling.demands).map((id) => ({
      value: id,
      label: tenantNameOf(organisation, id),
    })),
    'tracking-leader': trackingLeaderIds(organisation, own.tenantId, on).map((id) => ({
      value: id,
      label: personNameOf(organisation, id),
    })),
    demand: state.handling.demands.map((demand) => ({
      value: demand.id,
      label: `第${demand.no}项：${demand.problem}`,
      detail: demandDetail(demand, facts),
    })),
  };
}

/** A demand beside its answer: whose it is, what is asked, and what the organ has promised and shown in this round. */
function demandDetail({ id, text, organId }: Demand, { state, organisation, actor }: Facts): string[] {
  const { rounds } = state.handling;
  return [
    ...(actor.kind === 'organ' ? [] : [`办理机关：${tenantNameOf(organisation, organId)}`]),
    `要求：${text}`,
    ...rounds.flatMap((round) => roundDetail(round, id, rounds.length > 1)),
  ];
}

/** What one round has said of a demand, and what the council then asked for. */
function roundDetail(round: Round, demandId: string, isNumbered: boolean): string[] {
  const answer = round.answers.find((candidate) => candidate.demandId === demandId);
  const evidence = round.evidence.filter((candidate) => candidate.demandId === demandId);
  const verdict = round.verdicts.find((candidate) => candidate.demandId === demandId);
  const { nextStep } = round;
  const lines = [
    ...(answer === undefined ? [] : [answerText(answer)]),
    ...evidence.map((entry) => `佐证（${dateText(entry.on)}）：${entry.text}`),
    ...(verdict === undefined ? [] : [`评价：${verdictText(verdict)}`]),
    ...(nextStep === null ? [] : [`下一步：${nextStepNames[nextStep.step]}，${nextStep.requirement}`]),
  ];
  return isNumbered ? lines.map((line) => `第${round.no}轮${line}`) : lines;
}

function answerText(answer: DemandAnswer): string {
  const text = demandAnswerText(answer);
  return answer.stance === 'disputed' ? text : `整改承诺：${text}`;
}
