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

type Chunk = { file: string; css?: string[]; imports?: string[]; dynamicImports?: string[] };
type Manifest = Readonly<Record<string, Chunk>>;

/** What some addresses show at once beside their page: a part of a page that is loaded when it is opened, with all that stands in it. */
const shownTogether: readonly (readonly string[])[] = [
  [
    'app/my-work-route.tsx',
    'confirmations/waiting-queue.tsx',
    'sessions/sitting-now.tsx',
    'interpellations/to-sign.tsx',
  ],
  ['app/case-route.tsx', 'topics/session-summary.tsx', 'topics/next-steps.tsx', 'sessions/sitting-now.tsx'],
  ['app/case-route.tsx', 'topics/summary.tsx', 'year/year-panels.tsx'],
  ['app/case-route.tsx', 'topics/coverage.tsx', 'topics/plan-section.tsx'],
  ['app/case-route.tsx', 'topics/dates.tsx'],
  ['app/case-route.tsx', 'topics/history.tsx', 'topics/reminder-list.tsx'],
  ['app/case-route.tsx', 'topics/finding-ledger.tsx'],
  ['app/case-route.tsx', 'topics/handling.tsx'],
  ['app/case-route.tsx', 'topics/problem-line.tsx'],
  ['app/case-route.tsx', 'topics/compliance.tsx'],
];

/**
 * Every address that a visit can begin with, with the bytes of such a visit: the first page's and its own. Throws where a page has parts that
 * this does not know.
 */
export async function pageSizes(): Promise<{ page: string; bytes: number }[]> {
  const manifest: Manifest = JSON.parse(await readFile(join(folder, '.vite', 'manifest.json'), 'utf8'));
  const visits = visitsIn(manifest);
  const first = new Set((await firstPageParts()).map(({ path }) => path));
  const own = await Promise.all(
    visits.map(async (parts) => {
      const page = parts.join(' + ');
      const seen = new Set<string>();
      for (const part of parts) filesOf(manifest, keyOf(manifest, part), seen);
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

function visitsIn(manifest: Manifest): readonly (readonly string[])[] {
  const loaded = manifest['index.html']?.dynamicImports ?? [];
  const pages = loaded.filter((key) => key.endsWith('-page.tsx')).map((page) => [page]);
  const routes = loaded.filter((key) => key.endsWith('-route.tsx'));
  const sheets = sheetsOf(manifest);
  if (pages.length === 0 || sheets.length === 0) {
    throw new Error(
      'The manifest names no page or no kit: the build has changed its shape and this check sees nothing.',
    );
  }
  for (const route of routes) {
    const known = shownTogether.filter(([page]) => page === route).flat();
    const unknown = (manifest[route]?.dynamicImports ?? []).filter((part) => !known.some((one) => isPart(part, one)));
    if (known.length === 0 || unknown.some((part) => !part.includes('domain/'))) {
      throw new Error(`What ${route} shows at once with ${unknown.join(', ')} is not said in shownTogether.`);
    }
  }
  return [...pages, ...shownTogether, ...sheets];
}

/** A module that other chunks share has a chunk named after it. */
function isPart(key: string, module: string): boolean {
  const [name = ''] = module.split('/').slice(-1)[0]?.split('.') ?? [];
  return key === module || key.startsWith(`_${name}-`);
}

function keyOf(manifest: Manifest, module: string): string {
  const key = Object.keys(manifest).find((one) => isPart(one, module));
  if (key === undefined) throw new Error(`The manifest has no ${module}: this check would miss what it brings.`);
  return key;
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
