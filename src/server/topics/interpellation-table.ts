import type { MotionView } from '../../contract/interpellations.ts';
import { dayText, withDayTexts } from '../../domain/calendar/day-text.ts';
import { answerFormNames } from '../../domain/handling/handling-state.ts';
import { motionStateNames } from '../../domain/handling/interpellation-motion.ts';
import { momentCell, type TableColumn } from '../http/table-file.ts';

export const motionColumns: readonly TableColumn<MotionView>[] = [
  { title: '质询对象', width: 24, value: ({ organName }) => organName },
  { title: '议题', width: 36, value: ({ topicName }) => topicName },
  { title: '质询的问题', width: 40, value: ({ question }) => question },
  { title: '质询的内容', width: 60, value: ({ content }) => content },
  { title: '情况', width: 22, value: ({ state }) => motionStateNames[state] },
  { title: '起草人', width: 12, value: ({ draftedByName }) => draftedByName },
  { title: '起草时间', width: 18, value: ({ draftedAt }) => momentCell(draftedAt) },
  {
    title: '签名人',
    width: 36,
    value: ({ signatures }) =>
      signatures.map(({ personName, counts }) => (counts ? personName : `${personName}（不计入）`)).join('、') || null,
  },
  {
    title: '计入的签名数',
    width: 14,
    kind: 'number',
    value: ({ signatures }) => signatures.filter(({ counts }) => counts).length,
  },
  { title: '须达到的人数', width: 14, kind: 'number', value: ({ needed }) => needed },
  { title: '提出日期', width: 12, kind: 'date', value: ({ submittedOn }) => submittedOn },
  {
    title: '结果',
    width: 40,
    value: ({ closedReason }) => (closedReason === null ? null : withDayTexts(closedReason)),
  },
  { title: '答复日期', width: 12, kind: 'date', value: ({ answers }) => answers.at(-1)?.on ?? null },
  { title: '答复', width: 60, value: ({ answers }) => answers.map(answerText).join('\n') || null },
  {
    title: '对答复不满意的',
    width: 30,
    value: ({ answers }) => answers.at(-1)?.dissatisfiedNames.join('、') || null,
  },
  {
    title: '尚未登记的意见',
    width: 40,
    value: ({ open }) =>
      (open?.words ?? [])
        .map(({ personName, isSatisfied }) => `${personName}：${isSatisfied ? '满意' : '不满意'}`)
        .join('；') || null,
  },
];

/** As the members read it: when, how and by whom it was answered, what it says, and which papers came with it. */
function answerText({ isAgain, on, form, answeredBy, text, attachments }: MotionView['answers'][number]): string {
  const files = attachments.length === 0 ? '' : `（附件：${attachments.map(({ name }) => name).join('、')}）`;
  return `${isAgain ? '再作答复，' : ''}${dayText(on)}${answerFormNames[form]}，${answeredBy}：${text}${files}`;
}
