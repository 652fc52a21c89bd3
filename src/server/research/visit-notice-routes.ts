import { listVisitNotices } from '../../contract/visit-notices.ts';
import type { App } from '../http/app-parts.ts';
import { mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { listVisitNoticeRows } from './visit-notice-store.ts';

/** What a county knows of the visits to it (S2.4). */
export function registerVisitNoticeRoutes(app: App): void {
  registerRoute(app, listVisitNotices, async ({ actor, read }) => {
    mustReadContents(actor);
    return read(async (trx) => ({ notices: await listVisitNoticeRows(trx, actor) }));
  });
}
