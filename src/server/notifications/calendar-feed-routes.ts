import * as contract from '../../contract/calendar-feeds.ts';
import { outsideTenancy } from '../db/database.ts';
import { NotFoundError } from '../errors.ts';
import type { App } from '../http/app-parts.ts';
import { recordAudit } from '../http/audit-store.ts';
import { registerRoute } from '../http/route.ts';
import { newToken } from '../http/sign-in-cookie.ts';
import { readCalendar } from './calendar-feed.ts';
import { deleteFeed, findFeed, saveFeed } from './calendar-feed-store.ts';

// Calendar programs of a whole office ask from one address; the token itself cannot be guessed.
const perAddress = { config: { rateLimit: { max: 120, timeWindow: '1 minute' } } };

/** A personal calendar behind a secret link, and what its owner does with the link. */
export function registerCalendarFeedRoutes(app: App): void {
  registerRoute(
    app,
    contract.readCalendarFeed,
    async ({ params, reply }) =>
      reply
        .type(contract.calendarMediaType)
        .header('cache-control', 'private, no-store')
        .header('x-content-type-options', 'nosniff')
        .header('content-disposition', 'attachment; filename="liandu.ics"')
        .send(await readCalendar(app, params.token)),
    perAddress,
  );

  registerRoute(app, contract.readMyCalendarFeed, async ({ actor }) => {
    const feed = await outsideTenancy(app.database, (trx) => findFeed(trx, actor.accountId));
    return feed ?? { madeAt: null, lastReadAt: null };
  });

  registerRoute(app, contract.makeMyCalendarFeed, async (call) => {
    const { token, digest } = newToken();
    await outsideTenancy(app.database, async (trx) => {
      await saveFeed(trx, { accountId: call.actor.accountId, digest, at: call.at });
      await recordAudit(trx, call, { category: 'sign-in', action: 'calendar-feed-made' });
    });
    return { path: contract.readCalendarFeed.path.replace(':token', token), madeAt: call.at };
  });

  registerRoute(app, contract.revokeMyCalendarFeed, async (call) => {
    await outsideTenancy(app.database, async (trx) => {
      if (!(await deleteFeed(trx, call.actor.accountId))) throw new NotFoundError('calendar-feed', 'own');
      await recordAudit(trx, call, { category: 'sign-in', action: 'calendar-feed-revoked' });
    });
    return undefined;
  });
}
