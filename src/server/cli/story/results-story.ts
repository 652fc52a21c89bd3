import { dayText } from '../../../domain/calendar/day-text.ts';
import { openDemands } from '../../../domain/handling/rounds.ts';
import { appointmentsOn, memberIdsOn } from '../../../domain/organisation/facts.ts';
import type { Tenant } from '../../../domain/organisation/tenant.ts';
import type { PlainDateText } from '../../../domain/procedure/case.ts';
import type { TopicStory } from './research-story.ts';
import { closeSitting, convene, openSitting, paperCountOf, signOrgans } from './sitting-story.ts';
import { shifted } from './story-days.ts';
import { act, bodiesOf, type CaseRef, organsOf, partyOfficeOf, refused, type Story, seen, sign } from './telling.ts';

/** The handling of one body's demands: counted from the day its session ended. */
export type Handling = { told: TopicStory; body: Tenant; base: PlainDateText; yearCase: CaseRef };

/** S4.1: results to the party office and the organs, then to deputies and the public. */
export async function playHandOver(story: Story, { told, body, base }: Handling): Promise<void> {
  const { topic } = told;
  const { government, department } = organsOf(story, body);
  await act(story, { by: body, in: topic, kind: 'hand-over-results', on: shifted(base, 4), payload: { note: '' } });
  await signOrgans(story, [partyOfficeOf(story, body), government, department], shifted(base, 5));
  const on = shifted(base, 8);
  await act(story, { by: body, in: topic, kind: 'publish-results', on, payload: publicationOn(on, body) });
}

/** 监督法 §17: deputies are informed and the public reads it, after a review for secrecy. */
function publicationOn(day: PlainDateText, body: Tenant) {
  return {
    deputiesInformedOn: day,
    date: day,
    address: `${body.name}公报`,
    secrecyReviewer: '李样本',
    secrecyReviewedOn: shifted(day, -1),
  };
}

export type RoundStory = Handling & {
  /** Days from `base` on which the round begins; everything in it counts from there. */
  from: number;
  round: number;
  satisfied: boolean;
  /** What the session does before it assesses the handling again, where that was ordered (S4.5). */
  inSitting?: (day: PlainDateText) => Promise<void>;
};

/** S4.2–S4.4: answers, evidence, follow-up, draft, comment, report, verdicts, and the session's assessment. */
export async function playRound(story: Story, round: RoundStory): Promise<void> {
  const { told, body, base, from } = round;
  const organs = await reportersOf(story, told, body);
  for (const organ of organs) await playAnswers(story, round, organ);
  await sign(story, body, shifted(base, from + 16));
  await playFollowUp(story, round, organs);
  await signOrgans(story, organs, shifted(base, from + 42));
  await playHandlingReport(story, round, organs);
  await playVerdicts(story, round, organs);
  await playAssessment(story, round);
  await signOrgans(story, [...organs, partyOfficeOf(story, body)], shifted(base, from + 98));
  const on = shifted(base, from + 99);
  await act(story, { by: body, in: told.topic, kind: 'publish-handling', on, payload: publicationOn(on, body) });
}

/** Organs with demands that the round under way is about, in the order of the opinion. */
export async function reportersOf(story: Story, { topic }: TopicStory, body: Tenant): Promise<readonly Tenant[]> {
  const { state } = await seen(story, body, topic.id);
  const ids = new Set(openDemands(state).map(({ organId }) => organId));
  return story.cast.organisation.tenants.filter(({ id }) => ids.has(id));
}

/** S4.3: an organ promises demand by demand and shows what it has done. */
export async function playAnswers(story: Story, { told, base, from, round }: RoundStory, organ: Tenant): Promise<void> {
  const { topic, trials } = told;
  const { state } = await seen(story, organ, topic.id);
  const demands = openDemands(state);
  const on = shifted(base, from + 14);
  const due = shifted(base, from + 50);
  const answers = demands.map(({ id, no }) => ({
    demandId: id,
    stance: 'accepted',
    measure: `由分管负责人牵头，${dayText(due)}前完成第${no}项要求，完成120处点位整治。`,
    owner: '分管负责人',
    due,
  }));
  const answer = { by: organ, in: topic, kind: 'answer-demands', on };
  if (trials && round === 1 && organ.level === 'city') {
    const empty = answers.map((row) => ({ ...row, measure: '高度重视，认真研究，积极推进。' }));
    await refused(story, { ...answer, payload: { answers: empty } }, 'answers/empty');
  }
  await act(story, { ...answer, payload: { answers } });
  const shown = demands.map(({ id, no }) => ({
    demandId: id,
    text: `第${no}项：已完成的点位清单和验收记录。`,
    attachments: [],
  }));
  await act(story, {
    by: organ,
    in: topic,
    kind: 'submit-evidence',
    on: shifted(base, from + 36),
    payload: { evidence: shown },
  });
}

