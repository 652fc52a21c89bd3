import type { Actor } from '../../domain/organisation/actor.ts';
import type { Trx } from '../db/database.ts';

type ActorRow = Actor & { signInId: string; lastSeenMs: number; hasSecondFactor: boolean };

/** Everything about who asks, in one statement; undefined when the token signs nobody in at that moment. */
export async function findActor(trx: Trx, digest: Buffer, now: Date): Promise<ActorRow | undefined> {
  return trx.maybe<ActorRow>('select * from sign_in_actor($1, $2)', [digest, now.toISOString()]);
}

export async function touchSignIn(trx: Trx, digest: Buffer, now: Date): Promise<void> {
  await trx.run('update sign_in set last_seen_at = $2 where token_digest = $1', [digest, now.toISOString()]);
}
