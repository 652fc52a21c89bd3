import { deleteEndedSignIns } from './accounts/account-store.ts';
import { refreshAllLinkages } from './acts/refresh-cases.ts';
import { type Database, outsideTenancy } from './db/database.ts';
import type { Clock } from './http/app-parts.ts';
import { dayInBeijing } from './http/call.ts';
import { deleteOldKeys } from './http/idempotency-store.ts';
import { deleteOldLiveEvents } from './http/live-store.ts';
import type { JobTable } from './jobs/boss.ts';
import { sendDigests } from './notifications/digest.ts';
import { deleteOldNotices } from './notifications/notice-store.ts';
import { rebuildSearch } from './search/rebuild-search.ts';

/** Every job of the product: its name, what it does, and when it comes by itself (Beijing time). */
export function jobTable({ database, clock }: { database: Database; clock: Clock }): JobTable {
  return {
    'refresh-tasks': {
      // A minute late, so that no clock still shows the day before.
      cron: '1 0 * * *',
      atStart: true,
      work: () => refreshAllLinkages(database, dayInBeijing(clock())),
    },
    // Whoever looks for something finds what is new as well; at night, so that the first of the day need not wait for it.
    'rebuild-search': { cron: '20 2 * * *', work: () => rebuildSearch(database) },
    'daily-digest': {
      cron: '30 7 * * *',
      work: async () => {
        // A process that was away at midnight first learns what is late today.
        await refreshAllLinkages(database, dayInBeijing(clock()));
        await sendDigests(database, clock());
      },
    },
    'sweep-ended': {
      cron: '10 3 * * *',
      work: async () => {
        await outsideTenancy(database, deleteOldLiveEvents);
        await outsideTenancy(database, deleteOldKeys);
        await outsideTenancy(database, deleteEndedSignIns);
        await outsideTenancy(database, deleteOldNotices);
      },
    },
  };
}
