import type { ReactNode } from 'react';
import { gradeInShort } from '../../domain/ballot/result-text.ts';
import type { CaseState } from '../../domain/case-state.ts';
import { demandAnswerText, disputeDecisionNames } from '../../domain/handling/demand.ts';
import { followUpForms, type HandlingPaper, nextStepNames, type Round } from '../../domain/handling/handling-state.ts';
import { personNameOf, tenantNameOf } from '../../domain/organisation/facts.ts';
import { dateText } from '../lib/formats.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import { FileLinks } from '../ui/file-links.tsx';
import { EmptyView } from '../ui/states.tsx';
import { interpellationParts } from './interpellation-parts.tsx';
import { Promises } from './promises.tsx';
import './handling.css';

type Props = {
  caseId: string;
  state: CaseState;
  linkage: PeopledLinkage;
  today: string;
  isOrgan: boolean;
  isPast: boolean;
};

/** The handling of the demands: what falls due, and everything that was written and found about it, round by round, the latest first. */
export function Handling(props: Props) {
  const { state, linkage } = props;
  // An organ may be interpellated that has no demand to meet.
  const isAsked = state.handling.rounds.some(({ asked }) => asked !== null);
  if (state.handling.demands.length === 0 && !isAsked) {
    return (
      <EmptyView text="还没有需要办理的审议要求" hint="审议意见印发机关以后，答复、佐证、检查和评价都列在这里。" />
    );
  }
  return (
    <>
      {state.handling.demands.length === 0 ? null : <Promises {...props} />}
      {state.handling.rounds.toReversed().map((round) => (
        <RoundPapers key={round.no} round={round} state={state} linkage={linkage} />
      ))}
    </>
  );
}

type InRound = { round: Round; state: CaseState; linkage: PeopledLinkage };

function RoundPapers({ round, state, linkage }: InRound) {
  const parts = partsOf({ round, state, linkage });
  const title = `第${round.no}轮办理`;
  return (
    <section className="section" aria-label={title}>
      <div className="section-head">
        <h2>{title}</h2>
        <span className="quiet">{headOf(round)}</span>
      </div>
      {parts.length === 0 ? <p className="quiet">还没有往来文件和检查记录。</p> : parts}
    </section>
  );
}

function headOf({ due, assessment, publishedOn, nextStep }: Round): string {
  const parts = [
    ...(due === null ? [] : [`办理期限${dateText(due)}`]),
    ...(assessment === null ? [] : [`测评${gradeInShort(assessment)}`]),
    ...(publishedOn === null ? [] : [`${dateText(publishedOn)}向社会公布`]),
    ...(nextStep === null ? [] : [`下一步：${nextStepNames[nextStep.step]}，${dateText(nextStep.due)}前完成`]),
  ];
  return parts.join('；');
}

function partsOf(known: InRound): readonly ReactNode[] {
  return [...answersIn(known), ...followUpsIn(known), ...papersIn(known), ...orderedIn(known)];
}

function numberIn({ handling }: CaseState, id: string): string {
  return `第${handling.demands.find((demand) => demand.id === id)?.no ?? ''}项`;
}

/** What was answered before, and what became of disputes. */
function answersIn({ round, state }: InRound): readonly ReactNode[] {
  return [
    ...round.superseded.map(({ answer, on }) => {
      const text = demandAnswerText(answer);
      return (
        <Part key={`${answer.demandId}${text}`} title={`${numberIn(state, answer.demandId)}更改前的答复`} on={on}>
          <p className="value-text">{text}</p>
        </Part>
      );
    }),
    ...round.disputes.map(({ decision, on, state: settled }) => (
      <Part key={decision.demandId} title={`对${numberIn(state, decision.demandId)}异议的处理`} on={on}>
        <p className="value-text">
          {disputeDecisionNames[decision.decision]}
          {settled === 'open' ? '（待主任会议决定）' : ''}：{decision.reason}
        </p>
      </Part>
    )),
  ];
}

