import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exportedRows, toldExports } from '../../../test/exported.ts';
import {
  addAccount,
  type Client,
  smallLinkage,
  type TestApp,
  type TestTenant,
  testApp,
} from '../../../test/test-app.ts';
import { appoint } from '../../../test/test-cases.ts';
import { emptyCaseState } from '../../domain/case-state.ts';

let t: TestApp;
let caseId: string;
let clerk: Client;
let colleague: Client;
let member: Client;
let county: Client;
let deputy: Client;
let city: Client;
let countyId: string;
let organ: Client;
let governmentName: string;
let cityTenant: TestTenant;

beforeAll(async () => {
  t = await testApp();
  const tenants = await smallLinkage(t.db);
  countyId = tenants.county.id;
  cityTenant = tenants.city;
  await addAccount(t.db, tenants.government, { login: 'organ', roles: ['organ-clerk'] });
  organ = await t.signInAs('organ');
  governmentName = (await organ.get('/api/me')).json<{ tenantName: string }>().tenantName;
  await addAccount(t.db, tenants.city, { login: 'city', roles: ['office-clerk'] });
  await addAccount(t.db, tenants.city, { login: 'colleague', roles: ['office-clerk'], name: '李样本' });
  await addAccount(t.db, tenants.city, { login: 'member', roles: ['member'] });
  await addAccount(t.db, tenants.city, { login: 'deputy', roles: ['deputy'] });
  await addAccount(t.db, tenants.county, { login: 'county', roles: ['office-clerk'] });
  [city, colleague, member, deputy, county] = [
    await t.signInAs('city'),
    await t.signInAs('colleague'),
    await t.signInAs('member'),
    await t.signInAs('deputy'),
    await t.signInAs('county'),
  ];
  clerk = city;
});
afterAll(() => t.close());

let year = 2027;
beforeEach(async () => {
  caseId = (await city.post('/api/years', { year })).json<{ caseId: string }>().caseId;
  year += 1;
});

/** Puts suggestions into the own state, as their acts would have. */
async function collected(
  tenantLogin: Client,
  rows: readonly { title: string; necessity: string; author?: { kind: string; name: string } }[],
) {
  const tenantId =
    tenantLogin === county ? countyId : (await tenantLogin.get('/api/me')).json<{ tenantId: string }>().tenantId;
  const suggestions = rows.map((row, index) => ({
    id: `${index + 1}`,
    sources: ['deputies'],
    domain: 'livelihood',
    feasibility: '',
    on: '2026-11-10',
    author: { kind: 'deputy', name: `代表${index + 1}` },
    ...row,
  }));
  const state = { ...emptyCaseState, year: { ...emptyCaseState.year, suggestions } };
  await t.db.owner.query(
    `insert into case_state (city_code, case_id, tenant_id, state) values ('510700', $1, $2, $3)
     on conflict (city_code, case_id, tenant_id) do update set state = excluded.state`,
    [caseId, tenantId, JSON.stringify(state)],
  );
}

const rows = [
  { title: '关于农村饮水安全的建议', necessity: '部分村水厂管网老化，水质不达标。' },
  { title: '建议监督农村饮水安全', necessity: '农村水厂管网老化失修，水质差。' },
  { title: '关于学校食堂食品安全的建议', necessity: '食堂食材招标不规范。' },
];
const merged = (suggestionIds: string[]) => ({
  title: '农村饮水安全',
  domain: 'livelihood',
  reason: '反映集中。',
  suggestionIds,
});
const at = (rest: string) => `/api/cases/${caseId}/${rest}`;

