import { dayText } from '../calendar/day-text.ts';
import type { Demand } from '../handling/demand.ts';
import type { PackageContents } from '../package/contents.ts';
import { assessmentPaper } from './assessment-paper.ts';
import { factsOf, numberedOf, type Paper, type PaperSource, sectionsOf, tableOf, textOf } from './paper.ts';

export function workReportDraftPaper({ text }: PackageContents['work-report-draft']): Paper {
  return textOf(text);
}

export function workReportPaper({ text, opinionAnswers }: PackageContents['work-report'], source: PaperSource): Paper {
  return [
    ...textOf(text),
    ...tableOf(
      '对各方面意见的研究情况',
      ['序号', '意见', '研究情况'],
      opinionAnswers.map(({ opinionId, answer }, index) => [
        String(index + 1),
        source.nameOf(opinionId) ?? `第${index + 1}项意见`,
        answer,
      ]),
    ),
  ];
}

/** What a county's session came to, as its city reads it (S3.3). */
export function supervisionResultsPaper(
  {
    sessionName,
    workReport,
    inquiries,
    resolution,
    opinion,
    demands,
    assessment,
    problems,
    note,
  }: PackageContents['supervision-results'],
  source: PaperSource,
): Paper {
  return [
    ...factsOf(
      ['审议会议', sessionName],
      ['听取的报告', workReport?.title],
      ['报告机关', workReport?.organName || undefined],
    ),
    ...sectionsOf([
      ['审议意见', textOf(opinion)],
      ['审议中提出的问题', numberedOf(problems)],
      ['审议要求', demandTable(demands, source)],
      ['专题询问', numberedOf(inquiries.map(({ on, matter, summary }) => `${dayText(on)}，${matter}：${summary}`))],
      ['满意度测评', assessmentPaper(assessment)],
      ['决议决定', textOf(resolution === null ? null : `${resolution.title}\n${resolution.text}`)],
      ['专项工作报告', textOf(workReport === null ? null : workReport.text)],
    ]),
    ...factsOf(['报送说明', note || undefined]),
  ];
}

/** What goes to the party committee of the same level (S4.1). */
export function resultsPaper(
  { sessionName, opinion, demands, assessment, resolution }: PackageContents['results'],
  source: PaperSource,
): Paper {
  return [
    ...factsOf(['审议会议', sessionName]),
    ...sectionsOf([
      ['审议意见', textOf(opinion)],
      ['审议要求', demandTable(demands, source)],
      ['满意度测评', assessmentPaper(assessment)],
      ['决议决定', textOf(resolution)],
    ]),
  ];
}

/** What an organ is handed to study and handle (S4.1). */
export function demandsPaper(
  { sessionName, opinion, demands, assessment, resolution, handlingDue }: PackageContents['demands'],
  source: PaperSource,
): Paper {
  const due = handlingDue === null ? '自签收之日起计算，签收后可见' : `${dayText(handlingDue)}前报告办理落实情况`;
  return [
    ...factsOf(['审议会议', sessionName], ['办理期限', due]),
    ...sectionsOf([
      ['审议意见', textOf(opinion)],
      ['交由贵单位办理的审议要求', demandTable(demands, source)],
      ['满意度测评', assessmentPaper(assessment)],
      [
        '决议决定',
        resolution === null
          ? []
          : [...textOf(resolution.text), ...factsOf(['报告执行情况', `${dayText(resolution.reportBy)}前`])],
      ],
    ]),
  ];
}

function demandTable(demands: readonly Demand[], { nameOf }: PaperSource): Paper {
  return tableOf(
    '审议要求',
    ['序号', '问题', '要求', '办理机关'],
    demands
      .toSorted((one, other) => one.no - other.no)
      .map(({ no, problem, text, organId }) => [String(no), problem, text, nameOf(organId)]),
  );
}
