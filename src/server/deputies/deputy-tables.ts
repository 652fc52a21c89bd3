import type { InvitationView, OwnConcern, OwnInvitation, OwnSuggestion } from '../../contract/deputies.ts';
import type { PlainDateText } from '../../domain/procedure/case.ts';
import {
  activityNames,
  invitationOutcomeNames,
  invitationStandingNames,
  invitationStandingOf,
} from '../../domain/safeguards/invitation.ts';
import { courseStepTexts } from '../../domain/topic/suggestion-course.ts';
import { momentCell, type TableColumn } from '../http/table-file.ts';

/** One deputy in one invitation. */
export type InvitedRow = { invitation: InvitationView; invited: InvitationView['invited'][number] };

export const invitedColumns: readonly TableColumn<InvitedRow>[] = [
  { title: '活动', width: 12, value: ({ invitation }) => activityNames[invitation.activity] },
  { title: '活动日期', width: 12, kind: 'date', value: ({ invitation }) => invitation.day },
  { title: '邀请内容', width: 40, value: ({ invitation }) => invitation.text },
  { title: '邀请日期', width: 12, kind: 'date', value: ({ invitation }) => invitation.on },
  { title: '代表', width: 14, value: ({ invited }) => invited.name },
  {
    title: '答复',
    width: 12,
    value: ({ invited: { outcome } }) => (outcome === null ? '未答复' : invitationOutcomeNames[outcome]),
  },
  { title: '理由', width: 40, value: ({ invited }) => invited.reason },
  {
    title: '签到',
    width: 18,
    value: ({ invited: { cameAt } }) => (cameAt === null ? '未签到' : momentCell(cameAt)),
  },
];

export const ownSuggestionColumns: readonly TableColumn<OwnSuggestion>[] = [
  { title: '年度', width: 24, value: ({ caseName }) => caseName },
  { title: '建议', width: 40, value: ({ title }) => title },
  { title: '提出日期', width: 12, kind: 'date', value: ({ on }) => on },
  { title: '目前', width: 30, value: standingOf },
  {
    title: '办理经过',
    width: 60,
    value: ({ course }) =>
      course
        .filter(({ state }) => state !== 'ahead')
        .map(({ step, state }) => courseStepTexts[step][state])
        .join('；'),
  },
  { title: '议题', width: 36, value: ({ topic }) => topic?.name ?? null },
  { title: '公布审议结果', width: 14, kind: 'date', value: ({ results }) => results?.on ?? null },
  { title: '审议结果', width: 60, value: ({ results }) => results?.lines.join('\n') ?? null },
  {
    title: '审议意见的要求',
    width: 60,
    value: ({ results }) => results?.demands.map((demand, index) => `${index + 1}．${demand}`).join('\n') || null,
  },
  { title: '办结日期', width: 12, kind: 'date', value: ({ closedOn }) => closedOn },
];

/** The last step that was taken, for it or for others and not for it. */
function standingOf({ course }: OwnSuggestion): string | null {
  const last = course.findLast(({ state }) => state !== 'ahead');
  return last === undefined ? null : courseStepTexts[last.step][last.state];
}

export const ownConcernColumns: readonly TableColumn<OwnConcern>[] = [
  { title: '议题', width: 36, value: ({ caseName }) => caseName },
  { title: '反映的问题', width: 60, value: ({ text }) => text },
  { title: '反映日期', width: 12, kind: 'date', value: ({ on }) => on },
  { title: '情况', width: 10, value: ({ answer }) => (answer === null ? '待答复' : '已答复') },
  { title: '答复', width: 60, value: ({ answer }) => answer },
];

/** As they stand on a day. */
export function ownInvitationColumns(today: PlainDateText): readonly TableColumn<OwnInvitation>[] {
  return [
    { title: '活动', width: 12, value: ({ activity }) => activityNames[activity] },
    { title: '议题', width: 36, value: ({ caseName }) => caseName },
    { title: '活动日期', width: 12, kind: 'date', value: ({ day }) => day },
    { title: '邀请内容', width: 50, value: ({ text }) => text },
    {
      title: '情况',
      width: 14,
      value: (invitation) => invitationStandingNames[invitationStandingOf(invitation, today)],
    },
    { title: '签到时间', width: 18, value: ({ cameAt }) => (cameAt === null ? null : momentCell(cameAt)) },
  ];
}
