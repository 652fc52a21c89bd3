import { Link } from 'react-router';
import { type CaseView, cityTrackOf, countyTracksOf } from '../../domain/procedure/case.ts';
import type { Settings } from '../../domain/procedure/settings.ts';
import { cityDayOf } from '../../domain/session/county-session.ts';
import { countyPlanOf, specialMeetingInterval } from '../../domain/session/statutory-dates.ts';
import { judgedDayOfCounty } from '../../domain/topic/year-clashes.ts';
import { paths } from '../app/paths.ts';
import { dateText, daysFrom, monthDay, todayInChina } from '../lib/formats.ts';
import { DataTable } from '../ui/data-table.tsx';

/** How much room each topic has: until the city's sitting, for the counties', and for the special meeting between. */
export function Slack({ topics, settings }: { topics: readonly CaseView[]; settings: Settings }) {
  const active = topics.filter((topic) => topic.state === 'active');
  return (
    <section aria-labelledby="slack-title">
      <h2 id="slack-title" className="section-title">
        余量
      </h2>
      <DataTable
        caption="各议题的时间余量"
        rows={active}
        rowKey={(topic) => topic.id}
        columns={[
          {
            key: 'name',
            title: '议题',
            isHeading: true,
            render: (topic) => <Link to={paths.caseOf(topic.id)}>{topic.name}</Link>,
          },
          { key: 'city', title: '市级审议', render: cityText },
          { key: 'county', title: '县级会议', render: (topic) => countyText(topic, settings) },
          { key: 'meeting', title: '专题会议可用时间', render: meetingText },
        ]}
      />
    </section>
  );
}

function cityText(topic: CaseView): string {
  const session = cityTrackOf(topic)?.session;
  if (session === undefined) {
    return topic.deliberationDate === undefined ? '会期待定' : `计划${dateText(topic.deliberationDate)}，会期待定`;
  }
  const left = daysFrom(todayInChina(), session.opens);
  return left >= 0 ? `${dateText(session.opens)}，还有${left}天` : `${dateText(session.opens)}，已召开`;
}

function countyText(topic: CaseView, settings: Settings): string {
  const city = cityDayOf(topic);
  const counties = countyTracksOf(topic);
  if (counties.length === 0) return '—';
  const fixed = counties.filter((track) => track.session !== undefined);
  // A county sees itself alone.
  const alone = fixed.length === 0 ? '会期待定' : '已定会期';
  const text = counties.length === 1 ? alone : `${counties.length}个中${fixed.length}个已定会期`;
  if (city === undefined) return text;
  const { sessionLatest, comfortable } = countyPlanOf(city.opens);
  const last = fixed
    .flatMap(({ session }) => (session === undefined ? [] : [judgedDayOfCounty(session, settings)]))
    .toSorted()
    .at(-1);
  const deed = settings.countySessionMeans === 'ended' ? '闭会' : '开会';
  const slack = last === undefined ? '' : `，最晚${monthDay(last)}${deed}，${roomText(daysFrom(last, sessionLatest))}`;
  const from = city.isPlanned ? '按计划审议时间，' : '';
  return `${text}；${from}最迟${monthDay(sessionLatest)}${deed}，宽松${monthDay(comfortable)}${slack}`;
}

function roomText(days: number): string {
  if (days === 0) return '没有余量';
  return days > 0 ? `余${days}天` : `超过${-days}天`;
}

function meetingText(topic: CaseView): string {
  const opens = cityTrackOf(topic)?.session?.opens;
  const closes = countyTracksOf(topic).flatMap((track) => track.session?.closes ?? []);
  if (opens === undefined || closes.length === 0) return '待会期确定';
  const interval = specialMeetingInterval(closes, opens);
  if (interval === undefined) return '没有可用的日子';
  return `${monthDay(interval.from)}至${monthDay(interval.until)}，${daysFrom(interval.from, interval.until) + 1}天`;
}
