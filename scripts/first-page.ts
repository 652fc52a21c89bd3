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

type Chunk = { file: string; css?: string[]; imports?: string[]; dynamicImports?: string[]; isDynamicEntry?: boolean };
type Manifest = Readonly<Record<string, Chunk>>;

/** Every page that is loaded when it is opened, with the bytes of a first visit that begins there: the first page's and its own. */
export async function pageSizes(): Promise<{ page: string; bytes: number }[]> {
  const manifest: Manifest = JSON.parse(await readFile(join(folder, '.vite', 'manifest.json'), 'utf8'));
  const pages = Object.keys(manifest).filter(
    (key) => manifest[key]?.isDynamicEntry === true && key.endsWith('-page.tsx'),
  );
  const visits = [...pages.map((page) => [page]), ...sheetsOf(manifest)];
  if (pages.length === 0 || visits.length === pages.length)
    throw new Error(
      'The manifest names no page or no kit: the build has changed its shape and this check sees nothing.',
    );
  const first = new Set((await firstPageParts()).map(({ path }) => path));
  const own = await Promise.all(
    visits.map(async (parts) => {
      const page = parts.join(' + ');
      const seen = new Set<string>();
      for (const part of parts) filesOf(manifest, part, seen);
      const files = [...seen].filter((file) => !first.has(file));
      const sizes = await Promise.all(
        files.map(async (file) => gzipSync(await readFile(join(folder, file))).byteLength),
      );
      return { page, bytes: sizes.reduce((sum, size) => sum + size, 0) };
    }),
  );
  const shared = await firstPageSize();
  return own
    .map(({ page, bytes }) => ({ page, bytes: shared + bytes }))
    .toSorted((one, other) => other.bytes - one.bytes);
}

/** The sheet of an act is its page with the kit of its stage, and with its desk where it has one. */
function sheetsOf(manifest: Manifest): readonly string[][] {
  const sheet = 'acts/act-page.tsx';
  const kits = Object.keys(manifest).filter((key) => key.endsWith('-kit.ts'));
  return kits.flatMap((kit) => [
    [sheet, kit],
    ...(manifest[kit]?.dynamicImports ?? []).map((desk) => [sheet, kit, desk]),
  ]);
}

/** A chunk's file and styles and those of all it imports. */
function filesOf(manifest: Manifest, key: string, seen: Set<string>): void {
  const chunk = manifest[key];
  if (chunk === undefined || seen.has(chunk.file)) return;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  for (const imported of chunk.imports ?? []) filesOf(manifest, imported, seen);
}
