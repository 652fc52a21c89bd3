import { dayText } from '../calendar/day-text.ts';
import { verdictNames } from '../handling/demand.ts';
import { nextStepNames } from '../handling/handling-state.ts';
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

export function evidencePaper({ demandId, text }: PackageContents['evidence'], source: PaperSource): Paper {
  const demand = demandIn(source, demandId);
  return [
    ...factsOf(['审议要求', demand.no === '—' ? demand.text : `第${demand.no}项：${demand.text}`]),
    ...sectionsOf([['佐证说明', textOf(text)]]),
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

export function followUpPaper({ date, problems }: PackageContents['follow-up-feedback']): Paper {
  return [...factsOf(['检查时间', dayText(date)]), ...sectionsOf([['发现的问题和反馈要求', textOf(problems)]])];
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
  { round, step, due, requirement, demandIds }: PackageContents['next-step'],
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

function roundFact(round: number): Paper {
  return factsOf(['办理轮次', `第${round}轮`]);
}
