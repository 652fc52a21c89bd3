import { findAct } from '../../domain/acts.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import type { Attachment } from '../../domain/package/attachment.ts';
import { type Receipt, receiveKind } from '../../domain/package/receive.ts';
import type { ActDefinition, Facts, MeetingRecord } from '../../domain/procedure/act.ts';
import type { Departure, PlainDateText } from '../../domain/procedure/case.ts';
import { checkAct, isCollective } from '../../domain/procedure/check-act.ts';
import { checkConfirmer, checkWithdrawer } from '../../domain/procedure/confirmation.ts';
import { refuseEnteredAgain } from '../../domain/procedure/waiting-decisions.ts';
import { isBlocking, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Trx } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';
import { ConflictError, NotFoundError, RefusedError, refuseAny } from '../errors.ts';
import { announce } from '../http/live.ts';
import { type ChainHead, lockChainAndCase, startChain } from '../ledger/ledger-store.ts';
import { linkageFacts } from '../organisations/linkage-facts-queries.ts';
import { getCaseOfPackage, getPackage, type PackageWithContent } from '../packages/package-queries.ts';
import { requireOwnFiles, signForPackage } from '../packages/package-store.ts';
import {
  factsFor,
  loadOwnCase,
  ownTrack,
  withConsultation,
  withMotion,
  withSitting,
  withWords,
  withYear,
} from './act-facts.ts';
import { draftOwnerOf, forgetDraft } from './draft-commands.ts';
import { type EnteredAct, findEnteredForUpdate, insertEnteredAct, isWaiting, settleEntered } from './entered-store.ts';
import { withChangeSet } from './move-session.ts';
import { type Recorded, recordAct } from './record-act.ts';

/** What the request fixes besides who asks: parsed by the contract, judged by the domain. */
export type ActRequest = {
  caseId: string;
  kind: string;
  /** Day the act happened; that of the meeting which decided it, or today when the office records it at once. */
  on: PlainDateText | undefined;
  payload: unknown;
  /** Recorded reasons for departures, by refusal code. */
  reasons: Readonly<Record<string, string>>;
  meeting: MeetingRecord | undefined;
  /** Version of the own track that the form was filled in on; a newer one is a conflict. */
  version: number | undefined;
};

/** Clock and identifiers of one command. */
export type Moment = { at: string; today: PlainDateText; newId: () => string };

/** The moment of a request. */
export function momentOf({ at, today }: { at: string; today: PlainDateText }): Moment {
  return { at, today, newId: () => uuidv7() };
}

export type ActOutcome = ({ state: 'recorded' } & Recorded) | { state: 'entered'; enteredId: string };

/**
 * Takes one act in the caller's transaction. A collective act is only entered; `confirmEntered` makes it an act. Throws
 * RefusedError with every refusal, NotFoundError for a case that is not the actor's, ConflictError for an outdated version.
 */
export async function takeAct(trx: Trx, actor: Actor, request: ActRequest, moment: Moment): Promise<ActOutcome> {
  const { head, loaded } = await lockAndLoad(trx, actor, request.caseId);
  const on = request.on ?? request.meeting?.date;
  const { definition, facts } = await prepare(trx, { actor, loaded, request: { ...request, on }, moment });
  if (request.version !== undefined && request.version !== facts.own.version) {
    throw new ConflictError(
      'case/changed',
      `“${facts.view.name}”在您填写期间已有变动，请刷新后重试；您填写的内容仍在。`,
    );
  }
  const departures = decide(definition, request, facts);
  await requireOwnFiles(trx, attachedIn(request.payload), actor);
  if (isCollective(definition)) {
    await forgetDraft(trx, actor, request);
    return enter(trx, request, facts, definition, moment);
  }
  const recorded = await recordAct(trx, {
    head,
    definition,
    payload: request.payload,
    facts,
    departures,
    meeting: request.meeting,
    draftOwnerId: draftOwnerOf(actor, request.kind),
    recordedAt: moment.at,
    newId: moment.newId,
  });
  return { state: 'recorded', ...recorded };
}

/** Files that an act names beside what it says; whatever seals them asks again. */
function attachedIn(payload: unknown): readonly Attachment[] {
  if (typeof payload !== 'object' || payload === null || !('attachments' in payload)) return [];
  // Parsed by the schema of the act, in which that member is a list of files.
  return payload.attachments as readonly Attachment[];
}

type OwnCase = Awaited<ReturnType<typeof loadOwnCase>>;

/**
 * Locks the chain and the case and reads the case. Both statements travel together and are carried out in this order: what is read is what
 * the one who held the locks before left behind.
 */
