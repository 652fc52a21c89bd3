import { createHash } from 'node:crypto';
import type { Actor } from '../src/domain/organisation/actor.ts';
import type { OpenConsultation } from '../src/domain/topic/consultation.ts';
import { confirmEntered, receivePackage, takeAct } from '../src/server/acts/act-commands.ts';
import { findConsultation } from '../src/server/acts/consultation-store.ts';
import { previewMove } from '../src/server/acts/move-session.ts';
import { inScope, type Trx } from '../src/server/db/database.ts';
import { uuidv7 } from '../src/server/db/uuid.ts';
import { openYearCase } from '../src/server/topics/case-commands.ts';
import { insertConsultation, writeOpinion } from '../src/server/topics/consultation-store.ts';
import { type Entry, yearId } from './build/play.ts';
import { everybodyOf, take, type World } from './build/world.ts';
import type { TestDatabase } from './test-database.ts';

/**
 * A linkage in a real database that repeats, act by act, what a play in memory did: the same tenants, people and payloads under
 * identifiers of the database's own kind, through the commands that the routes call.
 */
export type Mirror = {
  /** The play's names → the database's identifiers, as far as they are known. */
  idOf: (name: string) => string;
  /** Anything of the play, with every name in it replaced. */
  translated: (value: unknown) => unknown;
  /** Repeats one act; with `fails`, in a transaction that comes to nothing in the end. */
  repeat: (entry: Entry, fails?: boolean) => Promise<void>;
};

const cityCode = '510700';

export async function mirrorOf(db: TestDatabase, world: World): Promise<Mirror> {
  const ids = new Map<string, string>();
  const idOf = (name: string) => ids.get(name) ?? name;
  await writeOrganisation(db, world, ids);
  const actorOf = (tenantId: string): Actor => {
    const actor = everybodyOf(world, tenantId);
    const { unitIds, bodyId } = actor;
    const own = { personId: idOf(tenantId), tenantId: idOf(tenantId), accountId: idOf(tenantId), cityCode };
    return { ...actor, ...own, bodyId: idOf(bodyId), unitIds: unitIds.map(idOf) };
  };
  const tails = new Map(world.organisation.tenants.map(({ id }) => [id.slice(-12), idOf(id).slice(-12)]));
  const translated = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? withTail(value, tails);
    if (Array.isArray(value)) return value.map(translated);
    if (value === null || typeof value !== 'object') return value;
    // A key may hold a name behind a word: on-site/county-1 (coverage-marks.ts).
    const keyOf = (key: string) => key.split('/').map(idOf).join('/');
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [keyOf(key), translated(member)]));
  };
  const newId = () => uuidv7();
  const { caseId } = await inScope(db, actorOf('city'), (trx) =>
    openYearCase(trx, actorOf('city'), 2026, { today: '2025-11-03', newId }),
  );
  ids.set(yearId, caseId);
  const repeat = async (entry: Entry, fails = false) => {
    const actor = actorOf(entry.step.tenantId);
    const commanded = inScope(db, actor, async (trx) => {
      const made = await command(trx, actor, entry, { translated, idOf });
      if (fails) throw new RolledBack();
      return made;
    });
    const made = await commanded.catch((error: unknown) => {
      if (error instanceof RolledBack) return undefined;
      throw error;
    });
    if (made !== undefined) learn(entry, made, ids);
  };
  return { idOf, translated, repeat };
}

class RolledBack extends Error {}

type Made = { packageIds: readonly string[]; createdCaseIds: readonly string[] };
type Names = Pick<Mirror, 'idOf' | 'translated'>;

async function command(trx: Trx, actor: Actor, { step, before }: Entry, { translated, idOf }: Names): Promise<Made> {
  const moment = { at: `${step.on}T01:00:00.000Z`, today: '2100-01-01', newId: () => uuidv7() };
  if (step.kind === 'record-consultation' || step.kind === 'consult-adjustment') {
    await confer(trx, actor, idOf(step.caseId), { said: translated(step.payload) as OpenConsultation, at: moment.at });
  }
  const outcome = step.kind.startsWith('receive-package/')
    ? await receivePackage(trx, actor, idOf((step.payload as { packageId: string }).packageId), step.on, moment)
    : await takeAct(trx, actor, await requestOf(trx, actor, { step, before }, { translated, idOf }), moment);
  if (outcome.state === 'recorded') return outcome;
  const chair: Actor = { ...actor, personId: idOf(`${step.tenantId}-chair`), roles: ['chairperson'] };
  const confirmed = await confirmEntered(trx, chair, outcome.enteredId, moment);
  if (confirmed.state !== 'recorded') throw new Error(`${step.kind} was confirmed and is still waiting.`);
  return confirmed;
}

