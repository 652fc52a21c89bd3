import type { accountSorts } from '../../contract/accounts.ts';
import type { Actor, Role } from '../../domain/organisation/actor.ts';
import type { TenantKind } from '../../domain/organisation/tenant.ts';
import type { Trx } from '../db/database.ts';

/** What deciding about a sign-in needs; read before any scope exists. */
export type SignInAccount = {
  id: string;
  cityCode: string;
  tenantId: string;
  personId: string;
  personName: string;
  login: string;
  passwordHash: string | null;
  totpSecret: Buffer | null;
  totpConfirmedAt: string | null;
  totpLastStep: number | null;
  failedCount: number;
  lockedUntil: string | null;
  disabledAt: string | null;
};

const signInColumns = `id, city_code as "cityCode", tenant_id as "tenantId", person_id as "personId",
  person_name as "personName", login, password_hash as "passwordHash", totp_secret as "totpSecret", totp_confirmed_at as "totpConfirmedAt",
  totp_last_step as "totpLastStep", failed_count as "failedCount", locked_until as "lockedUntil", disabled_at as "disabledAt"`;

export async function findAccountByLogin(trx: Trx, login: string): Promise<SignInAccount | undefined> {
  return trx.maybe<SignInAccount>(`select ${signInColumns} from account where login = $1`, [login]);
}

export async function findLogin(trx: Trx, accountId: string): Promise<string> {
  const { login } = await trx.one<{ login: string }>('select login from account where id = $1', [accountId]);
  return login;
}

/** Locked until the transaction ends, so that failures of two sign-ins at once are both counted. */
export async function findAccountForUpdate(trx: Trx, accountId: string): Promise<SignInAccount | undefined> {
  return trx.maybe<SignInAccount>(`select ${signInColumns} from account where id = $1 for update`, [accountId]);
}

/** Whose link it is, if it can still be used. */
export async function findFirstUseLink(
  trx: Trx,
  digest: Buffer,
  at: string,
): Promise<{ accountId: string; login: string; personName: string; expiresAt: string } | undefined> {
  return trx.maybe(
    `select account.id as "accountId", account.login, account.person_name as "personName",
       link.expires_at as "expiresAt"
     from first_use_link link join account on account.id = link.account_id
     where link.digest = $1 and link.used_at is null and link.expires_at > $2 and account.disabled_at is null`,
    [digest, at],
  );
}

export type SignInRow = { id: string; startedAt: string; lastSeenAt: string; address: string; userAgent: string };

/** Sign-ins that still let somebody in, newest first; `idleSince`: one not seen since then is over. */
export async function listSignIns(
  trx: Trx,
  accountId: string,
  { at, idleSince }: { at: string; idleSince: string },
): Promise<SignInRow[]> {
  return trx.rows<SignInRow>(
    `select id, created_at as "startedAt", last_seen_at as "lastSeenAt", address, user_agent as "userAgent"
     from sign_in
     where account_id = $1 and revoked_at is null and expires_at > $2 and last_seen_at > $3
     order by last_seen_at desc, id`,
    [accountId, at, idleSince],
  );
}

/** The only linkage of this installation, if there is exactly one: whose audit log takes what cannot be assigned. */
export async function findOnlyLinkage(trx: Trx): Promise<string | undefined> {
  const rows = await trx.rows<{ cityCode: string }>('select city_code as "cityCode" from linkage limit 2');
  return rows.length === 1 ? rows[0]?.cityCode : undefined;
}

export type Names = { linkageName: string; tenantName: string; tenantShortName: string };

/** Names for the frame of the screen, in the actor's scope. */
export async function getNames(trx: Trx, actor: Actor): Promise<Names> {
  return trx.one<Names>(
    `select linkage.name as "linkageName", tenant.name as "tenantName", tenant.short_name as "tenantShortName"
     from tenant join linkage on linkage.city_code = tenant.city_code where tenant.city_code = $1 and tenant.id = $2`,
    [actor.cityCode, actor.tenantId],
  );
}

export type AccountRow = {
  id: string;
  login: string;
  personId: string;
  personName: string;
  tenantId: string;
  tenantName: string;
  tenantKind: TenantKind;
  bodyId: string;
  hasPassword: boolean;
  lockedUntil: string | null;
  disabledAt: string | null;
  hasSecondFactor: boolean;
  lastSignInAt: string | null;
  grants: { role: Role; unitId: string | null }[];
};

