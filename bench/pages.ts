import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../e2e/browser.ts';
import { registerMany } from '../e2e/many-suggestions.ts';
import { postTo } from '../e2e/product.ts';
import { tours } from '../src/contract/tours.ts';
import { password, tellTemplate } from './linkages.ts';
import { median } from './measure.ts';
import { type Measured, measureVisit, type Visit } from './page-visit.ts';
import { type Case, visitsTo } from './page-visits.ts';
import { type Goal, markdown } from './report.ts';
import { startServer } from './server-process.ts';

/**
 * `npm run bench -- pages`: every page of the menu, opened with an empty cache in a browser whose CPU is slowed down four times, with the
 * demo's people and stories and a call that brought in 2,000 suggestions. Medians of three visits, of one if it has to be quick.
 */
export async function pagesGoals(
  say: (text: string) => void,
  { data, quick }: { data: string | undefined; quick: boolean },
): Promise<Goal[]> {
  const directory = data ?? (await mkdtemp(join(tmpdir(), 'liandu-bench-')));
  try {
    await tellTemplate(directory);
    const server = await startServer('product', directory);
    const browser = await openBrowser();
    try {
      return await measureAll({ url: server.url, directory, browser, say, turns: quick ? 1 : 3 });
    } finally {
      await browser.close();
      await server.stop();
    }
  } finally {
    if (data === undefined) await rm(directory, { recursive: true, force: true });
  }
}

type Bench = { url: string; directory: string; browser: TestBrowser; say: (text: string) => void; turns: number };

async function measureAll({ url, directory, browser, say, turns }: Bench): Promise<Goal[]> {
  const pageOf = async (login: string) => {
    const page = await browser.newPage({ baseUrl: url });
    await postTo(url, page, '/sign-in', { login, password });
    // Everybody has been shown round.
    await page.request.put(`${url}/api/me/tours`, { data: { tours }, headers: { origin: url } });
    return page;
  };
  const visits = visitsTo(await casesWithMany({ url, directory }, await pageOf('510700.office')));
  const measured: (Measured & { name: string })[] = [];
  for (const visit of visits) {
    const results: Measured[] = [];
    for (let turn = 0; turn < turns; turn += 1) results.push(await measureOnce(await pageOf(visit.login), visit));
    measured.push({ name: visit.name, ...mediansOf(results) });
  }
  say(tableOf(measured));
  return measured.flatMap(({ name, kilobytes, firstLoad, interaction }) => [
    { name: `${name}: transferred`, figure: kilobytes, unit: 'kB', atMost: 450 },
    { name: `${name}: first load`, figure: firstLoad, unit: 'ms', atMost: 2_500 },
    { name: `${name}: slowest interaction`, figure: interaction, unit: 'ms', atMost: 200 },
  ]);
}

/** Every case of the city, after a further year whose call brought in 2,000 suggestions, told once in a data directory. */
async function casesWithMany(
  { url, directory }: Pick<Bench, 'url' | 'directory'>,
  office: Page,
): Promise<readonly Case[]> {
  const read = async () =>
    ((await (await office.request.get(`${url}/api/cases`)).json()) as { cases: readonly Case[] }).cases;
  const told = join(directory, 'bench-many-suggestions');
  if (existsSync(told)) return read();
  const years = (await read()).filter(({ kind }) => kind === 'year').map(({ year }) => year);
  const last = Math.max(...years);
  const post = <Answer>(page: Page, path: string, body: object) => postTo<Answer>(url, page, path, body);
  await registerMany(office, { post }, { count: 2_000, year: last + 1 });
  await writeFile(told, '');
  return read();
}

async function measureOnce(page: Page, visit: Visit): Promise<Measured> {
  try {
    return await measureVisit(page, visit);
  } catch (cause) {
    throw new Error(`${visit.name} was not measured.`, { cause });
  } finally {
    await page.context().close();
  }
}

function mediansOf(results: readonly Measured[]): Measured {
  const of = (pick: (result: Measured) => number) => median(results.map(pick));
  return {
    kilobytes: of(({ kilobytes }) => kilobytes),
    firstLoad: of(({ firstLoad }) => firstLoad),
    interaction: of(({ interaction }) => interaction),
    elements: of(({ elements }) => elements),
  };
}

function tableOf(measured: readonly (Measured & { name: string })[]): string {
  const rows = measured.map(({ name, kilobytes, firstLoad, interaction, elements }) => [
    name,
    kilobytes.toFixed(0),
    firstLoad.toFixed(0),
    interaction.toFixed(0),
    elements.toFixed(0),
  ]);
  return markdown([['page', 'kB', 'first load ms', 'slowest interaction ms', 'elements'], ...rows]);
}
