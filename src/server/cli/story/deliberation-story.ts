import { appointmentsOn, councilIdsOn } from '../../../domain/organisation/facts.ts';
import type { Tenant } from '../../../domain/organisation/tenant.ts';
import { countyTracksOf, type PlainDateText } from '../../../domain/procedure/case.ts';
import { problemRowsOf } from '../../../domain/research/similar-problems.ts';
import { lateCountyOf, lateReasons, type TopicStory } from './research-story.ts';
import {
  closeSitting,
  convene,
  nextDay,
  openSitting,
  paperCountOf,
  type Sitting,
  signOrgans,
  voteOf,
} from './sitting-story.ts';
import { shifted } from './story-days.ts';
import { act, type CaseRef, enter, organsOf, refused, type Story, seen, sign } from './telling.ts';

/** First day of a county's session: a fortnight and more before the city's; the late county's falls within the seven days (S3.1). */
export function countySessionDay(story: Story, county: Tenant, citySession: PlainDateText): PlainDateText {
  return shifted(citySession, county.id === lateCountyOf(story)?.id ? -5 : -16);
}

/** The city's council first fixes a week too early, then moves the session after seeing what moves with it (组织法 §54). */
export async function playCityConvening(story: Story, told: TopicStory, yearCase: CaseRef): Promise<Sitting> {
  const { city } = story;
  const { name, session, topic } = told;
  const first = shifted(session, -7);
  const sitting = await convene(story, {
    body: city,
    yearCase,
    decidedOn: shifted(session, -76),
    opens: first,
    closes: shifted(first, 1),
    items: [{ topicId: topic.id, purpose: 'deliberation', title: `听取和审议“${name}”专项工作报告` }],
  });
  return moveSitting(story, sitting, {
    opens: session,
    closes: shifted(session, 1),
    on: shifted(session, -40),
    trials: told.trials,
  });
}

type Move = { opens: PlainDateText; closes: PlainDateText; on: PlainDateText; trials: boolean };

async function moveSitting(story: Story, sitting: Sitting, { opens, closes, on, trials }: Move): Promise<Sitting> {
  const { body, session } = sitting;
  const office = await story.cast.of(body.id, 'office-clerk');
  const moved = { opens, closes };
  const preview = await office.post<{
    digest: string;
    changes: { tenantName: string; title: string; oldDue: string; newDue: string }[];
  }>(`/api/sessions/${session.id}/move-preview`, moved);
  const bodies = new Set(preview.changes.map(({ tenantName }) => tenantName));
  story.say(`  → 会议改期将变动 ${preview.changes.length} 个日期，涉及 ${bodies.size} 个单位：`);
  for (const { tenantName, title, oldDue, newDue } of preview.changes.slice(0, 5)) {
    story.say(`     ${tenantName} ${title}：${oldDue} → ${newDue}`);
  }
  const deed = { by: body, in: session, kind: 'move-session', on };
  const payload = { ...moved, reason: '与全市重要会议冲突。', seenChangeSet: preview.digest };
  if (trials) {
    await refused(
      story,
      { ...deed, payload: { ...payload, seenChangeSet: '没有看过' } },
      'session/change-set-not-seen',
    );
  }
  await act(story, { ...deed, payload });
  return { ...sitting, opens, closes };
}

/** S3.1: a county's council fixes its session; within seven days of the city's it has to say why. */
export async function playCountyConvening(
  story: Story,
  told: TopicStory,
  yearCase: CaseRef,
  county: Tenant,
): Promise<Sitting> {
  const opens = countySessionDay(story, county, told.session);
  const isLate = county.id === lateCountyOf(story)?.id;
  return convene(story, {
    body: county,
    yearCase,
    decidedOn: shifted(opens, isLate ? -20 : -34),
    opens,
    closes: opens,
    items: [{ topicId: told.topic.id, purpose: 'deliberation', title: `听取和审议“${told.name}”专项工作报告` }],
    reasons: isLate ? { 'session/within-seven-days': '县级换届筹备，会期无法提前，已向市人大常委会办公室说明。' } : {},
  });
}

