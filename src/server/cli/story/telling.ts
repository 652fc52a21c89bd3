import type { PackageView } from '../../../contract/packages.ts';
import { findAct } from '../../../domain/acts.ts';
import type { CaseState } from '../../../domain/case-state.ts';
import type { Role } from '../../../domain/organisation/actor.ts';
import { councilIdsOn, organsOfBody } from '../../../domain/organisation/facts.ts';
import type { Tenant } from '../../../domain/organisation/tenant.ts';
import { receiveKind } from '../../../domain/package/receive.ts';
import type { ActDefinition } from '../../../domain/procedure/act.ts';
import type { CaseKind, CaseView, PlainDateText } from '../../../domain/procedure/case.ts';
import { type Cast, type Player, problemText } from './cast.ts';

/** A story being told: who plays, in which bodies, where its lines go, and the day it may not go beyond. */
export type Story = {
  cast: Cast;
  city: Tenant;
  counties: readonly Tenant[];
  /** The server's day: nothing can be recorded that has not happened yet. */
  today: PlainDateText;
  say: (line: string) => void;
};

/** A case by its identifier and kind; of a topic also the city's committee that leads it. */
export type CaseRef = { id: string; kind: CaseKind; leadUnitId?: string };

/** One act of the story: who takes it, in which case, on which day. */
export type Deed = {
  by: Tenant;
  in: CaseRef;
  kind: string;
  on: PlainDateText;
  payload?: unknown;
  /** Reasons for departures that the story means to make, by refusal code. */
  reasons?: Readonly<Record<string, string>>;
};

type Outcome = { state: 'recorded' | 'entered'; enteredId?: string; createdCaseIds?: string[] };

const roleOf = {
  office: 'office-clerk',
  'lead-committee': 'committee-clerk',
  'council-of-chairpersons': 'office-clerk',
  session: 'office-clerk',
  organ: 'organ-clerk',
  'party-office': 'party-clerk',
  deputies: 'deputy',
} as const satisfies Record<ActDefinition['by'], Role>;

/** The linkage's bodies as the story needs them. Throws in Chinese when there is no city or no county. */
export function storyOf(cast: Cast, today: PlainDateText, say: (line: string) => void): Story {
  const bodies = cast.organisation.tenants.filter(({ kind }) => kind === 'body');
  const city = bodies.find(({ level }) => level === 'city');
  const counties = bodies.filter(({ level }) => level === 'county');
  if (city === undefined || counties.length === 0) throw new Error('联动域须有一个市级和至少一个县级人大常委会。');
  return { cast, city, counties, today, say };
}

/** City first, then the counties. */
export function bodiesOf({ city, counties }: Story): readonly Tenant[] {
  return [city, ...counties];
}

function definitionOf({ by, in: place, kind }: Deed): ActDefinition {
  const definition = findAct(place.kind, by.kind, kind);
  if (definition === undefined) throw new Error(`No act ${kind} for a ${by.kind} in a ${place.kind} case.`);
  return definition;
}

/**
 * Takes an act over the API; one of a meeting is entered by the office and confirmed by a chairperson (监督法 §8). Says it with its
 * clause, and gives the ids of the cases it created. Throws with the refusals when it is refused.
 */
export async function act(story: Story, deed: Deed): Promise<readonly string[]> {
  const definition = definitionOf(deed);
  const outcome = await enter(story, deed);
  const recorded = outcome.state === 'entered' ? await confirm(story, deed, outcome) : outcome;
  story.say(lineOf(story, deed, definition));
  return recorded.createdCaseIds ?? [];
}

/** As `act`, but what a meeting decided is only entered and waits for its confirmation. */
export async function enter(story: Story, deed: Deed): Promise<Outcome> {
  const definition = definitionOf(deed);
  const player = await playerOf(story, deed, definition);
  return player.post<Outcome>(pathOf(deed), bodyOf(story, deed, definition));
}

/** An act that the rules forbid: it has to be refused under this code, and the refusal is told. Throws when it is not. */
export async function refused(story: Story, deed: Deed, code: string): Promise<void> {
  const definition = definitionOf(deed);
  const player = await playerOf(story, deed, definition);
  const answer = await player.attempt(pathOf(deed), bodyOf(story, deed, definition));
  const codes = answer.ok ? [] : [answer.problem.code, ...(answer.problem.refusals ?? []).map((one) => one.code)];
  if (answer.ok || !codes.includes(code)) {
    const said = answer.ok ? '通过了' : problemText(answer.problem);
    throw new Error(`“${definition.title}”应以 ${code} 被拒绝，实际：${said}`);
  }
  const one = answer.problem.refusals?.find((refusal) => refusal.code === code);
  const why = one === undefined ? problemText(answer.problem) : `${one.text}（${one.clause}）`;
  story.say(`  ✗ 拒绝  ${deed.by.shortName} ${definition.title}：${why}`);
}