async function lockAndLoad(trx: Trx, actor: Actor, caseId: string): Promise<{ head: ChainHead; loaded: OwnCase }> {
  const { cityCode, tenantId } = actor;
  const [head, loaded] = await Promise.all([
    lockChainAndCase(trx, { cityCode, tenantId, caseId }),
    loadOwnCase(trx, actor, caseId),
  ]);
  if (head !== undefined) return { head, loaded };
  // The tenant's first act: nothing was locked, and what was read may be outdated.
  await startChain(trx, cityCode, tenantId);
  return lockAndLoad(trx, actor, caseId);
}

type Preparing = {
  actor: Actor;
  loaded: OwnCase;
  request: Pick<ActRequest, 'kind' | 'on' | 'payload'>;
  moment: Moment;
};

async function prepare(
  trx: Trx,
  { actor, loaded, request, moment }: Preparing,
): Promise<{ definition: ActDefinition; facts: Facts }> {
  // A case one has no part in is not there, whatever kind of act is asked for.
  ownTrack(loaded.view, actor);
  const definition = findAct(loaded.view.kind, actor.kind, request.kind);
  if (definition === undefined) throw new NotFoundError('act', request.kind);
  const facts = factsFor(actor, loaded, { on: request.on ?? moment.today, today: moment.today });
  const ofYear = await withYear(trx, definition, facts);
  const conferred = await withConsultation(trx, definition, ofYear);
  const put = await withMotion(trx, definition, conferred);
  const heard = await withWords(trx, definition, put);
  const sitting = await withSitting(trx, definition.sitting, request.payload, heard);
  return { definition, facts: await withChangeSet(trx, definition, request.payload, sitting) };
}

/** Departures with their reasons, or a refusal of the whole. */
function decide(
  definition: ActDefinition,
  request: Pick<ActRequest, 'payload' | 'reasons' | 'meeting'>,
  facts: Facts,
): readonly Omit<Departure, 'on' | 'seq'>[] {
  const refusals = checkAct(definition, request.payload, facts, request.meeting);
  refuseAny(refusals.filter((refusal) => isBlocking(refusal) || !reasonFor(refusal, request.reasons)));
  return refusals.map(({ code, clause }) => ({ code, clause, reason: request.reasons[code] ?? '' }));
}

function reasonFor(refusal: Refusal, reasons: Readonly<Record<string, string>>): boolean {
  return (reasons[refusal.code] ?? '').trim().length > 0;
}

async function enter(
  trx: Trx,
  request: ActRequest,
  facts: Facts,
  definition: ActDefinition,
  moment: Moment,
): Promise<ActOutcome> {
  if (
    definition.repeatable !== true &&
    (await isWaiting(trx, facts.actor.cityCode, facts.actor.tenantId, facts.view.id, definition.kind))
  ) {
    throw new RefusedError([refuseEnteredAgain(definition)]);
  }
  const enteredId = moment.newId();
  await insertEnteredAct(trx, facts.actor.cityCode, {
    id: enteredId,
    tenantId: facts.actor.tenantId,
    caseId: facts.view.id,
    kind: definition.kind,
    on: facts.on,
    payload: request.payload,
    meeting: request.meeting ?? null,
    reasons: { ...request.reasons },
    enteredBy: facts.actor.personId,
    enteredByName: facts.actor.personName,
  });
  announce(trx, { cityCode: facts.actor.cityCode, caseIds: [facts.view.id], reach: 'tenant' });
  return { state: 'entered', enteredId };
}

/**
 * A chairperson confirms that the meeting decided what the office entered. The rules are asked again, as the office stood: what has
 * become impossible in the meantime is refused and stays waiting.
 */
export async function confirmEntered(trx: Trx, actor: Actor, enteredId: string, moment: Moment): Promise<ActOutcome> {
  const entered = await getWaiting(trx, actor, enteredId, moment.today);
  const { head, loaded } = await lockAndLoad(trx, actor, entered.caseId);
  const clerk: Actor = {
    ...actor,
    personId: entered.enteredBy,
    personName: entered.enteredByName,
    roles: ['office-clerk'],
  };
  const { definition, facts } = await prepare(trx, { actor: clerk, loaded, request: entered, moment });
  const departures = decide(definition, { ...entered, meeting: entered.meeting ?? undefined }, facts);
  const recorded = await recordAct(trx, {
    head,
    definition,
    payload: entered.payload,
    facts: { ...facts, actor },
    departures,
    meeting: entered.meeting ?? undefined,
    enteredBy: { id: entered.enteredBy, name: entered.enteredByName },
    recordedAt: moment.at,
    newId: moment.newId,
  });
  await settleEntered(trx, actor.cityCode, enteredId, {
    state: 'confirmed',
    by: actor.personId,
    reason: null,
    seq: recorded.seq,
  });
  return { state: 'recorded', ...recorded };
}

