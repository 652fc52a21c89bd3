import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** A running `append-acts.ts`: what it acknowledged so far, and how it ends. */
export type Appending = {
  /** Highest acknowledged number by tenant. */
  acknowledged: ReadonlyMap<string, number>;
  /** All acknowledgements until now. */
  count: () => number;
  /** Resolves when that many more acts were acknowledged. */
  more: (acts: number) => Promise<void>;
  kill: () => Promise<void>;
  /** Asks it to end and waits until it has; gives its exit code. */
  end: () => Promise<number | null>;
};

const started = new Set<ChildProcess>();

/** Starts it on a data directory and waits until it writes. `as`: the OS user to run as, when we are root. */
export async function startAppending(
  dataDirectory: string,
  options: { writers?: number; as?: { uid: number; gid: number } } = {},
): Promise<Appending> {
  const script = join(import.meta.dirname, 'append-acts.ts');
  const child = spawn(process.execPath, [script, dataDirectory, String(options.writers ?? 2)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options.as,
  });
  started.add(child);
  const acknowledged = new Map<string, number>();
  const exited = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  let said = '';
  let errors = '';
  let count = 0;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (said + text).split('\n');
    said = lines.pop() ?? '';
    for (const line of lines) {
      const [tenantId = '', seq] = line.split(' ');
      if (seq === undefined) continue;
      acknowledged.set(tenantId, Number(seq));
      count += 1;
    }
  });
  const more = async (acts: number): Promise<void> => {
    const target = count + acts;
    const deadline = Date.now() + 30_000;
    while (count < target) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(`The process does not write: ${errors}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  await more(1);
  return {
    acknowledged,
    count: () => count,
    more,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    end: async () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

/** For after a test that failed halfway: nothing it started goes on. */
export function killAllAppending(): void {
  for (const child of started) child.kill('SIGKILL');
  started.clear();
}
