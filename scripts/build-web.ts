import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds dist/web unless it is newer than everything it is built from. Runs before `npm start` and `npm run demo`, so a
 * fresh clone needs no step of its own and a second start costs milliseconds.
 */
const root = join(import.meta.dirname, '..');
const built = join(root, 'dist', 'web', 'index.html');
const sources = [
  'src/web',
  'src/contract',
  'src/domain',
  'scripts/antd-styles.ts',
  'vite.config.ts',
  'package-lock.json',
];

function newestChange(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

function isStale(): boolean {
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return sources.some((source) => newestChange(join(root, source)) > builtAt);
}

if (isStale()) {
  const { status } = spawnSync('vite', ['build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
