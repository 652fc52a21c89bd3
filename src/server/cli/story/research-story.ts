import { appointmentsOn, deputyIdsOn, memberIdsOn } from '../../../domain/organisation/facts.ts';
import type { Tenant } from '../../../domain/organisation/tenant.ts';
import type { PlainDateText } from '../../../domain/procedure/case.ts';
import type { Finding, ReportParagraph } from '../../../domain/research/finding.ts';
import { shifted, workdayFrom } from './story-days.ts';
import { act, bodiesOf, type CaseRef, organsOf, partyOfficeOf, refused, type Story, seen, sign } from './telling.ts';

/** One topic of the story: where it is, what it is about, and the first day of the city's session that hears it. */
export type TopicStory = {
  topic: CaseRef;
  name: string;
  session: PlainDateText;
  trials: boolean;
  /** What the city finds besides, and asks for in a demand of its own. */
  also?: OwnProblem;
};

export type OwnProblem = { title: string; description: string; demand: string };

/** The county that is late with everything: the last of them, also where it is the only one. */
export function lateCountyOf({ counties }: Story): Tenant | undefined {
  return counties.at(-1);
}

export const lateReasons = { 'order/late': '人员调整、工作衔接不畅，未能按期办理，已作检查。' };

/** S2.1, S2.2: the plan in four parts, every county's comment, the council's approval. */
export async function playImplementationPlan(story: Story, told: TopicStory, approve = true): Promise<void> {
  const { city, counties } = story;
  const { topic, name, session, trials } = told;
  const draft = { by: city, in: topic, kind: 'draft-implementation-plan' };
  const plan = {
    focus: `${name}的规划建设、管理服务和群众反映的突出问题。`,
    siteResearch: '实地调研覆盖每一个县（市、区），每县不少于两个点位。',
    talks: '召开部门、企业和代表座谈会，走访乡镇、村（社区）。',
    deliberation: '市、县两级常委会会议分别听取和审议专项工作报告。',
    countyTasks: '各县（市、区）同步开展延伸调研，先行审议。',
    commentAnswers: [],
  };
  await act(story, { ...draft, on: shifted(session, -100), payload: plan });
  const decide = { by: city, in: topic, kind: 'approve-implementation-plan', payload: { outcome: 'approved' } };
  if (trials) await refused(story, { ...decide, on: shifted(session, -99) }, 'order/counties-missing');
  const commenting = approve ? counties : counties.slice(0, Math.ceil(counties.length / 2));
  for (const [index, by] of commenting.entries()) {
    await sign(story, by, shifted(session, -98));
    // A plan that is still with the counties has one that wants it changed.
    const payload =
      !approve && index === 0
        ? { stance: 'revise', comment: '建议把小微企业融资列入监督重点，并增加一次企业座谈。' }
        : { stance: 'agrees', comment: '建议增加对乡镇的走访。' };
    await act(story, { by, in: topic, kind: 'comment-on-plan', on: shifted(session, -95), payload });
  }
  await sign(story, city, shifted(session, -92));
  if (!approve) return;
  await act(story, { ...decide, on: shifted(session, -90) });
  for (const county of counties) await sign(story, county, shifted(session, -88));
}

/** S2.3: a team of both levels; without a deputy of a county it is refused. */
export async function playTeam(story: Story, told: TopicStory): Promise<readonly string[]> {
  const { city, counties, cast } = story;
  const on = shifted(told.session, -84);
  const held = appointmentsOn(cast.organisation, city.id, on);
  const leaderId =
    held.find(({ post }) => post === 'vice-chair')?.personId ?? held.find(({ post }) => post === 'chair')?.personId;
  const memberId = memberIdsOn(cast.organisation, city.id, on).find((id) => id !== leaderId);
  const members: { personId: string | undefined; capacity: string }[] = [
    { personId: memberId, capacity: 'city-member' },
  ];
  for (const county of counties) {
    const [leader] = appointmentsOn(cast.organisation, county.id, on).filter(
      ({ post }) => post === 'vice-chair' || post === 'chair',
    );
    members.push({ personId: leader?.personId, capacity: 'county-leader' });
  }
  const taken = () => [leaderId, ...members.map(({ personId }) => personId)];
  members.push({
    personId: deputyIdsOn(cast.organisation, city.id, on).find((id) => !taken().includes(id)),
    capacity: 'city-deputy',
  });
  const form = { by: city, in: told.topic, kind: 'form-research-team', on };
  if (told.trials) await refused(story, { ...form, payload: { leaderId, members, experts: [] } }, 'team/composition');
  const [county] = counties;
  const deputyId = deputyIdsOn(cast.organisation, county?.id ?? '', on).find((id) => !taken().includes(id));
  members.push({ personId: deputyId, capacity: 'county-deputy' });
  await act(story, { ...form, payload: { leaderId, members, experts: ['城市治理研究院研究员'] } });
  return members.flatMap(({ personId }) => personId ?? []);
}

