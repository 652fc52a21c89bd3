import { type listPackages, packageKinds, packageSorts } from '../../contract/packages.ts';
import { type Address, oneOf } from '../lib/address.ts';
import type { CallInput } from '../lib/client.ts';

export type PackageQuery = NonNullable<CallInput<typeof listPackages>['query']>;

/** The address as the request; what does not fit it is left out, so that an old link still opens. */
export function queryOf(address: Address): PackageQuery {
  return {
    box: address.value('box') === 'out' ? 'out' : 'in',
    receipt: oneOf(['waiting', 'received'], address.value('receipt')),
    kind: oneOf(packageKinds, address.value('kind')),
    caseId: address.value('case'),
    partyId: address.value('party'),
    from: address.value('from'),
    until: address.value('until'),
    text: address.value('text'),
    sort: oneOf(packageSorts, address.value('sort')) ?? 'waiting',
    page: address.page,
  };
}

/** Whether anything but the box, the order and the page is said. */
export function isNarrowed({ box: _box, sort: _sort, page: _page, ...narrowing }: PackageQuery): boolean {
  return Object.values(narrowing).some((value) => value !== undefined);
}

/** The same list without its pages. */
export function fileQueryOf({
  page: _page,
  pageSize: _size,
  ...query
}: PackageQuery): Omit<PackageQuery, 'page' | 'pageSize'> {
  return query;
}
