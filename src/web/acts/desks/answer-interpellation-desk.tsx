import { answerFormNames, headDeedOf, type OrganAnswer } from '../../../domain/handling/handling-state.ts';
import { currentRound } from '../../../domain/handling/rounds.ts';
import { dateText, dateWithWeekday } from '../../lib/formats.ts';
import { FactRows } from '../../ui/fact-list.tsx';
import { FileLinks } from '../../ui/file-links.tsx';
import type { Desk, DeskProps } from '../desk.ts';
import './desk-paper.css';

/** What the organ is asked, how and by when it answers, and what it has answered already (监督法 §52–54). */
export const desk: Desk = { papers: { title: '质询案', Content: Asked } };

function Asked({ facts }: DeskProps) {
  const { asked, askedAgain, organAnswers } = currentRound(facts.state);
  const now = askedAgain ?? asked;
  if (now === null) return <p className="quiet">没有签收的质询案。</p>;
  const isWritten = now.form === 'written';
  return (
    <>
      <FactRows
        facts={[
          ['质询的问题', <Words key="question" text={now.question} />],
          ['质询的内容', <Words key="content" text={now.content} />],
          ['答复方式', `${answerFormNames[now.form]}，由本机关负责人${headDeedOf(now.form)}`],
          ['答复期限', dateWithWeekday(now.due)],
        ]}
      />
      <p className="quiet">
        {isWritten
          ? '人大常委会登记以前，可以再次报送更正后的答复，以最后报送的为准。'
          : '口头答复在会上作出；可以在会前送交答复的书面材料，供会议使用。'}
      </p>
      {organAnswers.map((answer) => (
        <Sent key={`${answer.isAgain}${answer.no}`} answer={answer} />
      ))}
    </>
  );
}

function Sent({ answer: { isAgain, no, on, answeredBy, text, attachments } }: { answer: OrganAnswer }) {
  return (
    <details className="desk-paper">
      <summary>
        {dateText(on)}报送的{isAgain ? '再作答复' : '答复'}
        {no === 1 ? '' : `（第${no}次）`}
      </summary>
      <p className="quiet">负责人：{answeredBy}</p>
      <p className="value-text">{text}</p>
      <FileLinks files={attachments} />
    </details>
  );
}

function Words({ text }: { text: string }) {
  return <span className="value-text">{text}</span>;
}