/** S3.5, 监督法 §14–§15: organs named, opinions handed over, draft and report received, members have it. */
export async function playWorkReport(
  story: Story,
  told: TopicStory,
  body: Tenant,
  opens: PlainDateText,
): Promise<void> {
  const { topic, name, trials } = told;
  const { government, department } = organsOf(story, body);
  const isLate = body.id === lateCountyOf(story)?.id;
  const reasons = isLate ? lateReasons : {};
  // Late by a few days where the body is; in good time elsewhere.
  const [named, drafted] = isLate ? [-18, -16] : [-30, -24];
  const organIds = [government.id, ...(department === undefined ? [] : [department.id])];
  const own = { by: body, in: topic };
  await act(story, {
    ...own,
    kind: 'name-responsible-organs',
    on: shifted(opens, named),
    payload: { organIds },
    reasons,
  });
  const opinions = [{ text: '群众反映信息公开不够、投诉处理慢。', source: '代表建议和群众来信' }];
  await act(story, {
    ...own,
    kind: 'hand-over-collected-opinions',
    on: shifted(opens, named + 1),
    payload: { opinions },
    reasons,
  });
  const report = {
    title: `${government.name}关于“${name}”情况的报告`,
    text: '基本情况、主要做法、存在问题和下一步打算。',
    attachments: [],
  };
  const organ = { by: government, in: topic };
  const final = { ...organ, kind: 'submit-final-report', on: shifted(opens, -14) };
  if (trials && body.level === 'city') {
    await refused(story, { ...final, payload: { ...report, opinionAnswers: [] } }, 'order/step-missing');
  }
  await act(story, { ...organ, kind: 'submit-draft-report', on: shifted(opens, drafted), payload: report, reasons });
  await sign(story, body, shifted(opens, drafted + 1));
  await signOrgans(story, [government, department], shifted(opens, drafted + 1));
  const { state } = await seen(story, government, topic.id);
  const opinionAnswers = state.research.collectedOpinions.map(({ id }) => ({
    opinionId: id,
    answer: '已建立投诉三日办结制度，见报告第三部分。',
  }));
  await act(story, { ...final, payload: { ...report, opinionAnswers } });
  await sign(story, body, shifted(opens, -13));
  const distribution = { form: 'both', note: '' };
  await act(story, { ...own, kind: 'distribute-report', on: shifted(opens, -9), payload: distribution });
}

/** S3.1–S3.3: a county's session hears, assesses, forms its opinion, and its results go to the city. */
export async function playCountySession(story: Story, told: TopicStory, sitting: Sitting): Promise<void> {
  const { body, opens } = sitting;
  const { topic } = told;
  const isLate = body.id === lateCountyOf(story)?.id;
  const reasons = isLate ? lateReasons : {};
  await openSitting(story, sitting);
  await hear(story, told, sitting, reasons);
  const assess = { by: body, in: topic, kind: 'assess-report', on: opens };
  await act(story, { ...assess, payload: paperCountOf(story, body, { day: opens, at: '10:00', satisfied: true }) });
  await playOpinion(story, told, { body, on: opens, at: '10:30' });
  await closeSitting(story, sitting);
  const send = { by: body, in: topic, kind: 'send-supervision-results', on: shifted(opens, isLate ? 1 : 3) };
  await act(story, { ...send, payload: { note: '' }, reasons });
}

async function hear(
  story: Story,
  { topic, name }: TopicStory,
  { body, opens }: Sitting,
  reasons: Record<string, string>,
): Promise<void> {
  const { government } = organsOf(story, body);
  const speeches = [{ name: '组成人员', text: `报告实事求是，建议进一步解决“${name}”中群众反映的突出问题。` }];
  const payload = {
    at: '09:30',
    organId: government.id,
    reporter: headOf(story, government, opens) ?? `${government.shortName}负责人`,
    delegated: false,
    speeches,
  };
  const unregistered = { 'deliberate/head-not-registered': '政府负责人的任职尚未录入，由办公室核对。' };
  const all = { ...unregistered, ...reasons };
  await act(story, { by: body, in: topic, kind: 'deliberate', on: opens, payload, reasons: all });
}

