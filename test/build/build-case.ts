import type { Level, TenantKind } from '../../src/domain/organisation/tenant.ts';
import type { CaseView, Done, PlainDateText, Track, TrackSession } from '../../src/domain/procedure/case.ts';

export const countyNames = ['涪城', '游仙', '安州', '江油', '三台', '盐亭', '梓潼', '北川', '平武'] as const;

/** Ids that read well in a failing test: 'city', 'county-1' … 'county-9', 'organ-of-city', 'party-of-city'. */
export const countyId = (number: number): string => `county-${number}`;

export function buildTrack(
  tenantId: string,
  level: Level,
  kind: TenantKind = 'body',
  overrides: Partial<Track> = {},
): Track {
  return {
    tenantId,
    bodyId: tenantId,
    kind,
    level,
    name: tenantId,
    shortName: tenantId,
    version: 1,
    round: 1,
    done: {},
    departures: [],
    ...overrides,
  };
}

export function buildSession(
  opens: PlainDateText,
  closes: PlainDateText = opens,
  id = `session-${opens}`,
): TrackSession {
  return { sessionId: id, opens, closes, state: 'convened' };
}

/** The city's track and nine counties', in the order of the opinion's linkage. */
export function buildBodies(): Track[] {
  return [
    buildTrack('city', 'city', 'body', { name: '绵阳市人大常委会', shortName: '市人大常委会' }),
    ...countyNames.map((name, index) =>
      buildTrack(countyId(index + 1), 'county', 'body', { name: `${name}人大常委会`, shortName: name }),
    ),
  ];
}

/** The organ reports to the session and has a demand to meet. */
export const organMarks = doneOnDay(
  '2023-06-01',
  'reporting-organ',
  'handling-organ',
  'asked-organ@1',
  'asked-organ@2',
);

export function buildOrgan(body: Track, overrides: Partial<Track> = {}): Track {
  return buildTrack(`organ-of-${body.tenantId}`, body.level, 'organ', {
    bodyId: body.tenantId,
    done: organMarks,
    organKind: 'government',
    name: `${body.shortName}的机关`,
    shortName: `${body.shortName}政府`,
    ...overrides,
  });
}

export function buildCase(overrides: Partial<CaseView> = {}): CaseView {
  return {
    kind: 'topic',
    id: 'topic-1',
    cityCode: '510700',
    year: 2023,
    name: '示例议题',
    state: 'active',
    tracks: buildBodies(),
    ...overrides,
  };
}

/** The same case with one track changed. */
export function withTrack(view: CaseView, tenantId: string, change: Partial<Track>): CaseView {
  const tracks = view.tracks.map((track) => (track.tenantId === tenantId ? { ...track, ...change } : track));
  return { ...view, tracks };
}

/** The same case with no session on one track. */
export function withoutSession(view: CaseView, tenantId: string): CaseView {
  const tracks = view.tracks.map((track) => {
    if (track.tenantId !== tenantId) return track;
    const { session: _session, ...rest } = track;
    return rest;
  });
  return { ...view, tracks };
}

/** The same case with every county's track changed. */
export function withCounties(view: CaseView, change: Partial<Track>): CaseView {
  const tracks = view.tracks.map((track) =>
    track.kind === 'body' && track.level === 'county' ? { ...track, ...change } : track,
  );
  return { ...view, tracks };
}

/** Steps done on a day, by key, in the order given. */
export function doneOnDay(on: PlainDateText, ...keys: readonly string[]): Record<string, Done> {
  return Object.fromEntries(keys.map((key, index) => [key, { on, seq: index + 1 }]));
}

/** The worked example of the dossier §12.7: city session 26–27 October 2023, counties' sessions on 18 October. */
export function buildWorkedExample(): CaseView {
  const convened = withCounties(buildCase(), { session: buildSession('2023-10-18') });
  const city = withTrack(convened, 'city', { session: buildSession('2023-10-26', '2023-10-27') });
  return { ...city, tracks: city.tracks.flatMap((track) => [track, buildOrgan(track)]) };
}
