import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = join(import.meta.dirname, '..', 'dist', 'web');

/** index.html, and every script and style it names, gzipped. What a route loads later by itself does not count. */
export async function firstPageParts(): Promise<{ path: string; bytes: number }[]> {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path = '']) => path);
  if (linked.length === 0) {
    throw new Error(
      'dist/web/index.html names no script: the build has changed its shape and this check sees nothing.',
    );
  }
  return Promise.all(
    ['index.html', ...linked].map(async (path) => ({
      path,
      bytes: gzipSync(await readFile(join(folder, path))).byteLength,
    })),
  );
}

/** Bytes of the first page as they travel. */
export async function firstPageSize(): Promise<number> {
  return (await firstPageParts()).reduce((sum, { bytes }) => sum + bytes, 0);
}
