import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A data directory whose server is stopped, and the papers its people came from. */
export type Prepared = { data: string; papers: string };

/**
 * Copies the data and papers of that name into two empty directories, made by `make` when nobody of this run has made them yet. Other
 * processes that ask meanwhile wait; where making fails, it fails for the one who made it and the next tries again.
 */
export async function copyPrepared(
  folder: string,
  name: string,
  into: Prepared,
  make: (place: Prepared) => Promise<void>,
): Promise<void> {
  const place = join(folder, name);
  const made = { data: join(place, 'data'), papers: join(place, 'papers') };
  while (!existsSync(join(place, 'done'))) {
    if (await isFirst(place)) await makeIn(place, made, make);
    else await new Promise((resolve) => setTimeout(resolve, 100));
  }
  // Owners stay as they are: PostgreSQL opens no directory of another user.
  for (const part of ['data', 'papers'] as const) await run('cp', ['-a', `${made[part]}/.`, into[part]]);
}

async function makeIn(place: string, made: Prepared, make: (made: Prepared) => Promise<void>): Promise<void> {
  try {
    for (const part of [made.data, made.papers]) await mkdir(part);
    await make(made);
    await writeFile(join(place, 'done'), '');
  } catch (error) {
    await rm(place, { recursive: true, force: true });
    throw error;
  }
}

async function isFirst(place: string): Promise<boolean> {
  try {
    await mkdir(place);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