function pathOf(deed: Deed): string {
  return `/api/cases/${deed.in.id}/acts/${deed.kind}`;
}

function playerOf({ cast }: Story, { by, in: place }: Deed, definition: ActDefinition): Promise<Player> {
  const leads = definition.by === 'lead-committee' && by.level === 'city';
  return cast.of(by.id, roleOf[definition.by], leads ? place.leadUnitId : undefined);
}

function bodyOf(story: Story, deed: Deed, definition: ActDefinition) {
  const on = dayOf(story, deed.on);
  const meeting = definition.by === 'council-of-chairpersons' ? { meeting: meetingOf(story, deed.by, on) } : {};
  return { on, payload: deed.payload ?? {}, reasons: deed.reasons ?? {}, ...meeting };
}

/** No day of the story lies in the server's future. */
export function dayOf({ today }: Story, on: PlainDateText): PlainDateText {
  return on < today ? on : today;
}

function meetingOf({ cast }: Story, body: Tenant, date: PlainDateText) {
  const presentIds = councilIdsOn(cast.organisation, body.id, date);
  return { date, name: `${body.shortName}主任会议`, chairId: presentIds[0], presentIds };
}

async function confirm({ cast }: Story, { by }: Deed, { enteredId }: Outcome): Promise<Outcome> {
  const chairperson = await cast.of(by.id, 'chairperson');
  return chairperson.post<Outcome>(`/api/entered-acts/${enteredId}/confirmation`, {});
}

function lineOf(story: Story, deed: Deed, { title, clause }: ActDefinition): string {
  const reasons = Object.values(deed.reasons ?? {});
  const why = reasons.length === 0 ? '' : `  理由：${[...new Set(reasons)].join('；')}`;
  return `${dayOf(story, deed.on)}  ${clause.padEnd(6)}  ${deed.by.shortName}  ${title}${why}`;
}

const signingRole = { body: 'office-clerk', organ: 'organ-clerk', 'party-office': 'party-clerk' } as const;

/** Signs for everything that lies in a tenant's inbox on a day, in the order it was sent (签收). */
export async function sign(story: Story, tenant: Tenant, on: PlainDateText): Promise<void> {
  const clerk = await story.cast.of(tenant.id, signingRole[tenant.kind]);
  const day = dayOf(story, on);
  const { packages } = await clerk.get<{ packages: PackageView[] }>(
    '/api/packages?box=in&receipt=waiting&pageSize=200',
  );
  const open = packages
    .filter(({ sealedOn }) => sealedOn <= day)
    .toSorted((left, right) => left.sealedAt.localeCompare(right.sealedAt));
  for (const sealed of open) {
    await clerk.post(`/api/packages/${sealed.id}/receipt`, { on: day });
    const clause = clauseOfReceipt(tenant, sealed);
    story.say(`${day}  ${clause.padEnd(6)}  ${tenant.shortName}  签收${sealed.kindName}：${sealed.title}`);
  }
}

function clauseOfReceipt(tenant: Tenant, sealed: PackageView): string {
  const kind = receiveKind(sealed.kind as Parameters<typeof receiveKind>[0]);
  const found = (['topic', 'year', 'session'] as const).map((place) => findAct(place, tenant.kind, kind));
  return found.find((definition) => definition !== undefined)?.clause ?? '';
}

/** What one tenant sees of a case: every track's progress, and its own contents. */
export async function seen(
  story: Story,
  tenant: Tenant,
  caseId: string,
): Promise<{ view: CaseView; state: CaseState }> {
  const clerk = await story.cast.of(tenant.id, signingRole[tenant.kind]);
  return clerk.get<{ view: CaseView; state: CaseState }>(`/api/cases/${caseId}`);
}

/** Organs of a body's own level: the government first, which reports, then a department where there is one (监督法 §6). */
export function organsOf({ cast }: Story, body: Tenant): { government: Tenant; department: Tenant | undefined } {
  const own = organsOfBody(cast.organisation, body.id);
  const government = own.find(({ organKind }) => organKind === 'government');
  if (government === undefined) throw new Error(`${body.name}没有同级人民政府，不能确定报告机关。`);
  return { government, department: own.find(({ organKind }) => organKind === 'department') };
}

/** The party office of a body's own level, where there is one. */
export function partyOfficeOf({ cast }: Story, body: Tenant): Tenant | undefined {
  return cast.organisation.tenants.find(({ kind, bodyId }) => kind === 'party-office' && bodyId === body.id);
}
