import { useQuery } from '@tanstack/react-query';
import { readLinkage, readLinkageAppointments } from '../../contract/cases.ts';
import { type CalendarYear, type LegalCalendar, legalCalendarOf } from '../../domain/calendar/legal-days.ts';
import type { Appointment, OrganisationFacts, OrganisationStructure } from '../../domain/organisation/facts.ts';
import type { Settings } from '../../domain/procedure/settings.ts';
import { call } from './client.ts';

/** What dates and places are computed from: structure, settings, calendar. */
export type Linkage = {
  name: string;
  cityCode: string;
  organisation: OrganisationStructure;
  settings: Settings;
  calendar: LegalCalendar;
};

/** The same with its people, for names and for the rules that ask who holds which post. */
export type PeopledLinkage = Linkage & { organisation: OrganisationFacts };

// The browser keeps both answers and asks whether they are still the same.
const keptFor = 10 * 60_000;
const linkageQuery = { queryKey: ['linkage', 'structure'], queryFn: loadLinkage, staleTime: keptFor };

/** Structure, settings and calendar of the linkage. Kept for the sign-in. */
export function useLinkage() {
  return useQuery(linkageQuery);
}

/** The linkage with its people: a city's thousands are asked for only where somebody is named or judged. */
export function usePeopledLinkage() {
  return useQuery({
    queryKey: ['linkage', 'peopled'],
    queryFn: ({ client }) => withPeople(client.fetchQuery(linkageQuery)),
    staleTime: keptFor,
  });
}

/** The linkage with its people, as the server answers it. */
export function loadPeopledLinkage(): Promise<PeopledLinkage> {
  return withPeople(loadLinkage());
}

async function withPeople(asked: Promise<Linkage>): Promise<PeopledLinkage> {
  const [linkage, { appointments }] = await Promise.all([asked, call(readLinkageAppointments, {})]);
  // As in `loadLinkage`.
  return { ...linkage, organisation: { ...linkage.organisation, appointments: appointments as Appointment[] } };
}

async function loadLinkage(): Promise<Linkage> {
  const answer = await call(readLinkage, {});
  // The server sends the domain's own values; the contract only says so in words because the domain has no schemas.
  return {
    name: answer.name,
    cityCode: answer.cityCode,
    organisation: answer.organisation as OrganisationStructure,
    settings: answer.settings as Settings,
    calendar: legalCalendarOf(answer.calendarYears as CalendarYear[]),
  };
}
