import { followEvents } from '../../contract/events.ts';
import { recogniseToken } from './access.ts';
import type { App } from './app-parts.ts';
import { registerRoute } from './route.ts';
import { tokenOf } from './sign-in-cookie.ts';

/** How often an open stream asks whether its sign-in still holds. An open page alone does not keep a sign-in from lying idle. */
const checkMs = 30_000;

/** Live updates: ids of cases the actor's tenant may know of; what they hold is asked by ordinary requests. */
export function registerEventRoutes(app: App): void {
  const open = new Set<() => void>();
  // A stream never ends by itself; the server would wait for it for ever.
  app.http.addHook('preClose', async () => {
    for (const close of open) close();
  });
  registerRoute(
    app,
    followEvents,
    async ({ actor, request, reply }) => {
      const { sse } = reply;
      const token = tokenOf(request);
      const lastSeen = sse.lastEventId !== null && /^\d{1,19}$/.test(sse.lastEventId) ? sse.lastEventId : undefined;
      const unfollow = await app.live.follow(actor, lastSeen, ({ upTo, caseIds }) => {
        if (sse.isConnected) sse.send({ id: upTo, event: 'changed', data: { caseIds } }).catch(() => sse.close());
      });
      // The first news is sent by now, and with it the headers: without both the plugin ends the answer when the handler returns.
      sse.keepAlive();
      const close = (): void => sse.close();
      const check = setInterval(() => {
        if (token === undefined) return close();
        recogniseToken(app, token).then((still) => still ?? close(), close);
      }, checkMs);
      open.add(close);
      const end = (): void => {
        clearInterval(check);
        open.delete(close);
        unfollow();
      };
      if (sse.isConnected) sse.onClose(end);
      else end();
    },
    { sse: 'only' },
  );
}
