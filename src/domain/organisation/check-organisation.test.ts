import { describe, expect, test } from 'vitest';
import type { Role } from './actor.ts';
import { checkOrganisation, checkTermChanges } from './check-organisation.ts';
import type { Post } from './facts.ts';
import { mayAddress } from './membership.ts';
import type { Organisation, PostRecord, RoleRecord, TenantRecord, TermRecord } from './organisation.ts';

const day = '2024-06-01';
const cityBody = '甲市人大常委会';
const countyBody = '乙县人大常委会';

const tenant = (record: Partial<TenantRecord> & { name: string }): TenantRecord => ({
  kind: 'body',
  level: 'city',
  body: record.name,
  ...record,
});
const organsOf = (body: string, level: 'city' | 'county'): TenantRecord[] =>
  (['government', 'supervisory-commission', 'court', 'procuratorate'] as const).map((organKind) =>
    tenant({ name: `${body}的${organKind}`, kind: 'organ', level, body, organKind }),
  );
const post = (person: string, tenantName: string, name: Post, over: Partial<PostRecord> = {}): PostRecord => ({
  person,
  personName: `张示例${person}`,
  tenant: tenantName,
  post: name,
  from: '2021-10-29',
  ...over,
});
const seat = (person: string, tenantName: string, name: Post): PostRecord[] => [
  post(person, tenantName, 'deputy'),
  post(person, tenantName, name),
];
const role = (person: string, tenantName: string, name: Role, over: Partial<RoleRecord> = {}): RoleRecord => ({
  person,
  personName: `张示例${person}`,
  tenant: tenantName,
  role: name,
  ...over,
});

const lawful: Organisation = {
  tenants: [
    tenant({ name: cityBody }),
    tenant({ name: countyBody, level: 'county' }),
    ...organsOf(cityBody, 'city'),
    ...organsOf(countyBody, 'county'),
  ],
  terms: [
    { body: cityBody, number: 8, from: '2021-10-29', quota: 41 },
    { body: countyBody, number: 19, from: '2021-10-29', quota: 25 },
  ],
  parks: [{ name: '示例园区', tenant: cityBody }],
  posts: [
    ...seat('1', cityBody, 'chair'),
    ...seat('2', cityBody, 'vice-chair'),
    ...seat('3', cityBody, 'secretary-general'),
    ...seat('4', cityBody, 'member'),
    ...seat('11', countyBody, 'chair'),
    ...seat('12', countyBody, 'member'),
  ],
  roles: [
    role('1', cityBody, 'chairperson'),
    role('4', cityBody, 'member'),
    role('21', cityBody, 'office-clerk', { unit: { name: '办公室', kind: 'office' } }),
    role('31', cityBody, 'system-admin'),
    role('32', cityBody, 'security-admin'),
    role('33', cityBody, 'audit-admin'),
  ],
};

const findings = (over: Partial<Organisation>, on = day) => checkOrganisation({ ...lawful, ...over }, on);
const codes = (over: Partial<Organisation>, on = day) =>
  findings(over, on).map(({ code, force }) => `${code} ${force}`);
const withTerm = (body: string, over: Partial<TermRecord>) => ({
  terms: lawful.terms.map((term) => (term.body === body ? { ...term, ...over } : term)),
});
const withPosts = (...more: PostRecord[]) => ({ posts: [...lawful.posts, ...more] });
const withoutPost = (person: string, name: Post) => ({
  posts: lawful.posts.filter((record) => record.person !== person || record.post !== name),
});

test('a lawful organisation has no findings', () => {
  expect(findings({})).toEqual([]);
});

describe('ORG-01 and ORG-02: the number of members', () => {
  test.each([
    [cityBody, 28, undefined, false],
    [cityBody, 29, undefined, true],
    [cityBody, 51, undefined, true],
    [cityBody, 52, 8_000_000, false],
    [cityBody, 61, 8_000_001, true],
    [cityBody, 62, 9_000_000, false],
    [countyBody, 14, undefined, false],
    [countyBody, 15, undefined, true],
    [countyBody, 35, undefined, true],
    [countyBody, 36, 1_000_000, false],
    [countyBody, 45, 1_000_001, true],
    [countyBody, 46, 1_200_000, false],
  ])('%s with %i members and %s residents', (body, quota, population, isLawful) => {
    const tenants = lawful.tenants.map((record) =>
      record.name === body && population !== undefined ? { ...record, population } : record,
    );
    const found = codes({ ...withTerm(body, { quota }), tenants });
    const code = body === cityBody ? 'organisation/city-quota must' : 'organisation/county-quota must';
    expect(found).toEqual(isLawful ? [] : [code]);
  });

  test('the finding names the body, the figure and the band', () => {
    const [finding] = findings(withTerm(cityBody, { quota: 28 }));
    expect(finding?.text).toBe(
      '甲市人大常委会第8届组成人员名额为28名，应当在29至51名之间（常住人口超过800万的可至61名）。',
    );
  });
});

