import type { CaseState } from '../../../domain/case-state.ts';
import { interpellationPapers } from '../../../domain/document/record-papers.ts';
import { type AnswerForm, answerFormNames, headDeedOf } from '../../../domain/handling/handling-state.ts';
import {
  answerFormOf,
  askedIn,
  receivedAnswerOf,
  secondAskedIn,
  sentAnswersIn,
} from '../../../domain/handling/interpellation-answer.ts';
import { currentRound, orderOf } from '../../../domain/handling/rounds.ts';
import { personNameOf, tenantNameOf } from '../../../domain/organisation/facts.ts';
import { dateText, dateWithWeekday } from '../../lib/formats.ts';
import { FactRows } from '../../ui/fact-list.tsx';
import { FileLinks } from '../../ui/file-links.tsx';
import { FoldedPaper } from '../../ui/folded-paper.tsx';
import type { EditorProps } from '../../ui/form/editors.ts';
import { FieldControl } from '../../ui/form/field-control.tsx';
import type { Desk, DeskProps } from '../desk.ts';
import { useDeskFacts } from '../desk-facts.ts';
import './desk-paper.css';

/** What was asked, by whom, and how the council has it answered; what the organ has sent, and a first answer, lie with it (监督法 §52–54). */
export const desk: Desk = {
  papers: { title: '质询案和答复', Content: Asked },
  editors: { source: Source, venue: Venue },
};

/** The organ's own written answer, where it has come; nothing to choose where none has, nor of what was said in a room. */
function Source({ field, options, name }: EditorProps) {
  const { state, organisation } = useDeskFacts();
  const asked = askedIn({ state });
  if (asked === null || formNow(state) !== 'written') return null;
  const organ = tenantNameOf(organisation, asked.organId);
  const received = receivedAnswerOf(state, isSecond(state));
  if (received === undefined) {
    const text = `还没有签收${organ}报送的书面答复。另行收到书面答复的，在这里登记；登记后机关不再报送。`;
    return <p className="quiet">{text}</p>;
  }
  const { on, answeredBy, attachments } = received;
  const files = attachments.length === 0 ? '' : `，附件${attachments.length}份`;
  return (
    <>
      <FieldControl field={field} options={options} name={name} />
      <p className="quiet">
        {organ}于{dateText(on)}报送，{answeredBy}签署{files}；全文见“质询案和答复”。
      </p>
    </>
  );
}

/** A written answer is given nowhere. */
function Venue({ field, options, name }: EditorProps) {
  const { state } = useDeskFacts();
  if (formNow(state) === 'written') return null;
  return <FieldControl field={field} options={options} name={name} />;
}

function Asked({ facts }: Pick<DeskProps, 'facts'>) {
  const { state, organisation } = facts;
  const order = orderOf(state);
  const asked = askedIn(facts);
  if (order === null || asked === null) return <p className="quiet">没有交机关答复的质询案。</p>;
  const again = secondAskedIn(currentRound(state));
  const form = again?.form ?? asked.form;
  const names = asked.signatoryIds.map((id) => personNameOf(organisation, id));
  return (
    <>
      <FactRows
        facts={[
          ['质询对象', tenantNameOf(organisation, asked.organId)],
          ['质询的问题', <Words key="question" text={asked.question} />],
          ['质询的内容', <Words key="content" text={asked.content} />],
          ['提出日期', dateWithWeekday(asked.submittedOn)],
          ['联名', `${names.length}人：${names.join('、')}`],
          ['答复方式', answerFormNames[form]],
          ['答复期限', dateWithWeekday(again?.due ?? order.due)],
        ]}
      />
      {interpellationPapers(facts).map((paper) => (
        <FoldedPaper key={paper.title} title={paper.title} paper={paper.parts} />
      ))}
      <Received facts={facts} form={form} />
    </>
  );
}

/** What the organ has sent and nobody has recorded yet: before an oral answer, what its head is going to say. */
function Received({ facts: { state, words = [] }, form }: Pick<DeskProps, 'facts'> & { form: AnswerForm }) {
  const isAgain = isSecond(state);
  const { interpellationAnswers } = currentRound(state);
  const sent = sentAnswersIn(currentRound(state), isAgain).at(-1);
  if (sent === undefined || interpellationAnswers.length > Number(isAgain)) return null;
  const isWritten = form === 'written';
  return (
    <section className="desk-paper" aria-label="机关报送的答复">
      <h3>{isWritten ? '机关报送的书面答复' : '机关会前送交的材料'}</h3>
      <p className="quiet">
        {dateText(sent.on)}，{sent.answeredBy}
        {headDeedOf(form)}
      </p>
      <p className="value-text">{sent.text}</p>
      <FileLinks files={sent.attachments} />
      {words.length === 0 ? null : (
        <p>
          本人表明：
          {words.map(({ personName, isSatisfied }) => `${personName}${isSatisfied ? '满意' : '不满意'}`).join('，')}。
        </p>
      )}
    </section>
  );
}

/** The second answer is what is recorded once the council has decided on one. */
function isSecond(state: CaseState): boolean {
  return secondAskedIn(currentRound(state)) !== undefined;
}

function formNow(state: CaseState) {
  return answerFormOf(state, isSecond(state));
}

function Words({ text }: { text: string }) {
  return <span className="value-text">{text}</span>;
}