/** S2.4, S2.5: visits to every county, to the parks and to departments of the city; `visited` limits them for a story half told. */
export async function playVisits(
  story: Story,
  told: TopicStory,
  memberIds: readonly string[],
  visited?: number,
): Promise<void> {
  const { city, counties, cast } = story;
  const { topic, session } = told;
  const visit = { by: city, in: topic, kind: 'record-visit' };
  for (const [index, county] of counties.slice(0, visited).entries()) {
    const payload = {
      places: [{ kind: 'county', tenantId: county.id }],
      forms: ['site', 'talk'],
      units: [`${county.shortName}中心城区`, `${county.shortName}示例镇`, `${county.shortName}示例社区`],
      memberIds: memberIds.slice(0, 4),
      notes: '实地查看点位，听取汇报，与代表和群众座谈。',
    };
    await act(story, { ...visit, on: shifted(session, -80 + Math.min(index, 12)), payload });
  }
  if (visited !== undefined) return;
  const { department } = organsOf(story, city);
  const parks = cast.organisation.parks.map(({ id }) => ({ kind: 'park', parkId: id }));
  const departments = department === undefined ? [] : [{ kind: 'department', organId: department.id }];
  const places = [...parks, ...departments];
  const payload = {
    places,
    forms: ['site', 'briefing'],
    units: ['有关部门和园区'],
    memberIds: memberIds.slice(0, 4),
    notes: '',
  };
  if (places.length > 0) await act(story, { ...visit, on: shifted(session, -66), payload });
}

/** S2.4: the counties that are still to be visited are told when, by whom and what to prepare; all but the last sign for it. */
export async function playVisitNotices(
  story: Story,
  { topic, session }: TopicStory,
  memberIds: readonly string[],
  visited: number,
): Promise<void> {
  const { city, counties, today } = story;
  const [leaderId = ''] = memberIds;
  const open = counties.slice(visited);
  const visits = open.map((county, index) => ({
    tenantId: county.id,
    day: workdayFrom(shifted(today, 10 + index)),
    leaderId,
    places: `${county.shortName}示例镇、示例社区`,
  }));
  const prepare = '汇报材料，代表和群众座谈会人员，走访点位的安排和现场讲解人员。';
  const payload = { visits, memberIds: memberIds.slice(0, 4), prepare };
  const stops = visits.map(({ tenantId, day }) => ({ placeId: tenantId, day, leaderId, isFixed: false }));
  const plan = { from: today, until: shifted(session, -2), perDay: 1, leaderIds: [leaderId], stops };
  const lead = await story.cast.of(city.id, 'committee-clerk', topic.leadUnitId);
  await lead.put(`/api/cases/${topic.id}/itinerary`, { version: 0, plan });
  await act(story, { by: city, in: topic, kind: 'send-visit-notice', on: today, payload });
  for (const county of open.slice(0, -1)) await sign(story, county, today);
}

/** S2.6, S2.7, S5.4, S5.5: a third party, the counties' own research, deputies invited and what they bring. */
export async function playDeputiesAndExtension(story: Story, told: TopicStory): Promise<void> {
  const { topic, session } = told;
  for (const by of bodiesOf(story)) {
    const on = shifted(session, -82);
    const deputyIds = invitedOf(story, by.id, on);
    const payload = {
      activity: 'research',
      day: shifted(session, -80),
      deputyIds,
      text: `邀请参加“${told.name}”调研视察。`,
    };
    await act(story, { by, in: topic, kind: 'invite-deputies', on, payload });
  }
  const on = shifted(session, -79);
  const sitting = { activity: 'session', day: session, text: `邀请列席审议“${told.name}”的常委会会议。` };
  const payload = { ...sitting, deputyIds: invitedOf(story, story.city.id, on) };
  await act(story, { by: story.city, in: topic, kind: 'invite-deputies', on, payload });
  const concern = { text: '群众反映集中的问题多年没有解决，建议列入调研重点。' };
  await act(story, { by: story.city, in: topic, kind: 'raise-concern', on: shifted(session, -78), payload: concern });
  for (const by of story.counties) {
    const payload = {
      from: shifted(session, -75),
      until: shifted(session, -72),
      places: ['示例镇', '示例街道', '示例社区'],
      forms: ['site', 'talk'],
      participants: [`${by.shortName}人大常委会有关委室`, `${by.shortName}人大代表`],
      summary: '结合本地实际开展延伸调研，走访群众、企业，形成问题清单。',
      findings: [
        {
          title: `${by.shortName}示例街道点位没有公示`,
          description: '示例街道一处点位没有公示管理责任人，群众不知道找谁。',
          severity: 'general',
        },
      ],
    };
    await act(story, { by, in: topic, kind: 'record-extension-research', on: shifted(session, -70), payload });
  }
  const evaluation = { by: '第三方评估机构', summary: '满意度调查显示短板明显、管理分散。' };
  await act(story, {
    by: story.city,
    in: topic,
    kind: 'record-evaluation',
    on: shifted(session, -64),
    payload: evaluation,
  });
}

