import { dayText, withDayTexts } from '../../domain/calendar/day-text.ts';

const weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const;

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 2026年11月24日 */
export function dateText(date: string): string {
  return dayText(date);
}

/** 2026年11月24日（星期二） */
export function dateWithWeekday(date: string): string {
  return `${dateText(date)}（${weekdayOf(date)}）`;
}

/** 2026年11月24日（星期二）至2026年11月25日（星期三）; a single day once. */
export function daysText({ opens, closes }: { opens: string; closes: string }): string {
  return opens === closes ? dateWithWeekday(opens) : `${dateWithWeekday(opens)}至${dateWithWeekday(closes)}`;
}

/** 11月24日, for a screen that already names the year. */
export function monthDay(date: string): string {
  const [, month, day] = date.split('-').map(Number);
  return `${month}月${day}日`;
}

/** 11月24日 in the present year; with its year in any other, so that no day is taken for one of this year. */
export function nearDay(date: string): string {
  return date.slice(0, 4) === todayInChina().slice(0, 4) ? monthDay(date) : dateText(date);
}

export function weekdayOf(date: string): string {
  return weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

/** 2026年11月24日 09:30, the civil time in China of an instant. */
export function momentText(instant: string): string {
  const china = new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString();
  return `${dateText(china.slice(0, 10))} ${china.slice(11, 16)}`;
}

/** The day in China of an instant. */
export function dayInChina(instant: string): string {
  return new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** 09:30, the civil time in China of an instant. */
export function timeInChina(instant: string): string {
  return new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
}

/** Today in China, whatever clock zone the computer is set to. */
export function todayInChina(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Whole days from one date to another; negative when the other is earlier. */
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** 监督法第五十四条: an article as people cite it; clauses of the opinion stay as they are. */
export function basisText(basis: string): string {
  return basis.replace(/ ?§(\d+)/g, (_match, article: string) => `第${chineseNumber(Number(article))}条`);
}

/** Clauses and articles as people cite them; the numbers of our own rule tables (REP-01) say nothing to them. */
export function citedBases(clause: string, law: readonly string[] = []): readonly string[] {
  return [clause, ...law].filter((basis) => !/^[A-Z]{3}-\d+$/.test(basis));
}

/** 十, 二十七: whole numbers below a hundred as words; no law we cite has more articles. */
function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return digits[ones] ?? '';
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`;
}

/** Texts of the domain carry dates as they are stored; on the screen they read as people write them. */
export function withDateWords(text: string): string {
  return withDayTexts(text);
}

/** 今天, 还有3天, 已过3天. */
export function distanceText(from: string, to: string): string {
  const days = daysFrom(from, to);
  if (days === 0) return '今天';
  return days > 0 ? `还有${days}天` : `已过${-days}天`;
}

/** How many a list has and how many its filter shows. */
export function countText(all: number, shown: number): string {
  return shown === all ? `共${all}项` : `共${all}项，符合条件的${shown}项`;
}

/** 1.2 MB */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
