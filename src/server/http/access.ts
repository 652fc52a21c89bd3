import type { FastifyRequest } from 'fastify';
import { administratorRoles, type Actor } from '../../domain/organisation/actor.ts';
import { outsideTenancy } from '../db/database.ts';
import type { App } from './app-parts.ts';
import { findActor, touchSignIn } from './sign-in-store.ts';
import { digestOfToken, tokenOf } from './sign-in-cookie.ts';

export type RecognisedSignIn = {
  actor: Actor;
  signInId: string;
  /** An administrator who must set up a second factor first. */
  lacksSecondFactor: boolean;
};

// Beside the request instead of on it: nothing a request carries can be mistaken for it.
const signIns = new WeakMap<FastifyRequest, RecognisedSignIn>();

/** The sign-in that `recogniseSignIn` found for this request. */
export function signInOf(request: FastifyRequest): RecognisedSignIn | undefined {
  return signIns.get(request);
}

/**
 * Looks the cookie's token up: one prepared statement that answers only for a sign-in that is neither revoked, expired nor idle,
 * of an account that is not disabled. The tenant and the roles come from here and nowhere else.
 */
export async function recogniseSignIn(app: App, request: FastifyRequest): Promise<void> {
  const token = tokenOf(request);
  if (token === undefined) return;
  const now = app.clock();
  const digest = digestOfToken(token);
  const row = await outsideTenancy(app.database, (trx) => findActor(trx, digest, now));
  if (row === undefined) return;
  const { signInId, lastSeenMs, hasSecondFactor, ...actor } = row;
  if (now.getTime() - lastSeenMs >= 60_000) await outsideTenancy(app.database, (trx) => touchSignIn(trx, digest, now));
  const lacksSecondFactor = app.config.requiresSecondFactor && !hasSecondFactor && isAdministrator(actor);
  signIns.set(request, { actor, signInId, lacksSecondFactor });
}

function isAdministrator(actor: Actor): boolean {
  return administratorRoles.some((role) => actor.roles.includes(role));
}
