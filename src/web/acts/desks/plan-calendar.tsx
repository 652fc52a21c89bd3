import { type KeyboardEvent, useState } from 'react';
import { Link } from 'react-router';
import { daysForward, isPlainDate, monthsForward } from '../../../domain/calendar/counting.ts';
import { foreseenRestNameOf, type LegalCalendar } from '../../../domain/calendar/legal-days.ts';
import { dutiesWithin, type SpokenDuty } from '../../../domain/organisation/leader-duty.ts';
import type { FixedSitting } from '../../../domain/topic/plan-clashes.ts';
import { paths } from '../../app/paths.ts';
import { dateWithWeekday, monthDay } from '../../lib/formats.ts';
import type { Typed } from '../../lib/schema-form.ts';
import { weeksOf } from '../../lib/weeks.ts';
import { useIsPhone } from '../../ui/use-is-phone.ts';
import { WeekTable } from '../../ui/week-table.tsx';

/** A day that the chosen topic entails, in words. */
export type MarkedDay = { day: string; text: string };

type Props = {
  year: number;
  calendar: LegalCalendar;
  sittings: readonly FixedSitting[];
  duties: readonly SpokenDuty[];
  marksOf: (day: string) => readonly MarkedDay[];
  /** The rows of the plan as they stand in the form, which hands them in and takes them back. */
  value?: readonly Typed[];
  onChange?: (rows: readonly Typed[]) => void;
};

/**
 * The year month by month. A topic is put on a day by choosing it and then the day, by drawing its number there, or with the arrow keys;
 * the date field of its row stays.
 */
export function PlanCalendar({ year, calendar, sittings, duties, marksOf, value = [], onChange }: Props) {
  const isPhone = useIsPhone();
  const [chosen, setChosen] = useState(0);
  const put = (index: number, day: string) => {
    if (!day.startsWith(`${year}-`)) return;
    setChosen(index);
    onChange?.(value.map((row, place) => (place === index ? { ...row, deliberationDate: day } : row)));
  };
  const chosenDay = dayOf(value[chosen]);
  const marks = chosenDay === undefined ? [] : marksOf(chosenDay);
  const shown = { calendar, sittings, duties, marks, rows: value, chosen, put, choose: setChosen };
  return (
    <section className="plan-calendar" aria-label={`${year}年审议时间`}>
      <div className="plan-choice" role="toolbar" aria-label="选择要排定的议题">
        {value.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of the form have no name of their own yet
          <Chip key={index} index={index} row={row} shown={shown} isLong />
        ))}
        <span className="quiet">
          选中议题后点日期，或者拖动序号；按方向键逐日、逐周移动，Page Up、Page Down 逐月移动。
        </span>
      </div>
      {isPhone ? (
        <details>
          <summary>按年历排定</summary>
          <Months year={year} shown={shown} />
        </details>
      ) : (
        <Months year={year} shown={shown} />
      )}
    </section>
  );
}

function Months({ year, shown }: { year: number; shown: ShownDays }) {
  return (
    <>
      <div className="plan-months">
        {monthsOf(year).map((first) => (
          <Month key={first} first={first} shown={shown} />
        ))}
      </div>
      <p className="plan-legend quiet">
        <span className="plan-key is-rest">灰</span>休息日
        <span className="plan-key is-marked">框</span>所选议题的相关日期
        <span className="plan-key is-sitting">线</span>已定会期
        <span className="plan-key is-bound">角</span>领导有其他公务
        <Link to={paths.duties}>登记公务</Link>
      </p>
    </>
  );
}

function monthsOf(year: number): readonly string[] {
  return Array.from({ length: 12 }, (_none, month) => monthsForward(`${year}-01-01`, month));
}

type ShownDays = Pick<Props, 'calendar' | 'sittings' | 'duties'> & {
  marks: readonly MarkedDay[];
  rows: readonly Typed[];
  chosen: number;
  put: (index: number, day: string) => void;
  choose: (index: number) => void;
};