/** Who reports for an organ (监督法 §16), where the books of the city name its head. */
export function headOf({ cast }: Story, organ: Tenant, day: PlainDateText): string | undefined {
  const held = appointmentsOn(cast.organisation, organ.id, day);
  return held.find(({ post }) => post === 'organ-head')?.personName;
}

/** S3.7: compiled by the committee, agreed by the council, voted on by the session; no step can be left out. */
async function playOpinion(
  story: Story,
  told: TopicStory,
  { body, on, at }: { body: Tenant; on: PlainDateText; at: string },
): Promise<void> {
  const { topic } = told;
  const own = { by: body, in: topic, on };
  const version = await playCompiling(story, told, { body, on });
  const adopt = { ...own, kind: 'adopt-opinion', payload: { version, vote: voteOf(story, body, on, at) } };
  if (told.trials && body.level === 'city') await refused(story, adopt, 'order/step-missing');
  await act(story, { ...own, kind: 'agree-opinion', payload: { outcome: 'approved', version } });
  await act(story, adopt);
}

/** S3.7, the first of its three steps; gives the version that was compiled. */
export async function playCompiling(
  story: Story,
  told: TopicStory,
  { body, on }: { body: Tenant; on: PlainDateText },
): Promise<number> {
  const payload = await opinionOf(story, told, body);
  await act(story, { by: body, in: told.topic, on, kind: 'compile-opinion', payload });
  const { state } = await seen(story, body, told.topic.id);
  return state.deliberation.opinion?.version ?? 1;
}

/** S3.7: the council has agreed and the office has entered it; no chairperson has confirmed it yet. */
export async function enterAgreement(story: Story, { topic }: TopicStory, on: PlainDateText): Promise<void> {
  const { state } = await seen(story, story.city, topic.id);
  const payload = { outcome: 'approved', version: state.deliberation.opinion?.version ?? 1 };
  await enter(story, { by: story.city, in: topic, kind: 'agree-opinion', on, payload });
}

/** Demands rest on the findings that are known; the first organ answers for two of them, another for the third where there is one. */
async function opinionOf(story: Story, { topic, name, also }: TopicStory, body: Tenant) {
  const { state } = await seen(story, body, topic.id);
  const { government, department } = organsOf(story, body);
  const declined = new Set(
    state.research.answers.flatMap(({ findingId, answer }) => (answer === 'declined' ? [findingId] : [])),
  );
  const known = [...state.research.findings, ...Object.values(state.research.countyFindings).flat()].filter(
    ({ id }) => body.level === 'county' || !declined.has(id),
  );
  const asked = known.filter(({ title }) => title === also?.title);
  const others = known.filter((finding) => !asked.includes(finding));
  const finding = (index: number) => others.slice(index, index + 1).map(({ id }) => id);
  const demands = [
    {
      problem: '短板明显',
      text: `制定“${name}”三年行动方案，明确年度任务和完成时限。`,
      organId: government.id,
      findingIds: finding(0),
    },
    {
      problem: '日常管理不规范',
      text: '三个月内完成专项整治，公布整治清单。',
      organId: government.id,
      findingIds: finding(1),
    },
  ];
  if (body.level === 'city' && department !== undefined) {
    demands.push({
      problem: '数据没有共享',
      text: '建成全市统一的信息平台。',
      organId: department.id,
      findingIds: finding(2),
    });
  }
  if (also !== undefined && asked.length > 0) {
    const findingIds = asked.map(({ id }) => id);
    demands.push({ problem: also.title, text: also.demand, organId: (department ?? government).id, findingIds });
  }
  const countyResults = Object.keys(state.deliberation.countyResults).map((tenantId, index) => ({
    tenantId,
    demandNos: index % 3 === 2 ? [] : [1 + (index % 2)],
    how: index % 3 === 2 ? '属于县级事权，由该县继续跟踪。' : '',
  }));
  const demanded = new Set(demands.flatMap(({ findingIds }) => findingIds));
  const withoutDemand = known
    .filter(({ id }) => !demanded.has(id))
    .map(({ id }) => ({ findingId: id, reason: '属于个性问题，由有关机关在日常工作中解决，跟踪检查时核实。' }));
  return { assessment: '工作取得阶段性成效，但与群众期盼还有差距。', demands, withoutDemand, countyResults };
}

