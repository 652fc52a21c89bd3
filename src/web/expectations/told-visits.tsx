import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listPackages, type PackageView } from '../../contract/packages.ts';
import { visitsAhead } from '../../domain/research/visit-notice.ts';
import { paths } from '../app/paths.ts';
import { call } from '../lib/client.ts';
import { dateText, dateWithWeekday, distanceText, withDateWords } from '../lib/formats.ts';
import { useVisitNotices } from '../lib/visit-notices.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { FactRows } from '../ui/fact-list.tsx';
import { StateTag } from '../ui/state-tag.tsx';

/** The joint teams that come to this county: who, when, where to, what to prepare; what has changed stands first (S2.3–S2.5). */
export function ToldVisits({ today }: { today: string }) {
  const notices = useVisitNotices().data ?? [];
  const unsigned = useUnsigned();
  const ahead = notices.filter(
    ({ notice }) => visitsAhead(notice.visits, today).length > 0 || (notice.visits.length === 0 && notice.version > 1),
  );
  if (ahead.length + unsigned.length === 0) return null;
  return (
    <section className="section" aria-labelledby="told-visits">
      <div className="section-head">
        <h2 id="told-visits">联合调研组到本级调研</h2>
        <ClauseTag id="S2.4" text={clauseWords('S2.4')} />
      </div>
      {unsigned.map(({ id, title, sealedOn }) => (
        <p key={id} className="told-unsigned">
          <StateTag tone="soon" text="待签收" /> {dateText(sealedOn)}发来
          <Link to={paths.packageOf(id)}>{title}</Link>
        </p>
      ))}
      {ahead.map((told) => (
        <Told key={told.caseId} told={told} today={today} />
      ))}
    </section>
  );
}

type ToldNotice = NonNullable<ReturnType<typeof useVisitNotices>['data']>[number];

function Told({ told: { caseId, caseName, notice }, today }: { told: ToldNotice; today: string }) {
  const { visits, members, prepare, changes } = notice;
  return (
    <article className="told-visit" aria-label={caseName}>
      <h3>
        <Link to={paths.caseOf(caseId)}>{caseName}</Link>
      </h3>
      {changes.length === 0 ? null : (
        <ul className="told-changes" aria-label="与上次告知不同的">
          {changes.map((change) => (
            <li key={change}>{withDateWords(change)}</li>
          ))}
        </ul>
      )}
      {visitsAhead(visits, today).map(({ day, leader, places }) => (
        <FactRows
          key={day}
          facts={[
            ['日期', `${dateWithWeekday(day)}，${distanceText(today, day)}`],
            ['带队人', leader],
            ['走访的单位和地点', places === '' ? '另行商定' : places],
          ]}
        />
      ))}
      <FactRows
        facts={[
          ...(members.length === 0 ? [] : [['随行人员', members.join('、')] as const]),
          ...(prepare === '' ? [] : [['请准备的事项', prepare] as const]),
        ]}
      />
    </article>
  );
}

/** Notices that came and nobody has signed for: until then they are in no record of the own. */
function useUnsigned(): readonly PackageView[] {
  const { data } = useQuery({
    queryKey: ['packages', 'in', 'visit-notice', 'waiting'],
    queryFn: () => call(listPackages, { query: { box: 'in', kind: 'visit-notice', receipt: 'waiting', pageSize: 50 } }),
  });
  return data?.packages ?? [];
}
