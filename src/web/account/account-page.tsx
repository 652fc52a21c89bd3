import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { programWords } from '../../contract/program-words.ts';
import { changeMyPassword, listMySignIns, type Me, revokeMySignIn } from '../../contract/sign-in.ts';
import { exportMySignIns } from '../../contract/sign-in-exports.ts';
import { isAdministrator } from '../../domain/organisation/actor.ts';
import { roleNames } from '../../domain/organisation/separation.ts';
import { call, download } from '../lib/client.ts';
import { momentText } from '../lib/formats.ts';
import { useMe } from '../lib/me.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { useFeedback } from '../ui/feedback.tsx';
import { FormFromSchema } from '../ui/form/form-from-schema.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { QueryView } from '../ui/states.tsx';
import './account.css';
import { CalendarFeed } from './calendar-feed.tsx';
import { SecondFactor } from './second-factor.tsx';

/** The person's own account: who the system takes him for, second factor, password, where he is signed in. */
export function AccountPage() {
  const me = useMe();
  return (
    <>
      <PageHeader title="账号与安全" />
      <QueryView query={me}>
        {(person) => (
          <>
            {person.mustAddSecondFactor ? null : <Who me={person} />}
            <SecondFactor me={person} />
            <Password />
            {person.mustAddSecondFactor || isAdministrator(person) ? null : <CalendarFeed />}
            <SignIns />
          </>
        )}
      </QueryView>
    </>
  );
}

function Who({ me }: { me: Me }) {
  const facts = [
    ['姓名', me.personName],
    ['登录名', me.login],
    ['单位', me.tenantName],
    ['角色', me.roles.map((role) => roleNames[role]).join('、') || '尚未授予'],
  ] as const;
  return (
    <section className="section" aria-label="我是谁">
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Password() {
  const { message } = useFeedback();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (body: { current: string; next: string }) => call(changeMyPassword, { body }),
    onSuccess: () => {
      void message.success('密码已修改，其他各处的登录已失效');
      void client.invalidateQueries({ queryKey: ['my-sign-ins'] });
    },
  });
  return (
    <section className="section narrow" aria-labelledby="password-title">
      <h2 id="password-title">修改密码</h2>
      <ProblemAlert error={change.error} />
      <FormFromSchema
        // A new form after a change: no password stays on the screen.
        key={change.submittedAt * Number(change.isSuccess)}
        schema={changeMyPassword.body}
        submitText="修改密码"
        busy={change.isPending}
        onSubmit={(body) => change.mutate(body)}
      />
    </section>
  );
}

function SignIns() {
  const client = useQueryClient();
  const signIns = useQuery({ queryKey: ['my-sign-ins'], queryFn: () => call(listMySignIns, {}) });
  const revoke = useMutation({
    mutationFn: (signInId: string) => call(revokeMySignIn, { params: { signInId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['my-sign-ins'] }),
  });
  return (
    <section className="section" aria-labelledby="sign-ins-title">
      <h2 id="sign-ins-title">我在各处的登录</h2>
      <ProblemAlert error={revoke.error} />
      <QueryView query={signIns} isEmpty={({ signIns: list }) => list.length === 0}>
        {({ signIns: list }) => (
          <DataTable
            caption="有效登录"
            rows={list}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'agent',
                title: '程序',
                isHeading: true,
                render: ({ userAgent }) => <span title={userAgent}>{programWords(userAgent)}</span>,
              },
              { key: 'address', title: '地址', render: (row) => row.address },
              { key: 'started', title: '登录时间', render: (row) => momentText(row.startedAt) },
              { key: 'seen', title: '最近使用', render: (row) => momentText(row.lastSeenAt) },
              {
                key: 'end',
                title: '操作',
                render: (row) =>
                  row.isThis ? (
                    '本次登录'
                  ) : (
                    <ConfirmButton
                      question="使这一处登录失效？"
                      onConfirm={() => revoke.mutateAsync(row.id)}
                      button={{ size: 'small' }}
                    >
                      使其失效
                    </ConfirmButton>
                  ),
              },
            ]}
          />
        )}
      </QueryView>
      <p className="section-foot">
        <Button type="link" onClick={() => void signIns.refetch()}>
          刷新
        </Button>
        <ExportButton looks="link" ask={() => download(exportMySignIns, {})} />
      </p>
    </section>
  );
}
