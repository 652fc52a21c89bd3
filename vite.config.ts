import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip as gzipOf } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rolldown, transformWithOxc } from 'vite';
import { antdStyles } from './scripts/antd-styles.ts';

const gzip = promisify(gzipOf);
const brotli = promisify(brotliCompress);

export default defineConfig({
  root: 'src/web',
  plugins: [react(), antdStyles(), offlinePage('research/field-notes-page.tsx'), compressed()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // Which files a page brings: scripts/first-page.ts adds them up.
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // React changes seldom and stays cached across releases. antd is not grouped: as one chunk the first page would
          // carry the tables and calendars of every other page (427 kB instead of 263 kB gzipped, measured).
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler)[\\/]/ }],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': 'http://127.0.0.1:8080' },
  },
});

/** Lays each script and style down compressed beside itself, as small as can be: the server sends it as it lies there. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const names = Object.keys(bundle).filter((name) => /^assets[\\/].*\.(?:js|css)$/.test(name));
      await Promise.all(
        names.map(async (name) => {
          const path = join(dir, name);
          const content = await readFile(path);
          if (content.byteLength < 1024) return;
          await writeFile(`${path}.gz`, await gzip(content, { level: 9 }));
          await writeFile(`${path}.br`, await brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
        }),
      );
    },
  };
}

/**
 * Writes sw.js: the service worker with the list of the files that the first page and `page` are made of. A workbox build would bring
 * some hundred packages for these lines.
 */
function offlinePage(page: string): Plugin {
  return {
    name: 'offline-page',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const roots = chunks.filter(({ isEntry, facadeModuleId }) => isEntry || facadeModuleId?.endsWith(page) === true);
      if (roots.length !== 2)
        throw new Error(`sw.js needs the first page and ${page}; found ${roots.length} of the two.`);
      const files = ['index.html', 'emblem.svg', ...filesOf(roots, chunks)].map((name) => `/${name}`);
      const path = join(import.meta.dirname, 'src', 'web', 'offline', 'service-worker.ts');
      const { code } = await transformWithOxc(await readFile(path, 'utf8'), path);
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 16);
      const source = code
        // A classic script, which every browser with service workers takes, has no exports.
        .replace(/^export\s*\{\s*\};?$/m, '')
        .replace('__OFFLINE_FILES__', JSON.stringify(files))
        .replace('__OFFLINE_VERSION__', JSON.stringify(version));
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  };
}

/** Scripts and styles that are loaded with these chunks, whatever they import first. */
function filesOf(roots: readonly Rolldown.OutputChunk[], chunks: readonly Rolldown.OutputChunk[]): readonly string[] {
  const seen = new Set<Rolldown.OutputChunk>();
  const visit = (chunk: Rolldown.OutputChunk): void => {
    if (seen.has(chunk)) return;
    seen.add(chunk);
    for (const other of chunks) if (chunk.imports.includes(other.fileName)) visit(other);
  };
  roots.forEach(visit);
  const styles = [...seen].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]);
  return [...new Set([...[...seen].map(({ fileName }) => fileName), ...styles])].toSorted();
}
