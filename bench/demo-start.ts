import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Seconds from `npm run demo` over a told and stopped data directory until /healthz answers 200. */
export async function demoStartTime(dataDirectory: string): Promise<number> {
  // What a told demo leaves behind: its list of accounts.
  await writeFile(join(dataDirectory, 'demo-accounts.json'), '{}');
  const port = await freePort();
  const started = performance.now();
  const child = spawn('npm', ['run', '--silent', 'demo'], {
    cwd: root,
    env: { ...process.env, LIANDU_DATA: dataDirectory, PORT: String(port), HOST: '127.0.0.1' },
    stdio: 'ignore',
    // A group of its own: npm, the shell and the server are stopped together.
    detached: true,
  });
  const exited = once(child, 'exit');
  try {
    await untilHealthy(`http://127.0.0.1:${port}/healthz`);
    return (performance.now() - started) / 1000;
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    await exited;
  }
}

async function untilHealthy(address: string): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The demo did not answer within a minute.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('The machine gives no port.');
  return address.port;
}
