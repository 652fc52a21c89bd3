import { awaitsDate } from '../../domain/procedure/worklist.ts';

/** What stands in the place of a date: that one will come, or that none is set. */
export function undatedWords(why: string): string {
  return awaitsDate(why) ? '期限待定' : '无固定期限';
}
