import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a server process has used so far: CPU in milliseconds, resident memory in bytes. */
export type Usage = { cpuMs: number; rss: number };

/** A server in a process of its own, so that its CPU is its own. It ends when it is told, or when we do. */
export type ServerProcess = { url: string; usage: () => Promise<Usage>; stop: () => Promise<void> };

type Answer = { url: string } | { usage: Usage };

/** Starts the product (`product-server.ts`) or the bare server (`bare-server.ts`) over a data directory. */
export async function startServer(kind: 'product' | 'bare', dataDirectory: string): Promise<ServerProcess> {
  const { flags, variables } = await asStarted();
  const child = fork(join(import.meta.dirname, `${kind}-server.ts`), [dataDirectory], {
    env: { ...process.env, ...variables, NODE_ENV: 'production' },
    execArgv: flags,
  });
  const started = await answerOf(child);
  if (!('url' in started)) throw new Error(`The ${kind} server did not say where it listens.`);
  return {
    url: started.url,
    usage: async () => {
      child.send('usage');
      const answer = await answerOf(child);
      if (!('usage' in answer)) throw new Error(`The ${kind} server did not say what it used.`);
      return answer.usage;
    },
    stop: async () => {
      const exited = once(child, 'exit');
      child.send('stop');
      await exited;
    },
  };
}

/** The flags and variables of Node with which `npm start` runs the product; the bare server gets the same. */
async function asStarted(): Promise<{ flags: string[]; variables: Record<string, string> }> {
  const { scripts } = JSON.parse(await readFile(join(import.meta.dirname, '..', 'package.json'), 'utf8'));
  const words = String(scripts.start).split(' ');
  return {
    flags: words.filter((word) => word.startsWith('--')),
    variables: Object.fromEntries(
      words.filter((word) => /^[A-Z_]+=/.test(word)).map((word) => word.split('=') as [string, string]),
    ),
  };
}

async function answerOf(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`A server process ended with code ${code}.`));
    child.once('exit', onExit);
    child.once('message', (message: Answer) => {
      child.off('exit', onExit);
      resolve(message);
    });
  });
}

/** The other side, in the server's process: says where it listens, then what it used, until it is told to stop. */
export function answerParent(url: string, stop: () => Promise<void>): void {
  const end = () => void stop().then(() => process.exit(0));
  process.on('message', (message) => {
    if (message === 'stop') end();
    else process.send?.({ usage: usageNow() });
  });
  process.on('disconnect', end);
  process.send?.({ url });
}

function usageNow(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, rss: process.memoryUsage.rss() };
}
