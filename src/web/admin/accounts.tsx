import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type Account, accountSorts, accountStateNames, listAccounts } from '../../contract/accounts.ts';
import { exportAccounts } from '../../contract/admin-exports.ts';
import { readOrganisation } from '../../contract/organisation.ts';
import type { Me } from '../../contract/sign-in.ts';
import { roleNames } from '../../domain/organisation/separation.ts';
import { oneOf, useAddress } from '../lib/address.ts';
import { call, download } from '../lib/client.ts';
import { momentText } from '../lib/formats.ts';
import { has } from '../lib/me.ts';
import { DataTable, type Sorting } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { ChooseField, choicesOf, FilterBar, FindField } from '../ui/list-filters.tsx';
import { ListPages } from '../ui/list-pages.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { AccountDrawer } from './account-drawer.tsx';
import { NewAccount } from './new-account.tsx';

const stateTones = { invited: 'waiting', active: 'done', locked: 'overdue', disabled: 'off' } as const;

/** Accounts the administrator looks after: searched, opened, created. */
export function Accounts({ me }: { me: Me }) {
  const address = useAddress();
  const query = {
    text: address.value('text'),
    tenantId: address.value('tenant'),
    sort: oneOf(accountSorts, address.value('sort')),
  };
  const { page } = address;
  const [openId, setOpenId] = useState<string>();
  const [creates, setCreates] = useState(false);
  const accounts = useQuery({
    queryKey: ['accounts', { ...query, page }],
    queryFn: () => call(listAccounts, { query: { ...query, page } }),
    placeholderData: keepPreviousData,
  });
  const organisation = useQuery({ queryKey: ['organisation'], queryFn: () => call(readOrganisation, {}) });
  const tenants = (organisation.data?.tenants ?? []).map((tenant) => ({ value: tenant.id, label: tenant.name }));
  const chosen = accounts.data?.accounts.find((account) => account.id === openId);
  return (
    <>
      <FilterBar
        address={address}
        label="筛选账号"
        names={['text', 'tenant']}
        orders={{ asGiven: '按单位', others: choicesOf(orderNames) }}
      >
        <FindField address={address} title="姓名或登录名" />
        <ChooseField address={address} name="tenant" title="单位" choices={tenants} />
      </FilterBar>
      <div className="list-count">
        <p role="status">{accounts.data === undefined ? '' : `共${accounts.data.total}个`}</p>
        <span className="list-deeds">
          {has(me, 'system-admin') ? (
            <Button type="primary" onClick={() => setCreates(true)}>
              建立账号
            </Button>
          ) : null}
          <ExportButton ask={() => download(exportAccounts, { query })} />
        </span>
      </div>
      <QueryView
        query={accounts}
        isEmpty={(data) => data.accounts.length === 0}
        empty={<EmptyView text="没有符合条件的账号" />}
      >
        {(data) => (
          <>
            <AccountTable
              accounts={data.accounts}
              onOpen={setOpenId}
              sorting={{
                value: query.sort ?? 'unit',
                onChange: (sort) => address.change({ sort: sort === 'unit' ? undefined : sort }),
              }}
            />
            <ListPages page={page} pageSize={data.pageSize} total={data.total} onTurn={address.turnTo} />
          </>
        )}
      </QueryView>
      <AccountDrawer me={me} account={chosen} onClose={() => setOpenId(undefined)} />
      <NewAccount isOpen={creates} tenants={tenants} onClose={() => setCreates(false)} />
    </>
  );
}

const orderNames = { name: '按姓名', login: '按登录名', latest: '最近登录在前', 'longest-ago': '久未登录在前' };

function AccountTable(props: { accounts: readonly Account[]; onOpen: (id: string) => void; sorting: Sorting }) {
  const { accounts, onOpen, sorting } = props;
  return (
    <DataTable
      sorting={sorting}
      caption="账号"
      rows={accounts}
      rowKey={(account) => account.id}
      columns={[
        {
          key: 'name',
          title: '姓名',
          isHeading: true,
          sorts: { ascending: 'name' },
          render: (account) => (
            <button type="button" className="link-button" onClick={() => onOpen(account.id)}>
              {account.personName}
            </button>
          ),
        },
        { key: 'login', title: '登录名', sorts: { ascending: 'login' }, render: (account) => account.login },
        { key: 'tenant', title: '单位', sorts: { ascending: 'unit' }, render: (account) => account.tenantName },
        { key: 'roles', title: '角色', render: rolesText },
        {
          key: 'state',
          title: '状态',
          render: (account) => <StateTag tone={stateTones[account.state]} text={accountStateNames[account.state]} />,
        },
        { key: 'factor', title: '动态口令', render: (account) => (account.hasSecondFactor ? '已启用' : '未启用') },
        {
          key: 'last',
          title: '最近登录',
          sorts: { descending: 'latest', ascending: 'longest-ago' },
          render: (account) => (account.lastSignInAt === null ? '从未' : momentText(account.lastSignInAt)),
        },
      ]}
    />
  );
}

function rolesText(account: Account): string {
  return [...new Set(account.grants.map((grant) => roleNames[grant.role]))].join('、') || '未授予';
}
