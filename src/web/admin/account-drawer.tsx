import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Drawer } from 'antd';
import {
  type Account,
  disableAccount,
  enableAccount,
  renewFirstUseLink,
  resetSecondFactor,
  revokeAccountSignIns,
  unlockAccount,
} from '../../contract/accounts.ts';
import type { Me } from '../../contract/sign-in.ts';
import { call } from '../lib/client.ts';
import { has } from '../lib/me.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { useFeedback } from '../ui/feedback.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { AccountSignIns } from './account-sign-ins.tsx';
import { FirstUseLink } from './first-use-link.tsx';
import { RoleGrants } from './role-grants.tsx';

type Done = { words: string; run: () => Promise<unknown> };

/** One account: what this administrator may do with it, and to whom it belongs. */
export function AccountDrawer({ me, account, onClose }: { me: Me; account: Account | undefined; onClose: () => void }) {
  return (
    <Drawer
      title={account === undefined ? '账号' : `${account.personName}（${account.login}）`}
      size={560}
      open={account !== undefined}
      onClose={onClose}
      destroyOnHidden
    >
      {account === undefined ? null : (
        <>
          <p>{account.tenantName}</p>
          <Deeds me={me} account={account} />
          {has(me, 'security-admin') ? (
            <>
              <RoleGrants key={account.id} account={account} />
              <AccountSignIns accountId={account.id} />
            </>
          ) : null}
        </>
      )}
    </Drawer>
  );
}

function Deeds({ me, account }: { me: Me; account: Account }) {
  const { message } = useFeedback();
  const client = useQueryClient();
  const params = { accountId: account.id };
  const deed = useMutation({
    mutationFn: (done: Done) => done.run(),
    onSuccess: (_result, { words }) => {
      void message.success(words);
      void client.invalidateQueries({ queryKey: ['accounts'] });
      void client.invalidateQueries({ queryKey: ['account-sign-ins', account.id] });
    },
  });
  const renew = useMutation({
    mutationFn: () => call(renewFirstUseLink, { params }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const isSystem = has(me, 'system-admin');
  const isSecurity = has(me, 'security-admin');
  return (
    <>
      <ProblemAlert error={deed.error ?? renew.error} />
      {renew.data === undefined ? null : <FirstUseLink link={renew.data} />}
      <div className="deeds">
        {isSystem && account.state !== 'disabled' ? (
          <ConfirmButton
            question="重新发给首次使用链接？"
            detail="以前的链接作废。"
            onConfirm={() => renew.mutateAsync()}
          >
            发给首次使用链接
          </ConfirmButton>
        ) : null}
        {isSystem && account.state !== 'disabled' ? (
          <ConfirmButton
            question={`停用${account.personName}的账号？`}
            detail="全部登录立即失效。"
            button={{ danger: true }}
            onConfirm={() => deed.mutateAsync({ words: '已停用', run: () => call(disableAccount, { params }) })}
          >
            停用账号
          </ConfirmButton>
        ) : null}
        {isSystem && account.state === 'disabled' ? (
          <ConfirmButton
            question="重新启用账号？"
            onConfirm={() => deed.mutateAsync({ words: '已启用', run: () => call(enableAccount, { params }) })}
          >
            启用账号
          </ConfirmButton>
        ) : null}
        {isSecurity && account.state === 'locked' ? (
          <ConfirmButton
            question="解除锁定？"
            onConfirm={() => deed.mutateAsync({ words: '已解除锁定', run: () => call(unlockAccount, { params }) })}
          >
            解除锁定
          </ConfirmButton>
        ) : null}
        {isSecurity && account.hasSecondFactor ? (
          <ConfirmButton
            question="停用原来的动态口令？"
            detail="只在动态口令设备遗失时办理。"
            onConfirm={() => deed.mutateAsync({ words: '已重置', run: () => call(resetSecondFactor, { params }) })}
          >
            重置动态口令
          </ConfirmButton>
        ) : null}
        {isSecurity ? (
          <ConfirmButton
            question="使全部登录立即失效？"
            onConfirm={() =>
              deed.mutateAsync({ words: '登录已失效', run: () => call(revokeAccountSignIns, { params }) })
            }
          >
            使全部登录失效
          </ConfirmButton>
        ) : null}
      </div>
    </>
  );
}
