import { interpellationPapers } from '../../../domain/document/record-papers.ts';
import { type AnswerForm, answerFormNames } from '../../../domain/handling/handling-state.ts';
import { currentRound, orderOf } from '../../../domain/handling/rounds.ts';
import { personNameOf, tenantNameOf } from '../../../domain/organisation/facts.ts';
import { dateWithWeekday } from '../../lib/formats.ts';
import { FactRows } from '../../ui/fact-list.tsx';
import { FoldedPaper } from '../../ui/folded-paper.tsx';
import type { EditorProps } from '../../ui/form/editors.ts';
import { FieldControl } from '../../ui/form/field-control.tsx';
import type { Desk, DeskProps } from '../desk.ts';
import { useDeskFacts } from '../desk-facts.ts';

/** What was asked, by whom, and how the council has it answered; a first answer lies with it (监督法 §52–54). */
export const desk: Desk = { papers: { title: '质询案', Content: Asked }, editors: { venue: Venue } };

/** A written answer is given nowhere. */
function Venue({ field, options, name }: EditorProps) {
  const { state } = useDeskFacts();
  if (answerFormOf(state) === 'written') return null;
  return <FieldControl field={field} options={options} name={name} />;
}

function Asked({ facts }: Pick<DeskProps, 'facts'>) {
  const { state, organisation } = facts;
  const order = orderOf(state);
  const asked = order?.interpellation ?? null;
  if (order === null || asked === null) return <p className="quiet">没有交机关答复的质询案。</p>;
  const again = secondOf(state);
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
          ['答复方式', answerFormNames[answerFormOf(state) ?? asked.form]],
          ['答复期限', dateWithWeekday(again?.due ?? order.due)],
        ]}
      />
      {interpellationPapers(facts).map((paper) => (
        <FoldedPaper key={paper.title} title={paper.title} paper={paper.parts} />
      ))}
    </>
  );
}

function secondOf(state: DeskProps['facts']['state']) {
  const { secondAnswer } = currentRound(state);
  return secondAnswer?.outcome === 'again' ? secondAnswer : undefined;
}

function answerFormOf(state: DeskProps['facts']['state']): AnswerForm | undefined {
  return secondOf(state)?.form ?? orderOf(state)?.interpellation?.form;
}

function Words({ text }: { text: string }) {
  return <span className="value-text">{text}</span>;
}
