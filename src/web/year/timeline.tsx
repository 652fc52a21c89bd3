import { Link } from 'react-router';
import { exportYearEvents } from '../../contract/year-exports.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { monthsOf, type Sitting, type YearEvent } from '../../domain/topic/year-events.ts';
import { paths } from '../app/paths.ts';
import { download } from '../lib/client.ts';
import { monthDay, todayInChina } from '../lib/formats.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';

type Props = {
  year: number;
  topics: readonly CaseView[];
  events: readonly YearEvent[];
  sittings: readonly Sitting[];
};

/** Months across at a desk, months down on a phone. */
export function Timeline(props: Props) {
  const isPhone = useIsPhone();
  return (
    <section aria-labelledby="timeline-title" className="timeline">
      <div className="section-head">
        <h2 id="timeline-title">按月份</h2>
        <ExportButton
          looks="link"
          about="按月份"
          ask={() => download(exportYearEvents, { query: { year: props.year } })}
        />
      </div>
      {isPhone ? <MonthList {...props} /> : <MonthTable {...props} />}
    </section>
  );
}

function MonthTable({ year, topics, events, sittings }: Props) {
  const months = monthsOf(year, [...events.map((event) => event.date), ...sittings.map((sitting) => sitting.opens)]);
  const bodies = [...new Map(sittings.map((sitting) => [sitting.body.tenantId, sitting.body])).values()].toSorted(
    (one, other) => Number(one.level !== 'city') - Number(other.level !== 'city'),
  );
  const today = todayInChina().slice(0, 7);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label="年度月历">
      <table className="months">
        <thead>
          <tr>
            <th scope="col" className="months-name">
              议题、会议
            </th>
            {months.map((month) => (
              <th key={month} scope="col" className={month === today ? 'month-now' : undefined}>
                {monthText(month, year)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <tr key={topic.id}>
              <th scope="row" className="months-name">
                <Link to={paths.caseOf(topic.id)}>{topic.name}</Link>
              </th>
              {months.map((month) => (
                <td key={month}>
                  {events
                    .filter((event) => event.topicId === topic.id && event.date.startsWith(month))
                    .map((event) => (
                      <EventChip key={event.date + event.word} event={event} />
                    ))}
                </td>
              ))}
            </tr>
          ))}
          {bodies.map((body) => (
            <tr key={body.tenantId} className="months-sittings">
              <th scope="row" className="months-name">
                {body.shortName}会议
              </th>
              {months.map((month) => (
                <td key={month}>
                  {sittings
                    .filter((sitting) => sitting.body.tenantId === body.tenantId && sitting.opens.startsWith(month))
                    .map((sitting) => (
                      <span key={sitting.sessionId} className="sitting">
                        {Number(sitting.opens.slice(8))}日<small>{sitting.topics.length}项</small>
                      </span>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MonthList({ year, events, sittings }: Props) {
  const months = monthsOf(year, [...events.map((event) => event.date), ...sittings.map((sitting) => sitting.opens)]);
  return (
    <ol className="month-list">
      {months.map((month) => {
        const own = events.filter((event) => event.date.startsWith(month));
        const held = sittings.filter((sitting) => sitting.opens.startsWith(month));
        if (own.length + held.length === 0) return null;
        return (
          <li key={month} className="card">
            <h3 className="card-heading">{monthText(month, year)}</h3>
            <ul>
              {own.map((event) => (
                <li key={event.date + event.word + event.topicId}>
                  <EventChip event={event} /> <Link to={paths.caseOf(event.topicId)}>{event.topicName}</Link>
                </li>
              ))}
              {held.map((sitting) => (
                <li key={sitting.sessionId}>
                  {monthDay(sitting.opens)} {sitting.body.shortName}会议（{sitting.topics.length}项联动议题）
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

const looks = {
  done: { tone: 'tone-done', icon: 'done' },
  planned: { tone: 'tone-info', icon: 'soon' },
  overdue: { tone: 'tone-overdue', icon: 'overdue' },
} as const satisfies Record<YearEvent['state'], object>;

function EventChip({ event }: { event: YearEvent }) {
  const { tone, icon } = looks[event.state];
  return (
    <span className={`event ${tone}`}>
      <Icon name={icon} size={12} />
      {Number(event.date.slice(8))}日 <span className="event-word">{event.word}</span>
      {event.state === 'overdue' ? <span className="event-word"> 逾期</span> : null}
    </span>
  );
}

function monthText(month: string, year: number): string {
  const [ofYear = 0, index = 0] = month.split('-').map(Number);
  return ofYear === year ? `${index}月` : `${ofYear}年${index}月`;
}
