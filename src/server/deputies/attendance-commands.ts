import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../../domain/organisation/actor.ts';
import type { PlainDateText } from '../../domain/procedure/case.ts';
import type { Refusal } from '../../domain/refusal.ts';
import {
  checkAttendance,
  checkCodeDay,
  checkCodeMaker,
  codeDayOf,
  wrongCode,
} from '../../domain/safeguards/invitation.ts';
import { inScope, type Trx } from '../db/database.ts';
import { NotFoundError, RefusedError, refuseAny } from '../errors.ts';
import type { App } from '../http/app-parts.ts';
import { announce } from '../http/live.ts';
import {
  countFailure,
  findAttendance,
  findCodeForUpdate,
  findInvitation,
  type InvitationKey,
  saveCame,
  saveCode,
} from './attendance-store.ts';

type Named = { caseId: string; invitationId: string };
type Moment = { at: string; today: PlainDateText };
type Verdict = { cameAt: string } | { refusals: readonly Refusal[] };

/**
 * S5.4: shows a new six-digit code for an invitation; the answer is the only place where it ever stands. Throws RefusedError, and
 * NotFoundError for an invitation that is not the own body's.
 */
export async function showCode(
  trx: Trx,
  actor: Actor,
  named: Named,
  { at, today, secretKey }: Moment & { secretKey: Uint8Array },
): Promise<{ code: string; validOn: PlainDateText }> {
  refuseAny(checkCodeMaker(actor));
  const key = keyOf(actor, named);
  const invitation = await findInvitation(trx, key);
  if (invitation === undefined) throw new NotFoundError('invitation', named.invitationId);
  refuseAny(checkCodeDay(invitation, today));
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  const validOn = codeDayOf(invitation, today);
  await saveCode(trx, key, { digest: digestOf(secretKey, key, code), validOn, personName: actor.personName, at });
  announce(trx, { cityCode: actor.cityCode, caseIds: [named.caseId], reach: 'tenant' });
  return { code, validOn };
}

/**
 * S5.4: an invited deputy signs in by the code; a second time answers the first. Throws RefusedError after the try is counted, and
 * NotFoundError for an invitation that does not name him.
 */
export async function attend(
  app: App,
  actor: Actor,
  named: Named,
  { code, ...moment }: Moment & { code: string },
): Promise<{ cameAt: string }> {
  const verdict = await inScope(app.database, actor, (trx) =>
    judge(trx, actor, { named, code, secretKey: app.config.secretKey }, moment),
  );
  if ('refusals' in verdict) throw new RefusedError(verdict.refusals);
  app.live.wake();
  return verdict;
}

async function judge(
  trx: Trx,
  actor: Actor,
  { named, code, secretKey }: { named: Named; code: string; secretKey: Uint8Array },
  { at, today }: Moment,
): Promise<Verdict> {
  const key = keyOf(actor, named);
  const invitation = await findInvitation(trx, key);
  if (invitation?.deputyIds.includes(actor.personId) !== true)
    throw new NotFoundError('invitation', named.invitationId);
  const shown = await findCodeForUpdate(trx, key);
  const before = await findAttendance(trx, key, actor.personId);
  if (typeof before?.cameAt === 'string') return { cameAt: before.cameAt };
  const refusals = checkAttendance(shown, before?.failedCount ?? 0, today);
  if (refusals.length > 0 || shown === undefined) return { refusals };
  if (!timingSafeEqual(shown.digest, digestOf(secretKey, key, code))) {
    return { refusals: [wrongCode(await countFailure(trx, key, actor.personId))] };
  }
  const cameAt = await saveCame(trx, key, actor.personId, at);
  announce(trx, { cityCode: actor.cityCode, caseIds: [named.caseId], reach: 'tenant' });
  return { cameAt };
}

function keyOf({ cityCode, tenantId }: Actor, named: Named): InvitationKey {
  return { cityCode, tenantId, ...named };
}

function digestOf(secretKey: Uint8Array, { cityCode, tenantId, invitationId }: InvitationKey, code: string): Buffer {
  return createHmac('sha256', secretKey)
    .update(`attendance-code\n${cityCode}\n${tenantId}\n${invitationId}\n${code}`)
    .digest();
}
