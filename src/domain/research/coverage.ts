import type { Facts } from '../procedure/act.ts';
import { countyTracksOf, doneOf, type PlainDateText, type Track } from '../procedure/case.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import type { Place } from './finding.ts';
import type { Visit } from './research-state.ts';

/** 实地调研、听取汇报、座谈 (S2.5). */
export const visitForms = ['site', 'briefing', 'talk'] as const satisfies readonly Visit['forms'][number][];
export const visitFormNames = { site: '实地调研', briefing: '听取汇报', talk: '座谈' } satisfies Record<
  Visit['forms'][number],
  string
>;

/** One place of the joint research, and what was done there. */
export type CoverageRow = {
  place: Place;
  name: string;
  /** Visits in each form, in the order they took place. */
  visits: Readonly<Record<Visit['forms'][number], readonly { id: string; on: PlainDateText }[]>>;
  /** Findings that the own body registered there. */
  findings: number;
  /** A county's own extension research (S2.7): the day it was done, its contents are the county's. */
  extensionOn?: PlainDateText;
  /** Whether S2.4 asks for a visit on site that has not been made. */
  isGap: boolean;
};

/**
 * Where the joint team was and in which forms: every county, then the parks and the departments it went to (S2.4, S2.5, S2.7). Parks count
 * as a gap only where the setting asks for them (SUR-06).
 */
export function coverageRows(facts: Covering): readonly CoverageRow[] {
  const { state, view, organisation, settings } = facts;
  const { visits } = state.research;
  const uncovered = new Set(uncoveredCounties(facts).map(({ tenantId }) => tenantId));
  const counties = countyTracksOf(view).map((track) => {
    const extension = doneOf('record-extension-research', track);
    return {
      ...rowOf({ kind: 'county', tenantId: track.tenantId }, track.shortName, facts),
      ...(extension === undefined ? {} : { extensionOn: extension.on }),
      isGap: uncovered.has(track.tenantId),
    };
  });
  const parks = organisation.parks.map(({ id, name }) => {
    const row = rowOf({ kind: 'park', parkId: id }, name, facts);
    return { ...row, isGap: settings.parksNeedCoverage && visitForms.every((form) => row.visits[form].length === 0) };
  });
  const departmentIds = new Set(
    visits.flatMap(({ places }) => places.flatMap((place) => (place.kind === 'department' ? [place.organId] : []))),
  );
  const departments = organisation.tenants
    .filter(({ id }) => departmentIds.has(id))
    .map(({ id, name }) => rowOf({ kind: 'department', organId: id }, name, facts));
  return [...counties, ...parks, ...departments];
}

/** Visits as they are read: the last one first. */
export function latestFirst(visits: readonly Visit[]): readonly Visit[] {
  return visits.toSorted((one, other) => other.on.localeCompare(one.on));
}

/** What joint research came to, in one paragraph for its conclusion: when, where on site, in which forms, what was found. */
export function researchSummary(facts: Covering, dateWords: (day: PlainDateText) => string): string {
  const { visits, findings } = facts.state.research;
  const days = visits.map(({ on }) => on).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  const onSite = coverageRows(facts).filter((row) => row.visits.site.length > 0);
  const counties = onSite.filter(({ place }) => place.kind === 'county');
  const others = onSite.filter(({ place }) => place.kind !== 'county').map(({ name }) => name);
  const timesIn = (form: Visit['forms'][number]) => visits.filter(({ forms }) => forms.includes(form)).length;
  const forms = visitForms.flatMap((form) => {
    const times = timesIn(form);
    return times === 0 ? [] : [`${visitFormNames[form]}${times}次`];
  });
  const period = first === last ? dateWords(first) : `${dateWords(first)}至${dateWords(last)}`;
  const where = `${counties.length}个县（市、区）${others.length === 0 ? '' : `和${others.join('、')}`}`;
  return `${period}，联合调研组开展调研活动${visits.length}次，实地走访${where}，其中${forms.join('、')}，登记发现的问题${findings.length}个。`;
}

type Covering = Pick<Facts, 'state' | 'view' | 'settings' | 'organisation'>;

function rowOf(place: Place, name: string, { state }: Covering): CoverageRow {
  const key = keyOf(place);
  const there = state.research.visits
    .filter(({ places }) => places.some((other) => keyOf(other) === key))
    .toSorted((one, other) => one.on.localeCompare(other.on));
  const inForm = (form: Visit['forms'][number]) =>
    there.filter(({ forms }) => forms.includes(form)).map(({ id, on }) => ({ id, on }));
  return {
    place,
    name,
    visits: { site: inForm('site'), briefing: inForm('briefing'), talk: inForm('talk') },
    findings: state.research.findings.filter((finding) => keyOf(finding.place) === key).length,
    isGap: false,
  };
}

function keyOf(place: Place): string {
  return Object.values(place).join('/');
}

/**
 * Counties not yet covered on site (S2.4, SUR-05). A talk elsewhere covers nobody. Where the setting lets any visit count, a county's
 * own extension research covers it too; only that it took place is known to the city.
 */
export function uncoveredCounties({
  state,
  view,
  settings,
}: Pick<Facts, 'state' | 'view' | 'settings'>): readonly Track[] {
  const onSite = state.research.visits.filter((visit) => visit.forms.includes('site'));
  const visited = new Set(
    onSite.flatMap((visit) => visit.places.flatMap((place) => (place.kind === 'county' ? [place.tenantId] : []))),
  );
  return countyTracksOf(view).filter((track) => {
    const ownResearch = settings.coverage === 'any-visit' && doneOf('record-extension-research', track) !== undefined;
    return !visited.has(track.tenantId) && !ownResearch;
  });
}

/** Parks: covered, or a recorded decision that it was not needed (SUR-06); a setting makes them units that coverage needs. */
export function checkParks(notNeeded: string, { state, organisation, settings }: Facts): readonly Refusal[] {
  const visited = new Set(
    state.research.visits.flatMap((visit) =>
      visit.places.flatMap((place) => (place.kind === 'park' ? [place.parkId] : [])),
    ),
  );
  const missing = organisation.parks.filter((park) => !visited.has(park.id));
  if (missing.length === 0) return [];
  const names = missing.map((park) => park.name).join('、');
  if (settings.parksNeedCoverage) {
    return [refuse('coverage/park-missing', 'S2.4', `联合调研尚未覆盖${names}；按设置，园区须纳入全覆盖调研。`)];
  }
  if (notNeeded.trim() !== '') return [];
  const text = `联合调研没有覆盖${names}，请在“不需要覆盖园区的决定”中载明，或者写明理由。`;
  return [departsFrom('coverage/park-missing', 'S2.4', text, 'parksNotNeeded')];
}

/** The team goes into key departments of the city too; which are key is for people to judge, so a reason will do (S2.5). */
export function checkDepartments({ state }: Facts): readonly Refusal[] {
  const visited = state.research.visits.some((visit) => visit.places.some((place) => place.kind === 'department'));
  if (visited) return [];
  return [departsFrom('coverage/no-department', 'S2.5', '联合调研没有深入市级重点部门，请补充调研，或者写明理由。')];
}
