import { appointmentsOn } from '../../../domain/organisation/facts.ts';
import type { Facts } from '../../../domain/procedure/act.ts';
import { agendaToAdopt, mattersOn } from '../../../domain/session/matters.ts';
import { observersExpected } from '../../../domain/session/observers.ts';
import { absencesOf, absentAtOpening, absentInSitting } from '../../../domain/session/presence.ts';
import { todayInChina } from '../../lib/formats.ts';
import { listOf, type Typed } from '../../lib/schema-form.ts';
import { timeNow } from '../sitting-time.ts';
import type { Fillings } from './filling.ts';
import { voteOf } from './vote-filling.ts';

/** 常委会会议 (S3.1, S3.5). */
export const sittingsFillings: Fillings = {
  'open-session': (facts) => ({
    at: '09:00',
    chairId: chairOf(facts),
    delegated: false,
    observers: observersExpected(facts),
  }),
  'adopt-agenda': (facts) => ({ items: agendaToAdopt(facts.state.session, mattersIn(facts)), vote: voteOf(facts) }),
  'send-session-notice': (facts) => ({ matters: agendaToAdopt({ agenda: [] }, mattersIn(facts)) }),
  'record-attendance': (facts) => ({ at: timeNow(facts, todayInChina()) }),
  'close-session': (facts) => ({ at: timeNow(facts, todayInChina()) }),
};

function mattersIn({ view, own, topics = [] }: Facts) {
  return mattersOn(view.id, own.bodyId, topics);
}

/** 会议由主任主持 (组织法 §51): offered where the body has one. */
function chairOf({ organisation, own, on }: Facts): string | undefined {
  const held = appointmentsOn(organisation, own.bodyId, on);
  return held.find(({ post }) => post === 'chair' || post === 'acting-chair')?.personId;
}

/** Whoever is not ticked as present is absent: a row for the leave of each, once somebody is ticked. */
export function absentees(facts: Facts, { presentIds, excused }: Typed): Typed {
  const present = listOf(presentIds).map(String);
  const absent = present.length === 0 ? [] : absentAtOpening(facts, present);
  return { excused: absencesOf(absent, leavesIn(excused)) };
}

/** Whoever leaves now, and whoever has not come without a reason so far. */
export function leavesLater(facts: Facts, { arrivedIds, leftIds, excused }: Typed): Typed {
  const moved = { arrivedIds: listOf(arrivedIds).map(String), leftIds: listOf(leftIds).map(String) };
  return { excused: absencesOf(absentInSitting(facts, facts.state.session, moved), leavesIn(excused)) };
}

function leavesIn(rows: unknown): readonly { personId: string; reason: string }[] {
  // Rows of the form: objects of texts, as far as they are filled in.
  return (listOf(rows) as Partial<Record<'personId' | 'reason', string>>[]).map((row) => ({
    personId: row?.personId ?? '',
    reason: row?.reason ?? '',
  }));
}
