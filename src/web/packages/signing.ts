import { listPackages, type PackageView, receivePackage } from '../../contract/packages.ts';
import type { Me } from '../../contract/sign-in.ts';
import { call, newIdempotencyKey } from '../lib/client.ts';
import { has } from '../lib/me.ts';
import type { PackageQuery } from './package-query.ts';

/** Who may sign for what comes to the tenant. */
export function maySign(me: Me): boolean {
  return has(me, 'office-clerk', 'committee-clerk', 'organ-clerk', 'party-clerk');
}

/** `on`: the day it was received, where that was before today. */
export function signFor(packageId: string, on?: string) {
  const body = on === undefined ? {} : { on };
  return call(receivePackage, { params: { packageId }, body, idempotencyKey: newIdempotencyKey() });
}

/** Everything that fits and waits for a signature, in the order it was sent. */
export async function listWaiting(query: PackageQuery): Promise<PackageView[]> {
  const found: PackageView[] = [];
  for (let page = 1; ; page += 1) {
    const asked = { ...query, receipt: 'waiting', sort: 'oldest', page, pageSize: 200 } as const;
    const { packages, total } = await call(listPackages, { query: asked });
    found.push(...packages);
    if (packages.length === 0 || found.length >= total) return found;
  }
}