async function playFollowUp(
  story: Story,
  { told, body, base, from, round }: RoundStory,
  organs: readonly Tenant[],
): Promise<void> {
  const on = shifted(base, from + 40);
  const leader = appointmentsOn(story.cast.organisation, body.id, on).find(
    ({ post }) => post === 'vice-chair' || post === 'chair',
  );
  const payload = {
    form: 'inspection',
    leaderId: leader?.personId,
    organIds: organs.map(({ id }) => id),
    demandIds: [],
    problems: round === 1 ? '部分点位整治情况与报告不符。' : '',
    feedback: round === 1 ? '请在一个月内逐点复核并反馈。' : '',
  };
  await act(story, { by: body, in: told.topic, kind: 'record-follow-up', on, payload });
}

/** 监督法 §17: draft, the committee's comment, then the report. */
async function playHandlingReport(story: Story, round: RoundStory, organs: readonly Tenant[]): Promise<void> {
  const { told, body, base, from } = round;
  const { topic, name, trials } = told;
  for (const organ of organs) {
    const title = `${organ.name}关于“${name}”审议意见办理落实情况的报告`;
    const draft = { title: `${title}（征求意见稿）`, text: '逐项报告办理落实情况。', attachments: [] };
    const report = { by: organ, in: topic, kind: 'submit-handling-report', on: shifted(base, from + 60) };
    if (trials && round.round === 1 && organ.level === 'city') {
      const early = { title, text: '逐项报告办理落实情况。', unfinished: [], attachments: [] };
      await refused(story, { ...report, payload: early }, 'order/step-missing');
    }
    await act(story, {
      by: organ,
      in: topic,
      kind: 'submit-handling-draft',
      on: shifted(base, from + 48),
      payload: draft,
    });
  }
  await sign(story, body, shifted(base, from + 50));
  const comment = { organIds: organs.map(({ id }) => id), comment: '请补充未完成事项的时间表和责任人。' };
  await act(story, {
    by: body,
    in: topic,
    kind: 'comment-on-handling',
    on: shifted(base, from + 54),
    payload: comment,
  });
  for (const organ of organs) {
    await sign(story, organ, shifted(base, from + 56));
    const title = `${organ.name}关于“${name}”审议意见办理落实情况的报告`;
    const payload = { title, text: '逐项报告办理落实情况，附整改台账。', unfinished: [], attachments: [] };
    await act(story, { by: organ, in: topic, kind: 'submit-handling-report', on: shifted(base, from + 60), payload });
  }
  await sign(story, body, shifted(base, from + 62));
}

/** S4.2: the committee, not the organ, says what was done. */
async function playVerdicts(story: Story, round: RoundStory, organs: readonly Tenant[]): Promise<void> {
  const { told, body, base, from, satisfied } = round;
  const { topic } = told;
  const { state } = await seen(story, body, topic.id);
  const verdicts = openDemands(state).map(({ id }, index) =>
    satisfied || index > 0
      ? { demandId: id, verdict: 'met', reason: '' }
      : { demandId: id, verdict: 'not-met', reason: '整治点位没有达到承诺的数量，验收资料不完整。' },
  );
  const give = {
    by: body,
    in: topic,
    kind: 'give-verdicts',
    on: shifted(base, from + 66),
  };
  await act(story, { ...give, payload: { verdicts } });
  await signOrgans(story, organs, shifted(base, from + 68));
}

