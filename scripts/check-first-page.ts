import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * The first page may cost a phone 450 kB: index.html, and every script and style it names, gzipped. What a route loads
 * later by itself does not count. Exits 1 above the limit.
 */
const limit = 450_000;
const folder = join(import.meta.dirname, '..', 'dist', 'web');

const html = await readFile(join(folder, 'index.html'), 'utf8');
const linked = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path = '']) => path);
const parts = await Promise.all(
  ['index.html', ...linked].map(async (path) => ({
    path,
    bytes: gzipSync(await readFile(join(folder, path))).byteLength,
  })),
);
const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);

for (const { path, bytes } of parts) console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${path}`);
console.log(`${(total / 1000).toFixed(1).padStart(8)} kB  first page, gzipped; at most ${limit / 1000}`);
if (linked.length === 0) {
  console.error('dist/web/index.html names no script: the build has changed its shape and this check sees nothing.');
  process.exitCode = 1;
}
if (total > limit) process.exitCode = 1;
