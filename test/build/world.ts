import { findAct } from '../../src/domain/acts.ts';
import type { LegalCalendar } from '../../src/domain/calendar/legal-days.ts';
import { type CaseState, emptyCaseState } from '../../src/domain/case-state.ts';
import { evolve, type RecordedAct } from '../../src/domain/fold.ts';
import type { SubmittedMotion } from '../../src/domain/handling/handling-state.ts';
import type { ChooseNextStep } from '../../src/domain/handling/next-step-acts.ts';
import type { Actor, Role } from '../../src/domain/organisation/actor.ts';
import type { OrganisationFacts } from '../../src/domain/organisation/facts.ts';
import type { PackageDraft } from '../../src/domain/package/package.ts';
import { receiveKind } from '../../src/domain/package/receive.ts';
import type { ActDefinition, Facts, MeetingRecord, SharedChange } from '../../src/domain/procedure/act.ts';
import { changeCase, changeTrack, markTrack } from '../../src/domain/procedure/apply-changes.ts';
import type { CaseView, PlainDateText, Track } from '../../src/domain/procedure/case.ts';
import { checkAct } from '../../src/domain/procedure/check-act.ts';
import type { Settings } from '../../src/domain/procedure/settings.ts';
import { isBlocking, type Refusal } from '../../src/domain/refusal.ts';

/**
 * The whole linkage in memory, by the same pure functions the server runs inside its transaction: for properties over many sequences
 * of acts. It holds every tenant's state and chain; visibility is the database's matter and is not modelled here.
 */
export type World = {
  organisation: OrganisationFacts;
  settings: Settings;
  calendar: LegalCalendar;
  cases: ReadonlyMap<string, CaseView>;
  states: ReadonlyMap<string, CaseState>;
  chains: ReadonlyMap<string, readonly ChainedAct[]>;
  parcels: readonly Parcel[];
  nextId: number;
};

type ChainedAct = RecordedAct & { caseId: string; definition: ActDefinition };
export type Parcel = {
  id: string;
  caseId: string;
  fromTenantId: string;
  /** Place of the act that sealed it in the sender's chain. */
  seq: number;
  sealedOn: PlainDateText;
  draft: PackageDraft;
  receivedBy: readonly string[];
};

export type Step = {
  tenantId: string;
  caseId: string;
  kind: string;
  on: PlainDateText;
  payload: unknown;
  meeting?: MeetingRecord;
  /** Reasons given to every departure; absent means that none is given. */
  reason?: string;
};

export type Taken = { world: World; refusals: readonly Refusal[] };

const allRoles: readonly Role[] = [
  'office-clerk',
  'committee-clerk',
  'chairperson',
  'deputy',
  'organ-clerk',
  'party-clerk',
];

export function stateKey(caseId: string, tenantId: string): string {
  return `${caseId}/${tenantId}`;
}

/** A person of the tenant who holds every role there and sits in every unit: who may act is not what these properties ask. */
export function everybodyOf(world: World, tenantId: string): Actor {
  const tenant = world.organisation.tenants.find((candidate) => candidate.id === tenantId);
  if (tenant === undefined) throw new Error(`No tenant ${tenantId} in this world.`);
  return {
    accountId: tenantId,
    personId: tenantId,
    personName: tenant.shortName,
    cityCode: '510700',
    tenantId,
    bodyId: tenant.bodyId,
    level: tenant.level,
    kind: tenant.kind,
    roles: allRoles,
    unitIds: world.organisation.units.filter((unit) => unit.tenantId === tenantId).map((unit) => unit.id),
  };
}

/** The facts of one tenant in one case of the world. */
export function factsIn(world: World, step: Omit<Step, 'kind'>, definition?: ActDefinition): Facts {
  const { tenantId, caseId, on, payload } = step;
  const view = world.cases.get(caseId);
  const own = view?.tracks.find((track) => track.tenantId === tenantId);
  if (view === undefined || own === undefined) throw new Error(`${tenantId} has no track in ${caseId}.`);
  const topics = [...world.cases.values()].filter(
    (candidate) => candidate.kind === 'topic' && candidate.year === view.year,
  );
  const facts: Facts = {
    on,
    today: '2100-01-01',
    actor: everybodyOf(world, tenantId),
    view: view.kind === 'topic' ? view : { ...view, topics: topicsOf(world, view, topics) },
    own,
    state: world.states.get(stateKey(caseId, tenantId)) ?? emptyCaseState,
    settings: world.settings,
    calendar: world.calendar,
    organisation: world.organisation,
    ...(view.kind === 'year' ? { topics, sessions: sessionsOf(world, tenantId) } : {}),
    ...(definition?.asksMotion === true ? { motion: motionIn(payload) } : {}),
  };
  return withSitting(world, facts, definition, payload);
}

/** Working rows are the database's matter: what is decided on here is what the decision says was put, and who signed it is asked by the rules. */
function motionIn(payload: unknown): SubmittedMotion | null {
  const chosen = payload as ChooseNextStep | undefined;
  if (chosen?.step !== 'interpellation') return null;
  const { motionId, organId, question, content, submittedOn, signatoryIds } = chosen;
  return { motionId, organId, question, content, submittedOn, signatoryIds };
}

