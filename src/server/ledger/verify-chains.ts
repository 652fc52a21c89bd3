import type { Trx } from '../db/database.ts';
import { matchesDigest } from './digest.ts';
import { chainStart } from './ledger-store.ts';
import {
  listChains,
  listEntries,
  listSealed,
  type SealedPackage,
  type StoredEntry,
  type TenantChain,
} from './verify-queries.ts';

/** The first thing wrong in a chain or with a package: whose, at which act, and what does not agree. */
export type BrokenLink = { cityCode: string; tenantId: string; name: string; seq: number; problem: string };

export type Verification = { chains: number; acts: number; packages: number; broken: readonly BrokenLink[] };

/** What another tenant's receipt says it saw: the package, and the head of its sender's chain. */
type Witness = { senderId: string; seq: number; hash: string; packageId: string; digest: string; byName: string };

/** What is known of one linkage while it is walked; packages never leave their linkage, so neither does this. */
type Linkage = {
  chains: readonly TenantChain[];
  /** Hash of each act that was reached, by tenant and number. */
  hashes: Map<string, string>;
  witnesses: Witness[];
  broken: BrokenLink[];
};

const page = 500;

/**
 * Walks every chain: numbers without gaps, each act pointing at the one before, each hash recomputed, the head where the last act is;
 * then every package against its digest, and every receipt against the package and the sender's chain. A tail that somebody removed
 * together with its head, or content edited together with its digest, is noticed by the receipts of those to whom it had been shown.
 */
export async function verifyChains(trx: Trx, cityCode: string | null): Promise<Verification> {
  const all = await listChains(trx, cityCode);
  const total = { chains: 0, acts: 0, packages: 0 };
  const broken: BrokenLink[] = [];
  for (const city of new Set(all.map((chain) => chain.cityCode))) {
    const chains = all.filter((chain) => chain.cityCode === city);
    const linkage: Linkage = { chains, hashes: new Map(), witnesses: [], broken };
    for (const chain of chains) {
      const acts = await walkChain(trx, chain, linkage);
      total.acts += acts;
      if (acts > 0 || chain.headSeq > 0) total.chains += 1;
    }
    total.packages += await walkPackages(trx, city, linkage);
  }
  return { ...total, broken };
}

const hashKey = (tenantId: string, seq: number): string => `${tenantId}/${seq}`;

/** Walks until the end or the first broken link; gives how many acts hold. */
async function walkChain(trx: Trx, chain: TenantChain, linkage: Linkage): Promise<number> {
  let seq = 0;
  let hash: string = chainStart;
  for (;;) {
    const entries = await listEntries(trx, chain, seq, page);
    for (const entry of entries) {
      const problem = problemOf(entry, seq, hash);
      if (problem !== undefined) {
        linkage.broken.push(brokenAt(chain, seq + 1, problem));
        return seq;
      }
      seq = entry.seq;
      hash = entry.hash;
      linkage.hashes.set(hashKey(chain.tenantId, seq), hash);
      const witness = witnessOf(entry, chain.name);
      if (witness !== undefined) linkage.witnesses.push(witness);
    }
    if (entries.length < page) break;
  }
  const problem = headProblem(chain, seq, hash);
  if (problem !== undefined) linkage.broken.push(brokenAt(chain, Math.min(seq, chain.headSeq) + 1, problem));
  return seq;
}

function problemOf(entry: StoredEntry, seq: number, hash: string): string | undefined {
  if (entry.seq !== seq + 1) return `缺少第${seq + 1}号行为`;
  if (entry.prevHash !== hash) return '与前一号行为的散列不衔接';
  const { hash: stored, ...content } = entry;
  return matchesDigest(content, stored) ? undefined : '内容与散列不符，记录被改动';
}

function headProblem(chain: TenantChain, seq: number, hash: string): string | undefined {
  if (seq < chain.headSeq) return `链头记载第${chain.headSeq}号行为，账上最后一号是${seq}：尾部行为被删除`;
  if (seq > chain.headSeq) return `账上最后一号行为是${seq}，链头只记载到${chain.headSeq}：链头被改动`;
  return hash === chain.headHash ? undefined : '链头记载的散列与最后一号行为不符';
}

function brokenAt(chain: TenantChain, seq: number, problem: string): BrokenLink {
  return { cityCode: chain.cityCode, tenantId: chain.tenantId, name: chain.name, seq, problem };
}

function witnessOf(entry: StoredEntry, byName: string): Witness | undefined {
  if (!entry.kind.startsWith('receive-package/')) return undefined;
  // Composed by the server as a Receipt when the package was signed for, and its hash was just recomputed.
  const receipt = entry.payload as {
    packageId: string;
    digest: string;
    from: { tenantId: string };
    senderSeq: number;
    senderHash: string;
  };
  const { packageId, digest, senderSeq: seq, senderHash: hash } = receipt;
  return { senderId: receipt.from.tenantId, seq, hash, packageId, digest, byName };
}

async function walkPackages(trx: Trx, cityCode: string, linkage: Linkage): Promise<number> {
  const digests = new Map<string, string>();
  let after: string | null = null;
  for (;;) {
    const packages: SealedPackage[] = await listSealed(trx, cityCode, after, page);
    for (const sealed of packages) {
      after = sealed.id;
      digests.set(sealed.id, sealed.digest);
      const problem = packageProblem(sealed, linkage.hashes);
      if (problem !== undefined) reportOnce(linkage, sealed.fromTenantId, sealed.senderSeq, problem);
    }
    if (packages.length < page) break;
  }
  for (const witness of linkage.witnesses) {
    const problem = contradiction(witness, linkage.hashes, digests);
    if (problem !== undefined) reportOnce(linkage, witness.senderId, witness.seq, problem);
  }
  return digests.size;
}

function packageProblem(sealed: SealedPackage, hashes: ReadonlyMap<string, string>): string | undefined {
  if (!matchesDigest(sealed.sealed, sealed.digest)) return `报送件“${sealed.title}”的内容与封存时的摘要不符`;
  if (hashes.get(hashKey(sealed.fromTenantId, sealed.senderSeq)) !== sealed.senderHash) {
    return `报送件“${sealed.title}”封存时的链头已不在账上`;
  }
  return undefined;
}

function contradiction(
  witness: Witness,
  hashes: ReadonlyMap<string, string>,
  digests: ReadonlyMap<string, string>,
): string | undefined {
  if (hashes.get(hashKey(witness.senderId, witness.seq)) !== witness.hash) {
    return `${witness.byName}签收时见到的第${witness.seq}号行为已不在账上或已改变`;
  }
  const digest = digests.get(witness.packageId);
  if (digest === undefined) return `${witness.byName}签收的报送件已被删除`;
  return digest === witness.digest ? undefined : `${witness.byName}签收的报送件与签收时的摘要不符`;
}

/** A chain that is broken already is named once: what follows from it would only bury the first link. */
function reportOnce(linkage: Linkage, tenantId: string, seq: number, problem: string): void {
  if (linkage.broken.some((link) => link.tenantId === tenantId)) return;
  const chain = linkage.chains.find((candidate) => candidate.tenantId === tenantId);
  const cityCode = linkage.chains[0]?.cityCode ?? '';
  linkage.broken.push({ cityCode, tenantId, name: chain?.name ?? tenantId, seq, problem });
}
