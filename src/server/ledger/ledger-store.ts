import type { MeetingRecord } from '../../domain/procedure/act.ts';
import type { Departure, PlainDateText } from '../../domain/procedure/case.ts';
import type { Settings } from '../../domain/procedure/settings.ts';
import type { Trx } from '../db/database.ts';
import { digestOf } from './digest.ts';

/** Hash that the first act of a chain points back to. */
export const chainStart = 'start';

export type LedgerEntry = {
  cityCode: string;
  tenantId: string;
  seq: number;
  kind: string;
  caseId: string;
  happenedOn: PlainDateText;
  recordedAt: string;
  actorId: string;
  actorName: string;
  confirmedBy: string | null;
  confirmedByName: string | null;
  meeting: MeetingRecord | null;
  departures: readonly Departure[];
  payload: unknown;
  prevHash: string;
};

export type ChainHead = { seq: number; hash: string };

const headForUpdate = 'select seq, hash from chain where city_code = $1 and tenant_id = $2 for update';

/** Locks the tenant's chain for the rest of the transaction, so that acts of one tenant follow one another. */
export async function lockChain(trx: Trx, cityCode: string, tenantId: string): Promise<ChainHead> {
  const head = await trx.maybe<ChainHead>(headForUpdate, [cityCode, tenantId]);
  if (head !== undefined) return head;
  await startChain(trx, cityCode, tenantId);
  return trx.one<ChainHead>(headForUpdate, [cityCode, tenantId]);
}

/** The chain of a tenant that has not acted yet; one that is there stays as it is. */
export async function startChain(trx: Trx, cityCode: string, tenantId: string): Promise<void> {
  await trx.run('insert into chain (city_code, tenant_id, seq, hash) values ($1, $2, 0, $3) on conflict do nothing', [
    cityCode,
    tenantId,
    chainStart,
  ]);
}

/**
 * As `lockChain`, and then the case: acts of one tenant follow one another, and so do acts in one case, each of which sees what the one
 * before it made of all tracks and tasks. Always in this order. A tenant that has not acted yet has no chain: then nothing is locked.
 */
export async function lockChainAndCase(
  trx: Trx,
  { cityCode, tenantId, caseId }: { cityCode: string; tenantId: string; caseId: string },
): Promise<ChainHead | undefined> {
  const head = await trx.maybe<ChainHead & { locked: string }>(
    `with head as materialized (${headForUpdate}) select seq, hash, ${lockOfCase('$3::text')}::text as locked from head`,
    [cityCode, tenantId, caseId],
  );
  return head === undefined ? undefined : { seq: head.seq, hash: head.hash };
}

/** SQL that waits for a case and holds it until the transaction ends. */
export function lockOfCase(id: string): string {
  return `pg_advisory_xact_lock(hashtextextended('case:' || ${id}, 0))`;
}

/** Appends one act after the locked head, in the caller's transaction. Gives the new head. */
export async function append(trx: Trx, entry: LedgerEntry, algorithm: Settings['digest']): Promise<ChainHead> {
  const { head, values } = appending(entry, algorithm);
  await trx.run(`with ${appended} ${movedHead}`, values);
  return head;
}

/** SQL that inserts the act whose values `appending` gives, $1 … $16, as `appended`; and SQL that moves the chain's head to it. */
export const appended = `appended as (
  insert into act (city_code, tenant_id, seq, kind, case_id, happened_on, recorded_at, actor_id, actor_name, confirmed_by,
    confirmed_by_name, meeting, departures, payload, prev_hash, hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16))`;
export const movedHead = 'update chain set seq = $3, hash = $16 where city_code = $1 and tenant_id = $2';

/** The values of one act for the SQL above, hashed after the locked head; and the head that it becomes. */
export function appending(entry: LedgerEntry, algorithm: Settings['digest']): { head: ChainHead; values: unknown[] } {
  const hash = digestOf(entry, algorithm);
  const values = [
    entry.cityCode,
    entry.tenantId,
    entry.seq,
    entry.kind,
    entry.caseId,
    entry.happenedOn,
    entry.recordedAt,
    entry.actorId,
    entry.actorName,
    entry.confirmedBy,
    entry.confirmedByName,
    entry.meeting === null ? null : JSON.stringify(entry.meeting),
    JSON.stringify(entry.departures),
    JSON.stringify(entry.payload),
    entry.prevHash,
    hash,
  ];
  return { head: { seq: entry.seq, hash }, values };
}
