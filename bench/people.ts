import type pg from 'pg';
import { uuidv7 } from '../src/server/db/uuid.ts';
import { newToken, signInCookie } from '../src/server/http/sign-in-cookie.ts';

/** A signed-in clerk of a body and the topic in research that he works on. */
export type Clerk = { cityCode: string; tenantId: string; level: 'city' | 'county'; cookie: string; caseId: string };

/** One clerk with the role for every body of the linkages, signed in without the form. */
export async function signInClerks(
  client: pg.Client,
  role: 'office-clerk' | 'committee-clerk',
  cityCodes: readonly string[],
): Promise<Clerk[]> {
  const { rows } = await client.query<Omit<Clerk, 'cookie'> & { accountId: string }>(
    `select distinct on (account.city_code, account.tenant_id) account.id as "accountId", account.city_code as "cityCode",
       account.tenant_id as "tenantId", tenant.level, topic.id as "caseId"
     from account
     join role_grant on role_grant.city_code = account.city_code and role_grant.person_id = account.person_id
       and role_grant.tenant_id = account.tenant_id and role_grant.role = $1
     join tenant on tenant.city_code = account.city_code and tenant.id = account.tenant_id and tenant.kind = 'body'
     join lateral (select act.case_id as id from act join supervision_case found on found.city_code = act.city_code and found.id = act.case_id
       where act.city_code = account.city_code and act.kind = 'record-finding' and not exists (select 1 from track
         where track.city_code = act.city_code and track.case_id = act.case_id and track.done ? 'finalise-research-report')
       order by found.year desc limit 1) as topic on true
     where account.city_code = any($2) order by account.city_code, account.tenant_id, account.login`,
    [role, cityCodes],
  );
  const clerks: Clerk[] = [];
  for (const { accountId, ...clerk } of rows) clerks.push({ ...clerk, cookie: await signIn(client, accountId) });
  return clerks;
}

async function signIn(client: pg.Client, accountId: string): Promise<string> {
  const { token, digest } = newToken();
  await client.query(
    `insert into sign_in (token_digest, id, account_id, created_at, last_seen_at, expires_at, user_agent, address)
     values ($1, $2, $3, now(), now(), now() + interval '24 hours', 'bench', '127.0.0.1')`,
    [digest, uuidv7(), accountId],
  );
  return `${signInCookie}=${token}`;
}
