import { legalCalendarOf } from '../../src/domain/calendar/legal-days.ts';
import { type CaseState, emptyCaseState } from '../../src/domain/case-state.ts';
import type { Role } from '../../src/domain/organisation/actor.ts';
import {
  type Appointment,
  councilIdsOn,
  type OrganisationFacts,
  type Post,
} from '../../src/domain/organisation/facts.ts';
import type { Level, OrganKind, Tenant, TenantKind } from '../../src/domain/organisation/tenant.ts';
import type { Facts, MeetingRecord } from '../../src/domain/procedure/act.ts';
import { type CaseView, type Done, type PlainDateText, type Track, trackOf } from '../../src/domain/procedure/case.ts';
import { defaultSettings, type Settings } from '../../src/domain/procedure/settings.ts';
import { newTrack } from './world.ts';

/**
 * A small linkage for tests of rules: one city and three counties, each with a government, a department and a party office, a lead
 * committee and people in every post. Ids read well in a failing test: 'city', 'county-1', 'city-government', 'county-2-chair'.
 */
export const testCounties = ['county-1', 'county-2', 'county-3'] as const;
const countyNames: Readonly<Record<string, string>> = { 'county-1': '涪城', 'county-2': '游仙', 'county-3': '安州' };

/** City: N = 11, quorum and majority 6. County: N = 7, quorum and majority 4. */
export const testOrganisation: OrganisationFacts = organisationOf(testCounties);

/** The same of any number of counties, the first of which has a park. */
export function organisationOf(counties: readonly string[]): OrganisationFacts {
  const bodyIds = ['city', ...counties];
  return {
    tenants: bodyIds.flatMap((bodyId) => tenantsOf(bodyId)),
    units: bodyIds.flatMap((bodyId) => [
      { id: `${bodyId}-office`, tenantId: bodyId, name: '办公室', kind: 'office' as const },
      { id: `${bodyId}-committee`, tenantId: bodyId, name: '城环资工委', kind: 'committee' as const },
    ]),
    parks: [
      { id: 'park-1', tenantId: 'city', name: '示例高新区' },
      { id: 'park-2', tenantId: counties[0] ?? 'city', name: '示例经开区' },
    ],
    appointments: bodyIds.flatMap((bodyId) => appointmentsOf(bodyId)),
  };
}

function levelOf(bodyId: string): Level {
  return bodyId === 'city' ? 'city' : 'county';
}

function areaOf(bodyId: string): string {
  return bodyId === 'city' ? '示例市' : (countyNames[bodyId] ?? bodyId);
}

function tenantsOf(bodyId: string): Tenant[] {
  const area = areaOf(bodyId);
  const tenant = (id: string, kind: TenantKind, name: string, organKind?: OrganKind): Tenant => ({
    id,
    kind,
    level: levelOf(bodyId),
    areaCode: '510700',
    name,
    shortName: name,
    bodyId,
    ...(organKind === undefined ? {} : { organKind }),
  });
  return [
    tenant(bodyId, 'body', `${area}人大常委会`),
    tenant(`${bodyId}-government`, 'organ', `${area}人民政府`, 'government'),
    tenant(`${bodyId}-housing`, 'organ', `${area}住房和城乡建设局`, 'department'),
    tenant(`${bodyId}-party`, 'party-office', `${area}党委办公室`),
  ];
}

function appointmentsOf(bodyId: string): Appointment[] {
  const people: readonly (readonly [string, Post])[] = [
    ['chair', 'chair'],
    ['vice-1', 'vice-chair'],
    ...(bodyId === 'city'
      ? ([
          ['vice-2', 'vice-chair'],
          ['secretary', 'secretary-general'],
        ] as const)
      : []),
    ...numbered('member', bodyId === 'city' ? 7 : 5, 'member'),
    ['head', 'committee-head'],
    ['clerk', 'office-staff'],
    ...numbered('deputy', 3, 'deputy'),
  ];
  return people.map(([suffix, post]) => ({
    personId: `${bodyId}-${suffix}`,
    personName: `${areaOf(bodyId)}${suffix}`,
    tenantId: bodyId,
    post,
    from: '2021-10-29',
  }));
}

function numbered(name: string, count: number, post: Post): (readonly [string, Post])[] {
  return Array.from({ length: count }, (_none, index) => [`${name}-${index + 1}`, post] as const);
}

export const emptyState = emptyCaseState;

/** Part of a state, slice by slice: what is left out is as at the start. */
export type StateOverrides = { [Slice in keyof CaseState]?: Partial<CaseState[Slice]> };

