import { gradeNames } from '../../../domain/ballot/satisfaction.ts';
import { verdictText } from '../../../domain/handling/demand.ts';
import { groundsOf, ladderOf } from '../../../domain/handling/ladder.ts';
import { currentRound } from '../../../domain/handling/rounds.ts';
import { explainInterpellation } from '../../../domain/session/thresholds.ts';
import { listOf } from '../../lib/schema-form.ts';
import { ClauseTag } from '../../ui/clause-tag.tsx';
import type { Desk, DeskProps } from '../desk.ts';
import './choose-next-step-desk.css';

/** What the decision rests on lies beside it: the ballot, what goes on, and the ways on with what each needs. */
export const desk: Desk = { papers: { title: '测评结果和可以采取的方式', Content: Grounds } };

function Grounds({ facts, payload }: DeskProps) {
  return (
    <>
      <Ballot facts={facts} />
      <Left facts={facts} />
      <Ladder facts={facts} payload={payload} />
    </>
  );
}

function Ballot({ facts }: Pick<DeskProps, 'facts'>) {
  const { assessment } = groundsOf(facts);
  if (assessment === null) return <p className="quiet">本轮办理落实情况尚未测评。</p>;
  const { count, present, members, grade, explanation } = assessment;
  return (
    <section className="ladder-part">
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
    <section className="ladder-part">
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

function Ladder({ facts, payload }: Pick<DeskProps, 'facts' | 'payload'>) {
  const signed = new Set(listOf(payload.signatoryIds)).size;
  const { needed } = explainInterpellation(facts.own.level);
  return (
    <section className="ladder-part">
      <h3>可以采取的方式</h3>
      <ol className="ladder">
        {ladderOf(facts).map(({ step, name, clause, needs, follows }) => (
          <li key={step} className={payload.step === step ? 'is-chosen' : undefined}>
            <strong>{name}</strong> <ClauseTag id={clause} text={clause} />
            <p>条件：{needs}</p>
            {step === 'interpellation' && payload.step === step ? (
              <p aria-live="polite">
                已选联名人{signed}人，{signed >= needed ? '符合人数要求' : `还差${needed - signed}人`}。
              </p>
            ) : null}
            <p className="quiet">{follows}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