describe('S1.2 merging suggestions into a candidate topic', () => {
  test('keeps the suggestions by their ids, and is seen by the own office alone', async () => {
    await collected(city, rows);
    const made = await clerk.post(at('candidates'), merged(['1', '2']));
    expect(made.statusCode).toBe(201);
    expect(made.json()).toMatchObject({ title: '农村饮水安全', suggestionIds: ['1', '2'], version: 1 });
    expect((await member.get(at('candidates'))).json()).toMatchObject({ candidates: [{ suggestionIds: ['1', '2'] }] });
    expect((await county.get(at('candidates'))).json()).toEqual({ candidates: [] });
    expect((await deputy.get(at('candidates'))).statusCode).toBe(403);
  });

  test('is the office’s work', async () => {
    await collected(city, rows);
    const refused = await member.post(at('candidates'), merged(['1']));
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'candidate/not-office', clause: 'S1.2' });
  });

  test('is refused for a suggestion that is not in the list, or that another candidate holds', async () => {
    await collected(city, rows);
    expect((await clerk.post(at('candidates'), merged(['99']))).json()).toMatchObject({
      code: 'candidate/unknown-suggestion',
    });
    await clerk.post(at('candidates'), merged(['1', '2']));
    const twice = await clerk.post(at('candidates'), { ...merged(['2', '3']), title: '另一议题' });
    expect(twice.json()).toMatchObject({ code: 'candidate/merged-elsewhere' });
    expect(twice.body).toContain('农村饮水安全');
  });

  test('by two clerks at once merges a suggestion once', async () => {
    await collected(city, rows);
    const answers = await Promise.all([
      clerk.post(at('candidates'), merged(['1', '2'])),
      colleague.post(at('candidates'), merged(['2', '3'])),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
  });

  test('is changed only on the version that was seen, and taken back so that the suggestions are free again', async () => {
    await collected(city, rows);
    const { id } = (await clerk.post(at('candidates'), merged(['1', '2']))).json<{ id: string }>();
    const one = at(`candidates/${id}`);
    const changed = await colleague.request('PUT', one, { ...merged(['1', '2', '3']), version: 1 });
    expect(changed.json()).toMatchObject({ version: 2, changedByName: '李样本' });
    const late = await clerk.request('PUT', one, { ...merged(['1']), version: 1 });
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({ code: 'candidate/changed' });
    expect(late.body).toContain('李样本');
    expect((await clerk.request('DELETE', `${one}?version=1`)).json()).toMatchObject({ code: 'candidate/changed' });
    expect((await clerk.request('DELETE', `${one}?version=2`)).statusCode).toBe(204);
    expect((await clerk.request('DELETE', `${one}?version=2`)).json()).toMatchObject({ code: 'candidate/changed' });
    expect((await clerk.post(at('candidates'), merged(['3']))).statusCode).toBe(201);
  });
});

describe('authors of suggestions', () => {
  test('are told that theirs was merged, and taken out again: a deputy alone, an organ as a unit', async () => {
    const { personId } = (await deputy.get('/api/me')).json<{ personId: string }>();
    await appoint(t.db, cityTenant, { personId, post: 'deputy' });
    await collected(city, [
      { title: '代表的建议', necessity: '必要。', author: { kind: 'deputy', name: personId } },
      { title: '机关的建议', necessity: '必要。', author: { kind: 'organ', name: governmentName } },
      { title: '公民的建议', necessity: '必要。' },
    ]);
    const { id } = (await clerk.post(at('candidates'), merged(['1', '2', '3']))).json<{ id: string }>();
    expect(await told(deputy)).toEqual(['您提出的议题建议“代表的建议”已并入候选议题，建议人予以保留。']);
    expect(await told(organ)).toEqual(['您提出的议题建议“机关的建议”已并入候选议题，建议人予以保留。']);
    expect(await told(member)).toEqual([]);
    await clerk.request('PUT', at(`candidates/${id}`), { ...merged(['2', '3']), version: 1 });
    expect((await told(deputy))[0]).toContain('已从候选议题中移出');
    expect(await told(organ)).toHaveLength(1);
    await clerk.request('DELETE', `${at(`candidates/${id}`)}?version=2`);
    expect((await told(organ))[0]).toContain('已从候选议题中移出');
  });

  async function told(client: Client): Promise<string[]> {
    const { notices } = (await client.get('/api/notices')).json<{
      notices: { kind: string; caseId: string; text: string }[];
    }>();
    return notices.filter((one) => one.kind === 'suggestion-merged' && one.caseId === caseId).map(({ text }) => text);
  }
});

