import type { MotionView } from '../../contract/interpellations.ts';
import type { Interpellation } from '../../domain/handling/handling-state.ts';
import {
  checkDraftable,
  checkInterpellation,
  checkKeeper,
  checkSigner,
  checkSubmission,
  checkSubmitter,
  followsMotions,
  isMemberToday,
} from '../../domain/handling/interpellation-motion.ts';
import { checkSpeaker, openAnswerOf } from '../../domain/handling/interpellation-word.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import { memberIdsOn, tenantNameOf } from '../../domain/organisation/facts.ts';
import type { Facts } from '../../domain/procedure/act.ts';
import type { PlainDateText } from '../../domain/procedure/case.ts';
import type { Moment } from '../acts/act-commands.ts';
import { factsFor, loadOwnCase } from '../acts/act-facts.ts';
import { listSessions } from '../acts/act-queries.ts';
import {
  findMotion,
  listMotions,
  lockMotion,
  lockMotions,
  type StoredMotion,
  signedNow,
} from '../acts/motion-store.ts';
import type { Trx } from '../db/database.ts';
import { ConflictError, ForbiddenError, NotFoundError, refuseAny } from '../errors.ts';
import { announce } from '../http/live.ts';
import { linkageFacts } from '../organisations/linkage-facts-queries.ts';
import { insertNotices, type NoticeRow } from '../tasks/notice-store.ts';
import {
  deleteSignature,
  insertMotion,
  type MotionKey,
  updateState,
  updateWords,
  writeSignature,
  writeWord,
} from './interpellation-store.ts';
import { motionView } from './interpellation-view.ts';

type Now = Pick<Moment, 'at' | 'today' | 'newId'>;
const keyOf = ({ cityCode, tenantId }: Actor, id: string): MotionKey => ({ cityCode, tenantId, id });

/** Motions of the own body, of one case where it is named. Throws ForbiddenError for who is neither a member nor of the office. */
export async function listMotionsFor(
  trx: Trx,
  actor: Actor,
  caseId: string | undefined,
  today: PlainDateText,
): Promise<readonly MotionView[]> {
  await mustFollow(trx, actor, today);
  const motions = await listMotions(trx, actor.cityCode, actor.tenantId, caseId ?? null);
  const facts = new Map<string, Facts>();
  const views: MotionView[] = [];
  for (const motion of motions) {
    const known = facts.get(motion.caseId) ?? (await factsOf(trx, actor, motion.caseId, today));
    facts.set(motion.caseId, known);
    views.push(motionView(motion, known));
  }
  return views;
}

/** Puts a wording out for signing and tells the members; a member who drafts it signs it with that. Throws RefusedError. */
export async function draftMotion(
  trx: Trx,
  actor: Actor,
  caseId: string,
  words: Interpellation,
  { at, today, newId }: Now,
): Promise<MotionView> {
  await mustFollow(trx, actor, today);
  const facts = await factsOf(trx, actor, caseId, today);
  refuseAny([...checkDraftable(facts), ...checkInterpellation(words, facts)]);
  const key = keyOf(actor, newId());
  const by = byOf(actor, at);
  await insertMotion(trx, key, { caseId, round: facts.own.round, words, by });
  return putOut(trx, facts, { key, version: 1, words, by }, newId);
}

/** Another wording, to which nobody has signed yet; a member who writes it signs it with that. */
export async function reviseMotion(
  trx: Trx,
  actor: Actor,
  id: string,
  { version, ...words }: Interpellation & { version: number },
  { at, today, newId }: Now,
): Promise<MotionView> {
  const { motion, facts } = await lockFollowed(trx, actor, id, today);
  refuseAny([...checkKeeper(motion, facts), ...checkInterpellation(words, facts)]);
  mustBeRead(motion, version);
  const key = keyOf(actor, id);
  await updateWords(trx, key, words);
  return putOut(trx, facts, { key, version: version + 1, words, by: byOf(actor, at) }, newId);
}

type Wording = { key: MotionKey; version: number; words: Interpellation; by: ReturnType<typeof byOf> };

