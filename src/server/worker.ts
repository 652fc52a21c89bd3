import { deleteEndedSignIns } from './accounts/account-store.ts';
import { type Database, outsideTenancy } from './db/database.ts';
import { deleteOldKeys } from './http/idempotency-store.ts';
import { deleteOldLiveEvents } from './http/live-store.ts';
import type { JobTable } from './jobs/boss.ts';

/** Every job of the product: its name, what it does, and when it comes by itself (Beijing time). */
export function jobTable({ database }: { database: Database }): JobTable {
  return {
    'sweep-ended': {
      cron: '10 3 * * *',
      work: async () => {
        await outsideTenancy(database, deleteOldLiveEvents);
        await outsideTenancy(database, deleteOldKeys);
        await outsideTenancy(database, deleteEndedSignIns);
      },
    },
  };
}
