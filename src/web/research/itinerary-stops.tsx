import { Button, Checkbox, Input, Select } from 'antd';
import type { Itinerary, Stop, StopClash } from '../../domain/research/itinerary.ts';
import { paths } from '../app/paths.ts';
import { dateWithWeekday, todayInChina } from '../lib/formats.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import type { VisitPlace } from './itinerary-places.ts';

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
};

/** Every place as a row: when, led by whom, what speaks against it. What the clerk sets is fixed. */
export function ItineraryStops(props: Props) {
  const { places, parks, onParks } = props;
  const rows = places.filter(({ kind, id }) => kind === 'county' || parks.includes(id));
  const left = places.filter(({ kind, id }) => kind === 'park' && !parks.includes(id));
  return (
    <section className="section" aria-labelledby="itinerary-stops">
      <h2 id="itinerary-stops">调研安排</h2>
      <DataTable caption="县（市、区）和园区的安排" columns={columnsOf(props)} rows={rows} rowKey={({ id }) => id} />
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

function columnsOf(props: Props): readonly Column<VisitPlace>[] {
  const { caseId, plan, clashes, names, onStops } = props;
  const stopOf = (place: VisitPlace) => plan.stops.find(({ placeId }) => placeId === place.id);
  const set = (place: VisitPlace, changes: Partial<Stop>) => {
    const stop = stopOf(place);
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
    { key: 'name', title: '地点', isHeading: true, width: '7rem', render: ({ name }) => name },
    {
      key: 'day',
      title: '日期',
      width: '11rem',
      render: (place) =>
        place.visitedOn === undefined ? (
          <Input
            type="date"
            aria-label={`${place.name}的调研日期`}
            value={stopOf(place)?.day ?? ''}
            disabled={plan.leaderIds.length === 0}
            onChange={({ target }) => set(place, { day: target.value, isFixed: true })}
          />
        ) : (
          dateWithWeekday(place.visitedOn)
        ),
    },
    {
      key: 'leader',
      title: '带队人',
      width: '9rem',
      render: (place) => {
        const stop = stopOf(place);
        if (stop === undefined || place.visitedOn !== undefined) return '—';
        return (
          <Select
            className="itinerary-leader"
            aria-label={`${place.name}的带队人`}
            value={stop.leaderId}
            options={leaders}
            onChange={(leaderId) => set(place, { leaderId, isFixed: true })}
          />
        );
      },
    },
    {
      key: 'fixed',
      title: '固定',
      width: '4rem',
      render: (place) => {
        const stop = stopOf(place);
        return stop === undefined || place.visitedOn !== undefined ? (
          '—'
        ) : (
          <Checkbox
            aria-label={`固定${place.name}的安排`}
            checked={stop.isFixed}
            onChange={({ target }) => set(place, { isFixed: target.checked })}
          />
        );
      },
    },
    {
      key: 'state',
      title: '情况',
      render: (place) => <Standing place={place} stop={stopOf(place)} clashes={clashesFor(place, plan, clashes)} />,
    },
    {
      key: 'act',
      title: '办理',
      width: '8rem',
      render: (place) => {
        const stop = stopOf(place);
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

function clashesFor(place: VisitPlace, { stops }: Itinerary, clashes: readonly StopClash[]): readonly StopClash[] {
  return clashes.filter(({ index }) => stops[index]?.placeId === place.id);
}

/** What the form of a visit begins with. */
function visitOf({ id, kind }: VisitPlace, { leaderId }: Stop) {
  const place = kind === 'county' ? { kind, tenantId: id } : { kind, parkId: id };
  return { places: [place], forms: ['site'], memberIds: [leaderId] };
}

function Standing(props: { place: VisitPlace; stop: Stop | undefined; clashes: readonly StopClash[] }) {
  const { place, stop, clashes } = props;
  if (place.visitedOn !== undefined) return <StateTag tone="done" text="已实地调研" />;
  if (stop === undefined) return <StateTag tone="soon" text="未安排" />;
  if (clashes.length === 0) return <StateTag tone="ready" text="已安排" />;
  return (
    <>
      <StateTag tone="overdue" text="有冲突" />
      {clashes.map(({ kind, text }) => (
        <span key={kind} className="itinerary-clash">
          {text}
        </span>
      ))}
    </>
  );
}
