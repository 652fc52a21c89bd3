import { type FeedTask, feedEntriesOf } from '../../domain/calendar/feed.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import { loadCases } from '../acts/act-facts.ts';
import { inScope, outsideTenancy, type Trx } from '../db/database.ts';
import { NotFoundError } from '../errors.ts';
import type { App } from '../http/app-parts.ts';
import { dayInBeijing } from '../http/call.ts';
import { digestOfToken } from '../http/sign-in-cookie.ts';
import { linkageFacts } from '../organisations/linkage-facts-queries.ts';
import { listVisitNoticeRows } from '../research/visit-notice-store.ts';
import { ownTasks } from '../tasks/own-tasks.ts';
import { listTasks } from '../tasks/task-queries.ts';
import { type FeedOwner, findFeedOwner, findStanding, publishEntries, touchFeed } from './calendar-feed-store.ts';
import { calendarFile } from './calendar-file.ts';

/** More than anybody has open at a time. */
const taskLimit = 1000;

/**
 * The calendar that a link opens, with the roles its owner has today and the eyes of his tenant. A link that is not ours, was revoked or
 * belongs to a disabled account is not there.
 */
export async function readCalendar(app: App, token: string): Promise<string> {
  const now = app.clock();
  const day = { at: now.toISOString(), today: dayInBeijing(now) };
  const owner = /^[\w-]{43}$/.test(token)
    ? await outsideTenancy(app.database, (trx) => findFeedOwner(trx, digestOfToken(token)))
    : undefined;
  const actor = owner === undefined ? undefined : await findActorOf(app, owner, day.today);
  if (actor === undefined) throw new NotFoundError('calendar-feed', 'given');
  const published = await inScope(app.database, actor, async (trx) =>
    publishEntries(trx, actor, await entriesFor(trx, actor), day),
  );
  await outsideTenancy(app.database, (trx) => touchFeed(trx, actor.accountId, day.at));
  const { publicUrl } = app.config;
  return calendarFile(`联督：${actor.personName}`, published, (caseId) =>
    publicUrl === undefined ? undefined : `${publicUrl}/cases/${caseId}`,
  );
}

async function findActorOf(app: App, owner: FeedOwner, today: string): Promise<Actor | undefined> {
  // Enough to see the own tenant and roles, from which the rest follows.
  const scope = { ...owner, bodyId: owner.tenantId, level: 'county', kind: 'organ' } as const;
  const standing = await inScope(app.database, scope, (trx) => findStanding(trx, owner, today));
  return standing === undefined ? undefined : { ...owner, ...standing };
}

async function entriesFor(trx: Trx, actor: Actor) {
  const { cityCode, tenantId } = actor;
  const { calendar, settings } = await linkageFacts(trx, cityCode);
  const stored = await listTasks(trx, cityCode, tenantId, { ...ownTasks(actor), limit: taskLimit });
  const tasks = stored.flatMap((task): FeedTask[] => (task.due === null ? [] : [{ ...task, due: task.due }]));
  const views = await loadCases(trx, cityCode, null, null);
  const visits = await listVisitNoticeRows(trx, actor);
  return feedEntriesOf({ actor, tasks, views, rules: { calendar, settings }, visits });
}
