import { Link } from 'react-router';
import { gradeNames } from '../../../domain/ballot/satisfaction.ts';
import { verdictText } from '../../../domain/handling/demand.ts';
import { groundsOf } from '../../../domain/handling/ladder.ts';
import { currentRound } from '../../../domain/handling/rounds.ts';
import { personNameOf, tenantNameOf } from '../../../domain/organisation/facts.ts';
import { paths } from '../../app/paths.ts';
import { dateText } from '../../lib/formats.ts';
import { FactRows } from '../../ui/fact-list.tsx';
import { MessageBox } from '../../ui/message-box.tsx';
import type { Desk, DeskProps } from '../desk.ts';
import { useDeskFacts } from '../desk-facts.ts';
import { LadderChoice } from './ladder-choice.tsx';
import './choose-next-step-desk.css';
import './grounds.css';

/** What the decision rests on lies beside it; the ways on stand in the form with what each needs; a 质询案 stands as it was put. */
export const desk: Desk = {
  papers: { title: '测评结果和未销号的要求', Content: Grounds },
  editors: {
    step: LadderChoice,
    organId: AsPut,
    question: shownAbove,
    content: shownAbove,
    submittedOn: shownAbove,
    signatoryIds: shownAbove,
  },
};

function Grounds({ facts }: DeskProps) {
  return (
    <>
      <Ballot facts={facts} />
      <Left facts={facts} />
    </>
  );
}

function Ballot({ facts }: Pick<DeskProps, 'facts'>) {
  const { assessment } = groundsOf(facts);
  if (assessment === null) return <p className="quiet">本轮办理落实情况尚未测评。</p>;
  const { count, present, members, grade, explanation } = assessment;
  return (
    <section className="grounds-part">
      <h3>第{currentRound(facts.state).no}轮测评</h3>
      <p>
        {grade === null ? '只公布票数，不评定等次' : `评定为${gradeNames[grade]}`}：满意{count.satisfied}票，基本满意
        {count.basicallySatisfied}票，不满意{count.unsatisfied}票，无效{count.invalid}票。
      </p>
      <p className="quiet">
        全体组成人员{members}人，出席{present}人；发出{count.issued}张，收回{count.returned}张。{explanation}
      </p>
    </section>
  );
}

function Left({ facts }: Pick<DeskProps, 'facts'>) {
  const { left } = groundsOf(facts);
  const { verdicts } = currentRound(facts.state);
  return (
    <section className="grounds-part">
      <h3>进入下一轮的审议要求（{left.length}项）</h3>
      <ul>
        {left.map((demand) => {
          const verdict = verdicts.find(({ demandId }) => demandId === demand.id);
          return (
            <li key={demand.id}>
              第{demand.no}项：{demand.problem}
              {verdict === undefined ? '' : `（${verdictText(verdict)}）`}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What members have put stands here as they put it: the council decides how it is answered. */
function AsPut() {
  const { motion, organisation, view } = useDeskFacts();
  if (motion === undefined || motion === null) {
    return (
      <MessageBox
        type="warning"
        role="status"
        title="没有已经提出的质询案"
        description="质询案由组成人员在各自账号中签名，达到法定人数后在会议期间提出；联名人不在这里填写。"
        action={<Link to={paths.interpellationsOf(view.id)}>起草质询案、征集签名</Link>}
      />
    );
  }
  const names = motion.signatoryIds.map((id) => personNameOf(organisation, id));
  return (
    <section className="put-motion" aria-label="已提出的质询案">
      <FactRows
        facts={[
          ['质询对象', tenantNameOf(organisation, motion.organId)],
          ['质询的问题', <InParagraphs key="question" text={motion.question} />],
          ['质询的内容', <InParagraphs key="content" text={motion.content} />],
          ['提出日期', dateText(motion.submittedOn)],
          ['联名', `${names.length}人：${names.join('、')}`],
        ]}
      />
    </section>
  );
}

function InParagraphs({ text }: { text: string }) {
  return <span className="value-text">{text}</span>;
}

function shownAbove() {
  return null;
}
