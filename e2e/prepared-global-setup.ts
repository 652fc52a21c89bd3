import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** A folder for the run, where the first story with the people of a city leaves them for the others (`prepared-people.ts`). */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'liandu-e2e-prepared-'));
  // As root the database runs as another user, who passes through here to the data it is started on.
  await chmod(folder, 0o711);
  project.provide('prepared', folder);
  return () => rm(folder, { recursive: true, force: true });
}
