import { checkOrganisation, checkTermChanges } from '../../domain/organisation/check-organisation.ts';
import type { OrganisationFinding } from '../../domain/organisation/organisation.ts';
import { settingFields, settingKeys } from '../../domain/organisation/setting-fields.ts';
import { isBlocking } from '../../domain/refusal.ts';
import { type PlannedAccount, planAccounts } from './workbook-accounts.ts';
import {
  type CurrentOrganisation,
  type Difference,
  differenceOf,
  type MergedRows,
  mergedRows,
  unplacedRows,
  withNewNames,
} from './workbook-diff.ts';
import { organisationOf, termRecord } from './workbook-organisation.ts';
import { type ParsedWorkbook, problemAt, type WorkbookProblem } from './workbook-read.ts';
import { checkReferences } from './workbook-references.ts';
import { keyOf, type SheetKey, sheetKeys, sheets, type WorkbookRows } from './workbook-sheets.ts';

/**
 * What an import would do. With a problem nothing may be written; notes do not hinder. `missing` are rows the database has and the
 * workbook lacks: they are told, never deleted.
 */
export type ImportPlan = Difference & {
  problems: WorkbookProblem[];
  notes: WorkbookProblem[];
  accounts: PlannedAccount[];
};

/**
 * Where the import is going, and whose duty it is. Over the network the system administrator writes the organisation and the security
 * administrator the roles (SEC-03); the operator of the machine fills an empty system with both.
 */
export type ImportContext = { cityCode?: string; today: string; duty: ImportDuty; ownNumber?: string };
export type ImportDuty = 'system-admin' | 'security-admin' | 'operator';

/** Compares a workbook with the organisation as it is and lists every problem at once. Pure: the dry run and the import agree. */
export function planImport(parsed: ParsedWorkbook, before: CurrentOrganisation, context: ImportContext): ImportPlan {
  const { cityCode, today, duty } = context;
  const { rows, accounts: existing } = withNewNames(before, parsed);
  const mine = withinDuty(parsed, duty);
  const merged = mergedRows(mine, rows);
  const accounts = duty === 'security-admin' ? { planned: [], problems: [] } : planAccounts(parsed, existing);
  const structural = [
    ...parsed.problems,
    ...checkLinkage(parsed, rows, cityCode),
    ...checkMoves(mine, rows),
    ...checkReferences(duty === 'security-admin' ? mine : parsed, merged),
    ...checkSettings(mine),
    ...checkOwnRoles(mine, rows, context),
    ...accounts.problems,
  ];
  const findings = judge(merged, rows, { mine, today });
  return {
    ...differenceOf(mine, rows),
    problems: inOrder([...structural, ...findings.problems]),
    notes: inOrder([...leftOut(parsed, rows, duty), ...findings.notes]),
    accounts: accounts.planned,
  };
}

function isOwnSheet(key: SheetKey, duty: ImportDuty): boolean {
  return duty === 'operator' || (key === 'roles') === (duty === 'security-admin');
}

/** The workbook as if it held only the sheets of this duty. */
function withinDuty(parsed: ParsedWorkbook, duty: ImportDuty): ParsedWorkbook {
  const foreign = sheetKeys.filter((key) => !isOwnSheet(key, duty));
  const none = Object.fromEntries(foreign.map((key) => [key, []]));
  return {
    ...parsed,
    rows: { ...parsed.rows, ...none },
    absent: [...new Set([...parsed.absent, ...foreign])],
  };
}

/** Sheets that this import leaves alone although they differ, and those the file does not have. */
function leftOut(parsed: ParsedWorkbook, rows: WorkbookRows, duty: ImportDuty): WorkbookProblem[] {
  const { writes } = differenceOf(parsed, rows);
  return sheetKeys.flatMap((key) => {
    const sheet = sheets[key].name;
    if (parsed.absent.includes(key)) return [problemAt(sheet, null, null, '文件中没有这张工作表，相应内容不作改动')];
    const waiting = writes[key].added.length + writes[key].changed.length;
    if (isOwnSheet(key, duty) || waiting === 0) return [];
    const who = key === 'roles' ? '安全管理员' : '系统管理员';
    return [problemAt(sheet, null, null, `有${waiting}行新增或改动，须由${who}用同一工作簿导入，本次不写入`)];
  });
}

/** SEC-03: nobody gives himself a role, not by a workbook either. */
function checkOwnRoles(mine: ParsedWorkbook, rows: WorkbookRows, { ownNumber }: ImportContext): WorkbookProblem[] {
  if (ownNumber === undefined) return [];
  const held = new Set(rows.roles.map((row) => keyOf('roles', row)));
  return mine.rows.roles
    .filter(({ values }) => values.person === ownNumber && !held.has(keyOf('roles', values)))
    .map(({ row }) => problemAt(sheets.roles.name, row, '角色', '安全管理员不能给自己授予角色'));
}

