import type { Tenant } from '../../../domain/organisation/tenant.ts';
import type { PlainDateText } from '../../../domain/procedure/case.ts';
import { callAudiences, usualNotice } from '../../../domain/topic/call-text.ts';
import type { TopicDomain } from '../../../domain/topic/topic.ts';
import { agree, conferred, convene, type Reservation } from './consultation-story.ts';
import { act, bodiesOf, type CaseRef, dayOf, refused, type Story, seen, sign } from './telling.ts';

/** What the ten offices put forward, with the day the city's session is to hear it. */
export type StoryTopic = {
  name: string;
  domain: TopicDomain;
  deliberationDate: PlainDateText;
  /** A word in the name of the committee that would lead it, where the city has such a one. */
  lead: string;
};

export type TopicsStory = {
  year: number;
  topics: readonly StoryTopic[];
  /** Provoke refusals on the way. */
  trials: boolean;
};

const early = { 'solicitation/early': '按工作安排提前开展。' };
/** Fewer than three topics is a departure in principle (S1.5). */
const few = { 'joint-plan/count': '联动监督试行阶段，先行确定少量议题，积累经验后再按3至5个确定。' };

/** Opens the year for the linkage and calls for topics in every body (S1.1); `listed` in the counties that have put theirs forward too (S1.2). */
export async function playSolicitation(
  story: Story,
  { year, topics, trials }: TopicsStory,
  listed = story.counties.length + 1,
): Promise<CaseRef> {
  const office = await story.cast.of(story.city.id, 'office-clerk');
  const { caseId } = await office.post<{ caseId: string }>('/api/years', { year });
  const yearCase: CaseRef = { id: caseId, kind: 'year' };
  if (trials) {
    const suggestion = { by: story.city, in: yearCase, kind: 'register-suggestion', on: `${year - 1}-11-03` };
    await refused(story, { ...suggestion, payload: suggestionOf(topics[0]) }, 'suggestion/no-solicitation');
  }
  const bodies = bodiesOf(story);
  for (const body of bodies) await playCall(story, body, yearCase, { year, topics, trials });
  for (const body of bodies.toReversed().slice(0, listed)) await playPreliminaryList(story, body, yearCase, year);
  await sign(story, story.city, `${year - 1}-12-20`);
  return yearCase;
}

function suggestionOf(topic: StoryTopic | undefined) {
  return {
    title: topic?.name ?? '议题',
    sources: ['deputies', 'public-concern'],
    domain: topic?.domain ?? 'livelihood',
    necessity: `${topic?.name ?? ''}涉及群众切身利益，代表建议集中反映。`,
    feasibility: '已有工作基础，可以在一年内审议并跟踪。',
    author: { kind: 'deputy', name: '张示例' },
  };
}

async function playCall(story: Story, body: Tenant, yearCase: CaseRef, told: TopicsStory): Promise<void> {
  const { year, trials } = told;
  const common = { by: body, in: yearCase, reasons: early };
  const day = dayOf(story, `${year - 1}-11-03`);
  const deadline = `${year - 1}-12-10`;
  const invited = callAudiences;
  const notice = usualNotice({ year, bodyName: body.name, deadline, invited });
  const channels = `${body.name}门户网站`;
  const call = { ...common, kind: 'open-solicitation', on: `${year - 1}-11-03` };
  const payload = { deadline, invited, notice, publishedOn: day, channels };
  // Whoever has the city's call makes the own one with the same words.
  if (body.level === 'county') await sign(story, body, `${year - 1}-11-03`);
  if (trials && body.level === 'city') {
    await refused(story, { ...call, payload: { ...payload, invited: ['organs'] } }, 'solicitation/audience');
  }
  await act(story, { ...call, payload });
  // A county puts forward what concerns it; the city what all of them may work on.
  for (const topic of told.topics.slice(0, body.level === 'city' ? undefined : 2)) {
    await act(story, { ...common, kind: 'register-suggestion', on: `${year - 1}-11-20`, payload: suggestionOf(topic) });
  }
}

async function playPreliminaryList(story: Story, by: Tenant, yearCase: CaseRef, year: number): Promise<void> {
  const { state } = await seen(story, by, yearCase.id);
  const topics = state.year.suggestions.map(({ id, title, domain }) => ({
    title,
    domain,
    suggestionIds: [id],
    reason: '代表建议集中，群众关注度高。',
  }));
  const list = { by, in: yearCase, kind: 'propose-preliminary-list', on: `${year - 1}-12-15` };
  await act(story, { ...list, payload: { topics } });
}

