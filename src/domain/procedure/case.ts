import type { Level, OrganKind, TenantKind } from '../organisation/tenant.ts';

/**
 * Two kinds of case run through the opinion: the *year* (stage S1: from the call for suggestions to the plan) and the *topic*
 * (S2–S5). Both have one track (进程) per tenant. A *session* is one body's own case: its agenda, attendance and quorum serve every
 * topic that sits on it.
 */
export type CaseKind = 'year' | 'topic' | 'session';

/** 'YYYY-MM-DD' in the civil calendar of the bodies (Asia/Shanghai). */
export type PlainDateText = string;

/** A step that a recorded act satisfied. `seq` is the act in the chain of the track's tenant. */
export type Done = { on: PlainDateText; seq: number; note?: 'late' | 'waived' };

/** A departure from an *in principle* rule, with the reason that the act recorded. */
export type Departure = { code: string; clause: string; reason: string; on: PlainDateText; seq: number };

/** The sitting a track's item is on, or was on. Dates are the opening and closing day, both included. */
export type TrackSession = {
  sessionId: string;
  opens: PlainDateText;
  closes: PlainDateText;
  state: 'convened' | 'open' | 'closed';
  /** 临时召集: called out of turn by the council, which said so when it convened it. */
  extraordinary?: true;
  /** 临时确定: the council put the topic on this sitting out of turn. */
  unplanned?: true;
};

export const sessionStateNames = { convened: '已召集', open: '进行中', closed: '已闭会' } satisfies Record<
  TrackSession['state'],
  string
>;

/**
 * What the linkage may know of one tenant's progress: states and dates, never contents (S5.2). The city reads every body's track,
 * a county its own and the city's; an organ its own and its body's.
 */
export type Track = {
  tenantId: string;
  bodyId: string;
  kind: TenantKind;
  level: Level;
  organKind?: OrganKind;
  name: string;
  shortName: string;
  /** Grows by one with every change of the track; an act names the version it was decided on. */
  version: number;
  /** Round of handling: 1 until an unsatisfied result opens the next (S4.5). */
  round: number;
  /** Steps done, by `doneKey`. */
  done: Readonly<Record<string, Done>>;
  departures: readonly Departure[];
  /** The session that deliberates the topic (S3.1, S3.5). */
  session?: TrackSession;
  /** The session that assesses the handling of the current round (S4.4). */
  handlingSession?: TrackSession;
  /** Date set for the current round by the next step of an unsatisfied result; the first round counts from the session. */
  handlingDue?: PlainDateText;
  /** The earliest day promised in this round for a demand of which nothing has been shown yet (HAN-08). */
  promiseDue?: PlainDateText;
  /** The day by which the organ that was interpellated answers once more (监督法 §53). */
  secondAnswerDue?: PlainDateText;
  /** A resolution's own term for reporting its execution (监督法 §17). */
  resolutionDue?: PlainDateText;
  closedOn?: PlainDateText;
};

/** The shared facts of a case. For a topic: what the plan fixed (S1.3), and its state. */
export type CaseView = {
  kind: CaseKind;
  id: string;
  cityCode: string;
  /** The plan year; a year case collects in November and December of `year - 1`. */
  year: number;
  name: string;
  state: 'active' | 'withdrawn';
  leadUnitId?: string;
  leadUnitName?: string;
  /** Month or date the plan names for the city's deliberation (审议时间). */
  deliberationDate?: PlainDateText;
  domain?: string;
  /** Year case: the topics that were settled (S1.5). Session case: the topics that sit on it. */
  topics?: readonly { id: string; name: string }[];
  tracks: readonly Track[];
};

/** Key of a step in `Track.done`: steps of handling repeat in every round. */
export function doneKey(stepId: string, perRound: boolean, round: number): string {
  return perRound ? `${stepId}@${round}` : stepId;
}

/** How a step stands on a track: done once for all, or in the track's current round. */
export function doneOf(stepId: string, track: Track): Done | undefined {
  return track.done[stepId] ?? track.done[doneKey(stepId, true, track.round)];
}

export function trackOf(view: CaseView, tenantId: string): Track | undefined {
  return view.tracks.find((track) => track.tenantId === tenantId);
}

export function cityTrackOf(view: CaseView): Track | undefined {
  return view.tracks.find((track) => track.kind === 'body' && track.level === 'city');
}

export function countyTracksOf(view: CaseView): readonly Track[] {
  return view.tracks.filter((track) => track.kind === 'body' && track.level === 'county');
}
