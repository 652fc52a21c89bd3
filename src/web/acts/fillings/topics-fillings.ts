import type { Facts } from '../../../domain/procedure/act.ts';
import { countyTracksOf } from '../../../domain/procedure/case.ts';
import { callBeginningOf } from '../../../domain/topic/call-text.ts';
import { plannedRowsOf } from '../../../domain/topic/planned-rows.ts';
import type { Typed } from '../../lib/schema-form.ts';
import type { EarlierYear, Fillings } from './filling.ts';

/** 联动确定监督议题 (S1). */
export const topicsFillings: Fillings = {
  'open-solicitation': callOf,
  // Whose suggestion it is says its source (监督法 §12); more may be ticked.
  'suggest-topic': () => ({ sources: ['deputies'] }),
  'send-suggestion': () => ({ sources: ['organ-request'] }),
  'record-consultation': (facts) => ({ date: facts.today, voices: voicesOf(facts) }),
  'consult-adjustment': (facts) => ({
    date: facts.today,
    voices: voicesOf(facts),
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
    topics: (year.jointPlan?.topics ?? plannedRowsOf(year.preliminary, year)).map((topic) => ({ ...topic })),
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

function voicesOf({ view }: Facts): Typed[] {
  return countyTracksOf(view).map((track) => ({
    tenantId: track.tenantId,
    attendance: 'present',
    stance: 'agrees',
    comment: '',
  }));
}
