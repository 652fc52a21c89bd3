import type { Actor } from '../../domain/organisation/actor.ts';
import { type Database, inScope, outsideTenancy, type Trx, withoutTransaction } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';
import { listenForNotifications } from './listen-store.ts';
import { advanceLive, insertLiveEvents, listChangedCases, liveChannel, notifyLive, type Reach } from './live-store.ts';

/** `upTo` is what a reconnecting client names as Last-Event-ID. */
export type LiveNews = { upTo: string; caseIds: string[] };
type Listener = (news: LiveNews) => void;

export type Live = {
  /** Call after a commit that announced something; many calls within 50 ms become one. */
  wake: () => void;
  /**
   * Tells the listener first where the present ends, with what the tenant missed since `lastSeen`, then every change the actor's tenant
   * may know of, until the returned function is called. The same change may be told twice, never not at all.
   */
  follow: (actor: Actor, lastSeen: string | undefined, listener: Listener) => Promise<() => void>;
  stop: () => Promise<void>;
};

type Channel = { actor: Actor; listeners: Set<Listener> };

const announcing = new WeakSet<Trx>();

/**
 * Says in the caller's transaction which cases changed: ids only, and never heard of if the transaction does not commit. `audience`:
 * addressees of a package, or of a notice.
 */
export function announce(
  trx: Trx,
  change: { cityCode: string; caseIds: readonly string[]; reach: Reach; audience?: readonly string[] },
): void {
  announcing.add(trx);
  const { cityCode, reach, audience = [] } = change;
  const events = [...new Set(change.caseIds)].map((caseId) => ({ id: uuidv7(), caseId }));
  insertLiveEvents(trx, { cityCode, reach, audience, events });
}

/** Whether `announce` was called in this transaction. */
export function hasAnnounced(trx: Trx): boolean {
  return announcing.has(trx);
}

type Log = { warn: (detail: object, text: string) => void };

type Hub = {
  database: Database;
  log: Log;
  channels: Map<string, Channel>;
  /** Everything below was delivered; null while nobody listens. */
  from: string | null;
  timer: NodeJS.Timeout | undefined;
  reading: Promise<void>;
  mustNotify: boolean;
  stopped: boolean;
};

/**
 * Follows the events of all linkages for this process: one LISTEN connection wakes it, a look every two seconds is the floor (databases
 * without LISTEN, a lost connection). One read per wake finds the linkages with news; then each tenant that somebody of is listening for
 * is asked under its own row-level security.
 */
export function followLive(database: Database, log: Log): Live {
  const hub: Hub = {
    database,
    log,
    channels: new Map(),
    from: null,
    timer: undefined,
    reading: Promise.resolve(),
    mustNotify: false,
    stopped: false,
  };
  const floor = setInterval(() => {
    if (hub.channels.size > 0) schedule(hub, 0);
  }, 2000);
  floor.unref();
  const listening = listenForNotifications(database, liveChannel, () => schedule(hub, 0));
  return {
    wake: () => {
      hub.mustNotify = true;
      schedule(hub, 50);
    },
    follow: (actor, lastSeen, listener) => follow(hub, actor, lastSeen, listener),
    stop: async () => {
      hub.stopped = true;
      clearInterval(floor);
      clearTimeout(hub.timer);
      await listening.stop();
      await hub.reading;
    },
  };
}

function schedule(hub: Hub, afterMs: number): void {
  if (hub.stopped || hub.timer !== undefined) return;
  hub.timer = setTimeout(() => {
    hub.timer = undefined;
    hub.reading = hub.reading
      .then(() => read(hub))
      .catch((error: unknown) => hub.log.warn({ err: error }, 'live updates could not be read'));
  }, afterMs);
}

async function read(hub: Hub): Promise<void> {
  if (hub.mustNotify) {
    hub.mustNotify = false;
    await withoutTransaction(hub.database, notifyLive);
  }
  if (hub.channels.size === 0) {
    hub.from = null;
    return;
  }
  const { from } = hub;
  const { upTo, pending, cityCodes } = await outsideTenancy(hub.database, (trx) => advanceLive(trx, from));
  if (from !== null) await deliver(hub, { cityCodes, from, upTo });
  hub.from = upTo;
  if (pending) schedule(hub, 50);
}

async function deliver(hub: Hub, news: { cityCodes: readonly string[]; from: string; upTo: string }): Promise<void> {
  for (const { actor, listeners } of hub.channels.values()) {
    if (!news.cityCodes.includes(actor.cityCode)) continue;
    const caseIds = await inScope(hub.database, actor, (trx) =>
      listChangedCases(trx, actor.cityCode, news.from, news.upTo),
    );
    if (caseIds.length === 0) continue;
    for (const listener of listeners) listener({ upTo: news.upTo, caseIds });
  }
}

async function follow(hub: Hub, actor: Actor, lastSeen: string | undefined, listener: Listener): Promise<() => void> {
  const key = `${actor.cityCode}/${actor.tenantId}`;
  const channel = hub.channels.get(key) ?? { actor, listeners: new Set<Listener>() };
  hub.channels.set(key, channel);
  channel.listeners.add(listener);
  const unfollow = (): void => {
    channel.listeners.delete(listener);
    if (channel.listeners.size === 0) hub.channels.delete(key);
  };
  try {
    // First fix where the hub goes on from, then look back: whatever commits in between is told by both.
    if (hub.from === null) {
      const { upTo } = await outsideTenancy(hub.database, (trx) => advanceLive(trx, null));
      hub.from ??= upTo;
    }
    listener(await missedSince(hub.database, actor, lastSeen));
  } catch (error) {
    unfollow();
    throw error;
  }
  return unfollow;
}

async function missedSince(database: Database, actor: Actor, lastSeen: string | undefined): Promise<LiveNews> {
  const { upTo } = await outsideTenancy(database, (trx) => advanceLive(trx, null));
  if (lastSeen === undefined) return { upTo, caseIds: [] };
  const caseIds = await inScope(database, actor, (trx) => listChangedCases(trx, actor.cityCode, lastSeen, upTo));
  return { upTo, caseIds };
}
