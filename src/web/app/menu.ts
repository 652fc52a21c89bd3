import type { Me } from '../../contract/sign-in.ts';
import { actsAsDeputy, isAdministrator, signsForPackages } from '../../domain/organisation/actor.ts';
import { has, isOnlyDeputy } from '../lib/me.ts';
import { paths } from './paths.ts';

export type Entry = { title: string; to: string; counts?: 'confirmations' | 'packages' | 'notices' };

/** What a person finds in the menu: administrators look after the system, everybody else works on cases. */
export function entriesOf(me: Me): readonly Entry[] {
  if (me.mustAddSecondFactor) return [{ title: '账号与安全', to: paths.account }];
  if (isAdministrator(me)) return [{ title: '系统管理', to: paths.admin }];
  const forDeputies = actsAsDeputy(me) ? [{ title: '代表履职', to: paths.deputies }] : [];
  const readsPapers = me.roles.some((role) => role !== 'deputy');
  return [
    // Whoever is a deputy and nothing else has his work there.
    ...(isOnlyDeputy(me) ? forDeputies : [{ title: '我的工作', to: paths.work }]),
    ...(has(me, 'chairperson', 'office-clerk')
      ? [{ title: '集体决定确认', to: paths.confirmations, counts: 'confirmations' as const }]
      : []),
    ...(isCountyOffice(me) ? [{ title: '市里要求', to: paths.expectations }] : []),
    ...(me.kind === 'party-office'
      ? []
      : [
          // Whoever takes no step looks for his topics, not for steps.
          ...(isOnlyDeputy(me) ? [] : [{ title: '联动看板', to: paths.board }]),
          { title: '年度安排', to: paths.year },
          { title: '联动监督议题', to: paths.topics },
        ]),
    ...(me.kind === 'body' ? [{ title: '常委会会议', to: paths.sessions }] : []),
    ...(isOnlyDeputy(me) ? [] : forDeputies),
    // Who may sign one finds what he signed; the office comes to it from the topic.
    ...(me.kind === 'body' && has(me, 'member', 'chairperson') ? [{ title: '质询案', to: paths.interpellations }] : []),
    ...(me.kind === 'body' && readsPapers ? [{ title: '满意度测评', to: paths.assessments }] : []),
    // A member's papers lie with his sittings; the inbox is the committee's.
    ...(signsForPackages(me) || has(me, 'chairperson')
      ? [{ title: '报送件', to: paths.packages, counts: 'packages' as const }]
      : []),
    { title: '通知', to: paths.notices, counts: 'notices' },
  ];
}

/** Whoever does a county's work: what the city expects is asked of its offices and committees, and its chairpersons answer for it. */
function isCountyOffice(me: Me): boolean {
  return me.kind === 'body' && me.level === 'county' && has(me, 'office-clerk', 'committee-clerk', 'chairperson');
}
