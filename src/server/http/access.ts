import type { FastifyRequest } from 'fastify';
import { type Actor, isAdministrator } from '../../domain/organisation/actor.ts';
import { withoutTransaction } from '../db/database.ts';
import type { App, HttpConfig } from './app-parts.ts';
import { digestOfToken, tokenOf } from './sign-in-cookie.ts';
import { findActor, touchSignIn } from './sign-in-store.ts';

export type RecognisedSignIn = {
  actor: Actor;
  hasSecondFactor: boolean;
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

/** Recognises the request's cookie; `signInOf` answers what was found. */
export async function recogniseSignIn(app: App, request: FastifyRequest): Promise<void> {
  const token = tokenOf(request);
  const recognised = token === undefined ? undefined : await recogniseToken(app, token);
  if (recognised !== undefined) signIns.set(request, recognised);
}

/**
 * Looks a token up: one prepared statement that answers only for a sign-in that is neither revoked nor expired, of an account that is not
 * disabled; then it must not have lain idle. The tenant and the roles come from here and nowhere else.
 */
export async function recogniseToken(app: App, token: string): Promise<RecognisedSignIn | undefined> {
  const now = app.clock();
  const digest = digestOfToken(token);
  const row = await withoutTransaction(app.database, (trx) => findActor(trx, digest, now));
  if (row === undefined) return undefined;
  const { signInId, lastSeenMs, hasSecondFactor, ...actor } = row;
  const idleMs = now.getTime() - lastSeenMs;
  if (idleMs >= idleMinutesOf(app.config, actor) * 60_000) return undefined;
  if (idleMs >= 60_000) await withoutTransaction(app.database, (trx) => touchSignIn(trx, digest, now));
  return {
    actor,
    signInId,
    hasSecondFactor,
    lacksSecondFactor: app.config.requiresSecondFactor && !hasSecondFactor && isAdministrator(actor),
  };
}

/** How long a sign-in of this person may lie idle; administrators' are shorter. */
export function idleMinutesOf(config: HttpConfig, actor: Pick<Actor, 'roles'>): number {
  return isAdministrator(actor) ? config.idleMinutes.administrator : config.idleMinutes.other;
}
