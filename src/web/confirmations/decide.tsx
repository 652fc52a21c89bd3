import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useId, useState } from 'react';
import { confirmEnteredAct, type EnteredActView, sendBackEnteredAct } from '../../contract/entered-acts.ts';
import { limits } from '../../contract/fields.ts';
import { call, newIdempotencyKey } from '../lib/client.ts';
import { AnswerSheet } from '../ui/answer-sheet.tsx';
import { useFeedback } from '../ui/feedback.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { TextEntry, within } from '../ui/text-entry.tsx';

type Asked = 'confirm' | 'return' | undefined;

/** Confirms that the meeting took the decision, or sends it back; neither before its papers were opened, and both with one hand. */
export function Decide({ act, left }: { act: EnteredActView; left: number | undefined }) {
  const { message } = useFeedback();
  const client = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  const hintId = useId();
  const close = () => setAsked(undefined);
  const answered = (said: string) => {
    close();
    void message.success(said);
    return client.invalidateQueries();
  };
  const confirm = useMutation({
    mutationFn: () =>
      call(confirmEnteredAct, { params: { enteredId: act.id }, body: {}, idempotencyKey: newIdempotencyKey() }),
    onSuccess: (outcome) => answered(outcome.state === 'recorded' ? `已确认，第${outcome.seq}号法定行为` : '已确认'),
    onError: close,
  });
  const sendBack = useMutation({
    mutationFn: (reason: string) =>
      call(sendBackEnteredAct, {
        params: { enteredId: act.id },
        body: { reason },
        idempotencyKey: newIdempotencyKey(),
      }),
    onSuccess: () => answered('已退回办公室'),
    onError: close,
  });
  const isRead = left === 0;
  return (
    <div className="decide">
      <ProblemAlert error={confirm.error ?? sendBack.error} />
      <div className="decide-buttons">
        <Button type="primary" disabled={!isRead} aria-describedby={hintId} onClick={() => setAsked('confirm')}>
          确认
        </Button>
        <Button onClick={() => setAsked('return')}>退回</Button>
      </div>
      <p id={hintId} className="quiet decide-hint">
        {left === undefined || isRead ? '' : `打开上列材料后可以确认，还有${left}份没有打开。`}
      </p>
      <AnswerSheet
        title={`确认“${act.title}”？`}
        open={asked === 'confirm'}
        onClose={close}
        answers={
          <>
            <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
              确认
            </Button>
            <Button onClick={close}>取消</Button>
          </>
        }
      >
        <p>确认会议确已作出这一决定。确认后记入法定行为链，不能更改。</p>
      </AnswerSheet>
      <ReturnSheet
        title={`退回“${act.title}”`}
        open={asked === 'return'}
        busy={sendBack.isPending}
        onReason={(reason) => sendBack.mutate(reason)}
        onClose={close}
      />
    </div>
  );
}

function ReturnSheet(props: {
  title: string;
  open: boolean;
  busy: boolean;
  onReason: (reason: string) => void;
  onClose: () => void;
}) {
  const { title, open, busy, onReason, onClose } = props;
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <AnswerSheet
      title={title}
      open={open}
      onClose={onClose}
      answers={
        <>
          <Button type="primary" loading={busy} onClick={() => form.submit()}>
            退回
          </Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      <Form form={form} layout="vertical" preserve={false} onFinish={({ reason }) => onReason(reason.trim())}>
        <Form.Item
          name="reason"
          label="退回理由"
          rules={[{ required: true, whitespace: true, message: '请填写退回理由' }, within(limits.comment)]}
        >
          <TextEntry widget="paragraphs" maxLength={limits.comment} autoFocus />
        </Form.Item>
      </Form>
    </AnswerSheet>
  );
}
