import type { SessionRoom } from '../../domain/session/county-session.ts';
import { dateWithWeekday, monthDay } from './formats.ts';

/** By when a county's own sitting has to lie, and by when it does so without haste. */
export function roomText({ city, latest, comfortable, means }: SessionRoom): string {
  const verb = means === 'ended' ? '闭会' : '召开';
  const from = city.isPlanned
    ? `按计划审议时间${monthDay(city.opens)}推算，会期待定`
    : `市级会议${monthDay(city.opens)}`;
  return `最迟${dateWithWeekday(latest)}${verb}，${monthDay(comfortable)}前${verb}较为宽松（${from}）`;
}

/** How the sitting that is fixed or filled in stands to those days; undefined while there is none. */
export function roomLeftText({ left, standing }: SessionRoom): string | undefined {
  switch (standing) {
    case 'open':
      return undefined;
    case 'late':
      return `晚于最迟日${-(left ?? 0)}天，须写明理由`;
    case 'tight':
      return left === 0 ? '正在最迟日，没有余量' : `余${left}天，时间较紧`;
    case 'comfortable':
      return `余${left}天，时间宽松`;
  }
}

export const roomTones = {
  open: 'info',
  comfortable: 'done',
  tight: 'soon',
  late: 'overdue',
} as const satisfies Record<SessionRoom['standing'], string>;
