import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let dataDirectory: string;

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'liandu-main-'));
});
afterAll(() => rm(dataDirectory, { recursive: true, force: true }));

/** The product as a process of its own; resolves when it says its address. */
async function run(): Promise<{ url: string; interrupt: () => Promise<number | null> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { ...process.env, LIANDU_DATA: dataDirectory, PORT: '0', HOST: '127.0.0.1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  const address = () => /http:\/\/[\d.]+:\d+/.exec(output.join(''))?.[0];
  await expect.poll(address, { timeout: 20_000, interval: 50, message: output.join('') }).toBeDefined();
  return {
    url: address() ?? '',
    interrupt: () => {
      child.kill('SIGINT');
      return exit;
    },
  };
}

describe('npm start', () => {
  test('brings up an empty installation, and Ctrl-C stops server and database cleanly', async () => {
    const { url, interrupt } = await run();
    const health = await fetch(`${url}/healthz`);
    expect([health.status, await health.json()]).toEqual([200, { state: 'ready' }]);
    expect(await (await fetch(`${url}/api/setup`)).json()).toEqual({ needed: true });
    const events = await fetch(`${url}/api/openapi.json`);
    expect(await events.text()).toBe(
      await readFile(join(import.meta.dirname, '..', '..', 'docs', 'openapi.json'), 'utf8'),
    );
    expect(await interrupt()).toBe(0);
    expect(existsSync(join(dataDirectory, 'postgres', 'postmaster.pid'))).toBe(false);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  test('finds everything again, and keeps its keys from others', async () => {
    const key = await readFile(join(dataDirectory, 'secret.key'), 'utf8');
    const { url, interrupt } = await run();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await interrupt()).toBe(0);
    expect(await readFile(join(dataDirectory, 'secret.key'), 'utf8')).toBe(key);
    expect((await stat(join(dataDirectory, 'secret.key'))).mode & 0o077).toBe(0);
  });
});
