import type { InvitationView } from '../../contract/deputies.ts';
import { activityNames, invitationOutcomeNames } from '../../domain/safeguards/invitation.ts';
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
