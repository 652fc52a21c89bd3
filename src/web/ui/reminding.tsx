import { useMe } from '../lib/me.ts';
import {
  isRemindedToday,
  type RemindedStep,
  remindedText,
  useRemind,
  useRemindersOf,
  whyNotReminded,
} from '../lib/reminders.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { useFeedback } from './feedback.tsx';

type Props = RemindedStep & {
  /** The step and whose it is, for the question. */
  title: string;
  whose: string;
  /** Whether the reader may remind (`mayRemind`); who may not sees only when it was last done. */
  isOffered: boolean;
  size?: 'small' | 'middle';
};

/** Reminds whoever owes a step, once a day, and says when that was last done. */
export function Reminding({ title, whose, isOffered, size = 'small', ...step }: Props) {
  const me = useMe();
  const reminders = useRemindersOf(me.data)(step);
  const remind = useRemind();
  const { message } = useFeedback();
  const last = remindedText(reminders);
  const send = () =>
    remind.mutateAsync(step).then(
      () => message.success(`已催办${whose}`),
      (error: unknown) => message.error(whyNotReminded(error)),
    );
  return (
    <span className="reminding">
      {isOffered && !isRemindedToday(reminders) ? (
        <ConfirmButton
          question={`催办${whose}“${title}”？`}
          detail="对方会收到一条写明步骤、期限和依据的通知；同一步骤一天只催办一次，双方都可以查看催办记录。"
          okText="催办"
          button={{ size, loading: remind.isPending }}
          label={`催办${whose}“${title}”`}
          onConfirm={send}
        >
          催办
        </ConfirmButton>
      ) : null}
      {last === '' ? null : <small>{last}</small>}
    </span>
  );
}
