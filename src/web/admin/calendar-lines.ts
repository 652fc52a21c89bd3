export type CalendarDay = { day: string; kind: 'holiday' | 'workday'; name: string };

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
  return Array.from({ length: Math.min(count, 60) }, (_, index) => toText(start + index * 86_400_000));
}

function toText(time: number): string {
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}