/** A wording goes out for signing: a member who wrote it has signed it with that, the others are asked. */
async function putOut(
  trx: Trx,
  facts: Facts,
  { key, version, words, by }: Wording,
  newId: Now['newId'],
): Promise<MotionView> {
  if (isMemberToday(facts)) await writeSignature(trx, key, version, by);
  await askToSign(trx, facts, words, newId);
  return told(trx, facts, key);
}

function byOf({ personId, personName }: Actor, at: string) {
  return { personId, personName, at };
}

/** The actor’s own signature on the wording he read; given twice it is one. */
export async function signMotion(
  trx: Trx,
  actor: Actor,
  id: string,
  version: number,
  { at, today }: Now,
): Promise<MotionView> {
  const { motion, facts } = await lockFollowed(trx, actor, id, today);
  refuseAny(checkSigner(motion, facts));
  mustBeRead(motion, version);
  const key = keyOf(actor, id);
  await writeSignature(trx, key, version, { personId: actor.personId, personName: actor.personName, at });
  return told(trx, facts, key);
}

/** Takes the actor’s own signature back; where there is none, nothing changes. */
export async function revokeMotionSignature(
  trx: Trx,
  actor: Actor,
  id: string,
  { today }: Pick<Now, 'today'>,
): Promise<MotionView> {
  const { motion, facts } = await lockFollowed(trx, actor, id, today);
  refuseAny(checkSigner(motion, facts));
  const key = keyOf(actor, id);
  await deleteSignature(trx, key, actor.personId);
  return told(trx, facts, key);
}

/** INQ-01…03: with enough signatures, on a day of a sitting. From here on nobody takes his signature back. */
export async function submitMotion(
  trx: Trx,
  actor: Actor,
  id: string,
  { version, on }: { version: number; on: PlainDateText },
  { today, newId }: Now,
): Promise<MotionView> {
  const { motion, beside, facts } = await lockWithOthers(trx, actor, id, today);
  const signatures = signedNow(motion);
  refuseAny(checkSubmitter(signatures, facts));
  mustBeRead(motion, version);
  refuseAny(checkDraftable(facts));
  refuseAny(checkSubmission({ on, signatures, state: motion.state }, facts));
  const key = keyOf(actor, id);
  if (beside.some(({ state }) => state === 'submitted'))
    throw new ConflictError('interpellation/another-put', '本议题已有一件质询案提出，正等待主任会议决定。');
  await updateState(trx, key, { state: 'submitted', submittedOn: on });
  const text = `关于“${facts.view.name}”的质询案已于${on}提出，由主任会议决定答复方式。`;
  await tell(trx, facts, signatures.map(settledFor(`您签名的${text}`)), newId);
  await tell(trx, facts, [{ kind: 'interpellation-settled', performer: 'office', text }], newId);
  return told(trx, facts, key);
}

/** The actor’s own word on an answer that was signed for (监督法 §53); said again it replaces what he said before. */
export async function speakOnAnswer(
  trx: Trx,
  actor: Actor,
  id: string,
  word: { isAgain: boolean; no: number; isSatisfied: boolean },
  { at, today }: Now,
): Promise<MotionView> {
  const { facts } = await lockFollowed(trx, actor, id, today);
  refuseAny(checkSpeaker(id, facts));
  const open = openAnswerOf(facts.state, id);
  if (open?.no !== word.no || open.isAgain !== word.isAgain)
    throw new ConflictError('interpellation/answer-changed', '机关已经报送新的答复，请重新阅读后再表明意见。');
  const key = keyOf(actor, id);
  await writeWord(trx, key, word, byOf(actor, at));
  return told(trx, facts, key);
}

/** Before it was put, and with a reason that everybody who signed is told. */
export async function withdrawMotion(
  trx: Trx,
  actor: Actor,
  id: string,
  reason: string,
  { at, today, newId }: Now,
): Promise<MotionView> {
  const { motion, facts } = await lockFollowed(trx, actor, id, today);
  refuseAny(checkKeeper(motion, facts));
  const key = keyOf(actor, id);
  await updateState(trx, key, { state: 'withdrawn', closedAt: at, reason });
  const others = signedNow(motion).filter(({ personId }) => personId !== actor.personId);
  const text = `您签名的关于“${facts.view.name}”的质询案已由起草人撤回，理由：${reason}`;
  await tell(trx, facts, others.map(settledFor(text)), newId);
  return told(trx, facts, key);
}

