import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type CalendarYear, legalCalendarOf } from '../../domain/calendar/legal-days.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { type ClauseCompliance, complianceOf } from '../../domain/procedure/compliance.ts';
import { clauseStateNames } from '../../domain/procedure/judgement.ts';
import { steps } from '../../domain/procedure/procedure.ts';
import { scheduleOf } from '../../domain/procedure/schedule.ts';
import { dayInBeijing } from '../http/call.ts';
import { start } from '../main.ts';
import { mianyangWorkbook } from '../organisations/mianyang-workbook.ts';
import { parseWorkbook, problemInWords } from '../organisations/workbook-read.ts';
import { writeWorkbook } from '../organisations/workbook-write.ts';
import { importPeople } from './import-people.ts';
import { type Cast, castMembersOf, openCast } from './story/cast.ts';
import { playScenario, type ScenarioEnd, scenarioEnds, type Told } from './story/scenario-story.ts';
import { finishedSessionDay } from './story/story-days.ts';
import { type Story, seen, storyOf } from './story/telling.ts';
import { verificationReport, verifyDatabase } from './verify.ts';

const usage = [
  '用法：',
  '  npm run scenario                                  在临时的数据库中演完绵阳的一个议题（人员均为虚构）',
  '  npm run scenario -- --linkage 文件.xlsx           换成另一个市的工作簿',
  '  npm run scenario -- --url 网址 [--linkage 文件.xlsx] [--links 链接.csv] [--password 口令]',
  '                                                    在已经启动的系统中演；导入时写出的首次使用链接用来设置口令，',
  '                                                    不给链接的，工作簿中的账号须已设置同一口令；',
  '                                                    加 --until team（或 findings、county-results、hand-over、unsatisfied）演到成立调研组（或发现问题、县级报送监督工作情况、印发审议意见、测评不满意）为止',
].join('\n');

const say = (line: string) => process.stdout.write(`${line}\n`);

/** One clause a line: its state, what it asks, and where it was not simply kept, on which track and why. */
function complianceLines(report: readonly ClauseCompliance[]): string[] {
  return report.flatMap(({ clause, state, tracks }) => [
    `${clause.id.padEnd(6)} ${clauseStateNames[state]}  ${clause.what}`,
    ...tracks.flatMap(({ name, steps: judged }) =>
      judged
        .filter((step) => step.state === 'departed' || step.state === 'kept-late' || step.state === 'broken')
        .map((step) => `         ${name} ${step.title}：${clauseStateNames[step.state]}，${step.why}`),
    ),
  ]);
}

type LinkageAnswer = { calendarYears: CalendarYear[] };

/** The procedure report (程序对照表) of a case as everybody in the linkage sees it. */
async function complianceOfCase(story: Story, view: CaseView): Promise<ClauseCompliance[]> {
  const office = await story.cast.of(story.city.id, 'office-clerk');
  const { calendarYears } = await office.get<LinkageAnswer>('/api/linkage');
  const schedule = scheduleOf(view, steps, legalCalendarOf(calendarYears), story.cast.settings);
  return complianceOf(view, steps, schedule, story.today);
}

/** Plays the story at an address and prints the procedure report of its year and topic. True when no binding rule was broken. */
async function playAt(cast: Cast, until?: ScenarioEnd): Promise<boolean> {
  const today = dayInBeijing(new Date());
  const story = storyOf(cast, today, say);
  const office = await cast.of(story.city.id, 'office-clerk');
  const { cases } = await office.get<{ cases: CaseView[] }>('/api/cases?kind=year');
  const session = finishedSessionDay(
    today,
    cases.map(({ year }) => year),
  );
  const told = await playScenario(story, session, until);
  if (until !== undefined) return true;
  return report(story, told);
}

async function report(story: Story, { yearCase, topic }: Told): Promise<boolean> {
  let broken = 0;
  for (const { id } of [yearCase, topic]) {
    const { view } = await seen(story, story.city, id);
    const compliance = await complianceOfCase(story, view);
    broken += compliance.filter(({ state }) => state === 'broken').length;
    say(`\n程序对照表：${view.name}`);
    for (const line of complianceLines(compliance)) say(line);
  }
  say(broken === 0 ? '\n没有违反必须遵守的条款。' : `\n有 ${broken} 条必须遵守的条款没有做到。`);
  return broken === 0;
}

async function workbookBytes(file: string | undefined): Promise<Buffer> {
  return file === undefined ? writeWorkbook(mianyangWorkbook()) : readGiven(file);
}

async function readGiven(file: string): Promise<Buffer> {
  return readFile(file).catch((error: Error) => {
    throw new Error(`不能读取文件 ${file}，请检查文件名和权限。`, { cause: error });
  });
}

async function membersOf(bytes: Buffer) {
  const { rows, problems } = await parseWorkbook(bytes);
  const [problem] = problems;
  if (problem !== undefined) throw new Error(`工作簿有问题：${problemInWords(problem)}`);
  return castMembersOf(rows.roles.map(({ values }) => values));
}

/** In a database of its own, which is verified at the end and removed. */
async function playAlone(bytes: Buffer, password: string): Promise<boolean> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'liandu-scenario-'));
  const config = { port: 0, host: '127.0.0.1', dataDirectory, databaseUrl: undefined };
  try {
    await importPeople(config, bytes, password);
    const running = await start(config, { NODE_ENV: 'production', LIANDU_LOG: 'error' });
    const kept = await openCast({ url: running.url, members: await membersOf(bytes), password })
      .then(playAt)
      .finally(running.stop);
    const verification = await verifyDatabase(config, null);
    say(`\n${verificationReport(verification)}`);
    return kept && verification.broken.length === 0;
  } finally {
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

/** Sets the password of every account by its first-use link, as its person would; links that have been used are left alone. */
async function setPasswords(url: string, file: string, password: string): Promise<void> {
  const lines = (await readGiven(file))
    .toString('utf8')
    .split('\n')
    .flatMap((line) => /#([^"#]+)"?\s*$/.exec(line)?.[1] ?? []);
  if (lines.length === 0)
    throw new Error(`${file} 中没有首次使用链接，请用 npm run import -- 文件.xlsx --links 写出。`);
  for (const token of lines) {
    const response = await fetch(`${url}/api/first-use`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json' },
      body: JSON.stringify({ token, password }),
    });
    if (!response.ok && response.status !== 404) throw new Error(`首次使用链接不能使用：${await response.text()}`);
  }
}

function endOf(until: string | undefined): ScenarioEnd | undefined {
  const known = scenarioEnds.find((end) => end === until);
  if (until !== undefined && known === undefined)
    throw new Error(`--until ${until} 应为 ${scenarioEnds.join(' 或 ')}。`);
  return known;
}

async function run(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      linkage: { type: 'string' },
      links: { type: 'string' },
      until: { type: 'string' },
      password: { type: 'string', default: '联动-演示-2026' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    say(usage);
    return true;
  }
  const bytes = await workbookBytes(values.linkage);
  if (values.url === undefined) return playAlone(bytes, values.password);
  if (values.links !== undefined) await setPasswords(values.url, values.links, values.password);
  const cast = await openCast({ url: values.url, members: await membersOf(bytes), password: values.password });
  const kept = await playAt(cast, endOf(values.until));
  say('\n行为链的核对请在服务器上运行 npm run verify。');
  return kept;
}

if (import.meta.main) {
  try {
    process.exitCode = (await run()) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`没有演完：${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exitCode = 2;
  }
}
