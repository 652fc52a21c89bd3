import * as contract from '../../contract/setup.ts';
import { outsideTenancy } from '../db/database.ts';
import type { App } from '../http/app-parts.ts';
import { registerRoute } from '../http/route.ts';
import { setUp } from './setup-commands.ts';
import { isEmpty } from './setup-store.ts';

/** The first visit of an empty installation. */
export function registerSetupRoutes(app: App): void {
  registerRoute(app, contract.readSetup, async () => ({ needed: await outsideTenancy(app.database, isEmpty) }));
  registerRoute(
    app,
    contract.setUp,
    async ({ body, at, origin }) => {
      await setUp(app, body, { at, origin });
      return { cityCode: body.cityCode };
    },
    { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } },
  );
}