/** S3.4: a leader of the city's committee hears every county between their sessions and the city's. */
export async function playSpecialMeeting(story: Story, told: TopicStory): Promise<void> {
  const { city, counties, cast } = story;
  const { topic, session, trials } = told;
  const on = shifted(session, -2);
  const [chairId] = councilIdsOn(cast.organisation, city.id, on);
  const meeting = { by: city, in: topic, kind: 'hold-special-meeting', on };
  const heardIds = counties.map(({ id }) => id);
  const { state, view } = await seen(story, city, topic.id);
  const known = { ...state.research, ...state.deliberation };
  const payload = {
    chairId,
    heardIds,
    commonProblems: problemRowsOf(known, countyTracksOf(view))
      .filter(({ tenantIds }) => tenantIds.length > 1 || counties.length === 1)
      .map(({ title, tenantIds, findingIds }) => ({ title, tenantIds, findingIds })),
    summary: '各县（市、区）共性问题两项，个性问题若干。',
  };
  if (trials) {
    await refused(story, { ...meeting, on: session, payload }, 'special-meeting/after-session');
  }
  await act(story, { ...meeting, payload });
}

/** S3.5–S3.8: the city's session of two days: inquiry, hearing, the counties' leaders, satisfaction, opinion, resolution. */
export async function playCitySession(story: Story, told: TopicStory, sitting: Sitting): Promise<void> {
  const { city } = story;
  const { topic, name, trials } = told;
  const { opens, closes } = sitting;
  const { government, department } = organsOf(story, city);
  const own = { by: city, in: topic, on: opens };
  await playHearing(story, told, sitting);
  const asked = [government.id, ...(department === undefined ? [] : [department.id])];
  const inquiry = {
    at: '14:30',
    plannedOn: shifted(opens, -15),
    matter: name,
    askedIds: asked,
    summary: '六个问题，当场答复五个，书面答复一个。',
  };
  await act(story, { ...own, kind: 'hold-special-inquiry', payload: inquiry });
  const count = paperCountOf(story, city, { day: opens, at: '16:00', satisfied: true });
  const assess = { ...own, kind: 'assess-report' };
  if (trials) {
    const more = count.tallies.map((tally) => ({ ...tally, satisfied: tally.satisfied + 1 }));
    await refused(story, { ...assess, payload: { ...count, tallies: more } }, 'assessment/sum');
    const differing = [...count.tallies.slice(0, 1), ...more.slice(1)];
    await refused(story, { ...assess, payload: { ...count, tallies: differing } }, 'assessment/tellers-differ');
  }
  await act(story, { ...assess, payload: count });
  await nextDay(story, sitting);
  await playOpinion(story, told, { body: city, on: closes, at: '10:30' });
  await closeSitting(story, sitting);
}

/** S3.5, S3.6: opened, the government's report heard, and every county's leader has spoken or written. */
export async function playHearing(story: Story, told: TopicStory, sitting: Sitting): Promise<void> {
  const { city, counties } = story;
  const { topic, trials } = told;
  const own = { by: city, in: topic, on: sitting.opens };
  await openSitting(story, sitting, trials);
  await hear(story, told, sitting, {});
  const statements = counties.map(({ id, shortName }, index) => ({
    tenantId: id,
    name: `${shortName}人大常委会负责人`,
    form: index === 0 ? 'written' : 'spoken',
    text: '结合本地审议情况发表意见。',
  }));
  const speak = { ...own, kind: 'record-county-statements' };
  if (trials && statements.length > 1) {
    const partial = { statements: statements.slice(0, -1) };
    await refused(story, { ...speak, payload: partial }, 'statements/county-missing');
  }
  await act(story, { ...speak, payload: { statements } });
}
