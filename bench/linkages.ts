import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { importPeople } from '../src/server/cli/import-people.ts';
import { castMembersOf, openCast } from '../src/server/cli/story/cast.ts';
import { playDemo } from '../src/server/cli/story/demo-story.ts';
import { playTopics, topicsOfYear } from '../src/server/cli/story/scenario-story.ts';
import { finishedSessionDay } from '../src/server/cli/story/story-days.ts';
import { type Story, storyOf } from '../src/server/cli/story/telling.ts';
import { playDeliberation, playResearch, playResults } from '../src/server/cli/story/topic-story.ts';
import { dayInBeijing } from '../src/server/http/call.ts';
import { mianyangWorkbook } from '../src/server/organisations/mianyang-workbook.ts';
import { writeWorkbook } from '../src/server/organisations/workbook-write.ts';
import { startServer } from './server-process.ts';

const templateCity = '510700';
/** Of every account of the told linkage. */
export const password = '联动-基准-2026';

/**
 * One linkage of ten bodies with three years of topics, every act taken over the API and judged by the rules: two years with a topic
 * carried to its second round, one with topics in research, the next being called for. Told once in a data directory.
 */
export async function tellTemplate(dataDirectory: string): Promise<void> {
  const told = join(dataDirectory, 'bench-told');
  if (existsSync(told)) return;
  const config = { port: 0, host: '127.0.0.1', dataDirectory, databaseUrl: undefined };
  await importPeople(config, await writeWorkbook(mianyangWorkbook()), password);
  const server = await startServer('product', dataDirectory);
  try {
    const cast = await openCast({ url: server.url, members: castMembersOf(mianyangWorkbook().roles), password });
    const story = storyOf(cast, dayInBeijing(new Date()), () => undefined);
    await playDemo(story);
    await playEarlierYear(story);
  } finally {
    await server.stop();
  }
  await writeFile(told, '');
}

async function playEarlierYear(story: Story): Promise<void> {
  const thisYear = Number(story.today.slice(0, 4));
  const session = finishedSessionDay(story.today, [thisYear, thisYear - 1]);
  const topics = topicsOfYear(session);
  const { yearCase, topics: cases } = await playTopics(story, {
    year: Number(session.slice(0, 4)),
    topics,
    trials: false,
  });
  const [topic] = cases;
  if (topic === undefined) throw new Error('The earlier year settled no topic.');
  const told = { topic, name: topics[0].name, session, trials: false };
  await playResearch(story, told);
  await playResults(story, await playDeliberation(story, told, yearCase));
}

/** Tables of a linkage in the order in which they refer to one another. Not what tells of single requests: audit, live events, keys. */
const tables = [
  'linkage',
  'tenant',
  'term',
  'unit',
  'park',
  'person',
  'appointment',
  'role_grant',
  'settings_version',
  'calendar_year',
  'calendar_day',
  'account',
  'supervision_case',
  'track',
  'case_state',
  'chain',
  'act',
  'search_entry',
  'package',
  'package_addressee',
  'entered_act',
  'task',
  'task_refresh',
  'case_past',
  'superseded_date',
  'notice',
] as const;

/**
 * Copies the told linkage, row by row, until there are so many under other city codes: every projection is what the code wrote, with other
 * identifiers. All identifiers of the template begin with the same digits (the time in a UUIDv7), and a copy begins with its own; the
 * hashes of its acts are the template's, so copies are to be read and added to, not to be verified.
 */
export async function copyTemplate(client: pg.Client, linkages: number): Promise<void> {
  const prefix = await commonPrefix(client);
  const statements: Awaited<ReturnType<typeof copyStatement>>[] = [];
  for (const table of tables) statements.push(await copyStatement(client, table, prefix));
  const { rows } = await client.query<{ there: number }>('select count(*)::integer as there from linkage');
  for (let number = rows[0]?.there ?? 0; number < linkages; number += 1) {
    const values = [String(600_000 + number), (0x100000 + number).toString(16)];
    await client.query('begin');
    // A crash may lose a copy, and the bench starts anew.
    await client.query('set local synchronous_commit = off');
    for (const statement of statements) await client.query({ ...statement, values });
    await client.query('commit');
  }
  await client.query('vacuum analyze');
}

const prefixLength = 6;

async function commonPrefix(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ prefix: string }>(
    `select distinct left(id::text, ${prefixLength}) as prefix from (select city_code, id from tenant union all
       select city_code, id from person union all select city_code, id from supervision_case union all select city_code, id from package) as everything
     where city_code = '${templateCity}'`,
  );
  const [first] = rows;
  if (first === undefined || rows.length > 1) {
    throw new Error('The story was told across a boundary of the clock that its identifiers begin with. Run it again.');
  }
  return first.prefix;
}

async function copyStatement(client: pg.Client, table: string, prefix: string) {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = 'public' and table_name = $1 order by ordinal_position`,
    [table],
  );
  const names = rows.map(({ name }) => name).join(', ');
  const values = rows.map(({ name, type }) => copiedValue(name, type, prefix)).join(', ');
  const text = `insert into ${table} (${names}) select ${values} from ${table} where city_code = '${templateCity}'`;
  return { name: `copy-${table}`, text };
}

/** $1: the copy's city code, $2: the digits with which its identifiers begin. */
function copiedValue(name: string, type: string, prefix: string): string {
  // Typed once in every statement, whichever columns its table has.
  if (name === 'city_code') return "case when $2::text is null then '' else $1::text end";
  if (name === 'login') return "$1::text || '.' || login";
  if (type === 'uuid') return `overlay(${name}::text placing $2::text from 1 for ${prefixLength})::uuid`;
  if (type === 'jsonb') return `replace(${name}::text, '"${prefix}', '"' || $2::text)::jsonb`;
  return name;
}
