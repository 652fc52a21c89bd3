import { type CalendarDay, type CalendarYear, legalCalendarOf } from '../../src/domain/calendar/legal-days.ts';

/** Days off 'MM-DD' or 'MM-DD..MM-DD', and days worked to make up, as the notices of the State Council's office name them. */
type Notice = { off: Readonly<Record<string, string>>; worked: Readonly<Record<string, readonly string[]>> };

const notices = {
  2023: {
    off: {
      元旦: '01-01..01-02',
      春节: '01-21..01-27',
      清明: '04-05',
      劳动节: '04-29..05-03',
      端午: '06-22..06-24',
      中秋: '09-29',
      国庆节: '09-30..10-06',
    },
    worked: { 春节: ['01-28', '01-29'], 劳动节: ['04-23', '05-06'], 端午: ['06-25'], 国庆节: ['10-07', '10-08'] },
  },
  2024: {
    off: {
      元旦: '01-01',
      春节: '02-10..02-17',
      清明: '04-04..04-06',
      劳动节: '05-01..05-05',
      端午: '06-10',
      中秋: '09-15..09-17',
      国庆节: '10-01..10-07',
    },
    worked: {
      春节: ['02-04', '02-18'],
      清明: ['04-07'],
      劳动节: ['04-28', '05-11'],
      中秋: ['09-14'],
      国庆节: ['09-29', '10-12'],
    },
  },
  2025: {
    off: {
      元旦: '01-01',
      春节: '01-28..02-04',
      清明: '04-04..04-06',
      劳动节: '05-01..05-05',
      端午: '05-31..06-02',
      国庆节: '10-01..10-08',
    },
    worked: { 春节: ['01-26', '02-08'], 劳动节: ['04-27'], 国庆节: ['09-28', '10-11'] },
  },
  2026: {
    off: {
      元旦: '01-01..01-03',
      春节: '02-15..02-23',
      清明: '04-04..04-06',
      劳动节: '05-01..05-05',
      端午: '06-19..06-21',
      中秋: '09-25..09-27',
      国庆节: '10-01..10-07',
    },
    worked: { 元旦: ['01-04'], 春节: ['02-14', '02-28'], 劳动节: ['05-09'], 国庆节: ['09-20', '10-10'] },
  },
} satisfies Record<number, Notice>;

/** The years 2023–2026 as plain rows, typed from the notices and not from the package the product seeds from. */
export const officialYears: readonly CalendarYear[] = Object.entries<Notice>(notices).map(([year, notice]) => ({
  year: Number(year),
  source: `国务院办公厅关于${year}年部分节假日安排的通知`,
  days: [...daysOff(year, notice), ...daysWorked(year, notice)].sort((one, other) => (one.day < other.day ? -1 : 1)),
}));

export const officialCalendar = legalCalendarOf(officialYears);

function daysOff(year: string, notice: Notice): CalendarDay[] {
  return Object.entries(notice.off).flatMap(([name, range]) => {
    const [from = '', until = from] = range.split('..');
    const days: CalendarDay[] = [];
    const last = Date.parse(`${year}-${until}`);
    for (let time = Date.parse(`${year}-${from}`); time <= last; time += 86_400_000) {
      days.push({ day: new Date(time).toISOString().slice(0, 10), kind: 'holiday', name });
    }
    return days;
  });
}

function daysWorked(year: string, notice: Notice): CalendarDay[] {
  return Object.entries(notice.worked).flatMap(([name, days]) =>
    days.map((day) => ({ day: `${year}-${day}`, kind: 'workday' as const, name })),
  );
}
