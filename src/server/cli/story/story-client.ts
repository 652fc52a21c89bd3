import type { OrganisationFacts } from '../../../domain/organisation/facts.ts';

/** One signed-in person of the story, over the public API. */
export type Player = {
  get: <Answer>(path: string) => Promise<Answer>;
  post: <Answer>(path: string, body: unknown) => Promise<Answer>;
};

/** People of the story by login; each signs in once. */
export type Cast = {
  as: (login: string) => Promise<Player>;
  organisation: OrganisationFacts;
};

/** Opens the story's people at an address. Throws with the problem's own text when a request is refused. */
export async function openCast(url: string, password: string, firstLogin: string): Promise<Cast> {
  const players = new Map<string, Player>();
  const as = async (login: string): Promise<Player> => {
    const known = players.get(login);
    if (known !== undefined) return known;
    const player = await signIn(url, login, password);
    players.set(login, player);
    return player;
  };
  const { organisation } = await (await as(firstLogin)).get<{ organisation: OrganisationFacts }>('/api/linkage');
  return { as, organisation };
}

async function signIn(url: string, login: string, password: string): Promise<Player> {
  const response = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (!response.ok) throw new Error(`${login} 不能登录：${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const headers = { origin: url, cookie };
  return {
    get: (path) => answerOf(login, path, fetch(url + path, { headers })),
    post: (path, body) =>
      answerOf(
        login,
        path,
        fetch(url + path, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
  };
}

async function answerOf<Answer>(login: string, path: string, request: Promise<Response>): Promise<Answer> {
  const response = await request;
  const text = await response.text();
  if (!response.ok) throw new Error(`${login} ${path}: ${response.status} ${text}`);
  // The server has checked its answer against the contract of this path.
  return JSON.parse(text) as Answer;
}
