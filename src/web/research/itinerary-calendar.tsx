import { daysThrough, weekdayOf } from '../../domain/calendar/counting.ts';
import { restNameOf } from '../../domain/calendar/legal-days.ts';
import { dutiesWithin } from '../../domain/organisation/leader-duty.ts';
import { type Itinerary, lengthOf, longestItinerary, type Surroundings } from '../../domain/research/itinerary.ts';
import type { VisitPlace } from '../../domain/research/visit-places.ts';
import { dateWithWeekday, monthDay } from '../lib/formats.ts';
import { weeksOf } from '../lib/weeks.ts';
import { useIsPhone } from '../ui/use-is-phone.ts';
import { WeekTable } from '../ui/week-table.tsx';

type Props = {
  plan: Itinerary;
  places: readonly VisitPlace[];
  around: Surroundings;
  names: ReadonlyMap<string, string>;
};

/** The period week by week: visits, sittings, other topics' visits, days off. On a phone only the days with something in them. */
export function ItineraryCalendar(props: Props) {
  const isPhone = useIsPhone();
  const length = lengthOf(props.plan);
  if (length === 0 || length > longestItinerary) return null;
  return (
    <section className="section" aria-labelledby="itinerary-calendar">
      <h2 id="itinerary-calendar">行程日历</h2>
      {isPhone ? <DayList {...props} /> : <Weeks {...props} />}
    </section>
  );
}

function Weeks(props: Props) {
  const { from, until } = props.plan;
  return (
    <WeekTable
      className="itinerary-weeks"
      caption={<caption className="visually-hidden">行程日历</caption>}
      weeks={weeksOf(from, until)}
      cell={(day) => <Day key={day} day={day} {...props} />}
    />
  );
}

function Day(props: Props & { day: string }) {
  const { day, plan, around } = props;
  const isOutside = day < plan.from || day > plan.until;
  const isRest = restNameOf(around.calendar, day) !== undefined;
  return (
    <td className={[isOutside ? 'itinerary-outside' : '', isRest ? 'itinerary-rest' : ''].join(' ')}>
      <time dateTime={day}>{monthDay(day)}</time>
      {isOutside ? null : <Lines {...props} />}
    </td>
  );
}

function DayList(props: Props) {
  const { from, until } = props.plan;
  const busy = daysThrough(from, until).filter((day) => linesOf(day, props).length > 0);
  if (busy.length === 0) return <p className="quiet">还没有安排。</p>;
  return (
    <ul className="itinerary-days">
      {busy.map((day) => (
        <li key={day}>
          <strong>{dateWithWeekday(day)}</strong>
          <Lines {...props} day={day} />
        </li>
      ))}
    </ul>
  );
}

function Lines(props: Props & { day: string }) {
  const lines = linesOf(props.day, props);
  if (lines.length === 0) return null;
  return (
    <ul className="itinerary-lines">
      {lines.map(({ text, isOwn }) => (
        <li key={text} className={isOwn ? 'itinerary-own' : 'quiet'}>
          {text}
        </li>
      ))}
    </ul>
  );
}

function linesOf(day: string, { plan, places, around, names }: Props): readonly { text: string; isOwn: boolean }[] {
  const placeName = (id: string) => places.find((place) => place.id === id)?.name ?? names.get(id) ?? '';
  const rest = restNameOf(around.calendar, day);
  const isNamedRest = rest !== undefined && weekdayOf(day) <= 5;
  return [
    ...plan.stops
      .filter((stop) => stop.day === day)
      .map(({ placeId, leaderId }) => ({ text: `${placeName(placeId)}：${names.get(leaderId) ?? ''}`, isOwn: true })),
    ...around.taken
      .filter((stop) => stop.day === day)
      .map(({ placeId, leaderId, caseName }) => ({
        text: `${placeName(placeId)}：${names.get(leaderId) ?? ''}（${caseName}）`,
        isOwn: false,
      })),
    ...around.sittings
      .filter((sitting) => sitting.day === day)
      .map(({ bodyId, name }) => ({ text: sittingText(placeName(bodyId), name), isOwn: false })),
    ...dutiesWithin(around.duties, day, day)
      .filter(({ personId }) => plan.leaderIds.includes(personId))
      .map(({ who, matter }) => ({ text: `${who}：${matter ?? '其他公务'}`, isOwn: false })),
    ...(isNamedRest ? [{ text: rest, isOwn: false }] : []),
  ];
}

/** Whose sitting it is, unless its name says so already. */
function sittingText(house: string, name: string): string {
  return name.startsWith(house) ? name : `${house}${name}`;
}
