import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const root = join(import.meta.dirname, '..');

/** A running product with a data directory of its own. `linkOf`: the first-use address of an imported account. */
export type Product = { url: string; linkOf: (login: string) => string; stop: () => Promise<void> };

/** Every account of a story gets this one. */
export const password = '联动-浏览-2026';

/** Starts the product as a process: empty, or with the people of the fictitious Mianyang. Throws with its output when it does not start. */
export async function startProduct({ withPeople }: { withPeople: boolean }): Promise<Product> {
  // As root the database runs as another user, who may enter the data directory but none that mkdtemp made above it.
  const data = await mkdtemp(join(tmpdir(), 'liandu-e2e-data-'));
  const papers = await mkdtemp(join(tmpdir(), 'liandu-e2e-papers-'));
  const env = {
    ...process.env,
    LIANDU_DATA: data,
    PORT: '0',
    HOST: '127.0.0.1',
    NODE_ENV: 'production',
  };
  const links = withPeople ? await importPeople(papers, env) : new Map<string, string>();
  const child = spawn(process.execPath, [join(root, 'src', 'server', 'main.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const url = await addressIn(child);
  return {
    url,
    linkOf: (login) => links.get(login) ?? '',
    stop: async () => {
      child.kill('SIGINT');
      await exited;
      for (const directory of [data, papers]) await rm(directory, { recursive: true, force: true });
    },
  };
}

async function importPeople(directory: string, env: NodeJS.ProcessEnv): Promise<Map<string, string>> {
  const [workbook, links] = [join(directory, 'people.xlsx'), join(directory, 'links.csv')];
  await runImport(['--write-demo', workbook], env);
  await runImport([workbook, '--links', links], env);
  const lines = (await readFile(links, 'utf8')).trim().split('\n').slice(1);
  return new Map(
    lines.map((line) => {
      const [, , login = '', path = ''] = line.replaceAll('"', '').split(',');
      return [login, path];
    }),
  );
}

async function runImport(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'src', 'server', 'cli', 'import.ts'), ...args], { env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  if (code !== 0) throw new Error(`The import ended with ${code}:\n${output}`);
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

/** Gives the page the sign-in of an account, setting its password first when nobody has. The form has a story of its own. */
export async function signIn(page: Page, product: Product, login: string): Promise<void> {
  const post = (path: string, data: object) =>
    page.context().request.post(`${product.url}${path}`, { data, headers: { origin: product.url } });
  const first = await post('/api/sign-in', { login, password });
  if (first.ok()) return;
  const [, token] = product.linkOf(login).split('#');
  const used = await post('/api/first-use', { token, password });
  const second = await post('/api/sign-in', { login, password });
  if (!second.ok()) throw new Error(`${login} cannot sign in: ${used.status()} ${await second.text()}`);
}
