import { type CaseView, trackOf } from '../../domain/procedure/case.ts';
import { type Obligation, obligationStateNames } from '../../domain/procedure/worklist.ts';
import type { TopicSlack } from '../../domain/topic/slack.ts';
import type { Sitting, YearEvent } from '../../domain/topic/year-events.ts';
import type { CallStanding, YearStep } from '../../domain/topic/year-steps.ts';
import type { TableColumn } from '../http/table-file.ts';

/** A state, and the day since which it is done. */
function standingColumns<Row>(title: string, of: (row: Row) => Obligation | undefined): readonly TableColumn<Row>[] {
  return [
    {
      title,
      width: 12,
      value: (row) => {
        const state = of(row)?.state;
        return state === undefined ? null : obligationStateNames[state];
      },
    },
    {
      title: `${title}：完成日期`,
      width: 18,
      kind: 'date',
      value: (row) => {
        const { state, since } = of(row) ?? {};
        return state === 'done' ? (since ?? null) : null;
      },
    },
  ];
}

/** The steps of the year; the counties by name, as far as the reader sees them. */
export function yearStepColumns(view: CaseView): readonly TableColumn<YearStep>[] {
  const namesOf = (counties: readonly Obligation[]) =>
    counties.map(({ tenantId }) => trackOf(view, tenantId)?.shortName ?? '').join('、') || null;
  return [
    { title: '步骤', width: 40, value: ({ title }) => title },
    { title: '依据', width: 10, value: ({ clause }) => clause },
    { title: '期限', width: 12, kind: 'date', value: ({ due }) => due ?? null },
    ...standingColumns<YearStep>('市级', ({ city }) => city),
    { title: '县级单位数', width: 12, kind: 'number', value: ({ counties }) => counties.length || null },
    {
      title: '已完成的县级单位',
      width: 40,
      value: ({ counties }) => namesOf(counties.filter(({ state }) => state === 'done')),
    },
    {
      title: '尚未完成的县级单位',
      width: 40,
      value: ({ counties }) => namesOf(counties.filter(({ state }) => state !== 'done' && state !== 'waived')),
    },
    {
      title: '逾期的县级单位',
      width: 40,
      value: ({ counties }) => namesOf(counties.filter(({ state }) => state === 'overdue')),
    },
  ];
}

export const callColumns: readonly TableColumn<CallStanding>[] = [
  { title: '单位', width: 24, value: ({ body }) => body.name },
  ...standingColumns<CallStanding>('开展征集', ({ call }) => call),
  { title: '开展征集：期限', width: 18, kind: 'date', value: ({ call }) => call?.due ?? null },
  ...standingColumns<CallStanding>('初步建议', ({ list }) => list),
  { title: '初步建议：期限', width: 18, kind: 'date', value: ({ list }) => list?.due ?? null },
  { title: '建议数', width: 8, kind: 'number', value: ({ rows }) => (typeof rows === 'number' ? rows : null) },
  { title: '说明', width: 18, value: ({ rows }) => (rows === 'unsigned' ? '已报送，待签收' : null) },
];

export const slackColumns: readonly TableColumn<TopicSlack>[] = [
  { title: '议题', width: 40, value: ({ topic }) => topic.name },
  { title: '市级审议', width: 12, kind: 'date', value: ({ city }) => city?.opens ?? null },
  { title: '市级会期', width: 18, value: cityStanding },
  { title: '距市级审议（天）', width: 16, kind: 'number', value: ({ city }) => daysAhead(city) },
  { title: '县级单位数', width: 12, kind: 'number', value: ({ counties }) => counties.count || null },
  { title: '已定会期的县级单位数', width: 20, kind: 'number', value: ({ counties }) => counties.fixed },
  { title: '县级会议最迟', width: 14, kind: 'date', value: ({ counties }) => counties.plan?.latest ?? null },
  { title: '县级会议宽松', width: 14, kind: 'date', value: ({ counties }) => counties.plan?.comfortable ?? null },
  { title: '最晚的县级会议', width: 16, kind: 'date', value: ({ counties }) => counties.last?.day ?? null },
  { title: '余量（天）', width: 12, kind: 'number', value: ({ counties }) => counties.last?.left ?? null },
  { title: '专题会议可用：自', width: 16, kind: 'date', value: ({ meeting }) => ofMeeting(meeting)?.from ?? null },
  { title: '专题会议可用：至', width: 16, kind: 'date', value: ({ meeting }) => ofMeeting(meeting)?.until ?? null },
  { title: '专题会议可用（天）', width: 18, kind: 'number', value: daysForMeeting },
];

function cityStanding({ city }: TopicSlack): string {
  if (city === undefined) return '会期待定';
  if (city.isPlanned) return '计划，会期待定';
  return city.left < 0 ? '已召开' : '已定会期';
}

function daysAhead(city: TopicSlack['city']): number | null {
  return city === undefined || city.left < 0 ? null : city.left;
}

function ofMeeting(meeting: TopicSlack['meeting']) {
  return typeof meeting === 'string' ? undefined : meeting;
}

/** No day at all is a number as well; not yet known is none. */
function daysForMeeting({ meeting }: TopicSlack): number | null {
  return meeting === 'none' ? 0 : (ofMeeting(meeting)?.days ?? null);
}

/** One day of the year: of a topic, or a sitting of a body. */
export type YearDay = { event: YearEvent } | { sitting: Sitting };

/** What the year holds, by day, sittings behind what topics have on the same day. */
export function yearDaysOf(events: readonly YearEvent[], sittings: readonly Sitting[]): readonly YearDay[] {
  const days: readonly YearDay[] = [...events.map((event) => ({ event })), ...sittings.map((sitting) => ({ sitting }))];
  return days.toSorted((one, other) => dayOf(one).localeCompare(dayOf(other)));
}

function dayOf(day: YearDay): string {
  return 'event' in day ? day.event.date : day.sitting.opens;
}

const eventStateNames = { done: '已完成', planned: '计划', overdue: '逾期' } satisfies Record<
  YearEvent['state'],
  string
>;

export const yearDayColumns: readonly TableColumn<YearDay>[] = [
  { title: '日期', width: 12, kind: 'date', value: dayOf },
  { title: '至', width: 12, kind: 'date', value: (day) => ('event' in day ? null : day.sitting.closes) },
  {
    title: '事项',
    width: 24,
    value: (day) => ('event' in day ? day.event.word : `${day.sitting.body.shortName}会议`),
  },
  {
    title: '议题',
    width: 50,
    value: (day) => ('event' in day ? day.event.topicName : day.sitting.topics.map(({ name }) => name).join('、')),
  },
  { title: '情况', width: 12, value: (day) => ('event' in day ? eventStateNames[day.event.state] : null) },
];
