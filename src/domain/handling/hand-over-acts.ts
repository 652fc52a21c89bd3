import { mayAddress } from '../organisation/membership.ts';
import { checkPartyOffice, partyOfficeOf } from '../organisation/party-office.ts';
import type { PackageContents } from '../package/contents.ts';
import type { PackageDraft } from '../package/package.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import type { PlainDateText } from '../procedure/case.ts';
import { scheduledOf } from '../procedure/check-act.ts';
import { findStep } from '../procedure/procedure.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Demand } from './demand.ts';
import { receiveOutcomes } from './finding-outcomes.ts';
import { emptyRound, type Round } from './handling-state.ts';
import { opinionTextOf } from './opinion-text.ts';
import { organsWithDemands, withHandling } from './rounds.ts';

export type HandOverResults = { note: string };
const handOverResults = defineAct<HandOverResults>({
  kind: 'hand-over-results',
  case: 'topic',
  title: '监督结果报送同级党委、印发机关研究处理',
  clause: 'S4.1',
  law: ['监督法 §17', 'OPI-05', 'SAT-10'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  ready: (facts) => [...checkOpinion(facts), ...checkPartyOffice(facts), ...checkSessionClosed(facts)],
  evolve: (state, _payload, stamp) => {
    const { opinion } = state.deliberation;
    return withHandling(state, {
      demands: opinion?.demands ?? [],
      opinionText: opinion === null ? '' : opinionTextOf(opinion),
      handedOverOn: stamp.on,
    });
  },
  effects: (_payload, facts) => {
    const demands = demandsOf(facts);
    return {
      packages: [resultsFor(facts), ...organsWithDemands(demands).map((organId) => demandsFor(organId, facts))],
      shared: [
        { kind: 'add-organ-tracks', organIds: organsWithDemands(demands) },
        // Every organ with a demand reports on it (S4.3), whether it has reported to the session or not.
        { kind: 'assign-organs', part: 'handling', organIds: organsWithDemands(demands) },
        { kind: 'ask-organs', organIds: organsWithDemands(demands) },
      ],
    };
  },
});

function demandsOf(facts: Facts): readonly Demand[] {
  return facts.state.deliberation.opinion?.demands ?? [];
}

/** Only what the session adopted is handed over, and only to organs the body itself supervises (ORG-09). */
function checkOpinion(facts: Facts): readonly Refusal[] {
  if (facts.state.deliberation.opinion?.state !== 'adopted') {
    return [refuse('results/no-opinion', 'S4.1', '审议意见尚未经常委会会议表决通过，不能印发。')];
  }
  const { tenants } = facts.organisation;
  const body = tenants.find((tenant) => tenant.id === facts.own.tenantId);
  return organsWithDemands(demandsOf(facts)).flatMap((organId) => {
    const organ = tenants.find((tenant) => tenant.id === organId);
    const refusal = body === undefined || organ === undefined ? undefined : mayAddress(body, organ);
    return refusal === undefined ? [] : [refusal];
  });
}

function checkSessionClosed({ own, on }: Facts): readonly Refusal[] {
  const closes = own.session?.closes;
  if (closes === undefined || closes <= on) return [];
  return [refuse('results/session-not-closed', 'S4.1', `常委会会议${closes}闭会，闭会后方可报送、印发监督结果。`)];
}

function resultsFor(facts: Facts): PackageDraft {
  const { deliberation } = facts.state;
  const office = partyOfficeOf(facts);
  return {
    kind: 'results',
    title: `“${facts.view.name}”监督结果`,
    addresseeIds: office === undefined ? [] : [office.id],
    content: { ...commonOf(facts), demands: demandsOf(facts), resolution: deliberation.resolution?.text ?? null },
  };
}

/** What an organ gets: the opinion, and of the demands only its own. */
export function demandsFor(organId: string, facts: Facts, demands: readonly Demand[] = demandsOf(facts)): PackageDraft {
  const { resolution } = facts.state.deliberation;
  return {
    kind: 'demands',
    title: `“${facts.view.name}”审议意见`,
    addresseeIds: [organId],
    content: {
      ...commonOf(facts),
      demands: demands.filter((demand) => demand.organId === organId),
      resolution: resolution === null ? null : { text: resolution.text, reportBy: resolution.reportBy },
      round: facts.own.round,
      handlingDue: handlingDueOf(facts) ?? null,
    },
  };
}

function commonOf({
  state,
  sitting,
}: Facts): Pick<PackageContents['results'], 'sessionName' | 'opinion' | 'assessment'> {
  const { opinion, reportAssessment } = state.deliberation;
  return {
    sessionName: sitting?.name ?? '常委会会议',
    opinion: opinion === null ? '' : opinionTextOf(opinion),
    assessment: reportAssessment,
  };
}

/** Last day on which the body receives the handling report in time (S4.3), where it is known. */
export function handlingDueOf(facts: Facts): PlainDateText | undefined {
  const stepId = facts.own.kind === 'organ' ? 'submit-handling-report' : 'receive-handling-report';
  const step = findStep(stepId, facts.own.level, facts.own.kind);
  return step === undefined ? undefined : scheduledOf(step, facts)?.due;
}

const receiveResults = receiveAct('results', 'topic', 'party-office', (state, { content, stamp }) =>
  withHandling(state, { demands: content.demands, opinionText: content.opinion, handedOverOn: stamp.on }),
);

const receiveDemands = receiveAct('demands', 'topic', 'organ', (state, { content, stamp }) =>
  withHandling(state, {
    demands: content.demands,
    opinionText: content.opinion,
    handedOverOn: state.handling.handedOverOn ?? stamp.on,
    // A notice of the next round may have been signed for before the demands it is about; and a demand may come later, from another organ.
    rounds: withRound(state.handling.rounds, content).map((round) =>
      withNewDemands(round, content, state.handling.demands),
    ),
  }),
);

/** An organ of which nothing was asked when the round began had no notice of it: it joins with the demand that it takes over. */
function withRound(rounds: readonly Round[], { round, handlingDue }: PackageContents['demands']): readonly Round[] {
  const last = rounds.at(-1)?.no ?? 0;
  return last >= round ? rounds : [...rounds, emptyRound(round, handlingDue, [])];
}

/** Of the round that they were handed over in: the first has its term now, a later one is about what came with it. */
function withNewDemands(
  round: Round,
  { demands, handlingDue, round: handedOverIn }: PackageContents['demands'],
  known: readonly Demand[],
): Round {
  if (round.no !== handedOverIn) return round;
  if (round.no === 1) return { ...round, due: handlingDue };
  const added = demands.filter(({ id }) => known.every((demand) => demand.id !== id));
  return { ...round, demandIds: [...(round.demandIds ?? []), ...added.map(({ id }) => id)] };
}

/** S4.1: results go to the party committee and the organs. */
export const handOverActs = [handOverResults, receiveResults, receiveDemands, receiveOutcomes];
