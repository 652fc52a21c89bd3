import { type Actor, actsAsDeputy, hasRole, readsContents } from '../organisation/actor.ts';

/** What people are told of: in one sentence each, never contents. */
export const noticeKinds = [
  'digest',
  'decision-waiting',
  'decision-returned',
  'package-arrived',
  'date-moved',
  'consultation-opened',
  'suggestion-merged',
  'deputy-invited',
  'concern-answered',
  'interpellation-to-sign',
  'interpellation-settled',
  'reminded',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const noticeKindNames = {
  digest: '每日提要',
  'decision-waiting': '决定待确认',
  'decision-returned': '决定退回',
  'package-arrived': '收到报送件',
  'date-moved': '日期变动',
  'consultation-opened': '会商填报',
  'suggestion-merged': '建议合并',
  'deputy-invited': '收到邀请',
  'concern-answered': '反映已答复',
  'interpellation-to-sign': '质询案待签名',
  'interpellation-settled': '质询案进展',
  reminded: '催办',
} satisfies Record<NoticeKind, string>;

/** After so many days a notice counts as read: nobody begins with the backlog of a year. */
export const noticeDays = 90;

/** The kinds that concern a person. Titles of packages are for readers of contents; a decision for who confirms it or entered it (监督法 §8). */
export function noticeKindsFor(actor: Actor): NoticeKind[] {
  return noticeKinds.filter((kind) => concerns(kind, actor));
}

function concerns(kind: NoticeKind, actor: Actor): boolean {
  switch (kind) {
    case 'digest':
    case 'package-arrived':
    // It goes to whoever does the step, and to his office.
    case 'reminded':
    // Dates of the unit's steps are for those who take them.
    case 'date-moved':
      return readsContents(actor);
    case 'decision-waiting':
      return hasRole(actor, 'chairperson');
    case 'decision-returned':
    case 'consultation-opened':
      return hasRole(actor, 'office-clerk');
    case 'deputy-invited':
    case 'concern-answered':
      return actsAsDeputy(actor);
    // They go to each member by name, and to the office.
    case 'interpellation-to-sign':
    case 'interpellation-settled':
      return (
        actor.kind === 'body' &&
        (['member', 'chairperson', 'office-clerk'] as const).some((role) => hasRole(actor, role))
      );
    // It goes to the author alone, or to whoever wrote for the unit.
    case 'suggestion-merged':
      return true;
  }
}
