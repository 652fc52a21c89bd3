import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/package/canonical.ts';
import type { Settings } from '../../domain/procedure/settings.ts';

/** `sha256:…` or `sm3:…` over the canonical text; the prefix keeps old entries verifiable after the setting changed. */
export function digestOf(value: unknown, algorithm: Settings['digest']): string {
  const name = algorithm === 'sm3' ? 'sm3' : 'sha256';
  return `${name}:${createHash(name).update(canonicalJson(value)).digest('hex')}`;
}

/** Recomputes with the algorithm that the given digest names. */
export function matchesDigest(value: unknown, digest: string): boolean {
  return digestOf(value, digest.startsWith('sm3:') ? 'sm3' : 'sha-256') === digest;
}
