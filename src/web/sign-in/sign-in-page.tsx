import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Navigate, useLocation, useNavigate, useSearchParams } from 'react-router';
import { readSetup } from '../../contract/setup.ts';
import { signIn } from '../../contract/sign-in.ts';
import { paths } from '../app/paths.ts';
import { call, ProblemError } from '../lib/client.ts';
import { rememberMe } from '../lib/me.ts';
import { MessageBox } from '../ui/message-box.tsx';
import { OutsideFrame } from '../ui/outside-frame.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';

type Typed = { login: string; password: string; code?: string };

/** Password, then the second factor where the account has one; then back to where the person wanted to go. */
export function SignInPage() {
  const setup = useQuery({ queryKey: ['setup'], queryFn: () => call(readSetup, {}) });
  const [search] = useSearchParams();
  const isEnded = wasEnded(useLocation().state);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asksCode, setAsksCode] = useState(false);
  const enter = useMutation({
    mutationFn: ({ login, password, code }: Typed) =>
      call(signIn, { body: { login, password, ...(code === undefined || code === '' ? {} : { code }) } }),
    onSuccess: (me) => {
      rememberMe(client, me);
      void navigate(me.mustAddSecondFactor ? paths.account : returnAddress(search.get('return')), { replace: true });
    },
    onError: (error) => {
      if (codeOf(error) === 'sign-in/code-required') setAsksCode(true);
    },
  });
  if (setup.data?.needed === true) return <Navigate to={paths.setup} replace />;
  const shown = codeOf(enter.error) === 'sign-in/code-required' ? null : enter.error;
  return (
    <OutsideFrame title="登录" lead="请使用单位发给您的账号登录。">
      {isEnded && enter.isIdle ? (
        <MessageBox type="info" title="登录已失效" description="请重新登录，登录后回到刚才的页面。" />
      ) : null}
      <ProblemAlert error={shown} />
      <Form<Typed> layout="vertical" requiredMark={false} onFinish={(typed) => enter.mutate(typed)}>
        <Form.Item name="login" label="登录名" rules={[{ required: true, message: '请填写登录名' }]}>
          <Input autoComplete="username" autoFocus size="large" maxLength={64} />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password autoComplete="current-password" size="large" maxLength={128} />
        </Form.Item>
        {asksCode ? <CodeField /> : null}
        <Button type="primary" htmlType="submit" size="large" block loading={enter.isPending}>
          {asksCode ? '验证并登录' : '登录'}
        </Button>
      </Form>
      <p className="sheet-note">忘记密码请联系本单位系统管理员重新发给首次使用链接。</p>
    </OutsideFrame>
  );
}

function CodeField() {
  return (
    <Form.Item
      name="code"
      label="动态口令"
      extra="打开手机上的口令程序，输入6位数字。"
      rules={[{ pattern: /^\d{6}$/, required: true, message: '动态口令是6位数字' }]}
    >
      <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} size="large" autoFocus />
    </Form.Item>
  );
}

/** The frame found the sign-in over while somebody was at work; a page opened for the first time says nothing. */
function wasEnded(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'ended' in state && state.ended === true;
}

function codeOf(error: Error | null): string | undefined {
  return error instanceof ProblemError ? error.problem.code : undefined;
}

/** Only addresses of our own: `//elsewhere` and `https:` would leave the installation. */
function returnAddress(given: string | null): string {
  return given !== null && /^\/(?![/\\])/.test(given) ? given : paths.work;
}
