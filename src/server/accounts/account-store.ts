import type { Role } from '../../domain/organisation/actor.ts';
import type { Trx } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';

/**
 * Until the transaction ends its statements may write accounts, people and roles of the scope's linkage. Only commands whose rule has
 * decided call it.
 */
export async function openAdministration(trx: Trx): Promise<void> {
  await trx.run("set local app.admin = 'organisation'");
}

export type NewAccount = {
  cityCode: string;
  tenantId: string;
  personId: string;
  personName: string;
  login: string;
  /** Null: a first-use link sets it. */
  passwordHash: string | null;
  at: string;
};

/** Adds an account and answers its id; undefined when the login or the person's account in this tenant exists already. */
export async function insertAccount(trx: Trx, account: NewAccount): Promise<string | undefined> {
  const id = uuidv7();
  const added = await trx.run(
    `insert into account (id, city_code, tenant_id, person_id, person_name, login, password_hash, password_set_at, created_at)
     values ($1, $2, $3, $4, $5, lower($6), $7, case when $7::text is null then null else $8::timestamptz end, $8)
     on conflict do nothing`,
    [
      id,
      account.cityCode,
      account.tenantId,
      account.personId,
      account.personName,
      account.login.normalize('NFKC'),
      account.passwordHash,
      account.at,
    ],
  );
  return added === 0 ? undefined : id;
}

export async function insertPerson(
  trx: Trx,
  person: { cityCode: string; tenantId: string; name: string },
): Promise<string> {
  const id = uuidv7();
  await trx.run('insert into person (city_code, id, tenant_id, source_key, name) values ($1, $2, $3, $4, $5)', [
    person.cityCode,
    id,
    person.tenantId,
    `account:${id}`,
    person.name,
  ]);
  return id;
}

/** Older links of the account stop working. */
export async function replaceFirstUseLink(
  trx: Trx,
  link: { accountId: string; digest: Buffer; at: string; expiresAt: string },
): Promise<void> {
  await trx.run('delete from first_use_link where account_id = $1 and used_at is null', [link.accountId]);
  await trx.run('insert into first_use_link (digest, account_id, made_at, expires_at) values ($1, $2, $3, $4)', [
    link.digest,
    link.accountId,
    link.at,
    link.expiresAt,
  ]);
}

/** Marks the link used; false when it was used, has expired or never was. Of two at once one gets true. */
export async function consumeFirstUseLink(trx: Trx, digest: Buffer, at: string): Promise<boolean> {
  const used = await trx.run(
    'update first_use_link set used_at = $2 where digest = $1 and used_at is null and expires_at > $2',
    [digest, at],
  );
  return used === 1;
}

/** A new password also ends a lock. */
export async function setPassword(trx: Trx, accountId: string, passwordHash: string, at: string): Promise<void> {
  await trx.run(
    `update account set password_hash = $2, password_set_at = $3, failed_count = 0, locked_until = null where id = $1`,
    [accountId, passwordHash, at],
  );
}

export async function saveFailure(
  trx: Trx,
  accountId: string,
  failure: { count: number; lockedUntil: string | null },
): Promise<void> {
  await trx.run('update account set failed_count = $2, locked_until = $3 where id = $1', [
    accountId,
    failure.count,
    failure.lockedUntil,
  ]);
}

export async function setSecondFactor(trx: Trx, accountId: string, secret: Buffer | null): Promise<void> {
  await trx.run('update account set totp_secret = $2, totp_confirmed_at = null, totp_last_step = null where id = $1', [
    accountId,
    secret,
  ]);
}

/** Remembers the step of an accepted code, and that the factor is in use from its first accepted code on. */
export async function saveAcceptedStep(trx: Trx, accountId: string, step: number, at: string): Promise<void> {
  await trx.run(
    'update account set totp_last_step = $2, totp_confirmed_at = coalesce(totp_confirmed_at, $3) where id = $1',
    [accountId, step, at],
  );
}

export async function setDisabled(trx: Trx, accountId: string, at: string | null): Promise<void> {
  await trx.run('update account set disabled_at = $2 where id = $1', [accountId, at]);
}

type NewSignIn = {
  digest: Buffer;
  accountId: string;
  at: string;
  expiresAt: string;
  userAgent: string;
  address: string;
};

export async function insertSignIn(trx: Trx, signIn: NewSignIn): Promise<void> {
  await trx.run(
    `insert into sign_in (token_digest, id, account_id, created_at, last_seen_at, expires_at, user_agent, address)
     values ($1, $2, $3, $4, $4, $5, $6, $7)`,
    [signIn.digest, uuidv7(), signIn.accountId, signIn.at, signIn.expiresAt, signIn.userAgent, signIn.address],
  );
}

/** Ends sign-ins of an account at once: one of them, all but one, or all. Answers how many. */
export async function revokeSignIns(
  trx: Trx,
  accountId: string,
  which: { at: string; only?: string; except?: string },
): Promise<number> {
  return trx.run(
    `update sign_in set revoked_at = $2 where account_id = $1 and revoked_at is null
       and ($3::uuid is null or id = $3) and ($4::uuid is null or id <> $4)`,
    [accountId, which.at, which.only ?? null, which.except ?? null],
  );
}

/** Replaces what the person may do inside one tenant. */
export async function replaceRoleGrants(
  trx: Trx,
  of: { cityCode: string; tenantId: string; personId: string },
  grants: readonly { role: Role; unitId: string | null }[],
): Promise<void> {
  await trx.run('delete from role_grant where city_code = $1 and tenant_id = $2 and person_id = $3', [
    of.cityCode,
    of.tenantId,
    of.personId,
  ]);
  for (const grant of grants) {
    await trx.run(
      'insert into role_grant (city_code, id, person_id, tenant_id, role, unit_id) values ($1, $2, $3, $4, $5, $6)',
      [of.cityCode, uuidv7(), of.personId, of.tenantId, grant.role, grant.unitId],
    );
  }
}

/** Sign-ins and links that ended a month ago say nothing that the audit log does not say. */
export async function deleteEndedSignIns(trx: Trx): Promise<void> {
  await trx.run("delete from sign_in where least(revoked_at, expires_at) < now() - interval '30 days'");
  await trx.run("delete from first_use_link where coalesce(used_at, expires_at) < now() - interval '30 days'");
}
