import { loginName } from '../../contract/sign-in.ts';
import { type ParsedWorkbook, problemAt, type ReadRow, type WorkbookProblem } from './workbook-read.ts';
import { sheets } from './workbook-sheets.ts';

/** An account to be made after the import, by the keys of the workbook. */
export type PlannedAccount = { person: string; tenant: string; login: string };

/**
 * The accounts that the login names of the sheet 角色 ask for: one per person and tenant. A login that exists stays as it is; an empty
 * cell asks for nothing.
 */
export function planAccounts(
  parsed: ParsedWorkbook,
  existing: readonly PlannedAccount[],
): { planned: PlannedAccount[]; problems: WorkbookProblem[] } {
  const owners = new Map(existing.map((account) => [account.login, ownerOf(account)]));
  const logins = new Map(existing.map((account) => [ownerOf(account), account.login]));
  const planned: PlannedAccount[] = [];
  const problems: WorkbookProblem[] = [];
  for (const { row, values } of parsed.rows.roles) {
    const { person, tenant } = values;
    // Accounts keep logins in lower case, so that nobody is told that his own name does not exist.
    const login = values.login?.toLowerCase();
    if (login === undefined || logins.get(ownerOf(values)) === login) continue;
    const text = complaintAbout({ row, values: { ...values, login } }, owners, logins);
    if (text !== undefined) problems.push(problemAt(sheets.roles.name, row, sheets.roles.columns.login.title, text));
    else {
      planned.push({ person, tenant, login });
      owners.set(login, ownerOf(values));
      logins.set(ownerOf(values), login);
    }
  }
  return { planned, problems };
}

function complaintAbout(
  { values }: ReadRow<'roles'> & { values: { login: string } },
  owners: ReadonlyMap<string, string>,
  logins: ReadonlyMap<string, string>,
): string | undefined {
  const { login } = values;
  const known = logins.get(ownerOf(values));
  if (known !== undefined) {
    return `人员编号${values.person}在“${values.tenant}”的登录名已是“${known}”，不能再填“${login}”；每人在每个单位只有一个登录名，建立后不能修改`;
  }
  const parsed = loginName.safeParse(login);
  if (!parsed.success) return parsed.error.issues.map((issue) => issue.message).join('；');
  return owners.has(login) ? `“${login}”已被他人使用，请另取一个` : undefined;
}

function ownerOf({ person, tenant }: { person: string; tenant: string }): string {
  return `${person}\n${tenant}`;
}
