import type { ComponentType, ReactNode } from 'react';
import type { CaseState } from '../../domain/case-state.ts';
import {
  type AskedOfOrgan,
  answerFormNames,
  answerGivenText,
  type OrganAnswer,
  type Round,
} from '../../domain/handling/handling-state.ts';
import { type ReadAnswer, readAnswersIn } from '../../domain/handling/interpellation-answer.ts';
import { personNameOf } from '../../domain/organisation/facts.ts';
import { dateText } from '../lib/formats.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import { FileLinks } from '../ui/file-links.tsx';

type Shown = {
  round: Round;
  state: CaseState;
  linkage: PeopledLinkage;
  /** One folded entry of a round. */
  Part: ComponentType<{ title: string; on: string; children: ReactNode }>;
};

/** What a 质询案 made of a round: for its body the answers, for the organ also what it is asked (监督法 §52–54). */
export function interpellationParts(shown: Shown): readonly ReactNode[] {
  const { round, state, linkage, Part } = shown;
  return [
    ...askedParts(round),
    ...readAnswersIn(state, round.no).map((answer) => (
      <Part key={`answer${answer.isAgain}`} title={titleOf(answer)} on={answer.on}>
        <Answer answer={answer} organisation={linkage.organisation} />
      </Part>
    )),
    ...sentParts(shown),
  ];
}

function titleOf({ isAgain, isRecorded }: ReadAnswer): string {
  return `${isAgain ? '对质询再作答复' : '对质询的答复'}${isRecorded ? '' : '（已签收，待办公室登记）'}`;
}

function Answer({ answer, organisation }: { answer: ReadAnswer; organisation: PeopledLinkage['organisation'] }) {
  const { text, attachments, isRecorded } = answer;
  return (
    <>
      <p className="quiet">{answerGivenText(answer)}</p>
      <p className="value-text">{text}</p>
      <FileLinks files={attachments} />
      {isRecorded ? <p className="quiet">{satisfactionText(answer, organisation)}</p> : null}
    </>
  );
}

function satisfactionText(
  { dissatisfiedIds, asksAgain }: ReadAnswer,
  organisation: PeopledLinkage['organisation'],
): string {
  if (dissatisfiedIds.length === 0) return '提出质询案的组成人员没有表示不满意。';
  const names = dissatisfiedIds.map((id) => personNameOf(organisation, id)).join('、');
  return `${names}对答复不满意${asksAgain ? '，过半数，要求再作答复' : ''}。`;
}

/** The organ's own record: what it is asked to answer. */
function askedParts({ asked, askedAgain }: Round): readonly ReactNode[] {
  return [
    asked === null ? null : <AskedPart key="asked" asked={asked} title="质询案" />,
    askedAgain === null ? null : <AskedPart key="again" asked={askedAgain} title="再作答复的要求" />,
  ];
}

function AskedPart({ asked: { question, content, form, due }, title }: { asked: AskedOfOrgan; title: string }) {
  return (
    <section className="asked-part" aria-label={title}>
      <h3>{title}</h3>
      <p className="value-text">质询的问题：{question}</p>
      <p className="value-text">质询的内容：{content}</p>
      <p className="quiet">
        {answerFormNames[form]}，{dateText(due)}前
      </p>
    </section>
  );
}

/** The organ's own record: what it has sent. */
function sentParts({ round, Part }: Shown): readonly ReactNode[] {
  if (round.asked === null) return [];
  return round.organAnswers.map((answer) => (
    <Part key={`sent${answer.isAgain}${answer.no}`} title={sentTitle(answer)} on={answer.on}>
      <p className="quiet">负责人：{answer.answeredBy}</p>
      <p className="value-text">{answer.text}</p>
      <FileLinks files={answer.attachments} />
    </Part>
  ));
}

function sentTitle({ isAgain, no }: OrganAnswer): string {
  return `${isAgain ? '再作的答复' : '对质询的答复'}${no === 1 ? '' : `（第${no}次报送）`}`;
}