export function buildState(overrides: StateOverrides = {}): CaseState {
  return {
    year: { ...emptyState.year, ...overrides.year },
    adjustment: { ...emptyState.adjustment, ...overrides.adjustment },
    research: { ...emptyState.research, ...overrides.research },
    deliberation: { ...emptyState.deliberation, ...overrides.deliberation },
    session: { ...emptyState.session, ...overrides.session },
    handling: { ...emptyState.handling, ...overrides.handling },
    safeguards: { ...emptyState.safeguards, ...overrides.safeguards },
  };
}

/** A topic of 2026 led by the city's committee, with a track for every tenant of the linkage. */
export function buildTopic(overrides: Partial<CaseView> = {}): CaseView {
  return {
    kind: 'topic',
    id: 'topic-1',
    cityCode: '510700',
    year: 2026,
    name: '示例议题',
    state: 'active',
    leadUnitId: 'city-committee',
    leadUnitName: '城环资工委',
    deliberationDate: '2026-10-26',
    tracks: testOrganisation.tenants.map(newTrack),
    ...overrides,
  };
}

/** The same case with a track changed. */
export function changedTrack(view: CaseView, tenantId: string, change: Partial<Track>): CaseView {
  return {
    ...view,
    tracks: view.tracks.map((track) => (track.tenantId === tenantId ? { ...track, ...change } : track)),
  };
}

/** The same case with steps done on the tracks of some tenants, on a day, by key. */
export function withDone(
  view: CaseView,
  tenantIds: readonly string[],
  keys: readonly string[],
  on: PlainDateText = '2026-06-01',
): CaseView {
  const done: Record<string, Done> = Object.fromEntries(keys.map((key, index) => [key, { on, seq: index + 1 }]));
  return tenantIds.reduce(
    (current, id) => changedTrack(current, id, { done: { ...trackOf(current, id)?.done, ...done } }),
    view,
  );
}

export type FactsOverrides = {
  /** Whose act it is; the city's by default. */
  tenantId?: string;
  personId?: string;
  roles?: readonly Role[];
  unitIds?: readonly string[];
  on?: PlainDateText;
  today?: PlainDateText;
  view?: CaseView;
  /** Steps done on the own track, added to those of the view. */
  done?: readonly string[];
  track?: Partial<Track>;
  state?: StateOverrides;
  settings?: Partial<Settings>;
  organisation?: OrganisationFacts;
  sitting?: Facts['sitting'];
};

const rolesOfKind = {
  body: ['office-clerk', 'committee-clerk', 'deputy'],
  organ: ['organ-clerk'],
  'party-office': ['party-clerk'],
} satisfies Record<TenantKind, readonly Role[]>;

/** Everything a rule may ask, for one tenant of the small linkage, on a working day of 2026 before anything has happened. */
export function buildFacts(overrides: FactsOverrides = {}): Facts {
  const tenantId = overrides.tenantId ?? 'city';
  const organisation = overrides.organisation ?? testOrganisation;
  const on = overrides.on ?? '2026-07-01';
  // What was done before was done earlier, or on the same day.
  const earlier = on < '2026-06-01' ? on : '2026-06-01';
  const view = changedTrack(
    withDone(overrides.view ?? buildTopic(), [tenantId], overrides.done ?? [], earlier),
    tenantId,
    overrides.track ?? {},
  );
  const own = trackOf(view, tenantId);
  if (own === undefined) throw new Error(`The case has no track of ${tenantId}.`);
  return {
    on,
    today: overrides.today ?? on,
    actor: {
      accountId: `${tenantId}-account`,
      personId: overrides.personId ?? `${tenantId}-clerk`,
      personName: '张示例',
      cityCode: '510700',
      tenantId,
      bodyId: own.bodyId,
      level: own.level,
      kind: own.kind,
      roles: overrides.roles ?? rolesOfKind[own.kind],
      unitIds: overrides.unitIds ?? [`${own.bodyId}-committee`, `${own.bodyId}-office`],
    },
    view,
    own,
    state: buildState(overrides.state),
    settings: { ...defaultSettings, ...overrides.settings },
    calendar: legalCalendarOf([]),
    organisation,
    ...(overrides.sitting === undefined ? {} : { sitting: overrides.sitting }),
  };
}

/** A meeting of the whole council of chairpersons (主任会议) under its chair. */
export function buildMeeting(bodyId = 'city', date: PlainDateText = '2026-07-01'): MeetingRecord {
  return {
    date,
    name: '主任会议',
    chairId: `${bodyId}-chair`,
    presentIds: councilIdsOn(testOrganisation, bodyId, date),
  };
}
