import type { Role } from '../../domain/organisation/actor.ts';
import type { Post } from '../../domain/organisation/facts.ts';
import { fictitiousNames, numeral } from './fictitious-names.ts';
import { defaultSettingRows } from './workbook-queries.ts';
import { emptySheets, type WorkbookRow, type WorkbookRows } from './workbook-sheets.ts';

export type FictitiousCounty = {
  code: string;
  name: string;
  shortName: string;
  /** Members of its standing committee, 15–35 (地方组织法 §47). */
  members?: number;
  population?: number;
  tile?: { column: number; row: number };
};

export type FictitiousCity = {
  cityCode: string;
  /** 绵阳市; the prefix of its organs' names. */
  cityName: string;
  shortName: string;
  members?: number;
  population?: number;
  counties: readonly FictitiousCounty[];
  parks?: readonly string[];
  /** Departments of the city and county governments, without the place's name. */
  departments?: readonly string[];
  /** Which congress the sitting committees belong to, and since when. */
  term?: { number: number; from: string };
  /** Deputies of each congress who are not members of its committee. */
  deputiesBeyondMembers?: { city: number; county: number };
};

const cityCommittees = [
  '法制委员会',
  '财政经济委员会',
  '教科文卫工作委员会',
  '城乡建设与环境资源保护工作委员会',
  '社会建设委员会',
  '农业与农村工作委员会',
  '监察和司法工作委员会',
  '代表人事工作委员会',
];
const countyCommittees = [
  '财政经济委员会',
  '教科文卫工作委员会',
  '城乡建设与环境资源保护工作委员会',
  '农业与农村工作委员会',
];
const defaultDepartments = [
  '发展和改革委员会',
  '教育体育局',
  '科学技术局',
  '民政局',
  '住房和城乡建设局',
  '交通运输局',
  '农业农村局',
  '生态环境局',
  '应急管理局',
  '卫生健康委员会',
];

/**
 * A complete organisation of any city and its counties, with people who do not exist, in rows of the workbook: every body within its legal
 * band, every office and committee with a clerk, three separate administrators, accounts by memorable login names
 * (`510700.office`, `510703.committee1`, `510700.chair`, `510700.member9`, `510703.gov`). The same input gives the same rows.
 */
export function fictitiousWorkbook(city: FictitiousCity): WorkbookRows {
  const rows: WorkbookRows = { ...emptySheets(), settings: defaultSettingRows() };
  rows.linkage.push({ code: city.cityCode, name: city.cityName, shortName: city.shortName });
  const people = peopleIn(rows, fictitiousNames());
  const term = city.term ?? { number: 8, from: '2021-10-29' };
  const beyond = city.deputiesBeyondMembers ?? { city: 20, county: 8 };
  const parts = { rows, people, term, departments: city.departments ?? defaultDepartments };
  addArea(parts, {
    code: city.cityCode,
    name: city.cityName,
    shortName: city.shortName,
    level: 'city',
    members: city.members ?? 41,
    population: city.population ?? 4_868_243,
    tile: undefined,
    otherDeputies: beyond.city,
  });
  for (const [index, county] of city.counties.entries()) {
    addArea(parts, {
      ...county,
      level: 'county',
      // Sizes differ, as they do in life, and stay inside the band of 15 to 35.
      members: county.members ?? 19 + 2 * (index % 6),
      population: county.population ?? 300_000 + 40_000 * (index % 10),
      tile: county.tile,
      otherDeputies: beyond.county,
    });
  }
  for (const park of city.parks ?? []) rows.parks.push({ name: park, tenant: bodyNameOf(city.cityName) });
  addAdministrators(people, city);
  return rows;
}

type People = ReturnType<typeof peopleIn>;
type Parts = {
  rows: WorkbookRows;
  people: People;
  term: { number: number; from: string };
  departments: readonly string[];
};
type Area = {
  code: string;
  name: string;
  shortName: string;
  level: 'city' | 'county';
  members: number;
  population: number;
  tile: { column: number; row: number } | undefined;
  otherDeputies: number;
};

export function bodyNameOf(areaName: string): string {
  return `${areaName}人大常委会`;
}

/** Adds people with their posts and roles; numbers run through the whole linkage. */
function peopleIn(rows: WorkbookRows, nextName: () => string) {
  const add = (tenant: string) => {
    const number = `R${String(rows.people.length + 1).padStart(5, '0')}`;
    const name = nextName();
    rows.people.push({ number, name, tenant });
    const person = { person: number, personName: name };
    return {
      post: (post: Post, from: string, unit?: string) =>
        rows.posts.push({ ...person, tenant, unit, post, from, until: undefined }),
      role: (role: Role, login: string | undefined, unit?: string) =>
        rows.roles.push({ ...person, tenant, role, unit, login }),
    };
  };
  return { add };
}

