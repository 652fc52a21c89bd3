import type { ComponentProps } from 'react';
import { Link } from 'react-router';
import { exportCoverage, exportVisits } from '../../contract/case-exports.ts';
import type { Me } from '../../contract/sign-in.ts';
import { trackOf } from '../../domain/procedure/case.ts';
import {
  type CoverageRow,
  coverageRows,
  latestFirst,
  visitFormNames,
  visitForms,
} from '../../domain/research/coverage.ts';
import type { ResearchState, Visit } from '../../domain/research/research-state.ts';
import { checkPlanner } from '../../domain/research/visit-acts.ts';
import { paths } from '../app/paths.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { download } from '../lib/client.ts';
import { dateText, dateWithWeekday, monthDay } from '../lib/formats.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import { actorOf } from '../lib/me.ts';
import { namesOf } from '../lib/names.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { FileLinks } from '../ui/file-links.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView } from '../ui/states.tsx';

/** `isPast`: shown as of a day that is over, when nothing is planned any more. */
type Shown = { me: Me; loaded: LoadedCase; linkage: PeopledLinkage; isPast: boolean };

/** S2.4, S2.5: every county against the forms of research, what is still missing by name, and every visit in full. */
export function Coverage({ me, loaded, linkage, isPast }: Shown) {
  const { view, state } = loaded;
  if (state === null) return null;
  const { organisation, settings } = linkage;
  const rows = coverageRows({ state, view, organisation, settings });
  const gaps = rows.filter(({ isGap }) => isGap);
  const own = trackOf(view, me.tenantId);
  const isOpen = own?.done['conclude-joint-research'] === undefined && own?.done['form-research-team'] !== undefined;
  const mayPlan =
    !isPast && isOpen && own !== undefined && checkPlanner({ actor: actorOf(me), view, own }).length === 0;
  return (
    <>
      <section className="section" aria-labelledby="coverage">
        <div className="section-head">
          <h2 id="coverage">调研覆盖</h2>
          <span className="act-marks">
            {['S2.4', 'S2.5'].map((id) => (
              <ClauseTag key={id} id={id} text={clauseWords(id)} />
            ))}
          </span>
        </div>
        <div className="list-count">
          <p role="status">
            {gaps.length === 0 ? (
              <StateTag tone="done" text="实地调研已覆盖每一个县（市、区）" />
            ) : (
              <>
                <StateTag tone="soon" text={`尚缺${gaps.length}个`} /> 尚未实地调研：
                {gaps.map(({ name }) => name).join('、')}
              </>
            )}
          </p>
          {isPast ? null : (
            <span className="list-deeds">
              {mayPlan ? (
                <>
                  <LinkButton to={paths.itineraryOf(view.id)}>排定行程</LinkButton>
                  <LinkButton to={paths.act(view.id, 'record-visit')}>登记调研活动</LinkButton>
                </>
              ) : null}
              <ExportButton ask={() => download(exportCoverage, { params: { caseId: view.id } })} />
            </span>
          )}
        </div>
        <DataTable
          caption="县（市、区）、园区和部门的调研情况"
          columns={columnsOf(view.id, mayPlan)}
          rows={rows}
          rowKey={({ place }) => Object.values(place).join('/')}
        />
      </section>
      <Visits
        ask={isPast ? undefined : () => download(exportVisits, { params: { caseId: view.id } })}
        visits={state.research.visits}
        names={namesOf(organisation)}
        placeNames={new Map(rows.map(({ place, name }) => [Object.values(place).join('/'), name]))}
      />
      <Evaluations evaluations={state.research.evaluations} />
    </>
  );
}

