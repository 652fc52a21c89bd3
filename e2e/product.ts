import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Tour, tours } from '../src/contract/tours.ts';
import { copyPrepared, type Prepared } from './prepared-people.ts';

const root = join(import.meta.dirname, '..');

/** A running product with a data directory of its own. `linkOf`: the first-use address of an imported account. */
export type Product = {
  url: string;
  linkOf: (login: string) => string;
  /** The workbook the people came from, and the file of their first-use links. */
  papers: { workbook: string; links: string };
  /** Ends the process at once (SIGKILL), as a power cut would; its database is found again by `restart`. */
  kill: () => Promise<void>;
  /** Starts it again after `kill`: same data, same address. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Every account of a story gets this one. */
export const password = '联动-浏览-2026';

/** The people of a fictitious city: Mianyang, its smallest relative, or one with as many counties as a large prefecture. */
export type People = true | 'one-county' | 'many-counties';

const countiesOf = { 'one-county': 1, 'many-counties': 26 } satisfies Record<Exclude<People, true>, number>;

/** Whether and how far the scenario of its own people has been told when a product starts. */
export type Told = 'nothing' | 'team' | 'findings';
/** Nobody, or a city's people with what they have done. */
export type Beginning = { withPeople: false } | { withPeople: People; told?: Told };

/**
 * Starts the product as a process. All of a run that begin alike begin from one copy in the folder `prepared`. Throws with the product's
 * output when it does not start.
 */
export async function startProduct(beginning: Beginning, prepared: string): Promise<Product> {
  // As root the database runs as another user, who may enter the data directory but none that mkdtemp made above it.
  const data = await mkdtemp(join(tmpdir(), 'liandu-e2e-data-'));
  const papers = await mkdtemp(join(tmpdir(), 'liandu-e2e-papers-'));
  const place = { data, papers };
  if (beginning.withPeople !== false) {
    const { withPeople, told = 'nothing' } = beginning;
    await copyPrepared(prepared, `${withPeople}-${told}`, place, (made) => prepare(made, withPeople, told, prepared));
  }
  return productOn(place, beginning.withPeople === false ? new Map() : await readLinks(papers));
}

/** Starts the product on data that stands there. */
async function productOn({ data, papers }: Prepared, links: ReadonlyMap<string, string>): Promise<Product> {
  const env = environmentOf(data);
  let running = await run(env);
  const { url } = running;
  return {
    url,
    linkOf: (login) => links.get(login) ?? '',
    papers: papersIn(papers),
    kill: () => running.end('SIGKILL'),
    restart: async () => {
      running = await run({ ...env, PORT: new URL(url).port });
    },
    stop: async () => {
      await running.end('SIGINT');
      for (const directory of [data, papers]) await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Processes that are started again and again compile the same files once, as under `npm start`. */
const compiling = { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled') };

function environmentOf(data: string): NodeJS.ProcessEnv {
  return { ...compiling, LIANDU_DATA: data, PORT: '0', HOST: '127.0.0.1', NODE_ENV: 'production' };
}

/** Imports the people, or goes on from where they are imported and tells their scenario so far. */
async function prepare(place: Prepared, people: People, told: Told, prepared: string): Promise<void> {
  if (told === 'nothing') return importPeople(place, people);
  await copyPrepared(prepared, `${people}-nothing`, place, (made) => importPeople(made, people));
  const running = await run(environmentOf(place.data));
  try {
    await tellScenario({ url: running.url, papers: papersIn(place.papers) }, told);
  } finally {
    await running.end('SIGINT');
  }
}

type Process = { url: string; end: (signal: 'SIGINT' | 'SIGKILL') => Promise<void> };

async function run(env: NodeJS.ProcessEnv): Promise<Process> {
  const child = spawn(process.execPath, [join(root, 'src', 'server', 'main.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  return {
    url: await addressIn(child),
    end: async (signal) => {
      child.kill(signal);
      await exited;
    },
  };
}

async function importPeople({ data, papers }: Prepared, people: People): Promise<void> {
  const { workbook, links } = papersIn(papers);
  const env = environmentOf(data);
  const counties = people === true ? [] : ['--counties', String(countiesOf[people])];
  await runScript('import.ts', ['--write-demo', workbook, ...counties], env);
  await runScript('import.ts', [workbook, '--links', links], env);
}

/** The workbook of Mianyang, as an administrator would have it at hand. */
export async function writeDemoWorkbook(file: string): Promise<void> {
  await runScript('import.ts', ['--write-demo', file], process.env);
}

function papersIn(papers: string): Product['papers'] {
  return { workbook: join(papers, 'people.xlsx'), links: join(papers, 'links.csv') };
}

/** The first-use addresses by login. */
async function readLinks(papers: string): Promise<Map<string, string>> {
  const lines = (await readFile(papersIn(papers).links, 'utf8')).trim().split('\r\n').slice(1);
  return new Map(
    lines.map((line) => {
      const [, , login = '', path = ''] = line.replaceAll('"', '').split(',');
      return [login, path];
    }),
  );
}

async function runScript(name: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'src', 'server', 'cli', name), ...args], { env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  if (code !== 0) throw new Error(`${name} ended with ${code}:\n${output}`);
}

function addressIn(child: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (text: string) => {
      output += text;
      const address = /http:\/\/[\d.]+:\d+/.exec(output)?.[0];
      if (address !== undefined) resolve(address);
    };
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', read);
    child.on('exit', (code) => reject(new Error(`The product ended with ${code}:\n${output}`)));
  });
}

/** Tells the scenario of the product's own people up to a point, over the API. Throws with its output when it is not told. */
export async function tellScenario(
  product: Pick<Product, 'url' | 'papers'>,
  until: 'team' | 'findings' | 'county-results' | 'hand-over' | 'unsatisfied',
): Promise<void> {
  const { workbook, links } = product.papers;
  const args = [
    '--url',
    product.url,
    '--linkage',
    workbook,
    '--links',
    links,
    '--password',
    password,
    '--until',
    until,
  ];
  await runScript('scenario.ts', args, compiling);
}

/**
 * Gives the page the sign-in of an account, setting its password first when nobody has. The form has a story of its own, and so has the way
 * round at the first visit, which everybody else has seen.
 */
export async function signIn(
  page: Page,
  product: Product,
  login: string,
  seen: readonly Tour[] = tours,
): Promise<void> {
  const ask = (method: 'POST' | 'PUT', path: string, data: object) =>
    page.context().request.fetch(`${product.url}${path}`, { method, data, headers: { origin: product.url } });
  const first = await ask('POST', '/api/sign-in', { login, password });
  if (!first.ok()) {
    const [, token] = product.linkOf(login).split('#');
    const used = await ask('POST', '/api/first-use', { token, password });
    const second = await ask('POST', '/api/sign-in', { login, password });
    if (!second.ok()) throw new Error(`${login} cannot sign in: ${used.status()} ${await second.text()}`);
  }
  if (seen.length > 0) await ask('PUT', '/api/me/tours', { tours: seen });
}

/** What the API at an address answers to a command of the page's account. */
export async function postTo<Answer>(url: string, page: Page, path: string, data: object): Promise<Answer> {
  const headers = { origin: url, 'idempotency-key': crypto.randomUUID() };
  return (await page.context().request.post(`${url}/api${path}`, { data, headers })).json();
}
