import { Link } from 'react-router';
import { exportSlack } from '../../contract/year-exports.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import type { Settings } from '../../domain/procedure/settings.ts';
import { slackOf, type TopicSlack } from '../../domain/topic/slack.ts';
import { paths } from '../app/paths.ts';
import { download } from '../lib/client.ts';
import { dateText, monthDay, todayInChina } from '../lib/formats.ts';
import { DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';

type Props = { year: number; topics: readonly CaseView[]; settings: Settings };

/** How much room each topic has: until the city's sitting, for the counties', and for the special meeting between. */
export function Slack({ year, topics, settings }: Props) {
  return (
    <section aria-labelledby="slack-title">
      <div className="section-head">
        <h2 id="slack-title">余量</h2>
        <ExportButton looks="link" about="余量" ask={() => download(exportSlack, { query: { year } })} />
      </div>
      <DataTable
        caption="各议题的时间余量"
        rows={slackOf(topics, settings, todayInChina())}
        rowKey={({ topic }) => topic.id}
        columns={[
          {
            key: 'name',
            title: '议题',
            isHeading: true,
            render: ({ topic }) => <Link to={paths.caseOf(topic.id)}>{topic.name}</Link>,
          },
          { key: 'city', title: '市级审议', render: cityText },
          { key: 'county', title: '县级会议', render: (slack) => countyText(slack, settings) },
          { key: 'meeting', title: '专题会议可用时间', render: meetingText },
        ]}
      />
    </section>
  );
}

function cityText({ city }: TopicSlack): string {
  if (city === undefined) return '会期待定';
  const { opens, isPlanned, left } = city;
  if (isPlanned) return `计划${dateText(opens)}，会期待定`;
  return left >= 0 ? `${dateText(opens)}，还有${left}天` : `${dateText(opens)}，已召开`;
}

function countyText({ city, counties: { count, fixed, plan, last } }: TopicSlack, settings: Settings): string {
  if (count === 0) return '—';
  // A county sees itself alone.
  const alone = fixed === 0 ? '会期待定' : '已定会期';
  const text = count === 1 ? alone : `${count}个中${fixed}个已定会期`;
  if (plan === undefined) return text;
  const deed = settings.countySessionMeans === 'ended' ? '闭会' : '开会';
  const room = last?.left === undefined ? '' : `，最晚${monthDay(last.day)}${deed}，${roomText(last.left)}`;
  const from = city?.isPlanned === true ? '按计划审议时间，' : '';
  return `${text}；${from}最迟${monthDay(plan.latest)}${deed}，宽松${monthDay(plan.comfortable)}${room}`;
}

function roomText(days: number): string {
  if (days === 0) return '没有余量';
  return days > 0 ? `余${days}天` : `超过${-days}天`;
}

function meetingText({ meeting }: TopicSlack): string {
  if (meeting === 'open') return '待会期确定';
  if (meeting === 'none') return '没有可用的日子';
  return `${monthDay(meeting.from)}至${monthDay(meeting.until)}，${meeting.days}天`;
}
