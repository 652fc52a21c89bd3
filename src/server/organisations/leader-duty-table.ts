import { isPlainDate } from '../../domain/calendar/counting.ts';
import { appointmentsOn, type OrganisationFacts } from '../../domain/organisation/facts.ts';
import type { LeaderDuty, SpokenDuty } from '../../domain/organisation/leader-duty.ts';
import type { Tenant } from '../../domain/organisation/tenant.ts';
import type { TableColumn } from '../http/table-file.ts';
import type { OwnDuty } from './leader-duty-commands.ts';
import { type Cell, type Column, choice, date, isEmpty, optionalText, type Reading, text } from './workbook-columns.ts';
import { readSheets } from './workbook-read.ts';

/** A row of the register as people write it: names, no identifiers. */
export type DutyLine = Pick<LeaderDuty, 'from' | 'until' | 'matter'> & {
  personName: string;
  bodyName: string;
  told: string;
};

const told = { yes: '是', no: '否' } as const;

/** One order of columns for the file that is given out and the one that is taken in. */
const lineColumns = {
  personName: text({ title: '姓名', help: '', width: 14 }),
  bodyName: optionalText({ title: '单位', help: '', width: 24 }),
  from: date({ title: '开始日期', help: '' }),
  until: date({ title: '结束日期', help: '' }),
  matter: text({ title: '公务事项', help: '', width: 40 }),
};
const toldColumn = { told: choice({ title: '告知市人大常委会', help: '', width: 18 }, told) };

/** The columns of the file; a county says besides whether the city is told of the days. */
export function dutyColumns(level: Tenant['level']): readonly TableColumn<DutyLine>[] {
  const given: readonly TableColumn<DutyLine>[] = [
    { ...heading(lineColumns.personName), value: ({ personName }) => personName },
    { ...heading(lineColumns.bodyName), value: ({ bodyName }) => bodyName },
    { ...heading(lineColumns.from), kind: 'date', value: ({ from }) => from },
    { ...heading(lineColumns.until), kind: 'date', value: ({ until }) => until },
    { ...heading(lineColumns.matter), value: ({ matter }) => matter },
  ];
  if (level === 'city') return given;
  return [...given, { ...heading(toldColumn.told), value: ({ told: said }) => said }];
}

/** What counties have told: whose and which days, nothing else. */
export const toldDutyColumns: readonly TableColumn<SpokenDuty>[] = [
  { title: '人员', width: 36, value: ({ who }) => who },
  { title: '自', width: 12, kind: 'date', value: ({ from }) => from },
  { title: '至', width: 12, kind: 'date', value: ({ until }) => until },
];

function heading({ title, width }: { title: string; width: number }) {
  return { title, width };
}

/** A duty as a row of the file. */
export function lineOf({ personId, bodyId, from, until, matter, isTold }: OwnDuty, facts: OrganisationFacts): DutyLine {
  const personName = facts.appointments.find((one) => one.personId === personId)?.personName ?? '';
  const bodyName = facts.tenants.find(({ id }) => id === bodyId)?.name ?? '';
  return { personName, bodyName, from, until, matter, told: told[isTold ? 'yes' : 'no'] };
}

/** What a file says, or what is wrong with it, row by row. */
export type ReadDuties = { duties: readonly LeaderDuty[]; problems: readonly string[] };

/** Reads the first sheet of a file as rows of the register. Never throws for its contents. */
export async function readDutyTable(
  bytes: Buffer,
  { facts, body, today }: { facts: OrganisationFacts; body: Tenant; today: string },
): Promise<ReadDuties> {
  const [first] = (await readSheets(bytes)) ?? [];
  if (first === undefined) {
    return { duties: [], problems: ['文件不是可读取的 .xlsx 表格；请用空白表填写，并以 .xlsx 格式保存。'] };
  }
  const [titles = [], ...rows] = first.data;
  const columns: Readonly<Record<string, Column<unknown>>> = {
    ...lineColumns,
    ...(body.level === 'city' ? {} : toldColumn),
  };
  const places = new Map(titles.map((title, place) => [String(title ?? '').trim(), place]));
  const missing = Object.values(columns).filter(({ title, required }) => required && !places.has(title));
  if (missing.length > 0) {
    return { duties: [], problems: [`缺少${missing.map(({ title }) => `“${title}”`).join('、')}列，请用空白表填写。`] };
  }
  const duties: LeaderDuty[] = [];
  const problems: string[] = [];
  for (const [index, cells] of rows.entries()) {
    if (cells.every(isEmpty)) continue;
    const { values, problems: unread } = readRow(columns, places, cells);
    const found: Reading<LeaderDuty> | undefined =
      unread.length > 0 ? undefined : dutyOf(values, { facts, body, today });
    const misfit = found !== undefined && 'problem' in found ? [found.problem] : [];
    problems.push(...[...unread, ...misfit].map((problem) => `第${index + 2}行${problem}。`));
    if (found !== undefined && 'value' in found) duties.push(found.value);
  }
  if (duties.length === 0 && problems.length === 0) problems.push('表格里没有可登记的行。');
  return { duties, problems };
}

type Values = Readonly<Record<string, unknown>>;

function readRow(
  columns: Readonly<Record<string, Column<unknown>>>,
  places: ReadonlyMap<string, number>,
  cells: readonly Cell[],
): { values: Values; problems: readonly string[] } {
  const readings = Object.entries(columns).map(([name, column]) => {
    const place = places.get(column.title);
    return { name, column, reading: column.read(place === undefined ? null : (cells[place] ?? null)) };
  });
  return {
    values: Object.fromEntries(
      readings.flatMap(({ name, reading }) => ('value' in reading ? [[name, reading.value] as const] : [])),
    ),
    problems: readings.flatMap(({ column, reading }) =>
      'problem' in reading ? [`“${column.title}”列：${reading.problem}`] : [],
    ),
  };
}

/** The row with the person it names: of the own body, or of the one it names. Two of one name have to be entered one by one. */
function dutyOf(
  values: Values,
  { facts, body, today }: { facts: OrganisationFacts; body: Tenant; today: string },
): Reading<LeaderDuty> {
  const { personName, bodyName, from, until, matter, told: said } = values;
  if (!(typeof from === 'string' && typeof until === 'string' && isPlainDate(from) && isPlainDate(until))) {
    return { problem: '：日期无效' };
  }
  const named = typeof bodyName === 'string' ? bodyName : body.name;
  const home = facts.tenants.find((one) => one.kind === 'body' && [one.name, one.shortName].includes(named));
  if (home === undefined) return { problem: `“单位”列：没有名为“${named}”的人大常委会` };
  const found = appointmentsOn(facts, home.id, today).filter((one) => one.personName === personName);
  const [personId, ...others] = new Set(found.map((one) => one.personId));
  if (personId === undefined) return { problem: `“姓名”列：${home.name}现任人员中没有“${String(personName)}”` };
  if (others.length > 0) return { problem: `“姓名”列：${home.name}有几名“${String(personName)}”，请在页面上登记` };
  return { value: { personId, from, until, matter: String(matter), isTold: said === 'yes' } };
}
