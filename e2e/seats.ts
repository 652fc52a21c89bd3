import type { Page } from 'playwright-core';
import type { Role } from '../src/domain/organisation/actor.ts';
import type { Tenant } from '../src/domain/organisation/tenant.ts';
import { type CastMember, openCast } from '../src/server/cli/story/cast.ts';
import { type Story, storyOf } from '../src/server/cli/story/telling.ts';
import type { Width } from './browser.ts';
import { password } from './product.ts';
import { onScreens } from './screen-player.ts';
import type { Story as Stage } from './story.ts';

type Person = Pick<CastMember, 'tenant' | 'role'> & { unit?: string; width?: Width };

const city = '示例市人大常委会';
const county = '示例一县人大常委会';

/** The eleven accounts of the story, each before a screen of its own: at a desk, or on a phone. */
const people = {
  '519900.office': { tenant: city, role: 'office-clerk', unit: '办公室' },
  '519900.committee4': { tenant: city, role: 'committee-clerk', unit: '城乡建设与环境资源保护工作委员会' },
  '519900.chair': { tenant: city, role: 'chairperson', width: 390 },
  '519900.deputy1': { tenant: city, role: 'deputy', width: 390 },
  '519900.gov': { tenant: '示例市人民政府', role: 'organ-clerk', width: 390 },
  '519900.party': { tenant: '中共示例市委办公室', role: 'party-clerk' },
  '519921.office': { tenant: county, role: 'office-clerk', unit: '办公室' },
  '519921.committee1': { tenant: county, role: 'committee-clerk', unit: '财政经济委员会' },
  '519921.chair': { tenant: county, role: 'chairperson', width: 390 },
  '519921.gov': { tenant: '示例一县人民政府', role: 'organ-clerk' },
  '519900.audit': { tenant: city, role: 'audit-admin' satisfies Role },
} as const satisfies Record<string, Person>;
export type Login = keyof typeof people;
const logins = Object.keys(people) as Login[];

export type Seats = {
  story: Story;
  pageOf: (login: Login) => Page;
  /** A department of the city, which nobody of the eleven belongs to. */
  departmentId: string;
};

/** Signs the eleven in and seats them: the story that is told with them is taken on their screens. A twelfth cannot sign in. */
export async function takeSeats(stage: Stage, today: string): Promise<Seats> {
  const seated = await Promise.all(
    logins.map(async (login) => {
      const { width = 1440 }: Person = people[login];
      return [login as string, await stage.pageOf(login, width)] as const;
    }),
  );
  const pages = new Map(seated);
  const pageOf = (login: string) => {
    const page = pages.get(login);
    if (page === undefined) throw new Error(`${login} has no seat.`);
    return page;
  };
  const members = logins.map((login): CastMember => ({ unit: undefined, ...people[login], login }));
  const cast = await openCast({ url: stage.product.url, members, password });
  const { organisation } = cast;
  const of: typeof cast.of = async (...wanted) => {
    const player = await cast.of(...wanted);
    return onScreens(player, pageOf(player.login), organisation);
  };
  const taking = { ...organisation, tenants: organisation.tenants.filter(takesPart) };
  const department = organisation.tenants.find(
    ({ organKind, level }) => organKind === 'department' && level === 'city',
  );
  const story = storyOf({ ...cast, organisation: taking, of }, today, () => undefined);
  return { story, pageOf, departmentId: department?.id ?? '' };
}

/** Departments and the county's party office take no part: what they are sent, nobody of the eleven could sign for. */
function takesPart({ kind, organKind, name }: Tenant): boolean {
  if (kind === 'organ') return organKind !== 'department';
  return kind === 'body' || logins.some((login) => people[login].tenant === name);
}
