import { markToursSeen, readSeenTours } from '../../contract/tours.ts';
import type { App } from '../http/app-parts.ts';
import { registerRoute } from '../http/route.ts';
import { listSeenTours, saveToursSeen } from './tour-store.ts';

/** Whom the screen has shown round; each person answers for himself. */
export function registerTourRoutes(app: App): void {
  registerRoute(app, readSeenTours, ({ actor, read }) =>
    read(async (trx) => ({ seen: await listSeenTours(trx, actor) })),
  );
  registerRoute(app, markToursSeen, ({ actor, at, body, write }) =>
    write(async (trx) => {
      await saveToursSeen(trx, actor, { tours: body.tours, at });
      return { seen: await listSeenTours(trx, actor) };
    }),
  );
}