function addArea(parts: Parts, area: Area): void {
  const { rows, term } = parts;
  const body = bodyNameOf(area.name);
  rows.bodies.push({
    areaCode: area.code,
    name: body,
    shortName: area.shortName,
    level: area.level,
    population: area.population,
    tileColumn: area.tile?.column,
    tileRow: area.tile?.row,
  });
  rows.terms.push({ body, number: term.number, from: term.from, until: undefined, quota: area.members });
  addUnits(parts, area, body);
  addMembers(parts, area, body);
  addDeputies(parts, area, body);
  addOrgans(parts, area, body);
}

function addUnits({ rows, people, term }: Parts, area: Area, body: string): void {
  rows.units.push({ tenant: body, name: '办公室', kind: 'office' });
  const office = people.add(body);
  office.post('office-staff', term.from, '办公室');
  office.role('office-clerk', `${area.code}.office`, '办公室');
  const committees = area.level === 'city' ? cityCommittees : countyCommittees;
  for (const [index, name] of committees.entries()) {
    rows.units.push({ tenant: body, name, kind: 'committee' });
    const clerk = people.add(body);
    clerk.post('committee-staff', term.from, name);
    clerk.role('committee-clerk', `${area.code}.committee${index + 1}`, name);
  }
}

/** Members are deputies too (ORG-04); the first ordinary members head the committees. */
function addMembers({ rows, people, term }: Parts, area: Area, body: string): void {
  const committees = rows.units.filter((unit) => unit.tenant === body && unit.kind === 'committee');
  const viceChairs = area.level === 'city' ? 6 : 4;
  const posts: Post[] = ['chair', ...Array.from({ length: viceChairs }, (): Post => 'vice-chair')];
  if (area.level === 'city') posts.push('secretary-general');
  while (posts.length < area.members) posts.push('member');
  let heads = 0;
  for (const [index, post] of posts.entries()) {
    const member = people.add(body);
    member.post('deputy', term.from);
    member.post(post, term.from);
    const login = loginOf(area.code, post, index);
    member.role('member', login);
    if (post !== 'member') member.role('chairperson', login);
    const committee = post === 'member' ? committees[heads] : undefined;
    if (committee === undefined) continue;
    member.post('committee-head', term.from, committee.name);
    heads += 1;
  }
}

function loginOf(code: string, post: Post, index: number): string {
  if (post === 'chair') return `${code}.chair`;
  if (post === 'vice-chair') return `${code}.vicechair${index}`;
  return post === 'secretary-general' ? `${code}.secretary` : `${code}.member${index + 1}`;
}

function addDeputies({ people, term }: Parts, area: Area, body: string): void {
  for (let index = 1; index <= area.otherDeputies; index += 1) {
    const deputy = people.add(body);
    deputy.post('deputy', term.from);
    deputy.role('deputy', `${area.code}.deputy${index}`);
  }
}

function addOrgans(parts: Parts, area: Area, body: string): void {
  const add = (tenant: { name: string; shortName: string; kind: WorkbookRow<'organs'>['kind'] }, login: string) => {
    const isParty = tenant.kind === 'party-office';
    parts.rows.organs.push({ ...tenant, body });
    if (!isParty) parts.people.add(tenant.name).post('organ-head', parts.term.from);
    const clerk = parts.people.add(tenant.name);
    clerk.post(isParty ? 'party-staff' : 'organ-staff', parts.term.from);
    clerk.role(isParty ? 'party-clerk' : 'organ-clerk', `${area.code}.${login}`);
  };
  const named = (name: string, shortName: string) => ({
    name: `${area.name}${name}`,
    shortName: `${area.shortName}${shortName}`,
  });
  add({ ...named('人民政府', '政府'), kind: 'government' }, 'gov');
  add({ ...named('监察委员会', '监委'), kind: 'supervisory-commission' }, 'supervision');
  add({ ...named('人民法院', '法院'), kind: 'court' }, 'court');
  add({ ...named('人民检察院', '检察院'), kind: 'procuratorate' }, 'procuratorate');
  for (const [index, department] of parts.departments.entries()) {
    add({ ...named(department, department), kind: 'department' }, `dept${index + 1}`);
  }
  const partyOffice = { name: `中共${area.name}委办公室`, shortName: `${area.shortName}党委办公室` };
  add({ ...partyOffice, kind: 'party-office' }, 'party');
}

/** Three people who hold nothing else (SEC-03). */
function addAdministrators(people: People, city: FictitiousCity): void {
  const body = bodyNameOf(city.cityName);
  people.add(body).role('system-admin', `${city.cityCode}.system`);
  people.add(body).role('security-admin', `${city.cityCode}.security`);
  people.add(body).role('audit-admin', `${city.cityCode}.audit`);
}

/** A made-up county for tests and scenarios of any size: 示例一县 with the n-th code of the city. */
export function fictitiousCounties(cityCode: string, count: number): FictitiousCounty[] {
  return Array.from({ length: count }, (_, index) => ({
    code: `${cityCode.slice(0, 4)}${String(21 + index)}`,
    name: `示例${numeral(index + 1)}县`,
    shortName: `示例${numeral(index + 1)}`,
    tile: { column: index % 5, row: Math.floor(index / 5) },
  }));
}
