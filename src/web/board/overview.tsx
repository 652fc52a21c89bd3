import { useMemo } from 'react';
import { Link } from 'react-router';
import { exportOverview } from '../../contract/case-exports.ts';
import { type OpenStepFilter, openStepsShown } from '../../contract/open-steps.ts';
import type { Me } from '../../contract/sign-in.ts';
import { type CaseView, type Track, trackOf } from '../../domain/procedure/case.ts';
import { paths } from '../app/paths.ts';
import { useAddress } from '../lib/address.ts';
import { download } from '../lib/client.ts';
import { type Derived, deriveCase } from '../lib/derived-case.ts';
import { monthDay, todayInChina } from '../lib/formats.ts';
import type { Linkage } from '../lib/linkage.ts';
import { mayRemind } from '../lib/reminders.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { ChooseField } from '../ui/list-filters.tsx';
import { LateEverywhere, OpenOfBody, type OpenStep } from './open-of-body.tsx';
import { StandingGroups, StandingView } from './standing.tsx';
import { groupsOf, standingOf } from './standings.ts';
import { Tiles } from './tiles.tsx';

type Row = { view: CaseView; derived: Derived };

/** So many counties have a column each at a desk; more are put together by where they stand. */
const countiesInColumns = 10;

type Props = { cases: readonly CaseView[]; linkage: Linkage; me: Me };

/** Every topic and year against every body: the most pressing of what is open, and when. */
export function Overview({ cases, linkage, me }: Props) {
  const address = useAddress();
  const years = [...new Set(cases.map(({ year }) => year))].toSorted((one, other) => other - one);
  const year = years.find((one) => String(one) === address.value('year'));
  const rows = useMemo(() => {
    const today = todayInChina();
    const shown = cases.filter((view) => year === undefined || view.year === year);
    return shown.map((view) => ({ view, derived: deriveCase(view, linkage, today) }));
  }, [cases, linkage, year]);
  const bodies = new Map(
    cases
      .flatMap((view) => view.tracks)
      .filter((track) => track.kind === 'body')
      .map((track) => [track.tenantId, track]),
  );
  const ordered = [...bodies.values()].toSorted(
    (one, other) => Number(one.level !== 'city') - Number(other.level !== 'city'),
  );
  const columns: Column<Row>[] = [
    {
      key: 'case',
      title: '事项',
      width: '8rem',
      isHeading: true,
      render: ({ view }) => <Link to={paths.boardOf(view.id)}>{boardName(view)}</Link>,
    },
    { key: 'session', title: '市级审议', render: ({ view }) => <Deliberation view={view} /> },
    ...columnsOf(ordered, me.tenantId),
  ];
  const chosen = address.value('body');
  const open = useMemo(() => openSteps(rows, me), [rows, me]);
  const chosenBody = linkage.organisation.tenants.find(({ id }) => id === chosen);
  const fileOf = (filter: OpenStepFilter) => () => download(exportOverview, { query: { year, ...filter } });
  return (
    <div className="overview">
      <div className="board-bar">
        <ChooseField
          address={address}
          name="year"
          title="各年度"
          choices={years.map((one) => ({ value: String(one), label: `${one}年` }))}
        />
        <span className="board-filters">
          <ExportButton ask={fileOf({})} />
        </span>
      </div>
      {ordered.length > 2 ? (
        <div className="overview-top">
          <Tiles
            bodies={linkage.organisation.tenants.filter(({ id }) => bodies.has(id))}
            openOf={(tenantId) => open.get(tenantId) ?? []}
            chosen={chosen}
            onChoose={(body) => address.change({ body })}
          />
          {chosenBody === undefined ? (
            <LateEverywhere open={[...open.values()].flat()} ask={fileOf({ open: 'late' })} />
          ) : (
            <OpenOfBody
              name={chosenBody.shortName}
              open={open.get(chosenBody.id) ?? []}
              ask={fileOf({ open: 'now', body: chosenBody.id })}
            />
          )}
        </div>
      ) : null}
      <DataTable caption="全部议题各方进程" columns={columns} rows={rows} rowKey={({ view }) => view.id} />
    </div>
  );
}

/** The city's column, and those of the counties: one each, or all in one where they are many. */
function columnsOf(bodies: readonly Track[], ownId: string): Column<Row>[] {
  const counties = bodies.filter(({ level }) => level === 'county');
  const isMany = counties.length > countiesInColumns;
  const single = isMany ? bodies.filter(({ level }) => level === 'city') : bodies;
  const columns: Column<Row>[] = single.map(({ tenantId, shortName }) => ({
    key: tenantId,
    title: shortName,
    render: (row) => <StandingView standing={standingOf(shownIn(row), tenantId)} />,
  }));
  if (!isMany) return columns;
  const groups = (row: Row) => groupsOf(shownIn(row), counties);
  return [
    ...columns,
    {
      key: 'counties',
      title: `县（市、区），共${counties.length}个`,
      render: (row) => <StandingGroups groups={groups(row)} ownId={ownId} />,
    },
  ];
}

function shownIn({ view, derived }: Row) {
  return { view, obligations: derived.obligations };
}

/** A topic says of which year it is, as a year does by its name. */
export function boardName(view: CaseView): string {
  return view.kind === 'year' ? view.name : `${view.year}年 ${view.name}`;
}

/** What each body has to do now, over all cases. */
function openSteps(rows: readonly Row[], me: Me): ReadonlyMap<string, readonly OpenStep[]> {
  const all = rows.flatMap(({ view, derived }) => derived.obligations.map((obligation) => ({ view, obligation })));
  const open = openStepsShown(all, { open: 'now' }).map(({ view, obligation }): OpenStep => {
    const track = trackOf(view, obligation.tenantId);
    return {
      caseId: view.id,
      caseName: boardName(view),
      bodyName: track?.shortName ?? '',
      level: track?.level ?? 'county',
      obligation,
      isRemindable: mayRemind(me, view, obligation),
    };
  });
  return Map.groupBy(open, ({ obligation }) => obligation.tenantId);
}

/** The year above the day: a column narrow enough for ten bodies beside it. */
function Deliberation({ view }: { view: CaseView }) {
  const date = cityOf(view)?.session?.opens ?? view.deliberationDate;
  if (date === undefined) return <>—</>;
  return (
    <time dateTime={date} className="overview-date">
      <span>{date.slice(0, 4)}年</span>
      <span>{monthDay(date)}</span>
    </time>
  );
}

function cityOf(view: CaseView): Track | undefined {
  return view.tracks.find((track) => track.kind === 'body' && track.level === 'city');
}
