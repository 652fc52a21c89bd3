import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { type Me, readMe } from '../../contract/sign-in.ts';
import type { Actor, Role } from '../../domain/organisation/actor.ts';
import { call, isUnreachable } from './client.ts';

const key = ['me'] as const;

/** Loaded when it is needed: only a device that has opened a page of field notes keeps anything, and has this file too. */
const fieldStore = () => import('./field-store.ts');

const meQuery = queryOptions({
  queryKey: key,
  queryFn: () => call(readMe, {}).catch(whoWasAtTheNotes),
  staleTime: 5 * 60_000,
  retry: false,
  networkMode: 'always',
});

/** Who is signed in. Fails with a ProblemError of status 401 when nobody is. */
export function useMe() {
  return useQuery(meQuery);
}

/** Asks before any page does, while the page's own files are still on their way. */
export function askWhoItIs(client: QueryClient): void {
  void client.prefetchQuery(meQuery);
}

/** The page of field notes opens without a network for whoever opened it last on this device; every other page waits for the server. */
async function whoWasAtTheNotes(error: unknown): Promise<Me> {
  const caseId = fieldNotesCaseOf(window.location.pathname);
  if (caseId === undefined || !isUnreachable(error)) throw error;
  const kept = await fieldStore()
    .then(({ findSnapshot }) => findSnapshot(caseId))
    .catch(() => undefined);
  if (kept === undefined) throw error;
  return kept.me;
}

/** The topic whose field notes the address shows. */
function fieldNotesCaseOf(pathname: string): string | undefined {
  return /^\/cases\/([^/]+)\/field-notes$/.exec(pathname)?.[1];
}

/** A sign-in has just succeeded: what the last person saw is forgotten. */
export function rememberMe(client: QueryClient, me: Me): void {
  forgetMe(client);
  client.setQueryData(key, me);
}

/** A sign-in has ended: nothing of what it showed stays on this device. Field notes that were not sent do, until their author comes back. */
export function forgetMe(client: QueryClient): void {
  client.clear();
  void fieldStore()
    .then(({ wipeSnapshots }) => wipeSnapshots())
    .catch(() => undefined);
}

export function has(me: Me, ...wanted: readonly Role[]): boolean {
  return wanted.some((role) => me.roles.includes(role));
}

/** Somebody who is a deputy and nothing else: two minutes on a phone. */
export function isOnlyDeputy(me: Me): boolean {
  return me.kind === 'body' && me.roles.length > 0 && me.roles.every((role) => role === 'deputy');
}

/** The actor that the server builds from the same sign-in, for the rules the browser asks. */
export function actorOf(me: Me): Actor {
  const { accountId, personId, personName, cityCode, tenantId, bodyId, level, kind, roles, unitIds } = me;
  return { accountId, personId, personName, cityCode, tenantId, bodyId, level, kind, roles, unitIds };
}
