import { type QueryClient, useQuery } from '@tanstack/react-query';
import { type Me, readMe } from '../../contract/sign-in.ts';
import type { Actor, Role } from '../../domain/organisation/actor.ts';
import { call } from './client.ts';

const key = ['me'] as const;

/** Who is signed in. Fails with a ProblemError of status 401 when nobody is. */
export function useMe() {
  return useQuery({ queryKey: key, queryFn: () => call(readMe, {}), staleTime: 5 * 60_000, retry: false });
}

/** A sign-in has just succeeded: what the last person saw is forgotten. */
export function rememberMe(client: QueryClient, me: Me): void {
  client.clear();
  client.setQueryData(key, me);
}

export function has(me: Me, ...wanted: readonly Role[]): boolean {
  return wanted.some((role) => me.roles.includes(role));
}

export function isAdministrator(me: Me): boolean {
  return has(me, 'system-admin', 'security-admin', 'audit-admin');
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