function Month({ first, shown }: { first: string; shown: ShownDays }) {
  return (
    <WeekTable
      className="plan-month"
      caption={<caption>{Number(first.slice(5, 7))}月</caption>}
      weeks={weeksOf(first, daysForward(monthsForward(first, 1), -1))}
      cell={(day) =>
        day.slice(0, 7) === first.slice(0, 7) ? <Day key={day} day={day} shown={shown} /> : <td key={day} />
      }
    />
  );
}

function Day({ day, shown }: { day: string; shown: ShownDays }) {
  const { calendar, sittings, duties, marks, rows, chosen, put } = shown;
  const rest = foreseenRestNameOf(calendar, day);
  const held = sittings
    .filter(({ opens, closes }) => opens <= day && day <= closes)
    .map((one) => `${one.shortName}开会`);
  const marked = marks.filter((mark) => mark.day === day).map(({ text }) => text);
  const bound = dutiesWithin(duties, day, day).map(({ who, matter }) => `${who}：${matter ?? '其他公务'}`);
  const words = [rest, ...held, ...bound, ...marked].filter((word) => word !== undefined);
  const looks = [
    rest && 'is-rest',
    marked.length > 0 && 'is-marked',
    held.length > 0 && 'is-sitting',
    bound.length > 0 && 'is-bound',
  ];
  return (
    <td
      className={looks.filter(Boolean).join(' ') || undefined}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const index = Number(event.dataTransfer.getData('text/plain'));
        if (rows[index] !== undefined) put(index, day);
      }}
    >
      <button
        type="button"
        className="plan-day"
        // By keyboard a topic is moved by its own number and set by the date field of its row.
        tabIndex={-1}
        title={[monthDay(day), ...words].join('，')}
        aria-label={[dateWithWeekday(day), ...words].join('，')}
        onClick={() => put(chosen, day)}
      >
        {Number(day.slice(8))}
      </button>
      {rows.map((row, index) =>
        dayOf(row) === day ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of the form have no name of their own yet
          <Chip key={index} index={index} row={row} shown={shown} />
        ) : null,
      )}
    </td>
  );
}

function Chip(props: { index: number; row: Typed; shown: ShownDays; isLong?: boolean }) {
  const { index, row, shown, isLong = false } = props;
  const { chosen, choose, put } = shown;
  const day = dayOf(row);
  const name = typeof row.name === 'string' && row.name !== '' ? row.name : `第${index + 1}项议题`;
  const text = day === undefined ? '未排定' : monthDay(day);
  const move = (event: KeyboardEvent) => {
    const to = day === undefined ? undefined : movedBy(event.key, day);
    if (to === undefined) return;
    event.preventDefault();
    put(index, to);
  };
  return (
    <button
      type="button"
      className={isLong ? 'plan-chip is-long' : 'plan-chip'}
      draggable
      aria-pressed={index === chosen}
      aria-label={`${index + 1} ${name}（${text}）`}
      title={`${name}，${text}`}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', String(index))}
      onClick={() => choose(index)}
      onKeyDown={move}
    >
      <b>{index + 1}</b>
      {isLong ? ` ${name}（${text}）` : null}
    </button>
  );
}

function movedBy(key: string, day: string): string | undefined {
  switch (key) {
    case 'ArrowLeft':
      return daysForward(day, -1);
    case 'ArrowRight':
      return daysForward(day, 1);
    case 'ArrowUp':
      return daysForward(day, -7);
    case 'ArrowDown':
      return daysForward(day, 7);
    case 'PageUp':
      return monthsForward(day, -1);
    case 'PageDown':
      return monthsForward(day, 1);
    default:
      return undefined;
  }
}

function dayOf(row: Typed | undefined): string | undefined {
  const day = row?.deliberationDate;
  return typeof day === 'string' && isPlainDate(day) ? day : undefined;
}