/** S4.4: on an agenda by decision of the council, assessed by the session on paper. */
async function playAssessment(story: Story, round: RoundStory): Promise<void> {
  const { told, body, base, from, yearCase } = round;
  const { topic, name } = told;
  const day = shifted(base, from + 94);
  const title = `听取“${name}”审议意见办理落实情况的报告并进行满意度测评`;
  const sitting = await convene(story, {
    body,
    yearCase,
    decidedOn: shifted(base, from + 70),
    opens: day,
    closes: day,
    items: [{ topicId: topic.id, purpose: 'handling', title }],
  });
  await openSitting(story, sitting);
  await round.inSitting?.(day);
  const payload = paperCountOf(story, body, { day, at: '10:00', satisfied: round.satisfied });
  await act(story, { by: body, in: topic, kind: 'assess-handling', on: day, payload });
  await closeSitting(story, sitting);
}

/** S4.5: the session takes up again what it was not satisfied with, before it assesses it. */
export async function playSecondDeliberation(
  story: Story,
  { topic, trials }: TopicStory,
  body: Tenant,
  on: PlainDateText,
): Promise<void> {
  if (trials) {
    const early = paperCountOf(story, body, { day: on, at: '10:00', satisfied: true });
    await refused(story, { by: body, in: topic, kind: 'assess-handling', on, payload: early }, 'order/step-missing');
  }
  const payload = {
    at: '09:40',
    speeches: [{ name: '张示例', text: '第一轮没有完成的点位已经补齐，长效管护还要跟上。' }],
    conclusion: '未落实事项已经补齐，同意再次测评。',
  };
  await act(story, { by: body, in: topic, kind: 'deliberate-again', on, payload });
}

/** S4.1–S4.4: the first round of a body whose session is not satisfied with the handling. */
export async function playUnsatisfied(story: Story, handling: Handling): Promise<void> {
  await playHandOver(story, handling);
  await playRound(story, { ...handling, from: 10, round: 1, satisfied: false });
}

/** S4.5: the city's unsatisfied result cannot be closed; it opens exactly one next step, with a day, and a second round. */
export async function playNextStep(story: Story, { told, base }: Handling, from: number): Promise<void> {
  const { city } = story;
  const { topic, trials } = told;
  const on = shifted(base, from);
  const due = shifted(base, from + 75);
  const choose = { by: city, in: topic, kind: 'choose-next-step', on };
  const { government, department } = organsOf(story, city);
  if (trials) {
    await refused(story, { by: city, in: topic, kind: 'close-track', on, payload: { note: '' } }, 'close/unsatisfied');
    await refused(
      story,
      { ...choose, payload: inventedInterpellation(story, government, { on, due }) },
      'interpellation/no-motion',
    );
  }
  await act(story, {
    ...choose,
    payload: { step: 'second-deliberation', due, requirement: '限期完成未落实事项，再次报告。' },
  });
  await signOrgans(story, [government, department], shifted(on, 2));
}

/** A 质询案 that nobody has signed in the product: names are not typed (监督法 §51). */
function inventedInterpellation(
  { cast, city }: Story,
  { id: organId }: Tenant,
  { on, due }: { on: PlainDateText; due: PlainDateText },
) {
  const signatoryIds = memberIdsOn(cast.organisation, city.id, on).slice(0, 5);
  const words = { organId, question: '为何没有完成？', content: '逐项说明没有完成的原因。' };
  const put = { motionId: organId, submittedOn: on, signatoryIds, form: 'written' };
  return { step: 'interpellation', due, requirement: '书面答复。', ...words, ...put };
}

/** S5.6, S4.4: what was learnt, and the end of the track. */
export async function playClosing(story: Story, { told, body, base }: Handling, from: number): Promise<void> {
  const { topic } = told;
  const payload = {
    practice: '市县同题、上下联动、数据共享的做法。',
    problems: '',
    publicity: '在本级人大网站和公报刊发经验材料。',
  };
  await act(story, { by: body, in: topic, kind: 'summarise', on: shifted(base, from), payload });
  await act(story, {
    by: body,
    in: topic,
    kind: 'close-track',
    on: shifted(base, from + 2),
    payload: { note: '审议要求全部落实。' },
  });
}

/** Everything that still lies in somebody's inbox is signed for. */
export async function signTheRest(story: Story, on: PlainDateText): Promise<void> {
  for (const body of bodiesOf(story)) {
    await sign(story, body, on);
    const { government, department } = organsOf(story, body);
    await signOrgans(story, [government, department, partyOfficeOf(story, body)], on);
  }
}
