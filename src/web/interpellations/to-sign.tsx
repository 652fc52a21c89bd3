import type { ComponentType } from 'react';
import type { MotionView } from '../../contract/interpellations.ts';
import { paths } from '../app/paths.ts';
import { useMe } from '../lib/me.ts';
import { useMotions } from '../lib/use-motions.ts';
import { LinkButton } from '../ui/link-button.tsx';
import './interpellations.css';

/** On a member’s own page: what he is asked to read, to sign or to say a word on, exactly, and nothing where nothing is asked. */
export function ToSign() {
  const me = useMe().data;
  const motions = useMotions(undefined, true).data ?? [];
  const toSign = motions.filter(({ may, mine }) => may.sign && mine !== 'signed');
  const hasSpoken = ({ open }: MotionView) => open?.words.some(({ personId }) => personId === me?.personId) === true;
  const answered = motions.filter((motion) => motion.may.speak && !hasSpoken(motion));
  return (
    <>
      <Waiting id="to-sign" title="待您阅读的质询案" note="愿意联名的，由本人签名" motions={toSign} Item={Asked} />
      <Waiting
        id="answered"
        title="待您表明意见的质询答复"
        note="满意或者不满意，由本人表明"
        motions={answered}
        Item={Answered}
      />
    </>
  );
}

type Waited = {
  id: string;
  title: string;
  note: string;
  motions: readonly MotionView[];
  Item: ComponentType<{ motion: MotionView }>;
};

function Waiting({ id, title, note, motions, Item }: Waited) {
  if (motions.length === 0) return null;
  return (
    <section className="task-group" aria-labelledby={id}>
      <h2 id={id}>
        {title}
        <span className="task-count">{motions.length}件</span>
        <small>{note}</small>
      </h2>
      <div className="card to-sign">
        <ul>
          {motions.map((motion) => (
            <li key={motion.id}>
              <Item motion={motion} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function Answered({ motion: { organName, topicName, question, open, caseId } }: { motion: MotionView }) {
  return (
    <>
      <h3>
        {organName}
        {open?.isAgain === true ? '再作的答复' : '对质询的答复'}（{topicName}）
      </h3>
      <p>质询的问题：{question}</p>
      <LinkButton type="primary" to={paths.interpellationsOf(caseId)}>
        阅读答复并表明意见
      </LinkButton>
    </>
  );
}

function Asked({ motion }: { motion: MotionView }) {
  const { organName, topicName, question, signatures, needed, missing, mine, caseId } = motion;
  return (
    <>
      <h3>
        对{organName}的质询案（{topicName}）
      </h3>
      <p>质询的问题：{question}</p>
      <p className="quiet">
        {mine === 'earlier' ? '内容在您签名以后作了修改，请重新阅读。' : ''}
        已有{signatures.length}人签名，须{needed}人以上{missing === 0 ? '' : `，还差${missing}人`}。
      </p>
      <LinkButton type="primary" to={paths.interpellationsOf(caseId)}>
        阅读全文并签名
      </LinkButton>
    </>
  );
}
