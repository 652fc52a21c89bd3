import { useMutation, useQueryClient } from '@tanstack/react-query';
import { QRCode } from 'antd';
import { addSecondFactor, confirmSecondFactor, type Me, removeSecondFactor } from '../../contract/sign-in.ts';
import { call } from '../lib/client.ts';
import { useFeedback } from '../ui/feedback.tsx';
import { FormFromSchema } from '../ui/form/form-from-schema.tsx';
import { MessageBox } from '../ui/message-box.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { StateTag } from '../ui/state-tag.tsx';

/** Adding takes two steps: the secret into the phone, then one code to show that it arrived. */
export function SecondFactor({ me }: { me: Me }) {
  return (
    <section className="section narrow" aria-labelledby="factor-title">
      <div className="section-head">
        <h2 id="factor-title">动态口令</h2>
        <StateTag tone={me.hasSecondFactor ? 'done' : 'off'} text={me.hasSecondFactor ? '已启用' : '未启用'} />
      </div>
      {me.mustAddSecondFactor ? (
        <MessageBox type="warning" title="管理员必须先启用动态口令" description="启用后才能使用系统的其他功能。" />
      ) : null}
      {me.hasSecondFactor ? <Remove /> : <Add />}
    </section>
  );
}

function Add() {
  const { message } = useFeedback();
  const client = useQueryClient();
  const begin = useMutation({ mutationFn: (body: { password: string }) => call(addSecondFactor, { body }) });
  const confirm = useMutation({
    mutationFn: (body: { code: string }) => call(confirmSecondFactor, { body }),
    onSuccess: () => {
      void message.success('动态口令已启用');
      return client.invalidateQueries({ queryKey: ['me'] });
    },
  });
  if (begin.data === undefined) {
    return (
      <>
        <p>用手机上的口令程序（TOTP）生成每30秒更换的6位数字。请先确认密码。</p>
        <ProblemAlert error={begin.error} />
        <FormFromSchema
          schema={addSecondFactor.body}
          submitText="开始启用"
          busy={begin.isPending}
          onSubmit={(body) => begin.mutate(body)}
        />
      </>
    );
  }
  return (
    <>
      <p>用口令程序扫描二维码，或者手工输入密钥，再填写程序显示的6位数字。</p>
      <div className="factor-code">
        <QRCode value={begin.data.uri} type="svg" size={180} aria-label="动态口令二维码" />
        <p>
          密钥：<code className="factor-secret">{begin.data.secret}</code>
        </p>
      </div>
      <ProblemAlert error={confirm.error} />
      <FormFromSchema
        schema={confirmSecondFactor.body}
        submitText="确认启用"
        busy={confirm.isPending}
        onSubmit={(body) => confirm.mutate(body)}
      />
    </>
  );
}

function Remove() {
  const { message } = useFeedback();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: (body: { password: string; code: string }) => call(removeSecondFactor, { body }),
    onSuccess: () => {
      void message.success('动态口令已停用');
      return client.invalidateQueries({ queryKey: ['me'] });
    },
  });
  return (
    <details>
      <summary>停用动态口令</summary>
      <ProblemAlert error={remove.error} />
      <FormFromSchema
        schema={removeSecondFactor.body}
        submitText="停用"
        busy={remove.isPending}
        onSubmit={(body) => remove.mutate(body)}
      />
    </details>
  );
}
