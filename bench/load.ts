import { Agent, request } from 'node:http';

/** One HTTP request of the load, and who makes it. */
export type Asked = { method: 'GET' | 'POST'; path: string; cookie: string; body?: string };

/** How a load was answered: per second, and the milliseconds of each answer. */
export type Answered = { count: number; seconds: number; p50: number; p99: number };

/**
 * Keeps `connections` requests under way until `isOver` says so, over connections kept open. Anything but success is an error: a bench
 * of refusals says nothing.
 */
export async function load(
  url: string,
  next: (index: number) => Asked,
  { connections, isOver }: { connections: number; isOver: (count: number, seconds: number) => boolean },
): Promise<Answered> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  let asked = 0;
  const work = async (): Promise<void> => {
    while (!isOver(asked, seconds())) {
      const index = asked;
      asked += 1;
      const before = performance.now();
      await ask(agent, url, next(index));
      times.push(performance.now() - before);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, work));
    const took = seconds();
    times.sort((one, other) => one - other);
    return { count: times.length, seconds: took, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
  } finally {
    agent.destroy();
  }
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function ask(agent: Agent, url: string, { method, path, cookie, body }: Asked): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, origin: url, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const sent = request(url + path, { agent, method, headers }, (response) => {
      const succeeded = response.statusCode !== undefined && response.statusCode < 300;
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        // Only a refusal is read: what it says is the error.
        if (!succeeded) text += chunk;
      });
      response.on('end', () => {
        if (succeeded) resolve();
        else reject(new Error(`${method} ${path} was answered ${response.statusCode}: ${text.slice(0, 500)}`));
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