/** Deputies who are not also members: these sit in the session anyway. */
function invitedOf({ cast: { organisation } }: Story, bodyId: string, on: PlainDateText): readonly string[] {
  const members = memberIdsOn(organisation, bodyId, on);
  const others = deputyIdsOn(organisation, bodyId, on).filter((id) => !members.includes(id));
  return (others.length > 0 ? others : members).slice(0, 3);
}

/** S2.8: findings of the city and of every county, each with its place. */
export async function playFindings(story: Story, told: TopicStory): Promise<void> {
  const { name, session, topic } = told;
  const [somewhere] = story.counties;
  const cityFinding = {
    title: `${name}统筹机制不健全`,
    description: '部门之间职责交叉，数据没有共享，群众办事多头跑。',
    place: { kind: 'county', tenantId: somewhere?.id },
    severity: 'prominent',
  };
  const finding = { in: topic, kind: 'record-finding' };
  const on = shifted(session, -62);
  await act(story, { ...finding, by: story.city, on, payload: cityFinding });
  if (told.also !== undefined) {
    const { title, description } = told.also;
    const also = { title, description, place: cityFinding.place, severity: 'prominent' };
    await act(story, { ...finding, by: story.city, on, payload: also });
  }
  for (const county of story.counties) await playCountyFindings(story, told, county);
}

async function playCountyFindings(story: Story, { topic, name, session }: TopicStory, county: Tenant): Promise<void> {
  const texts = [
    {
      title: `${county.shortName}${name}短板明显`,
      description: '中心城区缺口较大，群众反映集中。',
      severity: 'prominent',
    },
    {
      title: `${county.shortName}日常管理不规范`,
      description: '部分点位没有公示管理责任人和监督电话。',
      severity: 'general',
    },
  ];
  const on = shifted(session, -61);
  for (const text of texts) {
    const payload = { ...text, place: { kind: 'county', tenantId: county.id } };
    await act(story, { by: county, in: topic, kind: 'record-finding', on, payload });
  }
}

/** S2.8, S2.9: a county's report in paragraphs, sealed and sent once; the city reads nothing of it before. */
export async function playCountyReport(story: Story, told: TopicStory, county: Tenant): Promise<void> {
  const { topic, name, session } = told;
  const isLate = county.id === lateCountyOf(story)?.id;
  const { state } = await seen(story, county, topic.id);
  const paragraphs = paragraphsOf(name, state.research.findings);
  const title = `${county.shortName}关于“${name}”的调研报告`;
  const finalised = {
    by: county,
    in: topic,
    kind: 'finalise-research-report',
    on: shifted(session, isLate ? -20 : -56),
  };
  await act(story, { ...finalised, payload: { title, paragraphs, leftOut: [], attachments: [] } });
  const sent = { by: county, in: topic, kind: 'send-research-report', on: shifted(session, isLate ? -19 : -55) };
  await act(story, { ...sent, payload: { note: '' } });
}

type Paragraph = Omit<ReportParagraph, 'no'>;

function paragraphsOf(name: string, findings: readonly Finding[]): Paragraph[] {
  return reportOf(
    name,
    findings.map((finding) => problemParagraph([finding])),
  );
}

function reportOf(name: string, problems: readonly Paragraph[]): Paragraph[] {
  return [
    { part: 'overview', text: `按照实施方案，围绕“${name}”开展了实地调研、座谈和走访。`, findingIds: [] },
    ...problems,
    { part: 'suggestion', text: '建议加强统筹规划，补齐短板，规范管理。', findingIds: [] },
  ];
}

function problemParagraph(findings: readonly Finding[]): Paragraph {
  return {
    part: 'problem',
    text: findings.map(({ title, description }) => `${title}：${description}`).join('\n'),
    findingIds: findings.map(({ id }) => id),
  };
}

