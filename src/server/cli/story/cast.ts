import type { Problem } from '../../../contract/route.ts';
import type { Role } from '../../../domain/organisation/actor.ts';
import type { Appointment, OrganisationFacts, OrganisationStructure } from '../../../domain/organisation/facts.ts';
import type { Settings } from '../../../domain/procedure/settings.ts';
import type { WorkbookRow } from '../../organisations/workbook-sheets.ts';

/** One account of the story: what the workbook says its person may do there. */
export type CastMember = { login: string; tenant: string; role: Role; unit: string | undefined };

/** What a request was answered with: the answer, or the problem (RFC 9457) it was refused with. */
export type Answer<Body> = { ok: true; body: Body } | { ok: false; problem: Problem };

/** One signed-in person of the story, over the public API. `get`, `post` and `put` throw with the problem's own text when refused. */
export type Player = {
  login: string;
  get: <Body>(path: string) => Promise<Body>;
  post: <Body>(path: string, body: unknown) => Promise<Body>;
  put: <Body>(path: string, body: unknown) => Promise<Body>;
  attempt: (path: string, body: unknown) => Promise<Answer<unknown>>;
  look: (path: string) => Promise<Answer<unknown>>;
};

/** The people of a linkage, found by what they may do; each signs in once. */
export type Cast = {
  organisation: OrganisationFacts;
  settings: Settings;
  /** Somebody of the tenant with the role, in the unit where one is named. Throws in Chinese where the workbook has nobody. */
  of: (tenantId: string, role: Role, unitId?: string) => Promise<Player>;
  /** So many people of the tenant with the role, the last of the workbook: officers stand first. */
  some: (tenantId: string, role: Role, count: number) => Promise<readonly Player[]>;
  /** Units of the tenant in which somebody with the role can sign in, in the order of the workbook. */
  unitsWith: (tenantId: string, role: Role) => readonly string[];
};

/** Roles with an account, from the workbook's own sheet: a login stands on one row of a person and serves all of them. */
export function castMembersOf(rows: readonly WorkbookRow<'roles'>[]): CastMember[] {
  const logins = new Map(rows.flatMap((row) => (row.login === undefined ? [] : [[row.person, row.login] as const])));
  return rows.flatMap(({ person, tenant, role, unit }) => {
    const login = logins.get(person);
    return login === undefined ? [] : [{ login, tenant, role, unit }];
  });
}

/** Where the story is played: the server's address, who has an account there, and the password that all of them have. */
export type Theatre = { url: string; members: readonly CastMember[]; password: string };

/** Opens the story's people. Throws in Chinese when no office clerk of the linkage can sign in. */
export async function openCast({ url, members, password }: Theatre): Promise<Cast> {
  const players = new Map<string, Player>();
  const as = async (login: string): Promise<Player> => {
    const known = players.get(login);
    if (known !== undefined) return known;
    const player = await signIn(url, login, password);
    players.set(login, player);
    return player;
  };
  const clerk = members.find(({ role }) => role === 'office-clerk');
  if (clerk === undefined) throw new Error('工作簿的“角色”表中没有带登录名的办公室经办。');
  const first = await as(clerk.login);
  const { organisation: structure, settings } = await first.get<{
    organisation: OrganisationStructure;
    settings: Settings;
  }>('/api/linkage');
  const posts = await first.get<{ appointments: Appointment[] }>('/api/linkage/appointments');
  const organisation = { ...structure, ...posts };
  const unitNamed = (tenantId: string, name: string | undefined) =>
    organisation.units.find((unit) => unit.tenantId === tenantId && unit.name === name)?.id;
  const holders = (tenantId: string, role: Role) => {
    const name = organisation.tenants.find(({ id }) => id === tenantId)?.name;
    return members.filter((member) => member.tenant === name && member.role === role);
  };
  return {
    organisation,
    settings,
    of: async (tenantId, role, unitId) => {
      const found = holders(tenantId, role).find(
        ({ unit }) => unitId === undefined || unitNamed(tenantId, unit) === unitId,
      );
      if (found !== undefined) return as(found.login);
      const name = organisation.tenants.find(({ id }) => id === tenantId)?.name ?? tenantId;
      throw new Error(`工作簿的“角色”表中，${name}没有带登录名的“${role}”，演示不能继续。`);
    },
    some: (tenantId, role, count) =>
      Promise.all(
        holders(tenantId, role)
          .slice(-count)
          .map(({ login }) => as(login)),
      ),
    unitsWith: (tenantId, role) =>
      holders(tenantId, role)
        .map(({ unit }) => unitNamed(tenantId, unit))
        .filter((unitId) => unitId !== undefined),
  };
}

async function signIn(url: string, login: string, password: string): Promise<Player> {
  const response = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (!response.ok) throw new Error(`${login} 不能登录 ${url}：${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const headers = { origin: url, cookie };
  const asked = (path: string) => answerOf(fetch(url + path, { headers }));
  const sent = (method: 'POST' | 'PUT', path: string, body: unknown) =>
    answerOf(
      fetch(url + path, {
        method,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  const told = (path: string, body: unknown) => sent('POST', path, body);
  return {
    login,
    get: async <Body>(path: string) => bodyOf<Body>(await asked(path), `${login} ${path}`),
    post: async <Body>(path: string, body: unknown) => bodyOf<Body>(await told(path, body), `${login} ${path}`),
    put: async <Body>(path: string, body: unknown) => bodyOf<Body>(await sent('PUT', path, body), `${login} ${path}`),
    attempt: told,
    look: asked,
  };
}

async function answerOf(request: Promise<Response>): Promise<Answer<unknown>> {
  const response = await request;
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  // The server has checked its answers and its problems against their contracts.
  return response.ok ? { ok: true, body } : { ok: false, problem: body as Problem };
}

function bodyOf<Body>(answer: Answer<unknown>, what: string): Body {
  if (answer.ok) return answer.body as Body;
  throw new Error(`${what}：${problemText(answer.problem)}`);
}

/** A problem in one line: its refusals with their clauses, or what it says of itself. */
export function problemText({ status, title, detail, refusals, fields }: Problem): string {
  const said = [
    ...(refusals ?? []).map(({ code, clause, text }) => `${text}（${clause}，${code}）`),
    ...(fields ?? []).map(({ path, text }) => `${path} ${text}`),
  ];
  return said.length > 0 ? said.join('；') : `${status} ${title}${detail === undefined ? '' : `：${detail}`}`;
}