function followUpsIn({ round, state, linkage: { organisation } }: InRound): readonly ReactNode[] {
  return round.followUps.map((entry) => (
    <Part
      key={`${entry.on}${entry.problems}${entry.organIds.join()}`}
      title={`跟踪检查（${followUpForms[entry.form]}）`}
      on={entry.on}
    >
      {entry.leaderId === null ? null : (
        <p className="quiet">
          {personNameOf(organisation, entry.leaderId)}牵头，检查
          {entry.organIds.map((id) => tenantNameOf(organisation, id)).join('、')}
        </p>
      )}
      {entry.demandIds.length === 0 ? null : (
        <p className="quiet">涉及{entry.demandIds.map((id) => numberIn(state, id)).join('、')}</p>
      )}
      <p className="value-text">
        {entry.problems === '' ? '没有发现问题。' : `发现的问题：${entry.problems}`}
        {entry.feedback === '' ? '' : `\n要求：${entry.feedback}`}
      </p>
    </Part>
  ));
}

function papersIn({ round, state, linkage }: InRound): readonly ReactNode[] {
  const nameOf = (id: string) => tenantNameOf(linkage.organisation, id);
  return [
    ...round.drafts.map((paper) => (
      <Paper key={`${paper.on}${paper.fromTenantId}${paper.title}`} paper={paper} linkage={linkage} word="征求意见稿" />
    )),
    ...round.comments.map(({ organIds, text, on }) => (
      <Part key={`${on}${text}`} title={`对${organIds.map(nameOf).join('、')}征求意见稿的意见`} on={on}>
        <p className="value-text">{text}</p>
      </Part>
    )),
    ...round.reports.map((paper) => (
      <Paper key={`${paper.on}${paper.fromTenantId}`} paper={paper} linkage={linkage} word="办理落实情况报告">
        {paper.unfinished.map(({ demandId, plan }) => (
          <p key={demandId} className="value-text">
            {numberIn(state, demandId)}尚未办结，后续计划：{plan}
          </p>
        ))}
      </Paper>
    )),
  ];
}

function Paper(props: { paper: HandlingPaper; linkage: PeopledLinkage; word: string; children?: ReactNode }) {
  const { paper, linkage, word, children } = props;
  return (
    <Part title={`${tenantNameOf(linkage.organisation, paper.fromTenantId)}的${word}：${paper.title}`} on={paper.on}>
      <p className="value-text">{paper.text}</p>
      {children}
      <FileLinks files={paper.attachments} />
    </Part>
  );
}

/** What the choice after the round before made of this one: 二次审议, 询问, the answers to a 质询案 (S4.5). */
function orderedIn({ round, state, linkage }: InRound): readonly ReactNode[] {
  const { organisation } = linkage;
  const { secondDeliberation, inquiry, secondAnswer } = round;
  return [
    secondDeliberation === null ? null : (
      <Part key="second-deliberation" title="常委会会议二次审议" on={secondDeliberation.on}>
        <p className="value-text">{secondDeliberation.conclusion}</p>
        {secondDeliberation.speeches.map(({ name, text }) => (
          <p key={`${name}${text}`} className="value-text">
            {name}：{text}
          </p>
        ))}
      </Part>
    ),
    inquiry === null ? null : (
      <Part key="inquiry" title="常委会会议询问" on={inquiry.on}>
        {inquiry.exchanges.map(({ memberId, organId, question, answer }) => (
          <p key={`${memberId}${question}`} className="value-text">
            {personNameOf(organisation, memberId)}问：{question}
            {'\n'}
            {tenantNameOf(organisation, organId)}答：{answer}
          </p>
        ))}
      </Part>
    ),
    ...interpellationParts({ round, state, linkage, Part }),
    secondAnswer?.outcome === 'not-again' ? (
      <p key="no-second" className="quiet">
        主任会议决定不再作答复：{secondAnswer.reason}
      </p>
    ) : null,
  ].filter((part) => part !== null);
}

/** Folded: whoever looks for it opens it. */
function Part({ title, on, children }: { title: string; on: string; children: ReactNode }) {
  return (
    <details className="handling-part">
      <summary>
        <span>{title}</span> <time dateTime={on}>{dateText(on)}</time>
      </summary>
      {children}
    </details>
  );
}
