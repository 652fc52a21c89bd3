import { type CaseView, cityTrackOf, type PlainDateText, type Track, type TrackSession } from '../procedure/case.ts';
import type { ScheduleRules } from '../procedure/case-context.ts';
import { steps } from '../procedure/procedure.ts';
import { scheduleTrack } from '../procedure/schedule.ts';

/** One day in the year of a topic that is worth planning around. */
export type YearEvent = {
  date: PlainDateText;
  word: string;
  topicId: string;
  topicName: string;
  state: 'done' | 'planned' | 'overdue';
};
export type Sitting = { sessionId: string; body: Track; opens: string; closes: string; topics: readonly CaseView[] };

/** Steps of the city that give a topic its rhythm; the sittings stand beside them. */
const milestones: Readonly<Record<string, string>> = {
  'approve-implementation-plan': '审定方案',
  'hold-special-meeting': '专题会议',
  'submit-handling-report': '报告办理',
};

/** What the city's track of each topic has in the year, by day; judged on a day. */
export function eventsOf(topics: readonly CaseView[], rules: ScheduleRules, today: PlainDateText): YearEvent[] {
  return topics
    .flatMap((topic) => eventsOfTopic(topic, rules, today))
    .toSorted((one, other) => one.date.localeCompare(other.date));
}

function eventsOfTopic(topic: CaseView, rules: ScheduleRules, today: PlainDateText): YearEvent[] {
  const city = cityTrackOf(topic);
  if (city === undefined) return [];
  const of = (date: PlainDateText, word: string, state: YearEvent['state']): YearEvent => ({
    date,
    word,
    state,
    topicId: topic.id,
    topicName: topic.name,
  });
  const dated = scheduleTrack(topic, city, steps, rules).flatMap((step) => {
    const word = milestones[step.stepId];
    if (word === undefined || step.due === undefined) return [];
    const done = city.done[step.key];
    if (done !== undefined) return [of(done.on, word, 'done')];
    return [of(step.due, word, topic.state === 'active' && step.due < today ? 'overdue' : 'planned')];
  });
  const handling = city.handlingDue;
  return [
    ...dated,
    ...deliberationOf(topic, city, of),
    ...(city.handlingSession === undefined
      ? []
      : [of(city.handlingSession.opens, '办理测评', heldOr(city.handlingSession.state))]),
    ...(handling === undefined ? [] : [of(handling, `第${city.round}轮办理期限`, 'planned')]),
  ];
}

function deliberationOf(
  topic: CaseView,
  city: Track,
  of: (date: PlainDateText, word: string, state: YearEvent['state']) => YearEvent,
): YearEvent[] {
  if (city.session !== undefined) return [of(city.session.opens, '市级审议', heldOr(city.session.state))];
  return topic.deliberationDate === undefined ? [] : [of(topic.deliberationDate, '计划审议', 'planned')];
}

function heldOr(state: TrackSession['state']): YearEvent['state'] {
  return state === 'closed' ? 'done' : 'planned';
}

/** Every sitting that a topic is on, by body, once. */
export function sittingsOf(topics: readonly CaseView[]): Sitting[] {
  const all = topics.flatMap((topic) =>
    topic.tracks
      .filter((track) => track.kind === 'body')
      .flatMap((track) => [track.session, track.handlingSession].map((session) => ({ topic, track, session }))),
  );
  const bySession = Map.groupBy(
    all.filter((entry) => entry.session !== undefined),
    (entry) => entry.session?.sessionId,
  );
  const sittings = [...bySession.values()].flatMap((entries) => {
    const [first] = entries;
    if (first?.session === undefined) return [];
    const { sessionId, opens, closes } = first.session;
    return [{ sessionId, opens, closes, body: first.track, topics: [...new Set(entries.map((entry) => entry.topic))] }];
  });
  return sittings.toSorted((one, other) => one.opens.localeCompare(other.opens));
}

/** From the first to the last month that has something in it, at least the year itself: 'YYYY-MM'. */
export function monthsOf(year: number, dates: readonly string[]): string[] {
  const all = [`${year}-01`, `${year}-12`, ...dates.map((date) => date.slice(0, 7))].toSorted();
  const months: string[] = [];
  for (let month = all[0] ?? ''; month <= (all.at(-1) ?? ''); month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, index = 0] = month.split('-').map(Number);
  return index === 12 ? `${year + 1}-01` : `${year}-${String(index + 1).padStart(2, '0')}`;
}