/** S2.4, S2.8–S2.10: the city's report takes up, merges or declines every finding that has arrived; each county sees its own. */
export async function playCityReport(story: Story, told: TopicStory): Promise<void> {
  const { city, counties } = story;
  const { topic, name, session, trials } = told;
  await sign(story, city, shifted(session, -50));
  const conclude = { by: city, in: topic, kind: 'conclude-joint-research', on: shifted(session, -48) };
  await act(story, { ...conclude, payload: { summary: '联合调研已覆盖每一个县（市、区）。', parksNotNeeded: '' } });
  const { state } = await seen(story, city, topic.id);
  const arrived = Object.values(state.research.countyFindings).flat();
  const [declined, ...taken] = arrived;
  const leftOut = declined === undefined ? [] : [{ findingId: declined.id, reason: declinedBecause }];
  const paragraphs = cityParagraphs(name, state.research.findings, taken);
  const report = { by: city, in: topic, kind: 'finalise-research-report', on: shifted(session, -46) };
  const reasons = { 'report/counties-missing': '该县调研报告逾期未报，已两次催报，先行形成报告，收到后补充处理。' };
  const payload = { title: `关于“${name}”的联合调研报告`, paragraphs, leftOut, attachments: [] };
  if (trials && declined !== undefined) {
    await refused(story, { ...report, payload: { ...payload, leftOut: [] }, reasons }, 'answers/missing');
  }
  await act(story, { ...report, payload, reasons });
  for (const county of counties) await sign(story, county, shifted(session, -44));
}

const declinedBecause = '经核实，该点位已列入本年度改造计划并完工，不再写入报告。';

/** What counties found in general stands with the city's own finding and is merged there; what is prominent stands alone (S2.10). */
function cityParagraphs(name: string, own: readonly Finding[], arrived: readonly Finding[]): Paragraph[] {
  const together = [...own, ...arrived.filter(({ severity }) => severity === 'general')];
  const alone = arrived.filter((finding) => !together.includes(finding));
  const merged = together.length === 0 ? [] : [problemParagraph(together)];
  return reportOf(name, [...merged, ...alone.map((finding) => problemParagraph([finding]))]);
}

/** The late county's report arrives when the city's is final: it is answered all the same (S2.10). */
export async function playLateReport(story: Story, told: TopicStory): Promise<void> {
  const county = lateCountyOf(story);
  if (county === undefined) return;
  await playCountyReport(story, told, county);
  await sign(story, story.city, shifted(told.session, -18));
  const { state } = await seen(story, story.city, told.topic.id);
  const answered = new Set(state.research.answers.map(({ findingId }) => findingId));
  const open = Object.values(state.research.countyFindings)
    .flat()
    .filter(({ id }) => !answered.has(id));
  const answers = open.map(({ id }, index) =>
    index === 0
      ? { findingId: id, answer: 'declined', reason: '报告已经形成，该问题由县人大常委会跟踪督促解决。' }
      : { findingId: id, answer: 'merged', paragraphNo: 2 },
  );
  const answer = { by: story.city, in: told.topic, kind: 'answer-late-findings', on: shifted(told.session, -17) };
  await act(story, { ...answer, payload: { answers } });
  await sign(story, county, shifted(told.session, -16));
}

/** S5.1–S5.3, S5.5: guidance, exchange in both directions, a major matter reported, the deputy's concern answered. */
export async function playSafeguards(story: Story, told: TopicStory): Promise<void> {
  const { city, counties } = story;
  const { topic, session } = told;
  const guide = {
    toIds: counties.map(({ id }) => id),
    subject: '关于做好联动监督工作的指导意见',
    text: '请按实施方案同步推进。',
  };
  await act(story, { by: city, in: topic, kind: 'coordinate', on: shifted(session, -86), payload: guide });
  for (const by of counties) {
    const payload = { toIds: [city.id], about: 'information', subject: '联动监督工作进展', text: '延伸调研已经启动。' };
    await act(story, { by, in: topic, kind: 'exchange', on: shifted(session, -72), payload });
  }
  const reply = {
    toIds: counties.map(({ id }) => id),
    about: 'contact',
    subject: '联动监督工作联系',
    text: '来文收悉，请按期报送。',
  };
  await act(story, { by: city, in: topic, kind: 'exchange', on: shifted(session, -71), payload: reply });
  const { state } = await seen(story, city, topic.id);
  const [concern] = state.safeguards.concerns;
  if (concern !== undefined) {
    const payload = { concernId: concern.id, answer: '已列入调研重点，实地核实后交有关部门处理。' };
    await act(story, { by: city, in: topic, kind: 'answer-concern', on: shifted(session, -60), payload });
  }
  await playPartyReport(story, told);
}

async function playPartyReport(story: Story, { topic, name, session }: TopicStory): Promise<void> {
  const { city } = story;
  const office = partyOfficeOf(story, city);
  if (office === undefined) return;
  const matter = `${name}涉及历史遗留用地处置`;
  await act(story, { by: city, in: topic, kind: 'flag-major-matter', on: shifted(session, -45), payload: { matter } });
  const { state } = await seen(story, city, topic.id);
  const matterIds = state.safeguards.majorMatters.map(({ id }) => id);
  const payload = { form: 'report', matterIds, matter, text: '调研发现的历史遗留用地处置问题涉及面广，特此报告。' };
  await act(story, { by: city, in: topic, kind: 'report-to-party', on: shifted(session, -42), payload });
  await sign(story, office, shifted(session, -41));
}
