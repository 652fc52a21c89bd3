import { dayText } from '../calendar/day-text.ts';
import { type DisputeOutcome, verdictNames } from '../handling/demand.ts';
import {
  type AskedOfOrgan,
  answerFormNames,
  followUpForms,
  headDeedOf,
  nextStepNames,
} from '../handling/handling-state.ts';
import type { PackageContents } from '../package/contents.ts';
import { assessmentPaper } from './assessment-paper.ts';
import { byDemand, demandIn, factsOf, type Paper, type PaperSource, sectionsOf, tableOf, textOf } from './paper.ts';

/** Demand by demand: what is asked, and what the organ promises or disputes (S4.3). */
export function demandAnswersPaper({ round, answers }: PackageContents['demand-answers'], source: PaperSource): Paper {
  return [
    ...roundFact(round),
    ...tableOf(
      '逐条答复',
      ['序号', '审议要求', '答复', '整改措施、异议理由', '责任人', '完成时限'],
      byDemand(source, answers).map((answer) => {
        const { no, text } = demandIn(source, answer.demandId);
        return answer.stance === 'disputed'
          ? [no, text, '提出异议', answer.reason, '', '']
          : [no, text, '接受', answer.measure, answer.owner, dayText(answer.due)];
      }),
    ),
  ];
}

/** Demand by demand: what has been done, when, and with which files (HAN-08). */
export function evidencePaper({ round, evidence }: PackageContents['evidence'], source: PaperSource): Paper {
  return [
    ...roundFact(round),
    ...tableOf(
      '逐项佐证',
      ['序号', '审议要求', '日期', '完成情况', '佐证材料'],
      byDemand(source, evidence).map(({ demandId, text, on, attachments }) => {
        const demand = demandIn(source, demandId);
        return [demand.no, demand.text, dayText(on), text, attachments.map(({ name }) => name).join('、')];
      }),
    ),
  ];
}

const outcomeNames = {
  upheld: '维持原要求，请重新答复',
  withdrawn: '撤回，不再要求',
  reassigned: '改由其他机关办理',
} satisfies Record<DisputeOutcome['outcome'], string>;

/** What became of each dispute, with its reason (S4.2). */
export function disputeDecisionsPaper(
  { round, on, outcomes }: PackageContents['dispute-decisions'],
  source: PaperSource,
): Paper {
  return [
    ...factsOf(['办理轮次', `第${round}轮`], ['处理日期', dayText(on)]),
    ...tableOf(
      '对异议的处理意见',
      ['序号', '审议要求', '处理', '理由'],
      byDemand(source, outcomes).map(({ demandId, outcome, reason }) => {
        const { no, text } = demandIn(source, demandId);
        return [no, text, outcomeNames[outcome], reason];
      }),
    ),
  ];
}

export function handlingDraftPaper({ round, text }: PackageContents['handling-draft']): Paper {
  return [...roundFact(round), ...textOf(text)];
}

export function handlingCommentPaper({ round, comment }: PackageContents['handling-comment']): Paper {
  return [...roundFact(round), ...textOf(comment)];
}

export function handlingReportPaper(
  { round, text, unfinished }: PackageContents['handling-report'],
  source: PaperSource,
): Paper {
  return [
    ...roundFact(round),
    ...textOf(text),
    ...tableOf(
      '尚未办结的承诺',
      ['序号', '审议要求', '后续计划'],
      byDemand(source, unfinished).map(({ demandId, plan }) => {
        const { no, text: demand } = demandIn(source, demandId);
        return [no, demand, plan];
      }),
    ),
  ];
}

export function followUpPaper(
  { date, inspection, demandIds, problems, feedback }: PackageContents['follow-up-feedback'],
  source: PaperSource,
): Paper {
  const named = byDemand(
    source,
    demandIds.map((demandId) => ({ demandId })),
  ).map(({ demandId }) => `第${demandIn(source, demandId).no}项`);
  return [
    ...factsOf(
      ['检查时间', dayText(date)],
      ['形式', followUpForms[inspection]],
      ['涉及的审议要求', named.length === 0 ? null : named.join('、')],
    ),
    ...sectionsOf([
      ['发现的问题', textOf(problems)],
      ['反馈要求', textOf(feedback)],
    ]),
  ];
}

/** Demand by demand: what was asked and how the committee judges its handling (S4.2). */
export function verdictsPaper({ round, verdicts }: PackageContents['verdicts'], source: PaperSource): Paper {
  return [
    ...roundFact(round),
    ...tableOf(
      '逐条评价',
      ['序号', '审议要求', '评价', '理由'],
      byDemand(source, verdicts).map(({ demandId, verdict, reason }) => {
        const { no, text } = demandIn(source, demandId);
        return [no, text, verdictNames[verdict], reason];
      }),
    ),
  ];
}

export function handlingResultPaper({ round, assessment }: PackageContents['handling-result']): Paper {
  return [...roundFact(round), ...assessmentPaper(assessment)];
}

export function nextStepPaper(
  { round, step, due, requirement, demandIds, asked }: PackageContents['next-step'],
  source: PaperSource,
): Paper {
  const known: Readonly<Record<string, string>> = nextStepNames;
  const open = byDemand(
    source,
    demandIds.map((demandId) => ({ demandId })),
  );
  return [
    ...factsOf(['监督方式', known[step] ?? step], ['期限', `${dayText(due)}前`], ['进入', `第${round}轮办理`]),
    ...sectionsOf([
      ['要求', textOf(requirement)],
      ...(asked === null ? [] : askedSections(asked)),
      [
        '继续办理的审议要求',
        tableOf(
          '继续办理的审议要求',
          ['序号', '审议要求'],
          open.map(({ demandId }) => {
            const { no, text } = demandIn(source, demandId);
            return [no, text];
          }),
        ),
      ],
    ]),
  ];
}

export function secondAnswerPaper({ round, asked }: PackageContents['second-answer']): Paper {
  return [...roundFact(round), ...factsOf(['期限', `${dayText(asked.due)}前`]), ...sectionsOf(askedSections(asked))];
}

/** INQ-04: the head comes to an oral answer and signs a written one (监督法 §54). */
function askedSections({ question, content, form }: AskedOfOrgan): [string, Paper][] {
  return [
    ['质询的问题', textOf(question)],
    ['质询的内容', textOf(content)],
    ['答复方式', textOf(`${answerFormNames[form]}，由受质询机关负责人${headDeedOf(form)}。`)],
  ];
}

/** What the organ answers, and which head signs it or will come (监督法 §54). */
export function interpellationAnswerPaper(content: PackageContents['interpellation-answer']): Paper {
  const { round, isAgain, on, question, form, answeredBy, text } = content;
  const isWritten = form === 'written';
  return [
    ...factsOf(
      ['办理轮次', `第${round}轮`],
      ['答复日期', dayText(on)],
      ['答复方式', `${answerFormNames[form]}${isWritten ? '' : '（会前送交的书面材料）'}`],
      [isWritten ? '签署的负责人' : '到会答复的负责人', answeredBy],
    ),
    ...sectionsOf([
      ['质询的问题', textOf(question)],
      [isAgain ? '再作的答复' : '答复', textOf(text)],
    ]),
  ];
}

function roundFact(round: number): Paper {
  return factsOf(['办理轮次', `第${round}轮`]);
}
