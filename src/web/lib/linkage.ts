import { useQuery } from '@tanstack/react-query';
import { readLinkage } from '../../contract/cases.ts';
import { type CalendarYear, type LegalCalendar, legalCalendarOf } from '../../domain/calendar/legal-days.ts';
import type { OrganisationFacts } from '../../domain/organisation/facts.ts';
import type { Settings } from '../../domain/procedure/settings.ts';
import { call } from './client.ts';

export type Linkage = {
  name: string;
  cityCode: string;
  organisation: OrganisationFacts;
  settings: Settings;
  calendar: LegalCalendar;
};

/** Organisation, settings and calendar of the linkage, for the rules and dates the browser computes itself. Kept for the sign-in. */
export function useLinkage() {
  return useQuery({ queryKey: ['linkage'], queryFn: loadLinkage, staleTime: 10 * 60_000 });
}

/** The linkage as the server answers it. */
export async function loadLinkage(): Promise<Linkage> {
  const answer = await call(readLinkage, {});
  // The server sends the domain's own values; the contract only says so in words because the domain has no schemas.
  return {
    name: answer.name,
    cityCode: answer.cityCode,
    organisation: answer.organisation as OrganisationFacts,
    settings: answer.settings as Settings,
    calendar: legalCalendarOf(answer.calendarYears as CalendarYear[]),
  };
}
