import { monthsForward } from '../calendar/counting.ts';
import type { PlainDateText } from '../procedure/case.ts';
import { departsFrom, refuse } from '../refusal.ts';
import { checkPosts } from './check-posts.ts';
import { checkRoles } from './check-roles.ts';
import { councilOn, membersOn } from './membership.ts';
import {
  covers,
  type Organisation,
  type OrganisationFinding,
  overlaps,
  type TenantRecord,
  type TermRecord,
} from './organisation.ts';

/**
 * ORG-01…ORG-08 and ORG-11 of the domain dossier §12.1, judged on a whole organisation as of a day. A must finding makes the
 * organisation unlawful or unusable; an in-principle one is shown and may stand.
 */
export function checkOrganisation(organisation: Organisation, on: PlainDateText): OrganisationFinding[] {
  const bodies = organisation.tenants.filter((tenant) => tenant.kind === 'body');
  return [
    ...checkLevels(bodies),
    ...bodies.flatMap((body) => checkBody(organisation, body, on)),
    ...checkPosts(organisation),
    ...checkRoles(organisation, on),
    ...checkParks(organisation),
  ];
}

/** ORG-03, ORG-08: the number of members never changes within a term, and a term that is over is never edited. */
export function checkTermChanges(
  before: readonly TermRecord[],
  after: readonly TermRecord[],
  on: PlainDateText,
): OrganisationFinding[] {
  return after.flatMap((term) => {
    const old = before.find((candidate) => candidate.body === term.body && candidate.number === term.number);
    if (old === undefined) return [];
    const name = `${term.body}第${term.number}届`;
    const isOver = old.until !== undefined && old.until < on;
    if (isOver && (old.from !== term.from || old.until !== term.until || old.quota !== term.quota)) {
      return [
        about(
          term,
          refuse(
            'organisation/past-term',
            '地方组织法 §48',
            `${name}已于${old.until}结束，往届信息不能再修改。`,
            'until',
          ),
        ),
      ];
    }
    if (old.quota === term.quota) return [];
    const text = `${name}组成人员名额已定为${old.quota}名，一届之内不得变动（现填${term.quota}名）；换届后请另起一行填写新一届。`;
    return [about(term, refuse('organisation/quota-changed', '地方组织法 §47', text, 'quota'))];
  });
}

function about<Subject extends OrganisationFinding['about']>(
  subject: Subject,
  refusal: Omit<OrganisationFinding, 'about'>,
): OrganisationFinding {
  return { ...refusal, about: subject };
}

function checkLevels(bodies: readonly TenantRecord[]): OrganisationFinding[] {
  const [first] = bodies;
  const cities = bodies.filter((body) => body.level === 'city');
  if (first === undefined || cities.length === 1) return [];
  const named = cities.map((body) => body.name).join('、');
  const text = `一个联动域应当有且只有一个市级人大常委会，现有${cities.length}个${named === '' ? '' : `（${named}）`}。`;
  return [about(cities[1] ?? first, refuse('organisation/one-city-body', 'S1.1', text, 'level'))];
}

function checkBody(organisation: Organisation, body: TenantRecord, on: PlainDateText): OrganisationFinding[] {
  const terms = organisation.terms.filter((term) => term.body === body.name).sort((a, b) => a.number - b.number);
  const noTerm = about(
    body,
    refuse(
      'organisation/no-term',
      '地方组织法 §48',
      `${body.name}没有填写届次；请在“届次”表填写本届的起始日期和组成人员名额。`,
    ),
  );
  return [
    ...(terms.length === 0 ? [noTerm] : []),
    ...terms.flatMap((term) => checkQuota(body, term)),
    ...checkTermOrder(terms, on),
    ...checkMembers(organisation, body, terms, on),
    ...checkOrgans(organisation, body),
  ];
}

/** ORG-01, ORG-02: the legal band, whose upper end the population raises. */
function checkQuota(body: TenantRecord, term: TermRecord): OrganisationFinding[] {
  const city = body.level === 'city';
  const least = city ? 29 : 15;
  const raisedAbove = city ? 8_000_000 : 1_000_000;
  const isRaised = (body.population ?? 0) > raisedAbove;
  const usual = city ? 51 : 35;
  const most = isRaised ? usual + 10 : usual;
  if (term.quota >= least && term.quota <= most) return [];
  const raised = isRaised ? '' : `（常住人口超过${raisedAbove / 10_000}万的可至${usual + 10}名）`;
  const text = `${body.name}第${term.number}届组成人员名额为${term.quota}名，应当在${least}至${most}名之间${raised}。`;
  const code = city ? 'organisation/city-quota' : 'organisation/county-quota';
  return [about(term, refuse(code, `地方组织法 §47${city ? '(二)' : '(三)'}`, text, 'quota'))];
}

/** ORG-08: terms follow each other without overlap; five years each, until the next committee is elected. */
function checkTermOrder(terms: readonly TermRecord[], on: PlainDateText): OrganisationFinding[] {
  return terms.flatMap((term, index) => {
    const name = `${term.body}第${term.number}届`;
    const next = terms[index + 1];
    if (term.until !== undefined && term.until < term.from) {
      return [
        about(term, refuse('organisation/term-backwards', '地方组织法 §48', `${name}任期止早于任期起。`, 'until')),
      ];
    }
    if (next !== undefined && (next.from <= term.from || overlaps(term, next))) {
      const text = `${name}与第${next.number}届的任期重叠；上一届任期到下一届选出为止，请填写第${term.number}届的任期止。`;
      return [about(term, refuse('organisation/terms-overlap', '地方组织法 §48', text, 'until'))];
    }
    const fifthYear = monthsForward(term.from, 60);
    if (term.until === undefined && next === undefined && fifthYear < on) {
      const text = `${name}自${term.from}起已满五年，尚未填写新一届；在下一届选出前本届继续行使职权。`;
      return [about(term, departsFrom('organisation/term-expired', '地方组织法 §48', text, 'until'))];
    }
    return [];
  });
}