describe('ORG-03: quota and incumbents', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => seat(`m${index}`, countyBody, 'member')).flat();

  test('as many incumbents as the quota are lawful, one more is not', () => {
    expect(codes({ ...withPosts(...many(13)), ...withTerm(countyBody, { quota: 15 }) })).toEqual([]);
    expect(codes({ ...withPosts(...many(14)), ...withTerm(countyBody, { quota: 15 }) })).toEqual([
      'organisation/over-quota must',
    ]);
  });

  test('a member who left makes room', () => {
    const left = seat('m0', countyBody, 'member').map((record) => ({ ...record, until: '2023-01-01' }));
    const came = seat('n0', countyBody, 'member').map((record) => ({ ...record, from: '2023-01-02' }));
    const posts = [...many(13).filter(({ person }) => person !== 'm0'), ...left, ...came];
    expect(codes({ ...withPosts(...posts), ...withTerm(countyBody, { quota: 15 }) })).toEqual([]);
  });

  test('a quota never changes within its term', () => {
    const changed = withTerm(cityBody, { quota: 43 }).terms;
    expect(checkTermChanges(lawful.terms, changed, day).map(({ code }) => code)).toEqual([
      'organisation/quota-changed',
    ]);
    expect(checkTermChanges(lawful.terms, lawful.terms, day)).toEqual([]);
  });
});

describe('ORG-04: members are deputies', () => {
  test('a member without a seat in the same congress is named', () => {
    const [finding] = findings(withoutPost('4', 'deputy'));
    expect(finding).toMatchObject({ code: 'organisation/member-not-deputy', force: 'must' });
    expect(finding?.text).toContain('张示例4（4）任甲市人大常委会委员，但不是同级人大代表');
  });

  test('a seat in another congress does not count', () => {
    const elsewhere = {
      posts: lawful.posts.map((record) =>
        record.person === '4' && record.post === 'deputy' ? { ...record, tenant: countyBody } : record,
      ),
    };
    expect(codes(elsewhere)).toEqual(['organisation/member-not-deputy must']);
  });

  test('a seat that ends before the post does not carry it', () => {
    const ended = {
      posts: lawful.posts.map((record) =>
        record.person === '4' && record.post === 'deputy' ? { ...record, until: '2023-01-01' } : record,
      ),
    };
    expect(codes(ended)).toEqual(['organisation/member-not-deputy must']);
  });
});

describe('ORG-05: incompatible posts', () => {
  const organ = `${cityBody}的government`;

  test('a member in office in an organ at the same time is refused, before or after is not', () => {
    expect(codes(withPosts(post('4', organ, 'organ-head')))).toEqual(['organisation/incompatible-posts must']);
    expect(codes(withPosts(post('4', organ, 'organ-head', { from: '2016-01-01', until: '2021-10-28' })))).toEqual([]);
  });

  test('a member cannot act for an organ in the system', () => {
    expect(codes({ roles: [...lawful.roles, role('4', organ, 'organ-clerk')] })).toEqual([
      'organisation/incompatible-roles must',
    ]);
  });
});

describe('ORG-06: the city’s council of chairpersons', () => {
  test('one chair, or one acting', () => {
    expect(codes(withoutPost('1', 'chair'))).toContain('organisation/no-chair must');
    expect(codes({ ...withPosts(...seat('5', cityBody, 'acting-chair')) })).toEqual(['organisation/two-chairs must']);
    const acting = lawful.posts.map((record) =>
      record.post === 'chair' && record.tenant === cityBody ? { ...record, post: 'acting-chair' as const } : record,
    );
    expect(codes({ posts: acting })).toEqual([]);
  });

  test('one secretary-general; a vacancy is only told', () => {
    expect(codes(withoutPost('3', 'secretary-general'))).toEqual(['organisation/no-secretary in-principle']);
    expect(codes(withPosts(...seat('5', cityBody, 'secretary-general')))).toEqual([
      'organisation/two-secretaries must',
    ]);
  });

  test('a body without any members is told, not refused: its people come later', () => {
    expect(codes({ posts: lawful.posts.filter((record) => record.tenant !== countyBody) })).toEqual([
      'organisation/no-members in-principle',
    ]);
  });
});

