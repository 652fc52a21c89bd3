import { digestTextOf, type Waiting } from '../../domain/notice/digest.ts';
import { noticeKindsFor } from '../../domain/notice/notice.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import { type Database, inScope, outsideTenancy, type Scope, type Trx } from '../db/database.ts';
import { dayInBeijing } from '../http/call.ts';
import { listCityCodes } from '../organisations/organisation-queries.ts';
import { ownTasks } from '../tasks/own-tasks.ts';
import { countWaiting } from '../tasks/task-queries.ts';
import {
  type DigestReader,
  type DigestTenant,
  insertDigests,
  listPressingTasks,
  listReaders,
  listTenants,
  type PressingTask,
} from './digest-queries.ts';

/**
 * Tells everybody for whom something waits what it is, once a day: late, due within a week, to sign for, to confirm. A tenant a
 * transaction; run twice, or by two processes at once, nobody is told twice.
 */
export async function sendDigests(database: Database, now: Date): Promise<number> {
  let sent = 0;
  for (const cityCode of await outsideTenancy(database, listCityCodes)) {
    const tenants = await inScope(database, nobodyIn(cityCode), (trx) => listTenants(trx, cityCode));
    for (const tenant of tenants) {
      // `accounts` lets the statements see who can sign in for the tenant.
      const scope: Scope = { ...nobodyIn(cityCode), ...scopeOf(tenant), admin: 'accounts' };
      sent += await inScope(database, scope, (trx) => sendTo(trx, cityCode, tenant, now));
    }
  }
  return sent;
}

async function sendTo(trx: Trx, cityCode: string, tenant: DigestTenant, now: Date): Promise<number> {
  const today = dayInBeijing(now);
  const readers = await listReaders(trx, cityCode, tenant.id, today);
  if (readers.length === 0) return 0;
  const tasks = await listPressingTasks(trx, cityCode, tenant.id);
  const counts = await countWaiting(trx, cityCode, tenant.id);
  const digests = readers.flatMap((reader) => {
    const actor = actorOf(reader, cityCode, tenant);
    if (!noticeKindsFor(actor).includes('digest') || reader.declined.includes('digest')) return [];
    const text = digestTextOf(waitingFor(actor, tasks, counts));
    return text === undefined ? [] : [{ personId: reader.personId, text }];
  });
  return insertDigests(trx, { cityCode, tenantId: tenant.id, on: today, at: now.toISOString() }, digests);
}

/** Packages are signed for by clerks, decisions confirmed by chairpersons; a member only reads. */
function waitingFor(
  actor: Actor,
  tasks: readonly PressingTask[],
  counts: { packages: number; decisions: number },
): Waiting {
  const { performers, unitIds } = ownTasks(actor);
  const named: readonly string[] = performers;
  const signs = actor.roles.some((role) => role.endsWith('-clerk'));
  return {
    tasks: tasks.filter(
      ({ performer, leadUnitId }) =>
        named.includes(performer) &&
        (performer !== 'lead-committee' || unitIds === null || leadUnitId === null || unitIds.includes(leadUnitId)),
    ),
    packages: signs ? counts.packages : 0,
    decisions: actor.roles.includes('chairperson') ? counts.decisions : 0,
  };
}

function actorOf(reader: DigestReader, cityCode: string, tenant: DigestTenant): Actor {
  const { declined: _, ...person } = reader;
  const { id: tenantId, ...of } = tenant;
  return { ...person, cityCode, tenantId, ...of };
}

function nobodyIn(cityCode: string): Scope {
  return { cityCode, tenantId: '', bodyId: '', level: 'city', kind: 'body', personId: '' };
}

function scopeOf({ id, bodyId, level, kind }: DigestTenant) {
  return { tenantId: id, bodyId, level, kind };
}
