import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Config } from '../config.ts';
import { prepareDemo } from './demo.ts';

let config: Config;
beforeEach(async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'liandu-demo-'));
  config = { port: 0, host: '127.0.0.1', dataDirectory, databaseUrl: undefined };
});
afterEach(async () => {
  await rm(config.dataDirectory, { recursive: true, force: true });
});

const here = (name: string) => join(config.dataDirectory, name);

describe('npm run demo', () => {
  test('prepares people once; a demo whose story was not told to the end begins anew', async () => {
    expect(await prepareDemo(config)).toBe(true);
    const accounts = JSON.parse(await readFile(here('demo-accounts.json'), 'utf8')) as {
      accounts: { login: string }[];
    };
    expect(accounts.accounts.map(({ login }) => login)).toContain('510700.office');
    expect(await readdir(config.dataDirectory)).toContain('demo-unfinished');
    await writeFile(here('half'), '');
    expect(await prepareDemo(config)).toBe(true);
    expect(await readdir(config.dataDirectory)).not.toContain('half');
    await rm(here('demo-unfinished'));
    expect(await prepareDemo(config)).toBe(false);
  });

  test('does not touch a directory in which something else lies', async () => {
    await writeFile(here('real.txt'), '真实数据');
    await expect(prepareDemo(config)).rejects.toThrow('不是演示数据');
    expect(await readdir(config.dataDirectory)).toEqual(['real.txt']);
  });
});
