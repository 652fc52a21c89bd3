import { councilIdsOn } from '../../../domain/organisation/facts.ts';
import type { Tenant } from '../../../domain/organisation/tenant.ts';
import type { Cast } from './story-client.ts';

type Inbox = { packages: { id: string; addressees: { tenantId: string; receivedAt: string | null }[] }[] };
type Outcome = { state: 'recorded' | 'entered'; enteredId?: string; createdCaseIds?: string[] };

const reasons = { 'order/late': '按工作安排补登', 'solicitation/early': '按工作安排提前开展' };

/** What the ten offices put forward; the fictitious plan of the demo. */
const plannedTopics = [
  { key: '1', name: '城区停车管理', domain: 'social-governance', month: '06-25' },
  { key: '2', name: '年度环境状况和环境保护目标完成情况', domain: 'environment', month: '04-28' },
  { key: '3', name: '民营经济高质量发展', domain: 'economy', month: '08-27' },
  { key: '4', name: '养老服务体系建设', domain: 'livelihood', month: '10-28' },
] as const;

/**
 * Carries a year from the call for topics to ten published plans and one approved implementation plan, through the public API, in any
 * city (S1.1–S1.6, S2.1, S2.2). `today` is the civil day of the server. Gives the ids of the settled topics.
 */
export async function playYear(cast: Cast, year: number, today: string): Promise<string[]> {
  const bodies = cast.organisation.tenants.filter((tenant) => tenant.kind === 'body');
  const city = bodies.find((body) => body.level === 'city');
  if (city === undefined) throw new Error('联动域没有市级人大常委会。');
  const counties = bodies.filter((body) => body.level === 'county');
  const office = await cast.as(`${city.areaCode}.office`);
  const { caseId } = await office.post<{ caseId: string }>('/api/years', { year });
  for (const body of [...counties, city]) await playSolicitation(cast, body, caseId, year, today);
  await signForAll(cast, city);
  await playPlan(cast, { city, counties, bodies, caseId, year, today });
  const topicIds = await settle(cast, city, caseId, today);
  for (const body of bodies) await playAnnualPlan(cast, { body, caseId, topicIds, year, today });
  const [first] = topicIds;
  if (first !== undefined) await playImplementationPlan(cast, { city, counties, topicId: first, today });
  return topicIds;
}

async function take(cast: Cast, login: string, caseId: string, kind: string, payload: unknown): Promise<Outcome> {
  const player = await cast.as(login);
  return player.post<Outcome>(`/api/cases/${caseId}/acts/${kind}`, { payload, reasons });
}

type Decision = { body: Tenant; caseId: string; kind: string; payload: unknown; today: string };

/** Entered by the office with the meeting, confirmed by a chairperson (监督法 §8). */
async function decide(cast: Cast, { body, caseId, kind, payload, today }: Decision): Promise<Outcome> {
  const presentIds = councilIdsOn(cast.organisation, body.id, today);
  const meeting = { date: today, name: `${body.shortName}主任会议`, chairId: presentIds[0], presentIds };
  const office = await cast.as(`${body.areaCode}.office`);
  const entered = await office.post<Outcome>(`/api/cases/${caseId}/acts/${kind}`, { payload, reasons, meeting });
  const chair = await cast.as(`${body.areaCode}.chair`);
  return chair.post<Outcome>(`/api/entered-acts/${entered.enteredId}/confirmation`, {});
}

async function signForAll(cast: Cast, body: Tenant): Promise<void> {
  const office = await cast.as(`${body.areaCode}.office`);
  const { packages } = await office.get<Inbox>('/api/packages?box=in');
  const open = packages.filter(({ addressees }) =>
    addressees.some(({ tenantId, receivedAt }) => tenantId === body.id && receivedAt === null),
  );
  for (const { id } of open) await office.post(`/api/packages/${id}/receipt`, {});
}

