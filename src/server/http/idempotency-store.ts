import type { Actor } from '../../domain/organisation/actor.ts';
import type { Trx } from '../db/database.ts';

type KeptAnswer = { requestDigest: Buffer; status: number | null; body: string | null };

/**
 * Claims a key for this transaction: undefined means it is ours, otherwise what the key was used for. Waits while another transaction
 * holds the same key. A key older than 24 hours is new again.
 */
export async function claimKey(
  trx: Trx,
  actor: Actor,
  claim: { key: string; digest: Buffer; at: string },
): Promise<KeptAnswer | undefined> {
  const mine = await trx.maybe(
    `insert into idempotency_key (city_code, tenant_id, account_id, key, request_digest, made_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (city_code, account_id, key) do update
       set request_digest = excluded.request_digest, status = null, body = null, made_at = excluded.made_at
       where idempotency_key.made_at < excluded.made_at - interval '24 hours'
     returning key`,
    [actor.cityCode, actor.tenantId, actor.accountId, claim.key, claim.digest, claim.at],
  );
  if (mine !== undefined) return undefined;
  return trx.maybe<KeptAnswer>(
    `select request_digest as "requestDigest", status, body from idempotency_key
     where city_code = $1 and account_id = $2 and key = $3`,
    [actor.cityCode, actor.accountId, claim.key],
  );
}

/** Keeps the answer beside what the command changed: both commit or neither. */
export function keepAnswer(trx: Trx, actor: Actor, key: string, answer: { status: number; body: string }): void {
  trx.send('update idempotency_key set status = $4, body = $5 where city_code = $1 and account_id = $2 and key = $3', [
    actor.cityCode,
    actor.accountId,
    key,
    answer.status,
    answer.body,
  ]);
}

/** Outside every scope: answers older than a day are forgotten in all linkages. */
export async function deleteOldKeys(trx: Trx): Promise<void> {
  await trx.run("delete from idempotency_key where made_at < now() - interval '24 hours'");
}