test('ORG-07: a county has no secretary-general', () => {
  expect(codes(withPosts(...seat('13', countyBody, 'secretary-general')))).toEqual([
    'organisation/county-secretary must',
  ]);
});

describe('ORG-08: terms', () => {
  const before: TermRecord = { body: cityBody, number: 7, from: '2016-10-29', until: '2021-10-28', quota: 41 };

  test('follow each other without overlap', () => {
    expect(codes({ terms: [...lawful.terms, before] })).toEqual([]);
    const { until: _until, ...open } = before;
    expect(codes({ terms: [...lawful.terms, open] })).toContain('organisation/terms-overlap must');
  });

  test('a term older than five years still holds until the next is elected, and is told', () => {
    expect(codes({}, '2026-10-29')).toEqual([]);
    expect(codes({}, '2026-10-30')).toEqual([
      'organisation/term-expired in-principle',
      'organisation/term-expired in-principle',
    ]);
  });

  test('a past term is read-only', () => {
    const moved = [...lawful.terms, { ...before, from: '2016-11-01' }];
    expect(checkTermChanges([...lawful.terms, before], moved, day).map(({ code }) => code)).toEqual([
      'organisation/past-term',
    ]);
  });

  test('a body without a term is refused', () => {
    expect(codes({ terms: lawful.terms.filter(({ body }) => body !== countyBody) })).toEqual([
      'organisation/no-term must',
    ]);
  });
});

test('ORG-09: a body addresses only the organs it supervises', () => {
  const body = (id: string, level: 'city' | 'county') =>
    ({ id, kind: 'body', level, areaCode: '', name: id, shortName: id, bodyId: id }) as const;
  const organ = (bodyId: string) =>
    ({ ...body('市政府', 'city'), kind: 'organ', bodyId, organKind: 'government' }) as const;
  expect(mayAddress(body('市', 'city'), organ('市'))).toBeUndefined();
  expect(mayAddress(body('市', 'city'), organ('县'))).toMatchObject({
    code: 'organisation/other-level',
    clause: '监督法 §6',
  });
  expect(mayAddress(body('市', 'city'), body('县', 'county'))).toMatchObject({ code: 'organisation/other-level' });
});

test('ORG-11: a park looked after by a county is told', () => {
  expect(codes({ parks: [{ name: '示例园区', tenant: countyBody }] })).toEqual([
    'organisation/park-elsewhere in-principle',
  ]);
});

describe('what else makes an organisation unusable', () => {
  test('two city bodies', () => {
    const tenants = lawful.tenants.map((record) =>
      record.name === countyBody ? { ...record, level: 'city' as const } : record,
    );
    expect(codes({ tenants })).toContain('organisation/one-city-body must');
  });

  test('missing organs of the same level are told', () => {
    const tenants = lawful.tenants.filter((record) => record.name !== `${countyBody}的court`);
    const [finding] = findings({ tenants });
    expect(finding).toMatchObject({ code: 'organisation/organs-missing', force: 'in-principle' });
    expect(finding?.text).toContain('人民法院');
  });

  test('a post of a body held in an organ', () => {
    expect(codes(withPosts(post('40', `${cityBody}的court`, 'committee-head')))).toEqual([
      'organisation/post-in-wrong-tenant must',
    ]);
  });

  test('a clerk without office, a chairperson who is none, administrators who do something else', () => {
    expect(codes({ roles: [role('21', cityBody, 'office-clerk')] })).toEqual(['organisation/role-without-unit must']);
    expect(codes({ roles: [role('4', cityBody, 'chairperson')] })).toEqual(['organisation/role-without-post must']);
    expect(codes({ roles: [role('31', cityBody, 'system-admin'), role('31', cityBody, 'audit-admin')] })).toEqual([
      'roles/administrators-separated must',
    ]);
  });
});