/** The body's own sittings as they stand now, by name. */
function sessionsOf({ cases }: World, tenantId: string): NonNullable<Facts['sessions']> {
  return [...cases.values()].flatMap(({ kind, name, tracks: [own] }) => {
    const session = own?.tenantId === tenantId ? own.session : undefined;
    return kind !== 'session' || session === undefined ? [] : [{ name, opens: session.opens, closes: session.closes }];
  });
}

/** Of a year: all of its topics that were not withdrawn. Of a sitting: those placed on it. */
function topicsOf(world: World, view: CaseView, ofYear: readonly CaseView[]): { id: string; name: string }[] {
  const placed = [...world.cases.values()].filter(
    ({ kind, state, tracks }) =>
      kind === 'topic' &&
      state === 'active' &&
      tracks.some(({ session, handlingSession }) => [session?.sessionId, handlingSession?.sessionId].includes(view.id)),
  );
  const standing = ofYear.filter(({ state }) => state === 'active');
  return (view.kind === 'year' ? standing : placed).map(({ id, name }) => ({ id, name }));
}

function withSitting(world: World, facts: Facts, definition: ActDefinition | undefined, payload: unknown): Facts {
  const named = (payload as { sessionId?: string } | undefined)?.sessionId;
  const ids = {
    named,
    handling: facts.own.handlingSession?.sessionId,
    deliberation: facts.own.session?.sessionId,
  };
  const sessionId = ids[definition?.sitting ?? 'deliberation'];
  const session =
    sessionId === undefined ? undefined : world.states.get(stateKey(sessionId, facts.actor.tenantId))?.session;
  if (sessionId === undefined || session === undefined) return facts;
  return {
    ...facts,
    sitting: { caseId: sessionId, name: session.number, opens: session.opens, closes: session.closes, state: session },
  };
}

/** Takes one act; a refused one leaves the world as it was. */
export function take(world: World, step: Step): Taken {
  const view = world.cases.get(step.caseId);
  const tenant = world.organisation.tenants.find((candidate) => candidate.id === step.tenantId);
  if (view === undefined || tenant === undefined)
    throw new Error(`No case ${step.caseId} or tenant ${step.tenantId} in this world.`);
  const definition = findAct(view.kind, tenant.kind, step.kind);
  if (definition === undefined) throw new Error(`No act ${step.kind} for a ${tenant.kind} in a ${view.kind} case.`);
  const facts = factsIn(world, step, definition);
  const refusals = checkAct(definition, step.payload, facts, step.meeting);
  const open = refusals.filter((refusal) => isBlocking(refusal) || step.reason === undefined);
  if (open.length > 0) return { world, refusals: open };
  return { world: record(world, step, definition, facts, refusals), refusals: [] };
}

function record(
  world: World,
  step: Step,
  definition: ActDefinition,
  facts: Facts,
  departures: readonly Refusal[],
): World {
  const chain = world.chains.get(step.tenantId) ?? [];
  const seq = chain.length + 1;
  const act = {
    kind: step.kind,
    seq,
    on: step.on,
    actorId: facts.actor.personId,
    tenantId: step.tenantId,
    payload: step.payload,
  };
  let nextId = world.nextId;
  const newId = () => idOf(nextId++);
  const state = evolve(facts.view.kind, facts.actor.kind, facts.state, act);
  const effects = definition.effects?.(step.payload, facts, newId) ?? {};
  const satisfied = definition.satisfies?.(step.payload, facts) ?? true;
  const recorded = departures.map(({ code, clause }) => ({
    code,
    clause,
    reason: step.reason ?? '',
    on: step.on,
    seq,
  }));
  const marked = markTrack(facts.own, step.kind, { on: step.on, seq }, recorded, satisfied);
  const parcels = (effects.packages ?? []).map((draft) => ({
    id: newId(),
    caseId: step.caseId,
    fromTenantId: step.tenantId,
    seq,
    sealedOn: step.on,
    draft,
    receivedBy: [],
  }));
  const next: World = {
    ...world,
    nextId,
    states: new Map(world.states).set(stateKey(step.caseId, step.tenantId), state),
    chains: new Map(world.chains).set(step.tenantId, [...chain, { ...act, caseId: step.caseId, definition }]),
    parcels: [...world.parcels, ...parcels],
    cases: withTrack(world.cases, step.caseId, marked),
  };
  return parcels.reduce(joinAddressees, applyShared(next, step, effects.shared ?? [], seq));
}

