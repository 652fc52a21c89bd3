import { Link } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import { visitsAhead } from '../../domain/research/visit-notice.ts';
import { paths } from '../app/paths.ts';
import { dateWithWeekday, distanceText, todayInChina } from '../lib/formats.ts';
import { has } from '../lib/me.ts';
import { useVisitNotices } from '../lib/visit-notices.ts';

/** For those who receive a joint team in a county: when it comes, in one line a visit (S2.4). */
export function VisitsAhead({ me }: { me: Me }) {
  const receives =
    me.kind === 'body' && me.level === 'county' && has(me, 'office-clerk', 'committee-clerk', 'chairperson');
  const today = todayInChina();
  const notices = useVisitNotices(receives).data ?? [];
  const visits = notices
    .flatMap(({ caseId, caseName, notice }) =>
      visitsAhead(notice.visits, today).map((visit) => ({ ...visit, caseId, caseName })),
    )
    .toSorted((one, other) => one.day.localeCompare(other.day));
  if (visits.length === 0) return null;
  return (
    <section className="section visits-ahead" aria-labelledby="visits-ahead">
      <h2 id="visits-ahead">联合调研组到本级调研</h2>
      <ul>
        {visits.map(({ caseId, caseName, day, leader }) => (
          <li key={`${caseId}/${day}`}>
            <strong>{dateWithWeekday(day)}</strong>（{distanceText(today, day)}）“{caseName}”，{leader}带队
          </li>
        ))}
      </ul>
      <Link to={paths.expectations}>到哪里、谁来、准备什么</Link>
    </section>
  );
}
