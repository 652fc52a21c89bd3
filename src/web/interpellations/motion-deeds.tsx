import { Button, Select } from 'antd';
import { useState } from 'react';
import { limits } from '../../contract/fields.ts';
import type { MotionView } from '../../contract/interpellations.ts';
import { dateWithWeekday, withDateWords } from '../lib/formats.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { useFeedback } from '../ui/feedback.tsx';
import { MessageBox } from '../ui/message-box.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { ReasonModal } from '../ui/reason-modal.tsx';
import { useMotion } from './interpellations-api.ts';
import { MotionForm } from './motion-form.tsx';

type Deeds = ReturnType<typeof useMotion>;

/** What the reader can do with a motion: sign it, take that back, put it, change it, withdraw it. */
export function MotionDeeds({ motion }: { motion: MotionView }) {
  const deeds = useMotion(motion);
  const failed = [deeds.sign, deeds.revoke, deeds.submit, deeds.withdraw].find(({ error }) => error !== null);
  return (
    <>
      <ProblemAlert error={failed?.error ?? null} />
      {motion.may.sign ? <Sign motion={motion} deeds={deeds} /> : null}
      {motion.may.submit ? <Submit motion={motion} deeds={deeds} /> : null}
      {motion.may.keep ? <Keep motion={motion} deeds={deeds} /> : null}
    </>
  );
}

/** One tap, and one to take it back: nothing is final before the motion is put. */
function Sign({ motion, deeds: { sign, revoke } }: { motion: MotionView; deeds: Deeds }) {
  const { message } = useFeedback();
  if (motion.mine === 'signed') {
    return (
      <div className="motion-deeds">
        <span>您已签名，提出之前可以撤回。</span>
        <Button
          loading={revoke.isPending}
          onClick={() => revoke.mutate(undefined, { onSuccess: () => void message.success('已撤回签名') })}
        >
          撤回签名
        </Button>
      </div>
    );
  }
  return (
    <>
      {motion.mine === 'earlier' ? (
        <MessageBox
          type="warning"
          title="内容已经修改"
          description="您签名以后质询案作了修改，原签名不再计入；仍愿联名的，请阅读后重新签名。"
        />
      ) : null}
      <div className="motion-deeds">
        <Button
          type="primary"
          size="large"
          loading={sign.isPending}
          onClick={() => sign.mutate(undefined, { onSuccess: () => void message.success('已签名') })}
        >
          本人签名
        </Button>
        <span className="quiet">联名提出由本人决定，不签名不需要办理。</span>
      </div>
    </>
  );
}

/** In a session, once enough members have signed; from then on it cannot be taken back. */
function Submit({ motion, deeds: { submit } }: { motion: MotionView; deeds: Deeds }) {
  const { days, refusals, missing } = motion;
  const [chosen, setChosen] = useState<string>();
  const on = chosen ?? days.at(-1);
  if (missing > 0) return null;
  if (refusals.length > 0 || on === undefined) {
    return (
      <MessageBox
        type="info"
        title="已达到人数，目前还不能提出"
        description={refusals.map(({ text }) => withDateWords(text)).join('')}
      />
    );
  }
  return (
    <div className="motion-deeds">
      <Select
        aria-label="提出日期"
        value={on}
        onChange={setChosen}
        options={days.map((day) => ({ value: day, label: dateWithWeekday(day) }))}
      />
      <ConfirmButton
        question="确定提出这件质询案？"
        detail="提出后内容和签名都不能更改，由主任会议决定答复方式。"
        okText="提出"
        button={{ type: 'primary', loading: submit.isPending }}
        onConfirm={() => submit.mutateAsync(on)}
      >
        提出质询案
      </ConfirmButton>
    </div>
  );
}

function Keep({ motion, deeds }: { motion: MotionView; deeds: Deeds }) {
  const [isOpen, setOpen] = useState<'change' | 'withdraw'>();
  const close = () => setOpen(undefined);
  const { organId, question, content } = motion;
  return (
    <div className="motion-deeds">
      <Button onClick={() => setOpen('change')}>修改</Button>
      <Button onClick={() => setOpen('withdraw')}>撤回质询案</Button>
      {isOpen === 'change' ? (
        <MotionForm
          title="修改质询案"
          note={
            motion.signatures.length === 0
              ? undefined
              : `内容修改后，已有的${motion.signatures.length}个签名不再计入，须由组成人员重新签名。`
          }
          initial={{ organId, question, content }}
          submitText="保存修改"
          error={deeds.revise.error}
          busy={deeds.revise.isPending}
          onSubmit={(words) => deeds.revise.mutate(words, { onSuccess: close })}
          onClose={close}
        />
      ) : null}
      <ReasonModal
        title="撤回质询案"
        label="撤回的理由"
        okText="撤回"
        maxLength={limits.longText}
        open={isOpen === 'withdraw'}
        busy={deeds.withdraw.isPending}
        onCancel={close}
        onReason={(reason) => deeds.withdraw.mutate(reason, { onSettled: close })}
      />
    </div>
  );
}