function idOf(number: number): string {
  return `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

function withTrack(cases: World['cases'], caseId: string, track: Track): World['cases'] {
  const view = cases.get(caseId);
  if (view === undefined) return cases;
  const tracks = view.tracks.map((candidate) => (candidate.tenantId === track.tenantId ? track : candidate));
  return new Map(cases).set(caseId, { ...view, tracks });
}

/** Organs and party offices join a case when something is addressed to them. */
function joinAddressees(world: World, parcel: Parcel): World {
  return addTracks(world, parcel.caseId, parcel.draft.addresseeIds);
}

function addTracks(world: World, caseId: string, tenantIds: readonly string[]): World {
  const view = world.cases.get(caseId);
  if (view === undefined) return world;
  const joining = world.organisation.tenants.filter(
    (tenant) => tenantIds.includes(tenant.id) && !view.tracks.some((track) => track.tenantId === tenant.id),
  );
  const tracks = [...view.tracks, ...joining.map(newTrack)];
  return { ...world, cases: new Map(world.cases).set(caseId, { ...view, tracks }) };
}

export function newTrack(tenant: OrganisationFacts['tenants'][number]): Track {
  const { id, bodyId, kind, level, name, shortName, organKind } = tenant;
  const organ = organKind === undefined ? {} : { organKind };
  return {
    tenantId: id,
    bodyId,
    kind,
    level,
    name,
    shortName,
    ...organ,
    version: 1,
    round: 1,
    done: {},
    departures: [],
  };
}

function applyShared(world: World, step: Step, changes: readonly SharedChange[], seq: number): World {
  return changes.reduce((current, change) => applyOne(current, step, change, seq), world);
}

function applyOne(world: World, step: Step, change: SharedChange, seq: number): World {
  if (change.kind === 'create-topics')
    return change.topics.reduce((current, topic) => createTopic(current, step, topic), world);
  if (change.kind === 'create-session') return createSession(world, step, change);
  if (change.kind === 'add-organ-tracks') return addTracks(world, step.caseId, change.organIds);
  const named = 'caseId' in change ? change.caseId : undefined;
  const reached = change.kind === 'move-session' ? [...world.cases.keys()] : [named ?? step.caseId];
  const cases = new Map(world.cases);
  for (const caseId of reached) {
    const view = cases.get(caseId);
    if (view === undefined) continue;
    const tracks = view.tracks.map((track) => changeTrack(track, change, step.tenantId, { on: step.on, seq }));
    cases.set(caseId, changeCase({ ...view, tracks }, change));
  }
  return { ...world, cases };
}

function createTopic(
  world: World,
  step: Step,
  topic: Extract<SharedChange, { kind: 'create-topics' }>['topics'][number],
): World {
  const year = world.cases.get(step.caseId)?.year ?? 0;
  const bodies = world.organisation.tenants.filter((tenant) => tenant.kind === 'body');
  const view: CaseView = {
    kind: 'topic',
    cityCode: '510700',
    year,
    state: 'active',
    ...topic,
    tracks: bodies.map(newTrack),
  };
  return { ...world, cases: new Map(world.cases).set(topic.id, view) };
}

function createSession(world: World, step: Step, change: Extract<SharedChange, { kind: 'create-session' }>): World {
  const tenant = world.organisation.tenants.find((candidate) => candidate.id === step.tenantId);
  if (tenant === undefined) return world;
  const { sessionId, number, opens, closes } = change;
  const session = { sessionId, opens, closes, state: 'convened' as const };
  const view: CaseView = {
    kind: 'session',
    id: sessionId,
    cityCode: '510700',
    year: world.cases.get(step.caseId)?.year ?? 0,
    name: number,
    state: 'active',
    tracks: [{ ...newTrack(tenant), session }],
  };
  const chain = world.chains.get(step.tenantId) ?? [];
  const definition = findAct('session', 'body', 'begin-session');
  if (definition === undefined) throw new Error('The act begin-session is not declared.');
  const act = {
    kind: 'begin-session',
    seq: chain.length + 1,
    on: step.on,
    actorId: step.tenantId,
    tenantId: step.tenantId,
    payload: { number, opens, closes },
  };
  return {
    ...world,
    cases: new Map(world.cases).set(sessionId, view),
    states: new Map(world.states).set(
      stateKey(sessionId, step.tenantId),
      evolve('session', 'body', emptyCaseState, act),
    ),
    chains: new Map(world.chains).set(step.tenantId, [...chain, { ...act, caseId: sessionId, definition }]),
  };
}

/** Signs for a parcel, as the server composes the receipt. */
export function receive(world: World, parcel: Parcel, tenantId: string, on: PlainDateText): Taken {
  const sender = world.organisation.tenants.find((tenant) => tenant.id === parcel.fromTenantId);
  const payload = {
    packageId: parcel.id,
    digest: 'sha256:test',
    from: { tenantId: parcel.fromTenantId, name: sender?.name ?? '' },
    senderSeq: parcel.seq,
    senderHash: 'test',
    content: parcel.draft.content,
    attachments: parcel.draft.attachments ?? [],
  };
  const taken = take(world, { tenantId, caseId: parcel.caseId, kind: receiveKind(parcel.draft.kind), on, payload });
  if (taken.refusals.length > 0) return taken;
  const parcels = taken.world.parcels.map((candidate) =>
    candidate.id === parcel.id ? { ...candidate, receivedBy: [...candidate.receivedBy, tenantId] } : candidate,
  );
  return { world: { ...taken.world, parcels }, refusals: [] };
}
