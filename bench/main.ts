import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type pg from 'pg';
import { firstPageSize } from '../scripts/first-page.ts';
import { openDatabase, withClient } from '../src/server/db/open-database.ts';
import { demoStartTime } from './demo-start.ts';
import { itineraryGoals } from './itinerary.ts';
import { copyTemplate, tellTemplate } from './linkages.ts';
import { board, type Compared, measure, myWork, oneAct, type Servers, type Work } from './measure.ts';
import { pagesGoals } from './pages.ts';
import { type Clerk, signInClerks } from './people.ts';
import { type Goal, goalsTable, isMet, tableOf } from './report.ts';
import { scheduleTime } from './schedule-time.ts';
import { startServer } from './server-process.ts';
import { similarGoals } from './similar.ts';

/**
 * `npm run bench`: the product beside a bare server over the same rows, with one linkage and with 333, all four in turn. Prints what was
 * asked and what came out; exits 1 when a goal is missed. `--quick` takes 20 linkages and shorter rounds. Needs no database and leaves
 * nothing behind, unless `--data DIR` names a directory to keep: what was told there before is not told again.
 * `npm run bench -- similar` measures only how similar suggestions are grouped, `-- itinerary` only how visits are planned, `-- pages` every
 * page in a slowed browser.
 */
type Size = { linkages: number; seconds: number; acts: number };
const sizes = {
  full: { linkages: 333, seconds: 2, acts: 300 },
  quick: { linkages: 20, seconds: 0.7, acts: 90 },
} satisfies Record<string, Size>;
/** So few for one linkage alone, that what its nine counties record does not make their own contents grow. */
const actsAlone = 45;

/** Today's tasks are made already, as they are by day: the day is the one in Beijing. Otherwise the server makes all of them while it is measured. */
const refreshedToday = `insert into task_refresh select city_code, (now() at time zone 'Asia/Shanghai')::date from linkage
  on conflict (city_code) do update set refreshed_on = excluded.refreshed_on`;

