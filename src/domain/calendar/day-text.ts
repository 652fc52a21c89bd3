import type { PlainDateText } from '../procedure/case.ts';

/** 2026年11月24日 */
export function dayText(day: PlainDateText): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
}

/** Texts of the domain carry days as they are stored; read or printed, they stand as people write them. */
export function withDayTexts(text: string): string {
  return text.replace(/\d{4}-\d{2}-\d{2}/g, dayText);
}
