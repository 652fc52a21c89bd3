import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useLocation } from 'react-router';
import { newPassword, passwordRule, readFirstUse, useFirstUse as useLinkRoute } from '../../contract/sign-in.ts';
import { paths } from '../app/paths.ts';
import { call } from '../lib/client.ts';
import { momentText } from '../lib/formats.ts';
import { DoneView } from '../ui/done-view.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { OutsideFrame } from '../ui/outside-frame.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { QueryView } from '../ui/states.tsx';

type Typed = { password: string; again: string };

/** A first-use link: whose it is, then the password. The token stands after the #, so that no server log ever sees it. */
export function FirstUsePage() {
  const token = useLocation().hash.slice(1);
  const link = useQuery({
    queryKey: ['first-use', token],
    queryFn: () => call(readFirstUse, { body: { token } }),
    retry: false,
  });
  const set = useMutation({ mutationFn: (password: string) => call(useLinkRoute, { body: { token, password } }) });
  if (set.isSuccess) {
    return (
      <OutsideFrame title="密码已设置">
        <DoneView
          state="done"
          title="现在可以登录了"
          actions={
            <LinkButton type="primary" to={paths.signIn}>
              去登录
            </LinkButton>
          }
        />
      </OutsideFrame>
    );
  }
  return (
    <OutsideFrame title="首次使用" lead="设置您自己的密码。链接只能使用一次。">
      <QueryView query={link}>
        {({ personName, login, expiresAt }) => (
          <>
            <dl className="facts">
              <div>
                <dt>姓名</dt>
                <dd>{personName}</dd>
              </div>
              <div>
                <dt>登录名</dt>
                <dd>{login}</dd>
              </div>
              <div>
                <dt>有效至</dt>
                <dd>{momentText(expiresAt)}</dd>
              </div>
            </dl>
            <ProblemAlert error={set.error} />
            <PasswordForm login={login} busy={set.isPending} onPassword={(password) => set.mutate(password)} />
          </>
        )}
      </QueryView>
    </OutsideFrame>
  );
}

function PasswordForm(props: { login: string; busy: boolean; onPassword: (password: string) => void }) {
  const { login, busy, onPassword } = props;
  return (
    <Form<Typed> layout="vertical" requiredMark={false} onFinish={({ password }) => onPassword(password)}>
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <Form.Item
        name="password"
        label="新密码"
        extra={`至少${passwordRule.min}个字符；不要与登录名相同。`}
        rules={[{ validator: (_rule, value) => validatePassword(value) }]}
      >
        <Input.Password autoComplete="new-password" size="large" maxLength={passwordRule.max} />
      </Form.Item>
      <Form.Item
        name="again"
        label="再输入一次"
        dependencies={['password']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, value) =>
              value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error('两次输入的密码不一致')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" size="large" maxLength={passwordRule.max} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        设置密码
      </Button>
    </Form>
  );
}

function validatePassword(value: unknown): Promise<void> {
  const judged = newPassword.safeParse(value ?? '');
  return judged.success
    ? Promise.resolve()
    : Promise.reject(new Error(judged.error.issues[0]?.message ?? '密码不符合要求'));
}