function columnsOf(caseId: string, mayPlan: boolean): readonly Column<CoverageRow>[] {
  return [
    { key: 'name', title: '地点', isHeading: true, width: '7rem', render: ({ name }) => name },
    ...visitForms.map((form) => ({
      key: form,
      title: visitFormNames[form],
      width: '8rem',
      render: (row: CoverageRow) => <Cell caseId={caseId} row={row} form={form} mayPlan={mayPlan} />,
    })),
    {
      key: 'extension',
      title: '县级延伸调研',
      width: '7rem',
      render: ({ place, extensionOn }) => {
        if (place.kind !== 'county') return '—';
        return extensionOn === undefined ? '未登记' : dateText(extensionOn);
      },
    },
    {
      key: 'findings',
      title: '发现问题',
      width: '5rem',
      render: ({ findings }) =>
        findings === 0 ? '0个' : <Link to={paths.caseTab(caseId, 'problems')}>{findings}个</Link>,
    },
  ];
}

type CellProps = { caseId: string; row: CoverageRow; form: Visit['forms'][number]; mayPlan: boolean };

/** The visits of a place in one form, each leading to what was recorded; where S2.4 asks for one, the way to make it. */
function Cell({ caseId, row, form, mayPlan }: CellProps) {
  const visits = row.visits[form];
  if (visits.length > 0) {
    return (
      <span className="coverage-days">
        {visits.map(({ id, on }) => (
          <a key={id} href={`#${id}`} aria-label={`${row.name}${visitFormNames[form]}，${dateText(on)}`}>
            {monthDay(on)}
          </a>
        ))}
      </span>
    );
  }
  if (form !== 'site' || !row.isGap) return '—';
  return (
    <span className="coverage-days">
      <StateTag tone="soon" text="未开展" />
      {mayPlan ? (
        <Link
          to={paths.act(caseId, 'record-visit')}
          state={{ payload: { places: [row.place], forms: ['site'] }, isInstead: true }}
          aria-label={`登记${row.name}的实地调研`}
        >
          登记
        </Link>
      ) : null}
    </span>
  );
}

/** What third parties were asked to assess (S2.6); it may be done and need not be. */
function Evaluations({ evaluations }: { evaluations: ResearchState['evaluations'] }) {
  if (evaluations.length === 0) return null;
  return (
    <section className="section" aria-labelledby="evaluations">
      <div className="section-head">
        <h2 id="evaluations">第三方调研评估（共{evaluations.length}次）</h2>
        <ClauseTag id="S2.6" text={clauseWords('S2.6')} />
      </div>
      <ul className="cards">
        {evaluations.map(({ on, by, summary, attachments }) => (
          <li key={`${on}${by}`} className="card visit">
            <h3>
              {by}，{dateText(on)}
            </h3>
            <p className="visit-notes">{summary}</p>
            <FileLinks files={attachments} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type VisitsProps = {
  /** For the visits as a spreadsheet; undefined as of a day that is over. */
  ask: ComponentProps<typeof ExportButton>['ask'] | undefined;
  visits: readonly Visit[];
  names: ReadonlyMap<string, string>;
  placeNames: ReadonlyMap<string, string>;
};

function Visits({ ask, visits, names, placeNames }: VisitsProps) {
  const nameOf = (id: string) => names.get(id) ?? '';
  return (
    <section className="section" aria-labelledby="visits">
      <div className="section-head">
        <h2 id="visits">调研活动（共{visits.length}次）</h2>
        {ask === undefined || visits.length === 0 ? null : <ExportButton ask={ask}>导出调研活动</ExportButton>}
      </div>
      {visits.length === 0 ? (
        <EmptyView text="还没有登记调研活动" hint="联合调研组每到一处，由牵头委室登记一次。" />
      ) : (
        <ul className="cards">
          {latestFirst(visits).map((visit) => (
            <li key={visit.id} id={visit.id} className="card visit">
              <h3>
                {dateWithWeekday(visit.on)}，
                {visit.places.map((place) => placeNames.get(Object.values(place).join('/')) ?? '').join('、')}
              </h3>
              <p>
                {visit.forms.map((form) => visitFormNames[form]).join('、')}：{visit.units.join('、')}
              </p>
              <p className="quiet">参加：{visit.memberIds.map(nameOf).join('、')}</p>
              {visit.notes === '' ? null : <p className="visit-notes">{visit.notes}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