/** What the bodies said in the play stands open to be recorded, as their offices would have written it. */
async function confer(
  trx: Trx,
  { cityCode: city, tenantId, personName }: Actor,
  caseId: string,
  { said, at }: { said: OpenConsultation; at: string },
): Promise<void> {
  const number = ((await findConsultation(trx, city, caseId))?.number ?? 0) + 1;
  const key = { cityCode: city, caseId, number };
  const bodyIds = [...new Set([tenantId, ...said.opinions.map((opinion) => opinion.tenantId)])];
  await insertConsultation(trx, key, { convenerId: tenantId, bodyIds, items: said.items, personName, at });
  for (const opinion of said.opinions) await writeOpinion(trx, key, { opinion, version: 0, personName, at });
}

async function requestOf(trx: Trx, actor: Actor, { step, before }: Omit<Entry, 'after'>, { translated, idOf }: Names) {
  const { reason, ...bare } = step;
  const asked = take(before, bare).refusals.map(({ code }) => [code, reason ?? '']);
  const caseId = idOf(step.caseId);
  const payload = translated(step.payload) as { opens: string; closes: string };
  // The days that a move changes are looked at before it is decided.
  const { opens, closes } = payload;
  const seen =
    step.kind === 'move-session'
      ? { seenChangeSet: (await previewMove(trx, actor, caseId, { opens, closes })).digest }
      : {};
  return {
    caseId,
    kind: step.kind,
    on: step.on,
    payload: { ...payload, ...seen },
    reasons: Object.fromEntries(asked),
    meeting: translated(step.meeting) as typeof step.meeting,
    version: undefined,
  };
}

/** What the database named by itself: the cases that began with the act, and the packages it sealed. */
function learn({ before, after }: Entry, made: Made, ids: Map<string, string>): void {
  const begun = [...after.cases.keys()].filter((id) => !before.cases.has(id));
  for (const [index, id] of begun.entries()) ids.set(id, made.createdCaseIds[index] ?? id);
  const sealed = after.parcels.slice(before.parcels.length).filter(({ draft }) => draft.addresseeIds.length > 0);
  for (const [index, { id }] of sealed.entries()) ids.set(id, made.packageIds[index] ?? id);
}

/** Identifiers that come from an act's place in its chain end like its tenant's: `f-city-7`, `d-county-1-12-1`. */
function withTail(text: string, tails: ReadonlyMap<string, string>): string {
  for (const [tail, own] of tails) {
    const place = text.slice(2 + tail.length);
    if (text.slice(2, 2 + tail.length) === tail && /^-\d+(-\d+)?$/u.test(place))
      return `${text.slice(0, 2)}${own}${place}`;
  }
  return text;
}

async function writeOrganisation(db: TestDatabase, world: World, ids: Map<string, string>): Promise<void> {
  const { tenants, units, parks, appointments } = world.organisation;
  const named = (name: string) => {
    const hex = createHash('sha256').update(name).digest('hex');
    const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    ids.set(name, id);
    return id;
  };
  const insert = (text: string, values: readonly unknown[]) => db.owner.query(text, [cityCode, ...values]);
  await insert("insert into linkage (city_code, name, short_name) values ($1, '示例市', '示例')", []);
  for (const { id, kind, level, name, bodyId, organKind } of tenants) {
    await insert(
      `insert into tenant (city_code, id, kind, level, area_code, name, short_name, body_id, organ_kind)
       values ($1, $2, $3, $4, '510700', $5, $5, $6, $7)`,
      [named(id), kind, level, name, named(bodyId), organKind ?? null],
    );
  }
  for (const { id, tenantId, name, kind } of units)
    await insert('insert into unit (city_code, id, tenant_id, name, kind) values ($1, $2, $3, $4, $5)', [
      named(id),
      named(tenantId),
      name,
      kind,
    ]);
  for (const { id, tenantId, name } of parks)
    await insert('insert into park (city_code, id, tenant_id, name) values ($1, $2, $3, $4)', [
      named(id),
      named(tenantId),
      name,
    ]);
  for (const { personId, personName, tenantId, post, from } of appointments) {
    await insert(`insert into person (city_code, id, tenant_id, source_key, name) values ($1, $2, $3, $4, $5)`, [
      named(personId),
      named(tenantId),
      personId,
      personName,
    ]);
    await insert(
      `insert into appointment (city_code, id, person_id, tenant_id, post, from_date) values ($1, $2, $3, $4, $5, $6)`,
      [uuidv7(), named(personId), named(tenantId), post, from],
    );
  }
}