/** A chairperson sends an entry back to the office with a reason; nothing enters the ledger. */
export async function sendBackEntered(
  trx: Trx,
  actor: Actor,
  enteredId: string,
  reason: string,
  today: PlainDateText,
): Promise<void> {
  await giveBack(trx, actor, await getWaiting(trx, actor, enteredId, today), { state: 'sent-back', reason });
}

/** Who entered a decision, or the office, takes it back before it is confirmed; nothing enters the ledger. */
export async function withdrawEntered(trx: Trx, actor: Actor, enteredId: string): Promise<void> {
  const entered = await getEntered(trx, actor, enteredId);
  refuseAny(checkWithdrawer(actor, entered.enteredBy));
  mustWait(entered);
  await giveBack(trx, actor, entered, { state: 'withdrawn', reason: null });
}

async function giveBack(
  trx: Trx,
  { cityCode, personId }: Actor,
  { id, caseId }: EnteredAct,
  settled: { state: 'sent-back' | 'withdrawn'; reason: string | null },
): Promise<void> {
  await settleEntered(trx, cityCode, id, { ...settled, by: personId, seq: null });
  announce(trx, { cityCode, caseIds: [caseId], reach: 'tenant' });
}

async function getWaiting(trx: Trx, actor: Actor, enteredId: string, today: PlainDateText): Promise<EnteredAct> {
  const entered = await getEntered(trx, actor, enteredId);
  const { organisation } = await linkageFacts(trx, actor.cityCode);
  refuseAny(checkConfirmer(actor, entered.enteredBy, organisation, today));
  mustWait(entered);
  return entered;
}

async function getEntered(trx: Trx, actor: Actor, enteredId: string): Promise<EnteredAct> {
  const entered = await findEnteredForUpdate(trx, actor.cityCode, actor.tenantId, enteredId);
  if (entered === undefined) throw new NotFoundError('entered-act', enteredId);
  return entered;
}

function mustWait({ state }: EnteredAct): void {
  if (state === 'waiting') return;
  throw new RefusedError([refuse('entered/settled', '监督法 §8', '这项决定已经确认、退回或者撤回。')]);
}

/** Signs for a package (签收): the receipt is an act in the addressee's own chain and witnesses the sender's. */
export async function receivePackage(
  trx: Trx,
  actor: Actor,
  packageId: string,
  on: PlainDateText | undefined,
  moment: Moment,
): Promise<ActOutcome> {
  // Whether it is signed for already is read under the lock: both clerks of an office may press at the same moment.
  const caseId = await getCaseOfPackage(trx, actor.cityCode, packageId);
  const { head, loaded } = await lockAndLoad(trx, actor, caseId);
  const sealed = await getPackage(trx, actor.cityCode, packageId);
  const mine = sealed.addressees.find((addressee) => addressee.tenantId === actor.tenantId);
  if (mine === undefined) throw new NotFoundError('package', packageId);
  const request = {
    kind: receiveKind(sealed.kind),
    on,
    payload: receiptOf(sealed),
    reasons: {},
    meeting: undefined,
  };
  if (mine.receivedAt !== null) {
    throw new RefusedError([
      refuse('package/already-received', 'S5.3', `“${sealed.title}”已于${mine.receivedOn ?? ''}签收。`),
    ]);
  }
  const { definition, facts } = await prepare(trx, { actor, loaded, request, moment });
  if (facts.on < sealed.sealedOn) {
    throw new RefusedError([
      refuse('package/before-sealing', 'S5.3', `签收日期不能早于发出日期${sealed.sealedOn}。`, 'on'),
    ]);
  }
  const departures = decide(definition, request, facts);
  const recorded = await recordAct(trx, {
    head,
    definition,
    payload: request.payload,
    facts,
    departures,
    meeting: undefined,
    recordedAt: moment.at,
    newId: moment.newId,
  });
  await signForPackage(trx, {
    cityCode: actor.cityCode,
    packageId,
    tenantId: actor.tenantId,
    at: moment.at,
    on: facts.on,
    personId: actor.personId,
    digest: sealed.digest,
    seq: recorded.seq,
  });
  return { state: 'recorded', ...recorded };
}

function receiptOf(sealed: PackageWithContent): Receipt {
  return {
    packageId: sealed.id,
    digest: sealed.digest,
    from: { tenantId: sealed.fromTenantId, name: sealed.fromName },
    senderSeq: sealed.senderSeq,
    senderHash: sealed.senderHash,
    // The content was sealed by `sealPackage` from a PackageDraft of that kind and is immutable since.
    content: sealed.content as Receipt['content'],
    attachments: sealed.attachments,
  };
}