/** ORG-03, ORG-06, ORG-07: incumbents within the quota, one chair, secretary-general in a city only. */
function checkMembers(
  organisation: Organisation,
  body: TenantRecord,
  terms: readonly TermRecord[],
  on: PlainDateText,
): OrganisationFinding[] {
  const posts = organisation.posts.filter((post) => post.tenant === body.name);
  if (membersOn(posts, on).length === 0) {
    const text = `${body.name}在${on}没有在任组成人员；录入“任职”之前，该常委会不能办理任何集体行使职权的事项。`;
    return [about(body, departsFrom('organisation/no-members', '地方组织法 §47', text))];
  }
  return [...checkIncumbents(body, posts, terms), ...checkChair(body, posts, on), ...checkSecretary(body, posts, on)];
}

function checkIncumbents(
  body: TenantRecord,
  posts: Organisation['posts'],
  terms: readonly TermRecord[],
): OrganisationFinding[] {
  // The number of incumbents only grows on a day on which somebody takes office.
  const days = [...new Set(posts.map((post) => post.from))].sort();
  for (const day of days) {
    const term = terms.findLast((candidate) => covers(candidate, day));
    const incumbents = new Set(membersOn(posts, day).map((post) => post.person)).size;
    if (term !== undefined && incumbents > term.quota) {
      const text = `${body.name}在${day}有${incumbents}名组成人员在任，超过第${term.number}届名额${term.quota}名；请核对“任职”表的截止日期。`;
      return [about(term, refuse('organisation/over-quota', '地方组织法 §47', text, 'quota'))];
    }
  }
  return [];
}

function checkChair(body: TenantRecord, posts: Organisation['posts'], on: PlainDateText): OrganisationFinding[] {
  const chairs = councilOn(posts, body.level, on).filter(({ post }) => post === 'chair' || post === 'acting-chair');
  const [first, second] = chairs;
  if (first === undefined) {
    const text = `${body.name}在${on}没有主任或者代理主任；请在“任职”表填写。`;
    return [about(body, refuse('organisation/no-chair', '地方组织法 §47', text))];
  }
  if (second === undefined) return [];
  const names = chairs.map((chair) => `${chair.personName}（${chair.person}）`).join('、');
  const text = `${body.name}在${on}同时有${chairs.length}名主任或者代理主任：${names}；请填写离任者的截止日期。`;
  return [about(second, refuse('organisation/two-chairs', '地方组织法 §47', text, 'until'))];
}

function checkSecretary(body: TenantRecord, posts: Organisation['posts'], on: PlainDateText): OrganisationFinding[] {
  const secretaries = posts.filter((post) => post.post === 'secretary-general');
  if (body.level === 'county') {
    return secretaries.map((post) => {
      const text = `县级人大常委会不设秘书长，${body.name}的${post.personName}（${post.person}）不能任此职务。`;
      return about(post, refuse('organisation/county-secretary', '地方组织法 §47(三)、§54', text, 'post'));
    });
  }
  const [first, second] = secretaries.filter((post) => covers(post, on));
  if (first === undefined) {
    const text = `${body.name}在${on}没有秘书长；主任会议暂由主任、副主任组成。`;
    return [about(body, departsFrom('organisation/no-secretary', '地方组织法 §47(二)', text))];
  }
  if (second === undefined) return [];
  const text = `${body.name}在${on}同时有两名秘书长：${first.personName}、${second.personName}；请填写离任者的截止日期。`;
  return [about(second, refuse('organisation/two-secretaries', '地方组织法 §47(二)', text, 'until'))];
}

/** A body supervises 一府一委两院 of its own level (监督法 §6): without them nobody could be addressed. */
function checkOrgans(organisation: Organisation, body: TenantRecord): OrganisationFinding[] {
  const own = organisation.tenants.filter((tenant) => tenant.kind === 'organ' && tenant.body === body.name);
  const needed = {
    government: '人民政府',
    'supervisory-commission': '监察委员会',
    court: '人民法院',
    procuratorate: '人民检察院',
  };
  const missing = Object.entries(needed).filter(([kind]) => !own.some((organ) => organ.organKind === kind));
  if (missing.length === 0) return [];
  const text = `${body.name}缺少同级监督对象：${missing.map(([, name]) => name).join('、')}；请在“机关”表补充。`;
  return [about(body, departsFrom('organisation/organs-missing', '监督法 §6', text))];
}

/** ORG-11: parks have no congress of their own; by practice the city body looks after them. */
function checkParks(organisation: Organisation): OrganisationFinding[] {
  return organisation.parks.flatMap((park) => {
    const tenant = organisation.tenants.find((candidate) => candidate.name === park.tenant);
    if (tenant === undefined || (tenant.kind === 'body' && tenant.level === 'city')) return [];
    const text = `园区“${park.name}”由${park.tenant}联系；园区一般由市级人大常委会联系，请确认。`;
    return [about(park, departsFrom('organisation/park-elsewhere', 'S2.5', text, 'tenant'))];
  });
}
