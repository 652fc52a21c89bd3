import type { z } from 'zod';
import type { loadCalendarYear as loadContract } from '../../contract/organisation.ts';
import { weekdayOf } from '../../domain/calendar/counting.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Trx } from '../db/database.ts';
import { refuseAny } from '../errors.ts';
import { recordAudit } from '../http/audit-store.ts';
import { type AdministeredBy, requireLinkageDuty } from './administration.ts';
import { saveCalendarYear } from './calendar-store.ts';
import { lockOrganisation, openOrganisation, raiseVersion } from './organisation-store.ts';

type CalendarYearRequest = z.output<typeof loadContract.body>;

const law = '全国年节及纪念日放假办法';

/** Loads or corrects the official days of a year; every date of the linkage is computed anew from then on. */
export async function loadCalendarYear(
  trx: Trx,
  by: AdministeredBy,
  year: CalendarYearRequest,
): Promise<{ year: number; days: number }> {
  requireLinkageDuty(by.actor, ['system-admin']);
  refuseAny(checkCalendarYear(year));
  const { cityCode, personId } = by.actor;
  await openOrganisation(trx);
  await lockOrganisation(trx, cityCode);
  await saveCalendarYear(trx, cityCode, year, { personId, at: by.at });
  await raiseVersion(trx, cityCode);
  await recordAudit(trx, by, {
    category: 'administration',
    action: 'calendar-loaded',
    subject: `${year.year}年`,
    detail: { source: year.source, days: year.days.length },
  });
  return { year: year.year, days: year.days.length };
}

function checkCalendarYear({ year, days }: CalendarYearRequest): Refusal[] {
  const seen = new Set<string>();
  return days.flatMap(({ day, kind }, index) => {
    const field = `days.${index}.day`;
    const repeated = seen.has(day);
    seen.add(day);
    if (repeated) return [refuse('calendar/repeated-day', law, `${day}重复填写。`, field)];
    if (!day.startsWith(`${year}-`)) return [refuse('calendar/other-year', law, `${day}不在${year}年内。`, field)];
    if (kind === 'workday' && weekdayOf(day) < 6) {
      return [refuse('calendar/no-rest-day', law, `${day}本来就是工作日，不是调休上班日。`, field)];
    }
    return [];
  });
}
