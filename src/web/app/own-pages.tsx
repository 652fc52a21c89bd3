import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import { isAdministrator } from '../../domain/organisation/actor.ts';
import { DeadEnd } from './dead-end.tsx';
import { paths } from './paths.ts';

/** Where a party office finds what was sent to it, and its own account. */
const ofPartyOffices = [paths.packages, paths.notices, paths.search, paths.account];

/** An administrator looks after the system and his own account. */
const ofAdministrators = [paths.admin, paths.account];

/**
 * A party office reads what was sent to it: an address of a case leads to the packages about it, any other page says where they are.
 * Supervision is not an administrator's to follow (SEC-03).
 */
export function OwnPages({ me, children }: { me: Me; children: ReactNode }) {
  const { pathname } = useLocation();
  const isUnder = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  if (isAdministrator(me) && pathname !== paths.work && !ofAdministrators.some(isUnder)) {
    return (
      <DeadEnd
        title="这一页供办理监督工作的人员使用"
        text="管理员只管系统，不查看监督工作的内容和进度。"
        to={paths.admin}
        onward="打开系统管理"
      />
    );
  }
  const isOwn = pathname === paths.work || ofPartyOffices.some(isUnder);
  if (me.kind !== 'party-office' || isOwn) return children;
  const caseId = /^\/cases\/([^/]+)/.exec(pathname)?.[1];
  if (caseId !== undefined) return <Navigate to={paths.packagesAbout(caseId)} replace />;
  return (
    <DeadEnd
      title="这一页供人大常委会和机关使用"
      text="党委办公室查阅报送给本单位的请示报告和监督结果，请到“报送件”中查看。"
      to={paths.packages}
      onward="打开报送件"
    />
  );
}
