import { gradeInShort } from '../../../domain/ballot/result-text.ts';
import { handlingPapers } from '../../../domain/document/record-papers.ts';
import { nextStepNames } from '../../../domain/handling/handling-state.ts';
import { currentRound, openDemands, orderOf } from '../../../domain/handling/rounds.ts';
import { type UnmetBefore, unmetBefore } from '../../../domain/handling/unmet-before.ts';
import { tenantNameOf } from '../../../domain/organisation/facts.ts';
import { dateText } from '../../lib/formats.ts';
import { FactRows } from '../../ui/fact-list.tsx';
import { FoldedPaper } from '../../ui/folded-paper.tsx';
import type { Desk, DeskProps } from '../desk.ts';
import { judgedText } from './still-unmet.tsx';
import './grounds.css';

/** What the session takes up again lies beside what is said of it: why, what the council asked for, and what has become of it (S4.5). */
export const desk: Desk = { papers: { title: '不满意的原因和本轮办理情况', Content: Before } };

function Before({ facts }: Pick<DeskProps, 'facts'>) {
  const { state } = facts;
  const order = orderOf(state);
  const assessment = state.handling.rounds.at(-2)?.assessment ?? null;
  if (order === null) return <p className="quiet">主任会议没有确定下一步监督方式。</p>;
  return (
    <>
      <FactRows
        facts={[
          ...(assessment === null ? [] : [['上轮测评', gradeInShort(assessment)] as const]),
          ['主任会议的决定', `${nextStepNames[order.step]}，${dateText(order.due)}前完成`],
          ...(order.requirement === '' ? [] : [['提出的要求', order.requirement] as const]),
        ]}
      />
      <TakenUp facts={facts} />
      {handlingPapers(facts).map((paper) => (
        <FoldedPaper key={paper.title} title={paper.title} paper={paper.parts} />
      ))}
    </>
  );
}

function TakenUp({ facts: { state, organisation } }: Pick<DeskProps, 'facts'>) {
  const demands = openDemands(state);
  const before = new Map(unmetBefore(state.handling.rounds).map((one) => [one.demandId, one]));
  return (
    <section className="grounds-part">
      <h3>
        第{currentRound(state).no}轮办理的审议要求（{demands.length}项）
      </h3>
      <ul>
        {demands.map(({ id, no, problem, organId }) => (
          <li key={id}>
            第{no}项：{problem}
            <span className="quiet">
              （{[tenantNameOf(organisation, organId), ...judgedBefore(before.get(id))].join('；')}）
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function judgedBefore(before: UnmetBefore | undefined): readonly string[] {
  return (before?.rounds ?? []).map(judgedText);
}
