import type { Facts } from '../../../domain/procedure/act.ts';
import { callBeginningOf } from '../../../domain/topic/call-text.ts';
import { plannedItemsOf } from '../../../domain/topic/planned-rows.ts';
import type { Typed } from '../../lib/schema-form.ts';
import type { EarlierYear, Fillings } from './filling.ts';

/** 联动确定监督议题 (S1). */
export const topicsFillings: Fillings = {
  'open-solicitation': callOf,
  // Whose suggestion it is says its source (监督法 §12); more may be ticked.
  'suggest-topic': () => ({ sources: ['deputies'] }),
  'send-suggestion': () => ({ sources: ['organ-request'] }),
  'record-consultation': (facts) => ({
    ...matrixOf(facts),
    results: (facts.consultation?.items ?? []).map(({ key }) => ({ key, result: 'include', note: '' })),
  }),
  'consult-adjustment': (facts) => ({
    ...matrixOf(facts),
    ...(facts.state.adjustment.proposal === null
      ? {}
      : { outcome: 'adjust', change: { ...facts.state.adjustment.proposal.change } }),
  }),
  'adopt-annual-plan': ({ view }) => ({
    title: `${view.year}年度监督工作计划`,
    topicIds: (view.topics ?? []).map((topic) => topic.id),
  }),
  'settle-topics': ({ state }) => ({ keys: (state.year.jointPlan?.topics ?? []).map((topic) => topic.key) }),
  'draft-joint-plan': ({ state: { year } }) => ({
    topics: (year.jointPlan?.topics ?? plannedItemsOf(year)).map((topic) => ({ ...topic })),
  }),
};

function callOf({ view, today, own, state }: Facts, earlier: EarlierYear | undefined): Typed {
  const { receivedCall } = state.year;
  const call = earlier?.state.year.solicitation ?? null;
  return callBeginningOf({
    year: view.year,
    today,
    bodyName: own.name,
    received: receivedCall === null ? null : { call: receivedCall, fromName: receivedCall.fromName },
    earlier: earlier === undefined || call === null ? null : { year: earlier.year, call },
  });
}

/** The matrix as it stands; what it came to and who is excused is the office's to say. */
function matrixOf({ today, consultation }: Facts): Typed {
  return { date: today, items: consultation?.items ?? [], opinions: consultation?.opinions ?? [], excusedIds: [] };
}