/** Conferring and the joint draft plan; on the way one county returns it and the next version is sent (S1.3, S1.4). */
export async function playJointPlan(story: Story, yearCase: CaseRef, told: TopicsStory): Promise<void> {
  const { city, counties } = story;
  const { year, trials } = told;
  const day = `${year - 1}-12-24`;
  await convene(story, yearCase.id);
  const [last, ...rest] = bodiesOf(story).toReversed();
  for (const body of rest.toReversed()) await agree(story, yearCase.id, body);
  const confer = { by: city, in: yearCase, kind: 'record-consultation', on: day };
  if (trials) {
    await refused(
      story,
      { ...confer, payload: await closedConsultation(story, yearCase.id, day) },
      'consultation/county-missing',
    );
  }
  if (last !== undefined) await agree(story, yearCase.id, last, reservationsOf(trials));
  await act(story, { ...confer, payload: await closedConsultation(story, yearCase.id, day) });
  await draftPlan(story, yearCase, told);
  for (const county of counties) await sign(story, county, `${year - 1}-12-28`);
  const [first] = counties;
  if (!trials || first === undefined) return;
  const reason = '建议将审议时间与本级常委会会议安排进一步衔接。';
  const decision = { in: yearCase, kind: 'decide-joint-plan', on: `${year - 1}-12-29` };
  await act(story, { ...decision, by: first, payload: { outcome: 'returned', reason } });
  await sign(story, city, `${year - 1}-12-29`);
  await draftPlan(story, yearCase, told);
  for (const county of counties) await sign(story, county, `${year - 1}-12-30`);
}

/** Told in the scenario: the county that speaks last agrees with a change. */
function reservationsOf(trials: boolean): Reservation | undefined {
  return trials ? { index: 1, stance: 'agrees-with-changes', comment: '建议审议时间安排在下半年。' } : undefined;
}

async function closedConsultation(story: Story, caseId: string, day: string) {
  const { items, opinions } = await conferred(story, caseId);
  const isContested = opinions.some(({ stance }) => stance !== 'agrees');
  return {
    date: dayOf(story, day),
    items,
    opinions,
    excusedIds: [],
    results: items.map(({ key }) => ({ key, result: 'include', note: '' })),
    conclusion: isContested
      ? '各方同意列入联动监督计划建议方案，审议时间在拟定方案时统筹。'
      : '各县（市、区）一致同意列入联动监督计划建议方案。',
  };
}

async function draftPlan(story: Story, yearCase: CaseRef, { year, topics, trials }: TopicsStory): Promise<void> {
  const rows = topics.map(({ name, domain, deliberationDate }, index) => ({
    key: String(index + 1),
    name,
    domain,
    deliberationDate,
    leadUnitId: leadUnitOf(story, topics, index),
  }));
  const draft = { by: story.city, in: yearCase, kind: 'draft-joint-plan', on: `${year - 1}-12-27` };
  if (trials && rows.length > 1) {
    const narrow = rows.map((row) => ({ ...row, domain: 'economy' }));
    await refused(story, { ...draft, payload: { topics: narrow, note: '' } }, 'joint-plan/breadth');
  }
  const reasons = rows.length < 3 ? few : {};
  await act(story, { ...draft, payload: { topics: rows, note: '经专题会商形成。' }, reasons });
}

/** The city's committee that leads a topic: of those whose clerk can sign in, the one its name suggests, else the next in turn. */
function leadUnitOf({ cast, city }: Story, topics: readonly StoryTopic[], index: number): string {
  const unitIds = cast.unitsWith(city.id, 'committee-clerk');
  const nameOf = (unitId: string) => cast.organisation.units.find(({ id }) => id === unitId)?.name ?? '';
  const suggested = unitIds.find((id) => nameOf(id).includes(topics[index]?.lead ?? ''));
  const unitId = suggested ?? unitIds[index % Math.max(unitIds.length, 1)];
  if (unitId === undefined) throw new Error(`工作簿的“角色”表中，${city.name}没有带登录名的委室经办。`);
  return unitId;
}

/** Every council approves, the city's settles, every body adopts and publishes its annual plan (S1.4–S1.6, 监督法 §63). */
export async function playSettling(story: Story, yearCase: CaseRef, told: TopicsStory): Promise<readonly CaseRef[]> {
  const { year, topics, trials } = told;
  const keys = topics.map((_topic, index) => String(index + 1));
  const reasons = topics.length < 3 ? few : {};
  const settle = {
    by: story.city,
    in: yearCase,
    kind: 'settle-topics',
    on: `${year}-01-10`,
    payload: { keys },
    reasons,
  };
  if (trials) await refused(story, settle, 'order/step-missing');
  for (const by of bodiesOf(story)) {
    const decision = { by, in: yearCase, kind: 'decide-joint-plan', on: `${year}-01-06` };
    await act(story, { ...decision, payload: { outcome: 'approved' } });
  }
  const topicIds = await act(story, settle);
  if (trials) await refused(story, settle, 'act/already-done');
  for (const by of bodiesOf(story)) await playAnnualPlan(story, { by, yearCase, topicIds, year });
  return topicIds.map((id, index) => ({ id, kind: 'topic', leadUnitId: leadUnitOf(story, topics, index) }));
}

type AnnualPlan = { by: Tenant; yearCase: CaseRef; topicIds: readonly string[]; year: number };

async function playAnnualPlan(story: Story, { by, yearCase, topicIds, year }: AnnualPlan): Promise<void> {
  const title = `${by.name}${year}年度监督工作计划`;
  await act(story, {
    by,
    in: yearCase,
    kind: 'adopt-annual-plan',
    on: `${year}-01-16`,
    payload: { outcome: 'approved', title, topicIds },
  });
  await act(story, {
    by,
    in: yearCase,
    kind: 'publish-annual-plan',
    on: `${year}-01-24`,
    payload: { date: dayOf(story, `${year}-01-24`), address: `${by.name}公报`, secrecyReviewer: '李样本' },
  });
}
