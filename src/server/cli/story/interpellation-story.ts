import type { MotionView } from '../../../contract/interpellations.ts';
import type { PlainDateText } from '../../../domain/procedure/case.ts';
import { interpellationSignatories } from '../../../domain/session/thresholds.ts';
import type { Player } from './cast.ts';
import { headOf } from './deliberation-story.ts';
import type { Handling } from './results-story.ts';
import { signOrgans } from './sitting-story.ts';
import { shifted } from './story-days.ts';
import { act, organsOf, refused, type Story, sign } from './telling.ts';

/** 监督法 §51: the office drafts a 质询案 for its members; one fewer than needed have signed it, each in his own account. */
export async function playSigning(story: Story, handling: Handling): Promise<void> {
  await drafted(story, handling, interpellationSignatories[handling.body.level] - 1);
}

/** S4.5, 监督法 §51, §52: put by enough members on the day of the sitting that was not satisfied; the council has it answered in writing. */
export async function playInterpellation(
  story: Story,
  handling: Handling,
  { satOn, decidedOn, due }: { satOn: PlainDateText; decidedOn: PlainDateText; due: PlainDateText },
): Promise<void> {
  const { told, body } = handling;
  const { government, department } = organsOf(story, body);
  const motionId = await drafted(story, handling, interpellationSignatories[body.level]);
  const office = await story.cast.of(body.id, 'office-clerk');
  const path = `/api/interpellations/${motionId}/submission`;
  const { motion } = await office.post<{ motion: MotionView }>(path, { version: 1, on: satOn });
  const { organId, question, content, signatures } = motion;
  const signatoryIds = signatures.map(({ personId }) => personId);
  const put = { motionId, organId, question, content, submittedOn: satOn, signatoryIds };
  await act(story, {
    by: body,
    in: told.topic,
    kind: 'choose-next-step',
    on: decidedOn,
    payload: { step: 'interpellation', ...put, form: 'written', due, requirement: '逐项书面答复，附整改台账。' },
  });
  await signOrgans(story, [government, department], shifted(decidedOn, 2));
}

/** 监督法 §54: the organ answers from its own account, signed by its head; its body signs for it. */
export async function playOrganAnswer(
  story: Story,
  { told: { topic, trials }, body }: Handling,
  { on, isAgain = false }: { on: PlainDateText; isAgain?: boolean },
): Promise<void> {
  const { government } = organsOf(story, body);
  const head = headOf(story, government, on) ?? `${government.shortName}负责人`;
  const text = isAgain
    ? '补充说明：未完成的点位均已落实用地和资金，责任单位、完成时间列于附表，每月公布一次进度。'
    : '停车泊位建设未达到承诺数量，原因是两处用地手续没有按期办结。现已办结，年底前补足，并逐处组织验收。';
  const kind = isAgain ? 'answer-interpellation-again' : 'answer-interpellation';
  const answer = { by: government, in: topic, kind, on };
  if (trials && !isAgain) {
    const unsigned = { answeredBy: '办公室工作人员', text, attachments: [] };
    await refused(story, { ...answer, payload: unsigned }, headCode(head));
  }
  const reasons = { 'interpellation/head-not-registered': '政府负责人的任职尚未录入，由办公室核对。' };
  await act(story, { ...answer, payload: { answeredBy: head, text, attachments: [] }, reasons });
  await sign(story, body, shifted(on, 1));
}

/** Where the books of a city name no head, the reason is asked for; else another than the head is refused. */
function headCode(head: string): string {
  return head.endsWith('负责人') ? 'interpellation/head-not-registered' : 'interpellation/head';
}

/** 监督法 §53: most of those who asked say they are not satisfied; the council has the organ answer once more, and with that they are. */
export async function playBothAnswers(story: Story, handling: Handling, from: PlainDateText): Promise<void> {
  const { told, body } = handling;
  const office = await story.cast.of(body.id, 'office-clerk');
  const { government } = organsOf(story, body);
  const deed = { by: body, in: told.topic };
  await playOrganAnswer(story, handling, { on: from });
  await playWords(story, handling, [false, false, true]);
  const record = { ...deed, kind: 'record-interpellation-answer', on: shifted(from, 4) };
  const dissatisfiedIds = (await motionOf(office, handling)).open?.words.flatMap(({ personId, isSatisfied }) =>
    isSatisfied ? [] : [personId],
  );
  const left = { source: 'received', dissatisfiedIds: [], asksAgain: false };
  await refused(story, { ...record, payload: left }, 'interpellation/word-left-out');
  await act(story, { ...record, payload: { source: 'received', dissatisfiedIds, asksAgain: true } });
  const again = { outcome: 'again', form: 'written', due: shifted(from, 30) };
  await act(story, { ...deed, kind: 'decide-second-answer', on: shifted(from, 8), payload: again });
  await sign(story, government, shifted(from, 10));
  await playOrganAnswer(story, handling, { on: shifted(from, 20), isAgain: true });
  await playWords(story, handling, [true, true, true]);
  const second = { ...deed, kind: 'record-second-answer', on: shifted(from, 24) };
  await act(story, { ...second, payload: { source: 'received', dissatisfiedIds: [] } });
}

/** 监督法 §53: so many of those who put the motion say in their own accounts whether they are satisfied with its answer. */
export async function playWords(story: Story, handling: Handling, words: readonly boolean[]): Promise<void> {
  const { body } = handling;
  // Those who have signed, in the same order.
  const members = await story.cast.some(body.id, 'member', interpellationSignatories[body.level]);
  const { id, open } = await motionOf(await story.cast.of(body.id, 'office-clerk'), handling);
  if (open === null) throw new Error(`${body.shortName}没有等待表明意见的答复。`);
  const { isAgain, no } = open;
  for (const [index, isSatisfied] of words.entries())
    await members[index]?.put(`/api/interpellations/${id}/word`, { isAgain, no, isSatisfied });
  const dissatisfied = words.filter((isSatisfied) => !isSatisfied).length;
  story.say(
    `${story.today}  监督法 §53  ${body.shortName}  ${words.length}名提案人对答复表明意见，${dissatisfied}人不满意`,
  );
}

async function motionOf(office: Player, { told: { topic } }: Handling): Promise<MotionView> {
  const { motions } = await office.get<{ motions: MotionView[] }>(`/api/interpellations?caseId=${topic.id}`);
  const [motion] = motions;
  if (motion === undefined) throw new Error('没有质询案。');
  return motion;
}

/** A 质询案 to the government that so many members have signed; its id. */
async function drafted(story: Story, { told: { topic }, body }: Handling, signatures: number): Promise<string> {
  const office = await story.cast.of(body.id, 'office-clerk');
  const { government } = organsOf(story, body);
  const { motion } = await office.post<{ motion: { id: string } }>(`/api/cases/${topic.id}/interpellations`, {
    organId: government.id,
    question: '审议要求为何没有按承诺完成？',
    content: '停车泊位建设没有达到承诺的数量，验收资料不完整。请说明原因、责任单位和完成的时间。',
  });
  const members = await story.cast.some(body.id, 'member', signatures);
  for (const member of members) await member.post(`/api/interpellations/${motion.id}/signature`, { version: 1 });
  story.say(`${story.today}  监督法 §51  ${body.shortName}  ${members.length}名组成人员在质询案上签名`);
  return motion.id;
}