async function mustFollow(trx: Trx, actor: Actor, today: PlainDateText): Promise<void> {
  const { organisation } = await linkageFacts(trx, actor.cityCode);
  if (followsMotions({ actor, organisation, today })) return;
  throw new ForbiddenError('interpellation/not-yours', '质询案提出之前，只有本级人大常委会组成人员和办公室可以查看。');
}

async function lockFollowed(
  trx: Trx,
  actor: Actor,
  id: string,
  today: PlainDateText,
): Promise<{ motion: StoredMotion; facts: Facts }> {
  await mustFollow(trx, actor, today);
  const motion = await lockMotion(trx, actor.cityCode, actor.tenantId, id);
  if (motion === undefined) throw new NotFoundError('interpellation', id);
  return { motion, facts: await factsOf(trx, actor, motion.caseId, today) };
}

/** As `lockFollowed`, with the others of the same case: of two that are put at once, the later one sees the earlier. */
async function lockWithOthers(trx: Trx, actor: Actor, id: string, today: PlainDateText) {
  await mustFollow(trx, actor, today);
  const { cityCode, tenantId } = actor;
  const found = await findMotion(trx, cityCode, tenantId, id);
  if (found === undefined) throw new NotFoundError('interpellation', id);
  const beside = await lockMotions(trx, cityCode, tenantId, found.caseId);
  const motion = beside.find((one) => one.id === id) ?? found;
  return { motion, beside, facts: await factsOf(trx, actor, found.caseId, today) };
}

/** The case as the rules know it, with the own sittings. A case the body has no track in is not there. */
async function factsOf(trx: Trx, actor: Actor, caseId: string, today: PlainDateText): Promise<Facts> {
  const loaded = await loadOwnCase(trx, actor, caseId);
  const facts = factsFor(actor, loaded, { on: today, today });
  if (loaded.view.kind !== 'topic') throw new NotFoundError('case', caseId);
  return { ...facts, sessions: await listSessions(trx, actor.cityCode, actor.bodyId, loaded.view.year) };
}

function mustBeRead(motion: StoredMotion, version: number): void {
  if (motion.version === version) return;
  throw new ConflictError('interpellation/changed', '质询案内容已经修改，请重新阅读后再办理。');
}

async function askToSign(trx: Trx, facts: Facts, { organId }: Interpellation, newId: () => string): Promise<void> {
  const { organisation, own, today, actor, view } = facts;
  const organ = tenantNameOf(organisation, organId);
  const text = `关于“${view.name}”对${organ}的质询案正在征集签名，请阅读；愿意联名提出的，由本人签名。`;
  const members = memberIdsOn(organisation, own.tenantId, today).filter((personId) => personId !== actor.personId);
  const kind = 'interpellation-to-sign' as const;
  await tell(
    trx,
    facts,
    members.map((personId) => ({ kind, personId, text })),
    newId,
  );
  if (!isMemberToday(facts)) return;
  await tell(trx, facts, [{ kind, performer: 'office', text: `${actor.personName}起草了${text}` }], newId);
}

function settledFor(text: string) {
  return ({ personId }: { personId: string }) => ({ kind: 'interpellation-settled' as const, personId, text });
}

type Telling = Pick<NoticeRow, 'kind' | 'personId' | 'performer' | 'text'>;

async function tell(trx: Trx, { own, view }: Facts, notices: readonly Telling[], newId: () => string): Promise<void> {
  const rows = notices.map((notice) => ({ ...notice, id: newId(), tenantId: own.tenantId, caseId: view.id }));
  await insertNotices(trx, view.cityCode, rows);
}

/** The motion as it stands now, and the word of it to everybody of the body who has it before him. */
async function told(trx: Trx, facts: Facts, key: MotionKey): Promise<MotionView> {
  announce(trx, { cityCode: key.cityCode, caseIds: [facts.view.id], reach: 'tenant' });
  const motion = await findMotion(trx, key.cityCode, key.tenantId, key.id);
  if (motion === undefined) throw new NotFoundError('interpellation', key.id);
  return motionView(motion, facts);
}
