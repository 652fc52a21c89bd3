import { Button, Checkbox, Input, Select } from 'antd';
import type { ComponentProps } from 'react';
import type { Itinerary, Stop, StopClash } from '../../domain/research/itinerary.ts';
import {
  type PlannedPlace,
  placeStandingNames,
  plannedPlacesOf,
  type VisitPlace,
} from '../../domain/research/visit-places.ts';
import { paths } from '../app/paths.ts';
import { dateWithWeekday, todayInChina, withDateWords } from '../lib/formats.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { StateTag, type Tone } from '../ui/state-tag.tsx';

type Props = {
  caseId: string;
  plan: Itinerary;
  places: readonly VisitPlace[];
  /** Parks that are to be visited too. */
  parks: readonly string[];
  onParks: (parks: readonly string[]) => void;
  clashes: readonly StopClash[];
  names: ReadonlyMap<string, string>;
  onStops: (stops: readonly Stop[]) => void;
  /** For the arrangements as a spreadsheet. */
  ask: ComponentProps<typeof ExportButton>['ask'];
};

/** Every place as a row: when, led by whom, what speaks against it. What the clerk sets is fixed. */
export function ItineraryStops(props: Props) {
  const { plan, places, parks, onParks, clashes, ask } = props;
  const rows = plannedPlacesOf(places, plan, { parks, clashes });
  const left = places.filter(({ kind, id }) => kind === 'park' && !parks.includes(id));
  return (
    <section className="section" aria-labelledby="itinerary-stops">
      <div className="section-head">
        <h2 id="itinerary-stops">调研安排</h2>
        {rows.every(({ standing }) => standing === 'unplanned') ? null : <ExportButton ask={ask} />}
      </div>
      <DataTable
        caption="县（市、区）和园区的安排"
        columns={columnsOf(props)}
        rows={rows}
        rowKey={({ place }) => place.id}
      />
      {left.length === 0 ? null : (
        <p className="itinerary-parks">
          {left.map(({ id, name }) => (
            <Button key={id} size="small" onClick={() => onParks([...parks, id])}>
              把{name}列入行程
            </Button>
          ))}
        </p>
      )}
    </section>
  );
}

function columnsOf(props: Props): readonly Column<PlannedPlace>[] {
  const { caseId, plan, names, onStops } = props;
  const set = ({ place, stop }: PlannedPlace, changes: Partial<Stop>) => {
    const made = {
      placeId: place.id,
      day: '',
      leaderId: plan.leaderIds[0] ?? '',
      isFixed: true,
      ...stop,
      ...changes,
    };
    const others = plan.stops.filter(({ placeId }) => placeId !== place.id);
    onStops(made.day === '' || made.leaderId === '' ? others : [...others, made].toSorted(byDay));
  };
  const leaders = plan.leaderIds.map((personId) => ({ value: personId, label: names.get(personId) ?? '' }));
  return [
    { key: 'name', title: '地点', isHeading: true, width: '7rem', render: ({ place }) => place.name },
    {
      key: 'day',
      title: '日期',
      width: '11rem',
      render: (row) =>
        row.place.visitedOn === undefined ? (
          <Input
            type="date"
            aria-label={`${row.place.name}的调研日期`}
            value={row.stop?.day ?? ''}
            disabled={plan.leaderIds.length === 0}
            onChange={({ target }) => set(row, { day: target.value, isFixed: true })}
          />
        ) : (
          dateWithWeekday(row.place.visitedOn)
        ),
    },
    {
      key: 'leader',
      title: '带队人',
      width: '9rem',
      render: (row) => {
        const { place, stop } = row;
        if (stop === undefined || place.visitedOn !== undefined) return '—';
        return (
          <Select
            className="itinerary-leader"
            aria-label={`${place.name}的带队人`}
            value={stop.leaderId}
            options={leaders}
            onChange={(leaderId) => set(row, { leaderId, isFixed: true })}
          />
        );
      },
    },
    {
      key: 'fixed',
      title: '固定',
      width: '4rem',
      render: (row) => {
        const { place, stop } = row;
        return stop === undefined || place.visitedOn !== undefined ? (
          '—'
        ) : (
          <Checkbox
            aria-label={`固定${place.name}的安排`}
            checked={stop.isFixed}
            onChange={({ target }) => set(row, { isFixed: target.checked })}
          />
        );
      },
    },
    {
      key: 'state',
      title: '情况',
      render: (row) => <Standing {...row} />,
    },
    {
      key: 'act',
      title: '办理',
      width: '8rem',
      render: (row) => {
        const { place, stop } = row;
        if (stop === undefined || place.visitedOn !== undefined || stop.day > todayInChina()) return '—';
        return (
          <LinkButton
            to={paths.act(caseId, 'record-visit')}
            state={{ payload: visitOf(place, stop), on: stop.day, isInstead: true }}
          >
            登记调研
          </LinkButton>
        );
      },
    },
  ];
}

function byDay(one: Stop, other: Stop): number {
  return one.day.localeCompare(other.day);
}

/** What the form of a visit begins with. */
function visitOf({ id, kind }: VisitPlace, { leaderId }: Stop) {
  const place = kind === 'county' ? { kind, tenantId: id } : { kind, parkId: id };
  return { places: [place], forms: ['site'], memberIds: [leaderId] };
}

const standingTones = {
  visited: 'done',
  unplanned: 'soon',
  planned: 'ready',
  clashing: 'overdue',
} as const satisfies Record<PlannedPlace['standing'], Tone>;

function Standing({ standing, clashes }: PlannedPlace) {
  return (
    <>
      <StateTag tone={standingTones[standing]} text={placeStandingNames[standing]} />
      {standing !== 'clashing'
        ? null
        : clashes.map(({ kind, text }) => (
            <span key={kind} className="itinerary-clash">
              {withDateWords(text)}
            </span>
          ))}
    </>
  );
}
