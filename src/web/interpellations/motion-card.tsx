import { Link } from 'react-router';
import type { MotionView } from '../../contract/interpellations.ts';
import { motionStateNames } from '../../domain/handling/interpellation-motion.ts';
import { paths } from '../app/paths.ts';
import { dateWithWeekday, momentText, withDateWords } from '../lib/formats.ts';
import { FactRows } from '../ui/fact-list.tsx';
import { StateTag, type Tone } from '../ui/state-tag.tsx';
import { MotionAnswer } from './motion-answer.tsx';
import { MotionDeeds } from './motion-deeds.tsx';
import { Signing } from './signing.tsx';
import { Words } from './word.tsx';

const tones = {
  signing: 'soon',
  submitted: 'ready',
  decided: 'done',
  withdrawn: 'off',
  lapsed: 'off',
} as const satisfies Record<MotionView['state'], Tone>;

/** One 质询案 as it is read before it is signed: to whom, what is asked, who has signed, and what the reader can do. */
export function MotionCard({ motion }: { motion: MotionView }) {
  const { organName, question, content, draftedByName, draftedAt, submittedOn, state } = motion;
  const about = `对${organName}的质询案`;
  return (
    <section className="section motion" aria-label={`${about}（${motion.topicName}）`}>
      <div className="section-head">
        <h2>{about}</h2>
        <StateTag tone={tones[state]} text={motionStateNames[state]} />
      </div>
      <FactRows
        facts={[
          [
            '议题',
            <Link key="topic" to={paths.caseTab(motion.caseId, 'handling')}>
              {motion.topicName}
            </Link>,
          ],
          ['质询对象', organName],
          [
            '质询的问题',
            <span key="question" className="value-text">
              {question}
            </span>,
          ],
          [
            '质询的内容',
            <span key="content" className="value-text">
              {content}
            </span>,
          ],
          ['起草', `${draftedByName}，${momentText(draftedAt)}`],
          ['提出', submittedOn === null ? undefined : dateWithWeekday(submittedOn)],
          ['结果', endOf(motion)],
          ['答复', motion.state === 'decided' && motion.answers.length === 0 ? '尚未答复' : undefined],
        ]}
      />
      <Signing motion={motion} />
      {motion.answers.map((answer) => (
        <MotionAnswer key={String(answer.isAgain)} answer={answer} organName={organName} />
      ))}
      <Words motion={motion} />
      <MotionDeeds motion={motion} />
    </section>
  );
}

function endOf({ state, closedReason }: MotionView): string | undefined {
  if (closedReason === null) return state === 'submitted' ? '等待主任会议决定答复方式' : undefined;
  return withDateWords(state === 'withdrawn' ? `起草人撤回，理由：${closedReason}` : closedReason);
}
