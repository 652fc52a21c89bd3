import type { CaseState } from '../case-state.ts';
import type { TenantKind } from '../organisation/tenant.ts';
import { type ActDefinition, defineAct, type Stamp } from '../procedure/act.ts';
import type { CaseKind } from '../procedure/case.ts';
import type { Attachment } from './attachment.ts';
import { type PackageContents, type PackageKind, packageKindNames } from './contents.ts';

/**
 * Payload of a receipt (签收), composed by the server from the sealed package: the addressee witnesses the digest and the sender's
 * chain head, and takes the content into its own record.
 */
export type Receipt<K extends PackageKind = PackageKind> = {
  packageId: string;
  digest: string;
  from: { tenantId: string; name: string };
  senderSeq: number;
  senderHash: string;
  content: PackageContents[K];
  attachments: readonly Attachment[];
};

/** What a receipt does besides the receiver's own state: to his own track alone. */
type OnReceipt<K extends PackageKind> = Pick<ActDefinition<Receipt<K>>, 'effects' | 'satisfies'> & {
  by?: ActDefinition['by'];
};

type Received<K extends PackageKind> = Pick<Receipt<K>, 'content' | 'from' | 'attachments'> & { stamp: Stamp };

/** Kind of the act that receives a package of that kind. */
export function receiveKind(kind: PackageKind): string {
  return `receive-package/${kind}`;
}

const performerOf = {
  body: 'office',
  organ: 'organ',
  'party-office': 'party-office',
} as const satisfies Record<TenantKind, ActDefinition['by']>;

/** Declares the receipt of one kind of package by tenants of one kind, and what it adds to the receiver's state. */
export function receiveAct<K extends PackageKind>(
  kind: K,
  caseKind: CaseKind,
  tenant: TenantKind,
  take: (state: CaseState, received: Received<K>) => CaseState = (state) => state,
  { by = performerOf[tenant], ...more }: OnReceipt<K> = {},
): ActDefinition {
  return defineAct<Receipt<K>>({
    kind: receiveKind(kind),
    case: caseKind,
    title: `签收${packageKindNames[kind]}`,
    clause: 'S5.3',
    level: 'both',
    tenant,
    by,
    repeatable: true,
    ...more,
    evolve: (state, payload, stamp) =>
      take(state, { content: payload.content, from: payload.from, attachments: payload.attachments, stamp }),
  });
}
