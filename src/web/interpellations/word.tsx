import { Button } from 'antd';
import type { MotionView } from '../../contract/interpellations.ts';
import { useMe } from '../lib/me.ts';
import { useFeedback } from '../ui/feedback.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useMotion } from './interpellations-api.ts';

/** What those who put the motion hold of the answer that waits to be recorded; whoever is one of them says it here (监督法 §53). */
export function Words({ motion }: { motion: MotionView }) {
  const { open, signatures, may } = motion;
  if (open === null) return null;
  const said = (isSatisfied: boolean) => open.words.filter((word) => word.isSatisfied === isSatisfied);
  const spoken = new Set(open.words.map(({ personId }) => personId));
  const silent = signatures.filter(({ personId, counts }) => counts && !spoken.has(personId));
  return (
    <section className="motion-signing" aria-label="对答复的意见">
      <p aria-live="polite">
        <strong>
          满意{said(true).length}人，不满意{said(false).length}人，尚未表明{silent.length}人
        </strong>
      </p>
      <Names title="满意" people={said(true)} />
      <Names title="不满意" people={said(false)} />
      <Names title="尚未表明" people={silent} />
      {may.speak ? <Saying motion={motion} open={open} /> : null}
    </section>
  );
}

function Names({ title, people }: { title: string; people: readonly { personName: string }[] }) {
  if (people.length === 0) return null;
  return (
    <p className="quiet">
      {title}：{people.map(({ personName }) => personName).join('、')}
    </p>
  );
}

/** One tap each, and another to say otherwise: nothing is final before the office records it. */
function Saying({ motion, open }: { motion: MotionView; open: NonNullable<MotionView['open']> }) {
  const { speak } = useMotion(motion);
  const { message } = useFeedback();
  const personId = useMe().data?.personId;
  const mine = open.words.find((word) => word.personId === personId)?.isSatisfied;
  const { isAgain, no } = open;
  const say = (isSatisfied: boolean) =>
    speak.mutate({ isAgain, no, isSatisfied }, { onSuccess: () => void message.success('已表明') });
  return (
    <>
      <ProblemAlert error={speak.error} />
      <div className="motion-deeds">
        <Button
          size="large"
          aria-pressed={mine === true}
          disabled={mine === true || speak.isPending}
          onClick={() => say(true)}
        >
          满意
        </Button>
        <Button
          size="large"
          aria-pressed={mine === false}
          disabled={mine === false || speak.isPending}
          onClick={() => say(false)}
        >
          不满意
        </Button>
        <span className="quiet">
          {mine === undefined
            ? '由本人表明；办公室登记答复以前可以更改。'
            : `您已表明${mine ? '满意' : '不满意'}，办公室登记以前可以更改。`}
        </span>
      </div>
    </>
  );
}