const accountColumns = `account.id, account.login, person.id as "personId", person.name as "personName", tenant.id as "tenantId",
  tenant.name as "tenantName", tenant.kind as "tenantKind", tenant.body_id as "bodyId",
  account.password_hash is not null as "hasPassword",
  account.locked_until as "lockedUntil", account.disabled_at as "disabledAt",
  account.totp_confirmed_at is not null as "hasSecondFactor",
  (select max(created_at) from sign_in where sign_in.account_id = account.id) as "lastSignInAt",
  (select coalesce(json_agg(json_build_object('role', role_grant.role, 'unitId', role_grant.unit_id)
      order by role_grant.role, role_grant.unit_id), '[]'::json)
    from role_grant where role_grant.city_code = account.city_code and role_grant.person_id = account.person_id
      and role_grant.tenant_id = account.tenant_id) as grants`;
const accountFrom = `account
  join person on person.city_code = account.city_code and person.id = account.person_id
  join tenant on tenant.city_code = account.city_code and tenant.id = account.tenant_id`;

/** In an administration scope. */
export async function findAccount(trx: Trx, cityCode: string, accountId: string): Promise<AccountRow | undefined> {
  return trx.maybe<AccountRow>(
    `select ${accountColumns} from ${accountFrom} where account.city_code = $1 and account.id = $2`,
    [cityCode, accountId],
  );
}

/** Whose accounts: of the whole linkage, of a body with its organs, or of one tenant. */
export type Reach = { cityCode: string; bodyId: string | null; tenantId: string | null };
type Filter = { tenantId: string | null; text: string | null };
type Page = Filter & { sort: (typeof accountSorts)[number]; limit: number; offset: number };

/** Somebody who has never signed in has been away longest. */
const accountOrders = {
  unit: 'tenant.level, tenant.area_code, tenant.name, account.login',
  name: 'person.name, account.login',
  login: 'account.login',
  latest: '"lastSignInAt" desc nulls last, account.login',
  'longest-ago': '"lastSignInAt" nulls first, account.login',
} satisfies Record<Page['sort'], string>;

const accountWhere = `account.city_code = $1 and ($2::uuid is null or tenant.body_id = $2) and ($3::uuid is null or tenant.id = $3)
  and ($4::uuid is null or tenant.id = $4)
  and ($5::text is null or position($5 in person.name) > 0 or position(lower($5) in account.login) > 0)`;

export async function listAccounts(trx: Trx, reach: Reach, page: Page): Promise<AccountRow[]> {
  return trx.rows<AccountRow>(
    `select ${accountColumns} from ${accountFrom} where ${accountWhere}
     order by ${accountOrders[page.sort]} limit $6 offset $7`,
    [reach.cityCode, reach.bodyId, reach.tenantId, page.tenantId, page.text, page.limit, page.offset],
  );
}

export async function countAccounts(trx: Trx, reach: Reach, filter: Filter): Promise<number> {
  const { total } = await trx.one<{ total: number }>(
    `select count(*) as total from ${accountFrom} where ${accountWhere}`,
    [reach.cityCode, reach.bodyId, reach.tenantId, filter.tenantId, filter.text],
  );
  return total;
}

export async function findTenantForAccount(
  trx: Trx,
  cityCode: string,
  tenantId: string,
): Promise<{ id: string; kind: TenantKind; bodyId: string } | undefined> {
  return trx.maybe('select id, kind, body_id as "bodyId" from tenant where city_code = $1 and id = $2', [
    cityCode,
    tenantId,
  ]);
}

export async function findPersonName(trx: Trx, cityCode: string, personId: string): Promise<string | undefined> {
  const row = await trx.maybe<{ name: string }>('select name from person where city_code = $1 and id = $2', [
    cityCode,
    personId,
  ]);
  return row?.name;
}

/** Roles the person holds in other tenants, for the rule that keeps administrators apart. */
export async function listRolesElsewhere(
  trx: Trx,
  of: { cityCode: string; tenantId: string; personId: string },
): Promise<{ role: Role; kind: TenantKind }[]> {
  return trx.rows(
    `select role_grant.role, tenant.kind from role_grant
     join tenant on tenant.city_code = role_grant.city_code and tenant.id = role_grant.tenant_id
     where role_grant.city_code = $1 and role_grant.person_id = $2 and role_grant.tenant_id <> $3`,
    [of.cityCode, of.personId, of.tenantId],
  );
}

export async function listUnitIds(trx: Trx, cityCode: string, tenantId: string): Promise<string[]> {
  const rows = await trx.rows<{ id: string }>('select id from unit where city_code = $1 and tenant_id = $2', [
    cityCode,
    tenantId,
  ]);
  return rows.map((row) => row.id);
}
