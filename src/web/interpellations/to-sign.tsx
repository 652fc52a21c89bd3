import type { MotionView } from '../../contract/interpellations.ts';
import { paths } from '../app/paths.ts';
import { useMotions } from '../lib/use-motions.ts';
import { LinkButton } from '../ui/link-button.tsx';
import './interpellations.css';

/** On a member’s own page: what he is asked to read and may sign, exactly, and nothing where nothing is asked. */
export function ToSign() {
  const waiting = (useMotions(undefined, true).data ?? []).filter(({ may, mine }) => may.sign && mine !== 'signed');
  if (waiting.length === 0) return null;
  return (
    <section className="task-group" aria-labelledby="to-sign">
      <h2 id="to-sign">
        待您阅读的质询案
        <span className="task-count">{waiting.length}件</span>
        <small>愿意联名的，由本人签名</small>
      </h2>
      <div className="card to-sign">
        <ul>
          {waiting.map((motion) => (
            <li key={motion.id}>
              <Asked motion={motion} />
            </li>
          ))}
        </ul>
      </div>
    </section>
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
