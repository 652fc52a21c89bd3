import { gradeNames } from '../ballot/satisfaction.ts';
import { dayText, withDayTexts } from '../calendar/day-text.ts';
import { verdictNames } from '../handling/demand.ts';
import { notAskedText } from '../handling/finding-outcome.ts';
import type { PackageContents } from '../package/contents.ts';
import {
  type Finding,
  type FindingAnswer,
  findingAnswerNames,
  type Place,
  reportPartNames,
  severityNames,
} from '../research/finding.ts';
import { planAnswerNames, planStanceNames } from '../research/plan-comment.ts';
import { factsOf, headed, type Paper, type PaperSource, sectionsOf, tableOf, textOf } from './paper.ts';

/** The parts of a plan as S2.1 names them, and what is asked of the counties. */
export function planPaper(plan: PackageContents['implementation-plan']): Paper {
  return [
    ...factsOf(['稿次', `第${plan.version}稿`]),
    ...sectionsOf([
      ['监督重点', textOf(plan.focus)],
      ['实地调研', textOf(plan.siteResearch)],
      ['座谈走访', textOf(plan.talks)],
      ['会议审议', textOf(plan.deliberation)],
      ['县（市、区）任务', textOf(plan.countyTasks)],
    ]),
  ];
}

/** The version that is out, and for a county that has said something to the one before what became of its words (S2.1). */
export function planDraftPaper({ commentAnswer, ...plan }: PackageContents['plan-draft']): Paper {
  if (commentAnswer === undefined) return planPaper(plan);
  const { comment, answer, reason } = commentAnswer;
  const facts = factsOf(
    ['贵单位对上一稿的意见', comment],
    ['处理', planAnswerNames[answer]],
    [answer === 'adopted' ? '说明' : '理由', reason.trim() === '' ? undefined : reason],
  );
  return [...facts, ...planPaper(plan)];
}

export function planCommentPaper({ version, stance, comment }: PackageContents['plan-comment']): Paper {
  return [
    ...factsOf(['对象', `实施方案征求意见稿第${version}稿`], ['意见', planStanceNames[stance]]),
    ...sectionsOf([[stance === 'agrees' ? '补充建议' : '修改意见', textOf(comment)]]),
  ];
}

/** When the joint team comes to the addressee, who comes, where to, what to prepare; first what has changed (S2.4). */
export function visitNoticePaper({ visits, members, prepare, changes }: PackageContents['visit-notice']): Paper {
  return [
    ...headed('与上次告知不同的', changes.length === 0 ? [] : [{ kind: 'numbered', items: changes.map(withDayTexts) }]),
    ...tableOf(
      '到本级调研的安排',
      ['日期', '带队人', '走访的单位和地点'],
      visits.map(({ day, leader, places }) => [dayText(day), leader, places === '' ? '另行商定' : places]),
    ),
    ...factsOf(['随行人员', members.join('、') || undefined]),
    ...sectionsOf([['请准备的事项', textOf(prepare)]]),
  ];
}

export function collectedOpinionsPaper({ opinions }: PackageContents['collected-opinions']): Paper {
  return tableOf(
    '各方面意见',
    ['序号', '意见', '来源'],
    opinions.map(({ text, source }, index) => [String(index + 1), text, source]),
  );
}

const partOrder = ['overview', 'achievement', 'problem', 'cause', 'suggestion'] as const;

/** The report part by part, its paragraphs under their own numbers, then the findings it carries with where each is told. */
export function researchReportPaper(
  { paragraphs, findings, note }: PackageContents['research-report'],
  source: PaperSource,
): Paper {
  const numbered = (part: (typeof partOrder)[number]) =>
    paragraphs.filter((paragraph) => paragraph.part === part).map(({ no, text }) => `（第${no}段）${text}`);
  const citedIn = ({ id }: Finding) =>
    paragraphs.filter(({ findingIds }) => findingIds.includes(id)).map(({ no }) => `第${no}段`);
  return [
    ...sectionsOf(partOrder.map((part) => [reportPartNames[part], textOf(numbered(part).join('\n'))])),
    ...tableOf(
      '发现问题',
      ['序号', '问题', '程度', '地点', '具体情况', '报告段落'],
      findings.map((finding, index) => [
        String(index + 1),
        finding.title,
        severityNames[finding.severity],
        placeText(finding.place, source),
        finding.source === undefined
          ? finding.description
          : `${finding.description}（来自${withDayTexts(finding.source.text)}）`,
        citedIn(finding).join('、'),
      ]),
    ),
    ...factsOf(['报送说明', note || undefined]),
  ];
}

/** What became of each finding, with the words of the paragraph that took it up (S2.10). */
export function findingAnswersPaper(
  { reportTitle, answers, paragraphs }: PackageContents['finding-answers'],
  source: PaperSource,
): Paper {
  const howText = (answer: FindingAnswer) => {
    if (answer.answer === 'declined') return answer.reason;
    const text = paragraphs.find(({ no }) => no === answer.paragraphNo)?.text ?? '';
    return `报告第${answer.paragraphNo}段：${text}`;
  };
  return [
    ...factsOf(['报告', reportTitle]),
    ...tableOf(
      '逐项处理',
      ['序号', '发现问题', '处理', '采纳于、不采纳的理由'],
      answers.map((answer, index) => [
        String(index + 1),
        source.nameOf(answer.findingId) ?? '本单位报送的问题',
        findingAnswerNames[answer.answer],
        howText(answer),
      ]),
    ),
  ];
}

function placeText(place: Place, { nameOf }: PaperSource): string | undefined {
  switch (place.kind) {
    case 'county':
      return nameOf(place.tenantId);
    case 'park':
      return nameOf(place.parkId);
    case 'department':
      return nameOf(place.organId);
  }
}

/** What became of the findings of one county at the city: what was asked of whom, and how it was judged (S3.3, S5.3). */
export function findingOutcomesPaper(
  { outcomes }: PackageContents['finding-outcomes'],
  { nameOf }: PaperSource,
): Paper {
  const grade = outcomes.find((outcome) => outcome.grade !== null)?.grade ?? null;
  return [
    ...factsOf(['市级满意度测评', grade === null ? null : gradeNames[grade]]),
    ...tableOf(
      '发现问题办理情况',
      ['发现问题', '市级审议要求', '办理机关', '评价'],
      outcomes.flatMap(({ findingId, demands, reason }) => {
        const title = nameOf(findingId) ?? '报送的问题';
        if (demands.length === 0) return [[title, notAskedText(reason), '', '']];
        return demands.map(({ no, text, organName, verdict }) => [
          title,
          `第${no}项：${text}`,
          organName,
          verdict === null ? '' : verdictNames[verdict],
        ]);
      }),
    ),
  ];
}
