export type CalendarDay = { day: string; kind: 'holiday' | 'workday'; name: string };

/** No holiday of the State Council lasts longer; a longer span is a slip of the pen. */
const longestSpan = 15;

/** Reads what an administrator copies out of the notice, a span a line. Errors are Chinese and name their line. */
export function readCalendarLines(text: string, year: number): { days: CalendarDay[]; errors: string[] } {
  const days: CalendarDay[] = [];
  const errors: string[] = [];
  const lines = text.split('\n').map((line) => line.trim());
  lines.forEach((line, index) => {
    if (line === '') return;
    const read = readLine(line, year);
    if (typeof read === 'string') errors.push(`第${index + 1}行：${read}`);
    else days.push(...read);
  });
  if (days.length === 0 && errors.length === 0) errors.push('请填写节假日');
  return { days, errors };
}

function readLine(line: string, year: number): CalendarDay[] | string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:至|到|~)\s*(\d{4}-\d{2}-\d{2}))?\s+(放假|上班)\s+(\S{1,20})$/.exec(line);
  if (match === null) return '格式应为“日期（至日期） 放假或上班 节日名称”';
  const [, from = '', until = from, kind, name = ''] = match;
  const span = daysBetweenInclusive(from, until);
  if (span === undefined) return '日期不存在，或者截止早于起始';
  if (span.length > longestSpan) return `一段有${span.length}天，请核对起止日期；一段最多${longestSpan}天`;
  if (span.some((day) => !day.startsWith(String(year)))) return `日期不在${year}年`;
  return span.map((day) => ({ day, kind: kind === '放假' ? 'holiday' : 'workday', name }));
}

function daysBetweenInclusive(from: string, until: string): string[] | undefined {
  const start = Date.parse(`${from}T00:00:00Z`);
  const end = Date.parse(`${until}T00:00:00Z`);
  // JavaScript rolls 02-30 over into March: the text has to survive the round trip.
  const exists = [from, until].every((day) => toText(Date.parse(`${day}T00:00:00Z`)) === day);
  if (!exists || start > end) return undefined;
  const count = Math.round((end - start) / 86_400_000) + 1;
  return Array.from({ length: Math.min(count, 400) }, (_, index) => toText(start + index * 86_400_000));
}

function toText(time: number): string {
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}

/** What loading a year would change in what was loaded for it before: days that come, that go, and that mean something else. */
export function changesOfYear(
  before: readonly CalendarDay[],
  after: readonly CalendarDay[],
): { day: string; text: string }[] {
  const were = new Map(before.map((day) => [day.day, day]));
  const will = new Map(after.map((day) => [day.day, day]));
  const days = [...new Set([...were.keys(), ...will.keys()])].sort();
  return days.flatMap((day) => {
    const was = were.get(day);
    const now = will.get(day);
    if (was?.kind === now?.kind && was?.name === now?.name) return [];
    return [{ day, text: `${wordsOf(was)}→${wordsOf(now)}` }];
  });
}

function wordsOf(day: CalendarDay | undefined): string {
  if (day === undefined) return '不列';
  return `${day.name}${day.kind === 'holiday' ? '放假' : '调休上班'}`;
}