async function playSolicitation(cast: Cast, body: Tenant, caseId: string, year: number, today: string): Promise<void> {
  const login = `${body.areaCode}.office`;
  const deadline = `${year - 1}-12-31`;
  const notice = `${body.name}关于征集${year}年度联动监督议题的通知，请于${deadline}前报送。`;
  await take(cast, login, caseId, 'open-solicitation', { deadline, invited: ['organs', 'deputies', 'public'], notice });
  for (const topic of plannedTopics.slice(0, body.level === 'city' ? 4 : 2)) {
    await take(cast, login, caseId, 'register-suggestion', {
      title: topic.name,
      sources: ['deputies', 'public-concern'],
      domain: topic.domain,
      necessity: `${topic.name}涉及群众切身利益，代表建议集中反映。`,
      feasibility: `${today}前已有工作基础，可以在一年内审议并跟踪。`,
      author: { kind: 'deputy', name: '张示例' },
    });
  }
  const office = await cast.as(login);
  const { state } = await office.get<{
    state: { year: { suggestions: { id: string; title: string; domain: string }[] } };
  }>(`/api/cases/${caseId}`);
  const topics = state.year.suggestions.map(({ id, title, domain }) => ({
    title,
    domain,
    suggestionIds: [id],
    reason: '代表建议集中，群众关注度高。',
  }));
  await take(cast, login, caseId, 'propose-preliminary-list', { topics });
}

type Planning = { city: Tenant; counties: Tenant[]; bodies: Tenant[]; caseId: string; year: number; today: string };

async function playPlan(cast: Cast, { city, counties, bodies, caseId, year, today }: Planning): Promise<void> {
  const login = `${city.areaCode}.office`;
  const voices = counties.map(({ id }) => ({ tenantId: id, attendance: 'present', stance: 'agrees', comment: '同意' }));
  await take(cast, login, caseId, 'record-consultation', { date: today, voices, conclusion: '一致同意列入四个议题。' });
  const lead = await cast.as(`${city.areaCode}.committee1`);
  const [leadUnitId] = (await lead.get<{ unitIds: string[] }>('/api/me')).unitIds;
  const topics = plannedTopics.map(({ month, ...topic }) => ({
    ...topic,
    leadUnitId,
    deliberationDate: `${year}-${month}`,
  }));
  await take(cast, login, caseId, 'draft-joint-plan', { topics, note: '经专题会商形成。' });
  for (const county of counties) await signForAll(cast, county);
  for (const body of bodies)
    await decide(cast, { body, caseId, kind: 'decide-joint-plan', payload: { outcome: 'approved' }, today });
}

async function settle(cast: Cast, city: Tenant, caseId: string, today: string): Promise<string[]> {
  const keys = plannedTopics.map(({ key }) => key);
  const outcome = await decide(cast, { body: city, caseId, kind: 'settle-topics', payload: { keys }, today });
  return outcome.createdCaseIds ?? [];
}

type AnnualPlan = { body: Tenant; caseId: string; topicIds: string[]; year: number; today: string };

async function playAnnualPlan(cast: Cast, { body, caseId, topicIds, year, today }: AnnualPlan): Promise<void> {
  const title = `${body.name}${year}年度监督工作计划`;
  await decide(cast, {
    body,
    caseId,
    kind: 'adopt-annual-plan',
    payload: { outcome: 'approved', title, topicIds },
    today,
  });
  await take(cast, `${body.areaCode}.office`, caseId, 'publish-annual-plan', {
    date: today,
    address: `${body.name}公报`,
    secrecyReviewer: '李样本',
  });
}

type Research = { city: Tenant; counties: Tenant[]; topicId: string; today: string };

async function playImplementationPlan(cast: Cast, { city, counties, topicId, today }: Research): Promise<void> {
  const lead = await cast.as(`${city.areaCode}.committee1`);
  await lead.post(`/api/cases/${topicId}/acts/draft-implementation-plan`, {
    payload: {
      focus: '规划建设、收费管理、智能化水平和群众反映的突出问题。',
      siteResearch: '实地调研覆盖每一个县（市、区），每县不少于两个点位。',
      talks: '召开部门、企业和代表座谈会，走访社区。',
      deliberation: '市、县两级常委会会议分别听取和审议专项工作报告。',
      countyTasks: '各县（市、区）同步开展延伸调研，先行审议。',
    },
    reasons,
  });
  for (const county of counties) {
    await signForAll(cast, county);
    await take(cast, `${county.areaCode}.committee1`, topicId, 'comment-on-plan', {
      agrees: true,
      comment: '同意实施方案。',
    });
  }
  await signForAll(cast, city);
  await decide(cast, {
    body: city,
    caseId: topicId,
    kind: 'approve-implementation-plan',
    payload: { outcome: 'approved' },
    today,
  });
}
