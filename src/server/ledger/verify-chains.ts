import type { Trx } from '../db/database.ts';
import { matchesDigest } from './digest.ts';
import { chainStart } from './ledger-store.ts';
import { listChains, listEntries, listSealed, type SealedPackage, type StoredEntry, type TenantChain } from './verify-queries.ts';

/** The first thing wrong in a chain or a package: whose, at which act, and what does not agree. */
export type BrokenLink = { cityCode: string; tenantId: string; name: string; seq: number; problem: string };

export type Verification = { chains: number; acts: number; packages: number; broken: readonly BrokenLink[] };

/** What another tenant's receipt says it saw of a sender's chain. */
type Witness = { senderId: string; seq: number; hash: string; byName: string };

const page = 500;

/**
 * Walks every chain: numbers without gaps, each act pointing at the one before, each hash recomputed, the head where the last act is;
 * then every package against its digest, and every receipt against the sender's chain. A tail that somebody removed together with
 * its head is noticed by the receipts of those to whom it had been shown.
 */
export async function verifyChains(trx: Trx, cityCode: string | null): Promise<Verification> {
  const chains = await listChains(trx, cityCode);
  const hashes = new Map<string, string>();
  const witnesses: Witness[] = [];
  const broken: BrokenLink[] = [];
  let acts = 0;
  for (const chain of chains) {
    const walked = await walkChain(trx, chain, hashes, witnesses);
    acts += walked.acts;
    if (walked.broken !== undefined) broken.push(walked.broken);
  }
  for (const witness of witnesses) {
    const problem = contradiction(witness, hashes, chains);
    if (problem !== undefined && !broken.some((link) => link.tenantId === problem.tenantId)) broken.push(problem);
  }
  let packages = 0;
  for (const city of new Set(chains.map((chain) => chain.cityCode))) {
    packages += await walkPackages(trx, city, hashes, chains, broken);
  }
  return { chains: chains.length, acts, packages, broken };
}

function hashKey(tenantId: string, seq: number): string {
  return `${tenantId}/${seq}`;
}

async function walkChain(
  trx: Trx,
  chain: TenantChain,
  hashes: Map<string, string>,
  witnesses: Witness[],
): Promise<{ acts: number; broken?: BrokenLink }> {
  let seq = 0;
  let hash: string = chainStart;
  for (;;) {
    const entries = await listEntries(trx, chain, seq, page);
    for (const entry of entries) {
      const problem = problemOf(entry, seq, hash);
      if (problem !== undefined) return { acts: seq, broken: brokenAt(chain, seq + 1, problem) };
      seq = entry.seq;
      hash = entry.hash;
      hashes.set(hashKey(chain.tenantId, seq), hash);
      const witness = witnessOf(entry, chain.name);
      if (witness !== undefined) witnesses.push(witness);
    }
    if (entries.length < page) break;
  }
  if (seq !== chain.headSeq || hash !== chain.headHash) {
    return { acts: seq, broken: brokenAt(chain, seq + 1, `链头记载第${chain.headSeq}号行为，账上最后一号是${seq}：尾部行为被删除`) };
  }
  return { acts: seq };
}

function problemOf(entry: StoredEntry, seq: number, hash: string): string | undefined {
  if (entry.seq !== seq + 1) return `缺少第${seq + 1}号行为`;
  if (entry.prevHash !== hash) return '与前一号行为的散列不衔接';
  const { hash: stored, ...content } = entry;
  return matchesDigest(content, stored) ? undefined : '内容与散列不符，记录被改动';
}

function brokenAt(chain: TenantChain, seq: number, problem: string): BrokenLink {
  return { cityCode: chain.cityCode, tenantId: chain.tenantId, name: chain.name, seq, problem };
}

function witnessOf(entry: StoredEntry, name: string): Witness | undefined {
  if (!entry.kind.startsWith('receive-package/')) return undefined;
  // Composed by the server as a Receipt when the package was signed for.
  const receipt = entry.payload as { from: { tenantId: string }; senderSeq: number; senderHash: string };
  return { senderId: receipt.from.tenantId, seq: receipt.senderSeq, hash: receipt.senderHash, byName: name };
}

function contradiction(witness: Witness, hashes: ReadonlyMap<string, string>, chains: readonly TenantChain[]): BrokenLink | undefined {
  if (hashes.get(hashKey(witness.senderId, witness.seq)) === witness.hash) return undefined;
  const chain = chains.find((candidate) => candidate.tenantId === witness.senderId);
  const problem = `${witness.byName}签收时见到的第${witness.seq}号行为已不在账上或已改变`;
  return { cityCode: chain?.cityCode ?? '', tenantId: witness.senderId, name: chain?.name ?? witness.senderId, seq: witness.seq, problem };
}

async function walkPackages(
  trx: Trx,
  cityCode: string,
  hashes: ReadonlyMap<string, string>,
  chains: readonly TenantChain[],
  broken: BrokenLink[],
): Promise<number> {
  let count = 0;
  let after: string | null = null;
  for (;;) {
    const packages: SealedPackage[] = await listSealed(trx, cityCode, after, page);
    for (const sealed of packages) {
      count += 1;
      after = sealed.id;
      const problem = packageProblem(sealed, hashes);
      const name = chains.find((chain) => chain.tenantId === sealed.fromTenantId)?.name ?? sealed.fromTenantId;
      if (problem !== undefined) broken.push({ cityCode, tenantId: sealed.fromTenantId, name, seq: sealed.senderSeq, problem });
    }
    if (packages.length < page) return count;
  }
}

function packageProblem(sealed: SealedPackage, hashes: ReadonlyMap<string, string>): string | undefined {
  if (!matchesDigest(sealed.sealed, sealed.digest)) return `报送件“${sealed.title}”的内容与封存时的摘要不符`;
  if (hashes.get(hashKey(sealed.fromTenantId, sealed.senderSeq)) !== sealed.senderHash) {
    return `报送件“${sealed.title}”封存时的链头已不在账上`;
  }
  return undefined;
}
