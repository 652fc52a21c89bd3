import { randomBytes } from 'node:crypto';

let lastMs = 0;
let counter = 0;

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, then a 12-bit counter that makes ids of one process grow within a millisecond, then
 * 62 random bits. Made in the application so that PostgreSQL 15 serves as well as 18.
 */
export function uuidv7(now: number = Date.now(), random: Uint8Array = randomBytes(8)): string {
  if (now > lastMs) {
    lastMs = now;
    counter = ((random[0] ?? 0) << 3) | ((random[1] ?? 0) >> 5);
  } else if (++counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const tail = Buffer.from(random);
  tail[0] = ((tail[0] ?? 0) & 0x3f) | 0x80;
  const hex = tail.toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${hex.slice(0, 4)}-${hex.slice(4)}`;
}
