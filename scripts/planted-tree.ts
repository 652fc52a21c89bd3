import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const configs = [
  'package.json',
  '.gitignore',
  'biome.json',
  'knip.jsonc',
  '.dependency-cruiser.cjs',
  'tsconfig.json',
  'tsconfig.domain.json',
  'tsconfig.web.json',
  'tsconfig.e2e.json',
];

export type PlantedTree = {
  /** Runs a tool of node_modules/.bin there; gives its exit code and all it printed. */
  run: (program: string, ...args: string[]) => Promise<{ code: number; stdout: string; stderr: string }>;
  remove: () => Promise<void>;
};

/** A tree outside the checkout with its very configuration and packages, and only the given files. */
export async function plantTree(files: Record<string, string>): Promise<PlantedTree> {
  const folder = await mkdtemp(join(tmpdir(), 'liandu-planted-'));
  await Promise.all(configs.map((name) => cp(join(root, name), join(folder, name))));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return {
    run: (program, ...args) =>
      new Promise((resolve) => {
        const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NO_COLOR: '1' } };
        execFile(join(root, 'node_modules', '.bin', program), args, options, (error, stdout, stderr) =>
          resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr }),
        );
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
