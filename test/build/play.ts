import { findAct } from '../../src/domain/acts.ts';
import { legalCalendarOf } from '../../src/domain/calendar/legal-days.ts';
import { emptyCaseState } from '../../src/domain/case-state.ts';
import { type CaseView, type PlainDateText, trackOf } from '../../src/domain/procedure/case.ts';
import { defaultSettings, type Settings } from '../../src/domain/procedure/settings.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import type { Choices } from './choices.ts';
import { organisationOf } from './facts.ts';
import { withHeads } from './heads.ts';
import { handlingPayloads, safeguardsPayloads } from './payloads/handling-payloads.ts';
import { type Made, type Maker, type Making, meetingOf } from './payloads/making.ts';
import { researchPayloads } from './payloads/research-payloads.ts';
import { deliberationPayloads, sessionPayloads } from './payloads/sitting-payloads.ts';
import { yearPayloads } from './payloads/year-payloads.ts';
import { factsIn, newTrack, receive, type Step, take, type World } from './world.ts';

/** A linkage at work: the world, the day it is, and every act taken so far in the order it was taken. */
export type Play = { world: World; today: PlainDateText; log: readonly Entry[] };
/** One act as it was taken, with the world before and after it. */
export type Entry = { step: Step; before: World; after: World };

export const yearId = 'year-2026';

const makers: Readonly<Record<string, Maker>> = {
  ...yearPayloads,
  ...researchPayloads,
  ...sessionPayloads,
  ...deliberationPayloads,
  ...handlingPayloads,
  ...safeguardsPayloads,
};

/** A city with so many counties on the third of November, when the first call for topics is due and nothing has happened. */
export function newPlay(counties: number, settings: Partial<Settings> = {}): Play {
  const ids = Array.from({ length: counties }, (_none, index) => `county-${index + 1}`);
  const organisation = withHeads(organisationOf(ids));
  const year: CaseView = {
    kind: 'year',
    id: yearId,
    cityCode: '510700',
    year: 2026,
    name: '2026年度',
    state: 'active',
    tracks: organisation.tenants.filter(({ kind }) => kind === 'body').map(newTrack),
  };
  const world: World = {
    organisation,
    settings: { ...defaultSettings, ...settings },
    calendar: legalCalendarOf([]),
    cases: new Map([[yearId, year]]),
    states: new Map(),
    chains: new Map(),
    parcels: [],
    nextId: 1,
  };
  return { world, today: '2025-11-03', log: [] };
}

export type Who = { tenantId: string; caseId: string };
export type Outcome = { play: Play } | { refusals: readonly Refusal[] };

/** The filled-in act of that kind, as the maker of its payload would have it now; undefined where nothing can be filled in. */
export function fillIn(play: Play, who: Who, kind: string, choices: Choices): Step | undefined {
  const { world, today } = play;
  const view = world.cases.get(who.caseId);
  const own = view === undefined ? undefined : trackOf(view, who.tenantId);
  const definition = view === undefined || own === undefined ? undefined : findAct(view.kind, own.kind, kind);
  const maker = makers[kind];
  if (definition === undefined || maker === undefined) return undefined;
  const facts = factsIn(world, { ...who, on: today, payload: undefined }, definition);
  const making: Making = { world, facts, choices };
  const made: Made | undefined = maker(making);
  if (made === undefined) return undefined;
  const meeting = definition.by === 'council-of-chairpersons' ? { meeting: meetingOf(making) } : {};
  return { ...who, kind, on: made.on ?? today, payload: made.payload, ...meeting };
}

/** Takes a step; the day moves on to that of the act where it is later. */
export function play(current: Play, step: Step): Outcome {
  const { world, refusals } = take(current.world, step);
  if (refusals.length > 0) return { refusals };
  return { play: taken(current, step, world) };
}

function taken(current: Play, step: Step, world: World): Play {
  const today = step.on > current.today ? step.on : current.today;
  return { world, today, log: [...current.log, { step, before: current.world, after: world }] };
}

/** The tenant signs for something that was sent to it and not yet received; undefined where nothing waits. */
export function receiveNext(current: Play, tenantId: string, choices: Choices): Play | undefined {
  const { world, today } = current;
  const waiting = world.parcels.filter(
    ({ draft, receivedBy }) => draft.addresseeIds.includes(tenantId) && !receivedBy.includes(tenantId),
  );
  const parcel = choices.one(waiting);
  if (parcel === undefined) return undefined;
  const { world: next, refusals } = receive(world, parcel, tenantId, today);
  if (refusals.length > 0) throw new Error(`${tenantId} cannot sign for ${parcel.draft.kind}: ${refusals[0]?.text}`);
  const last = next.chains.get(tenantId)?.at(-1);
  const step = { tenantId, caseId: parcel.caseId, kind: last?.kind ?? '', on: today, payload: last?.payload };
  return taken(current, step, next);
}

/** Cases in which a tenant has a track: topics, then sittings, then the year. */
export function casesOf({ cases }: World, tenantId: string): CaseView[] {
  const order = { topic: 0, session: 1, year: 2 };
  return [...cases.values()]
    .filter((view) => trackOf(view, tenantId) !== undefined)
    .toSorted((left, right) => order[left.kind] - order[right.kind]);
}

/** The state of a tenant in a case, as the world holds it. */
export function stateIn(world: World, { caseId, tenantId }: Who) {
  return world.states.get(`${caseId}/${tenantId}`) ?? emptyCaseState;
}
