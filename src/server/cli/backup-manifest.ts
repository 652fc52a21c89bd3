import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file of a backup, by its path inside it. */
export type BackupFile = { path: string; size: number; sha256: string };

/** What a backup says of itself. Complete only when this is there: it is written last. */
export type Manifest = {
  format: 1;
  label: string;
  postgresVersion: string;
  systemIdentifier: string;
  startedAt: string;
  /** From this moment on the backup can be restored to any time its write-ahead log reaches. */
  endedAt: string;
  /** First and last segment of the write-ahead log without which the copied files make no database. */
  startWal: string;
  stopWal: string;
  directories: string[];
  files: BackupFile[];
  wal: BackupFile[];
};

export type Backup = { directory: string; manifest: Manifest };

const manifestName = 'manifest.json';

/** Folder, beside the backups of one database, of its write-ahead log; several installations may share a backup folder. */
export function walFolder(target: string, systemIdentifier: string): string {
  return join(target, 'wal', systemIdentifier);
}

/** Complete backups of the folder, oldest first. What has no manifest was interrupted and is none. */
export async function listBackups(target: string): Promise<Backup[]> {
  if (!existsSync(target)) return [];
  const found: Backup[] = [];
  for (const entry of await readdir(target, { withFileTypes: true })) {
    const directory = join(target, entry.name);
    if (!entry.isDirectory() || !existsSync(join(directory, manifestName))) continue;
    found.push({ directory, manifest: await readManifest(directory) });
  }
  return found.sort((left, right) => left.manifest.endedAt.localeCompare(right.manifest.endedAt));
}

async function readManifest(directory: string): Promise<Manifest> {
  const file = join(directory, manifestName);
  try {
    const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
    if (manifest.format !== 1) throw new Error(`format ${manifest.format}`);
    return manifest;
  } catch (error) {
    throw new Error(`备份清单 ${file} 无法读取，该备份已损坏。请移走这个目录后重试。`, { cause: error });
  }
}

/** Copies for one's own eyes only, and gives size and digest of what was written, whatever happens to the source meanwhile. */
export async function copyDigested(source: string, target: string): Promise<{ size: number; sha256: string }> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const from = await open(source, 'r');
  try {
    const to = await open(target, 'w', 0o600);
    try {
      return await copyChunks(from, to);
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

async function copyChunks(from: FileHandle, to: FileHandle): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(Math.min(1 << 20, (await from.stat()).size + 1));
  let size = 0;
  for (;;) {
    const { bytesRead } = await from.read(buffer, 0, buffer.length, null);
    if (bytesRead === 0) return { size, sha256: hash.digest('hex') };
    const chunk = buffer.subarray(0, bytesRead);
    hash.update(chunk);
    await to.writeFile(chunk);
    size += bytesRead;
  }
}

/** Name of a segment or history file of the write-ahead log, compressed or not, or undefined for anything else. */
export function walName(file: string): string | undefined {
  return /^([0-9A-F]{24}|[0-9A-F]{8}\.history)(?:\.gz)?$/.exec(file)?.[1];
}

/** Whether a log file lies before a segment. History files are never old: they are small and tell timelines apart. */
export function isBeforeWal(file: string, segment: string): boolean {
  // The first eight digits are the timeline; the position is what follows. A `.backup` file belongs to its segment.
  const position = /^[0-9A-F]{8}([0-9A-F]{16})/.exec(file)?.[1];
  return position !== undefined && position < segment.slice(8);
}

/** Names of all segments from one to another on the same timeline, both included: 256 of 16 MB to each of the middle eight digits. */
export function segmentsBetween(first: string, last: string): string[] {
  const numberOf = (name: string): number =>
    Number.parseInt(name.slice(8, 16), 16) * 256 + Number.parseInt(name.slice(16), 16);
  const hex = (value: number): string => value.toString(16).toUpperCase().padStart(8, '0');
  const from = numberOf(first);
  const count = Math.max(1, numberOf(last) - from + 1);
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    return `${first.slice(0, 8)}${hex(Math.floor(number / 256))}${hex(number % 256)}`;
  });
}