function checkLinkage(parsed: ParsedWorkbook, current: WorkbookRows, cityCode: string | undefined): WorkbookProblem[] {
  const sheet = sheets.linkage.name;
  const [first, second] = parsed.rows.linkage;
  if (first === undefined) {
    const isSaid = parsed.problems.some((problem) => problem.sheet === sheet || problem.sheet === '');
    return isSaid ? [] : [problemAt(sheet, null, null, '应当有且只有一行，写明联动域代码、名称和简称')];
  }
  if (second !== undefined) return [problemAt(sheet, second.row, null, '应当有且只有一行；一个工作簿只写一个联动域')];
  const known = current.linkage[0]?.code ?? cityCode;
  if (known === undefined || known === first.values.code) return [];
  return [
    problemAt(sheet, first.row, '联动域代码', `“${first.values.code}”不是本联动域的代码${known}；请核对是否选错了文件`),
  ];
}

/** Level and body of a tenant are part of every case it has a track in: they never change. */
function checkMoves(parsed: ParsedWorkbook, current: WorkbookRows): WorkbookProblem[] {
  const levels = new Map(current.bodies.map(({ areaCode, level }) => [areaCode, level]));
  const bodies = new Map(current.organs.map(({ name, body }) => [name, body]));
  const fixed = '建立后不能改动';
  return [
    ...parsed.rows.bodies
      .filter(({ values }) => (levels.get(values.areaCode) ?? values.level) !== values.level)
      .map(({ row, values }) => problemAt(sheets.bodies.name, row, '层级', `${values.name}的层级${fixed}`)),
    ...parsed.rows.organs
      .filter(({ values }) => (bodies.get(values.name) ?? values.body) !== values.body)
      .map(({ row, values }) =>
        problemAt(sheets.organs.name, row, '同级人大常委会', `“${values.name}”的同级人大常委会${fixed}`),
      ),
  ];
}

function checkSettings(parsed: ParsedWorkbook): WorkbookProblem[] {
  return parsed.rows.settings.flatMap(({ row, values }) => {
    const key = settingKeys.find((candidate) => settingFields[candidate].title === values.item);
    if (key === undefined) {
      const allowed = settingKeys.map((candidate) => settingFields[candidate].title).join('、');
      return [problemAt(sheets.settings.name, row, '项目', `“${values.item}”不是可设置的项目；可填：${allowed}`)];
    }
    if (settingFields[key].read(values.value) !== undefined) return [];
    return [
      problemAt(
        sheets.settings.name,
        row,
        '取值',
        `“${values.value}”不在可填的范围内；可填：${settingFields[key].hint}`,
      ),
    ];
  });
}

/**
 * The rules of the domain on the organisation as it would be. What was already so before the import is told, not held against it: an
 * import must not be stopped by a vacancy it has nothing to do with.
 */
function judge(
  merged: MergedRows,
  current: WorkbookRows,
  { mine, today }: { mine: ParsedWorkbook; today: string },
): { problems: WorkbookProblem[]; notes: WorkbookProblem[] } {
  if (merged.bodies.length === 0) {
    const isUnread = mine.broken.bodies.length > 0 || mine.problems.some(({ sheet }) => sheet === '');
    const text = '没有填写任何人大常委会';
    return { problems: isUnread ? [] : [problemAt(sheets.bodies.name, null, null, text)], notes: [] };
  }
  const after = organisationOf(merged);
  const before = organisationOf(unplacedRows(current));
  const known = new Set(checkOrganisation(before.organisation, today).map(sameness));
  const changes = checkTermChanges(current.terms.map(termRecord), after.organisation.terms, today);
  const problems: WorkbookProblem[] = [];
  const notes: WorkbookProblem[] = [];
  for (const finding of [...changes, ...checkOrganisation(after.organisation, today)]) {
    if (restsOnBrokenRow(finding, mine)) continue;
    const holdsBack = isBlocking(finding) && !known.has(sameness(finding));
    (holdsBack ? problems : notes).push(after.placeOf(finding));
  }
  return { problems, notes };
}

/** Whether a row that could not be read may be what the finding misses: it comes back, if true, when that row is mended. */
function restsOnBrokenRow({ about }: OrganisationFinding, { broken }: ParsedWorkbook): boolean {
  if ('person' in about) return broken.posts.some(({ person }) => person === about.person);
  const body = 'body' in about ? about.body : about.tenant;
  return broken.posts.some(({ tenant }) => tenant === body) || broken.terms.some((term) => term.body === body);
}

function sameness(finding: OrganisationFinding): string {
  return `${finding.code}\n${finding.text}`;
}

function inOrder(problems: readonly WorkbookProblem[]): WorkbookProblem[] {
  const position = new Map<string, number>(sheetKeys.map((key: SheetKey, index) => [sheets[key].name, index]));
  return [...problems].sort(
    (one, other) =>
      (position.get(one.sheet) ?? -1) - (position.get(other.sheet) ?? -1) || (one.row ?? 0) - (other.row ?? 0),
  );
}