const execute = promisify(execFile);
const say = (text: string) => console.log(text);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, data: { type: 'string' } },
    allowPositionals: true,
  });
  if (positionals[0] === 'similar') return conclude(await similarGoals(say));
  if (positionals[0] === 'itinerary') return conclude(await itineraryGoals(say));
  if (positionals[0] === 'pages') return conclude(await pagesGoals(say, { data: values.data, quick: values.quick }));
  const size = values.quick ? sizes.quick : sizes.full;
  const directory = values.data ?? (await passableFolder());
  try {
    say(
      `${cpus()[0]?.model ?? ''}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
    );
    return conclude([...(await measureServers(directory, size)), ...(await measureRest(directory))]);
  } finally {
    if (values.data === undefined) await rm(directory, { recursive: true, force: true });
  }
}

/** As root the database runs as another user, who passes through here to the data it is started on. */
async function passableFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'liandu-bench-'));
  await chmod(folder, 0o711);
  return folder;
}

function conclude(goals: readonly Goal[]): number {
  say(`\n${goalsTable(goals)}`);
  return goals.every(isMet) ? 0 : 1;
}

async function measureServers(directory: string, size: Size): Promise<Goal[]> {
  const alone = directoryOf(directory, 'alone');
  const many = directoryOf(directory, 'many');
  await timed('one linkage of ten bodies, three years, told over the API', () => tellTemplate(alone));
  await timed(`copied to ${size.linkages} linkages`, async () => {
    // With its owners: as root, the database runs as somebody else.
    if (!existsSync(many)) await execute('cp', ['-a', alone, many]);
    await withDatabase(many, (client) => copyTemplate(client, size.linkages));
  });
  return withDatabase(alone, (one) =>
    withDatabase(many, (all) =>
      measureAll({ alone: { directory: alone, client: one }, many: { directory: many, client: all } }, size),
    ),
  );
}

function directoryOf(directory: string, place: Place): string {
  return join(directory, place);
}

/** Works on the database of a data directory as its owner, while it runs. */
async function withDatabase<Result>(
  dataDirectory: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase({ dataDirectory, databaseUrl: undefined });
  try {
    return await withClient(database.owner, work);
  } finally {
    await database.close();
  }
}

type Place = 'alone' | 'many';
type Stage = { servers: Servers; works: readonly Work[]; office: readonly Clerk[] };

/** All kinds of requests by clerks of all linkages that there are, in both places. */
async function measureAll(
  places: Record<Place, { directory: string; client: pg.Client }>,
  size: Size,
): Promise<Goal[]> {
  const alone = await stageOf(places.alone, { ...size, acts: actsAlone });
  const many = await stageOf(places.many, size);
  try {
    const idle = (await many.servers.product.usage()).rss;
    const compared: (Compared & { name: string })[] = [];
    for (const [index, work] of many.works.entries()) {
      const workAlone = alone.works[index] ?? work;
      const result = await measure({ alone: workAlone, many: work }, { alone: alone.servers, many: many.servers });
      compared.push({ name: work.name, ...result });
    }
    const busy = (await many.servers.product.usage()).rss;
    say(`\nOne linkage alone:\n\n${tableOf(compared.map(({ name, alone: measured }) => ({ name, ...measured })))}`);
    say(
      `\n${size.linkages} linkages:\n\n${tableOf(compared.map(({ name, many: measured }) => ({ name, ...measured })))}`,
    );
    const schedule = await scheduleGoals(many.servers.product.url, many.office);
    return [...ratioGoals(compared), ...growthGoals(compared), ...schedule, ...memoryGoals(idle, busy)];
  } finally {
    await stop(alone.servers);
    await stop(many.servers);
  }
}

async function stageOf({ directory, client }: { directory: string; client: pg.Client }, size: Size): Promise<Stage> {
  await client.query(refreshedToday);
  const { rows } = await client.query<{ code: string }>('select city_code as code from linkage order by city_code');
  const codes = rows.map(({ code }) => code);
  const office = await signInClerks(client, 'office-clerk', codes);
  const committees = await signInClerks(client, 'committee-clerk', codes);
  const works = [myWork(office, size.seconds), board(office, size.seconds), oneAct(committees, size.acts)];
  const product = await startServer('product', directory);
  return { servers: { product, bare: await startServer('bare', directory) }, works, office };
}

async function stop({ product, bare }: Servers): Promise<void> {
  await bare.stop();
  await product.stop();
}

async function scheduleGoals(url: string, clerks: readonly Clerk[]): Promise<Goal[]> {
  const city = clerks.find(({ level }) => level === 'city');
  if (city === undefined) throw new Error('No city office can sign in.');
  const { first, warm, bodies } = await scheduleTime(url, city);
  return [
    { name: `scheduleOf of ${bodies} bodies`, figure: warm, unit: 'ms', atMost: 2 },
    { name: `scheduleOf of ${bodies} bodies, first time in a process`, figure: first, unit: 'ms', atMost: 10 },
  ];
}

function memoryGoals(idle: number, busy: number): Goal[] {
  const megabytes = (bytes: number) => bytes / 1_000_000;
  return [
    { name: 'server memory (RSS) after the start', figure: megabytes(idle), unit: 'MB', atMost: 250 },
    { name: 'server memory (RSS) after the load', figure: megabytes(busy), unit: 'MB', atMost: 250 },
  ];
}

/** CPU of the product over that of the bare server: twice for reading, three times for an act. */
function ratioGoals(compared: readonly (Compared & { name: string })[]): Goal[] {
  return compared.map(({ name, many }) => ({
    name: `${name}: CPU beside the bare server`,
    figure: many.ratio,
    unit: '×',
    atMost: name === 'one act appended' ? 3 : 2,
  }));
}

/** CPU with all linkages over that of one linkage alone. */
function growthGoals(compared: readonly (Compared & { name: string })[]): Goal[] {
  return compared.map(({ name, growth }) => ({
    name: `${name}: CPU beside one linkage alone`,
    figure: growth,
    unit: '×',
    atMost: 1.3,
  }));
}

async function measureRest(directory: string): Promise<Goal[]> {
  const start = await demoStartTime(directoryOf(directory, 'alone'));
  return [
    { name: 'stopped demo → /healthz', figure: start, unit: 's', atMost: 5 },
    { name: 'first page, gzipped', figure: (await firstPageSize()) / 1000, unit: 'kB', atMost: 450 },
  ];
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const started = performance.now();
  await work();
  say(`${what}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

process.exitCode = await main();