describe('suggestions that are alike', () => {
  test('lie in one group', async () => {
    await collected(city, rows);
    const { groups } = (await clerk.get(at('suggestion-groups'))).json<{ groups: { ids: string[] }[] }>();
    expect(groups.map(({ ids }) => ids)).toEqual([['1', '2']]);
  });

  test('are offered for a text that is being typed, the most alike first', async () => {
    await collected(city, rows);
    const { similar } = (await clerk.post(at('similar-suggestions'), { text: '学校食堂的食品安全' })).json<{
      similar: { id: string; title: string; authorName: string }[];
    }>();
    expect(similar[0]).toMatchObject({ id: '3', title: rows[2]?.title, authorName: '代表3' });
  });

  test('of a county are not offered to the city, which has not received them', async () => {
    await collected(county, rows);
    const answer = await clerk.post(at('similar-suggestions'), { text: rows[0]?.title });
    expect(answer.json()).toEqual({ similar: [] });
    expect((await county.post(at('similar-suggestions'), { text: rows[0]?.title })).body).toContain('农村饮水安全');
  });

  test('are offered to a deputy by their titles alone: whose they are is for readers of contents', async () => {
    await collected(city, rows);
    const answer = await deputy.post(at('similar-suggestions'), { text: rows[0]?.title });
    expect(answer.json<{ similar: object[] }>().similar[0]).toMatchObject({ title: rows[0]?.title, authorName: '' });
    expect(answer.body).not.toContain('代表1');
  });

  test('are offered to an organ from its own alone, as soon as it has sent them', async () => {
    await collected(city, rows);
    const call = {
      deadline: `${year - 2}-12-31`,
      invited: ['organs', 'deputies'],
      notice: '征集',
      publishedOn: '2026-11-03',
      channels: '门户网站',
    };
    const reasons = Object.fromEntries(['solicitation/early', 'order/late'].map((code) => [code, '示例']));
    await clerk.post(at('acts/open-solicitation'), { payload: call, reasons });
    expect((await organ.post(at('similar-suggestions'), { text: rows[0]?.title })).json()).toEqual({ similar: [] });
    const own = { sources: ['organ-request'], domain: 'economy', necessity: '企业融资难。', feasibility: '' };
    await organ.post(at('acts/send-suggestion'), { payload: { ...own, title: '小微企业融资' } });
    const { similar } = (await organ.post(at('similar-suggestions'), { text: '小微企业融资问题' })).json();
    expect(similar).toMatchObject([{ title: '小微企业融资', authorName: governmentName }]);
  });

  test('are found anew when the list has grown', async () => {
    await collected(city, rows.slice(0, 1));
    expect((await clerk.post(at('similar-suggestions'), { text: '学校食堂' })).json()).toEqual({ similar: [] });
    await collected(city, rows);
    expect((await clerk.post(at('similar-suggestions'), { text: '学校食堂' })).body).toContain('食堂');
  });
});

describe('the list as a spreadsheet', () => {
  const titlesIn = async (client: Client, query: string) => {
    const [, ...found] = await exportedRows(client, at(`suggestions/export?${query}`));
    return found.map(([title]) => title);
  };

  test('has the rows that the screen shows, by domain, words and first letters of pinyin', async () => {
    await collected(city, rows);
    expect(await titlesIn(clerk, '')).toHaveLength(3);
    expect(await titlesIn(clerk, `text=${encodeURIComponent('食堂')}`)).toEqual([rows[2]?.title]);
    expect(await titlesIn(clerk, 'text=xxst')).toEqual([rows[2]?.title]);
    expect(await titlesIn(clerk, 'domain=economy')).toEqual([]);
    await clerk.post(at('candidates'), merged(['1', '2']));
    expect(await titlesIn(clerk, 'sort=title')).toEqual([rows[0]?.title, rows[2]?.title, rows[1]?.title]);
    expect(await titlesIn(clerk, 'standing=merged')).toEqual([rows[0]?.title, rows[1]?.title]);
  });

  test('of candidate topics says from which suggestions each was merged, and whose they are', async () => {
    await collected(city, rows);
    await clerk.post(at('candidates'), merged(['1', '2']));
    expect(await exportedRows(member, at('candidates/export'))).toEqual([
      ['候选议题', '领域', '理由', '建议数', '并入的建议（建议人）'],
      ['农村饮水安全', '民生事业', '反映集中。', 2, `${rows[0]?.title}（代表1）\n${rows[1]?.title}（代表2）`],
    ]);
    expect((await toldExports(t.db)).at(-1)).toMatchObject({ list: 'candidates', rows: 1 });
    expect(await exportedRows(county, at('candidates/export'))).toHaveLength(1);
    expect((await deputy.get(at('candidates/export'))).statusCode).toBe(403);
  });

  test('is for readers of contents, each with the own list', async () => {
    await collected(city, rows);
    expect((await deputy.get(at('suggestions/export'))).statusCode).toBe(403);
    expect(await titlesIn(county, '')).toEqual([]);
  });
});
