import type { CaseState } from '../case-state.ts';
import { demandAnswerText, verdictNames } from '../handling/demand.ts';
import { currentRound } from '../handling/rounds.ts';
import { type OrganisationFacts, tenantNameOf } from '../organisation/facts.ts';
import { planStanceNames } from '../research/plan-comment.ts';
import { type Paper, paperOf } from './paper.ts';

/** What a paper of a topic is made of: the own state, and the names of the places in it. */
export type PaperSource = { state: CaseState; organisation: OrganisationFacts };

const asStored = (day: string) => day;

/** 实施方案 in its parts, with what the counties said to it (S2.1, S2.2). */
export function implementationPlanPaper({ state, organisation }: PaperSource): readonly Paper[] {
  const { plan, planComments } = state.research;
  if (plan === null) return [];
  const comments = Object.entries(planComments).map(([tenantId, { stance, comment }]) => [
    tenantNameOf(organisation, tenantId),
    planStanceNames[stance],
    comment,
  ]);
  return paperOf(
    '实施方案',
    { kind: 'text', heading: '监督重点', text: plan.focus },
    { kind: 'text', heading: '实地调研', text: plan.siteResearch },
    { kind: 'text', heading: '座谈走访', text: plan.talks },
    { kind: 'text', heading: '会议审议', text: plan.deliberation },
    { kind: 'text', heading: '县（市、区）任务', text: plan.countyTasks },
    { kind: 'table', heading: '县（市、区）意见', columns: ['县（市、区）', '态度', '意见'], rows: comments },
  );
}

/** The organ's report as it lies before the sitting: the final one, or the draft until it has come (S3.5). */
export function workReportPaper({ state }: PaperSource): readonly Paper[] {
  const { finalReport, draftReport } = state.deliberation;
  if (finalReport !== null) return paperOf(finalReport.title, { kind: 'text', text: finalReport.text });
  if (draftReport === null) return [];
  return paperOf(`${draftReport.title}（征求意见稿）`, { kind: 'text', text: draftReport.text });
}

/** 调研报告 (S2.8). */
export function researchReportPaper({ state }: PaperSource): readonly Paper[] {
  const { report } = state.research;
  if (report === null) return [];
  return paperOf(report.title, ...report.paragraphs.map(({ text }) => ({ kind: 'text' as const, text })));
}

/** What the special meeting compiled of the counties' results, and those results (S3.4). */
export function countyResultsPaper({ state, organisation }: PaperSource): readonly Paper[] {
  const { specialMeeting, countyResults } = state.deliberation;
  const rows = Object.entries(countyResults).map(([tenantId, results]) => [
    tenantNameOf(organisation, tenantId),
    results.problems.join('；'),
    results.opinion,
  ]);
  return paperOf(
    '县（市、区）监督工作情况汇总',
    { kind: 'text', heading: '汇总梳理', text: specialMeeting?.summary ?? '' },
    { kind: 'list', heading: '共性问题', items: (specialMeeting?.commonProblems ?? []).map(({ title }) => title) },
    { kind: 'table', heading: '各县（市、区）审议情况', columns: ['县（市、区）', '主要问题', '审议意见'], rows },
  );
}

/** 审议意见 with its demands; what it is by now stands in its title (S3.7). */
export function opinionPaper({ state, organisation }: PaperSource): readonly Paper[] {
  const { opinion, countyResults } = state.deliberation;
  if (opinion === null) return [];
  const { version, assessment, problems, demands, countyResultsAbsorbed, returned } = opinion;
  const title = opinion.state === 'adopted' ? '审议意见' : `审议意见（第${version}稿）`;
  const absorbed = countyResultsAbsorbed
    .filter(({ tenantId }) => countyResults[tenantId] !== undefined)
    .map(({ tenantId, demandNos, how }) => [
      tenantNameOf(organisation, tenantId),
      demandNos.length === 0 ? '没有吸纳' : `第${demandNos.join('、')}项`,
      how,
    ]);
  return paperOf(
    title,
    { kind: 'text', heading: '退回理由', text: returned ?? '' },
    { kind: 'text', heading: '总体评价', text: assessment },
    { kind: 'list', heading: '存在的主要问题', items: problems },
    {
      kind: 'table',
      heading: '审议要求',
      columns: ['项', '问题', '要求', '办理机关'],
      rows: demands.map(({ no, problem, text, organId }) => [
        String(no),
        problem,
        text,
        tenantNameOf(organisation, organId),
      ]),
    },
    {
      kind: 'table',
      heading: '县（市、区）监督成果吸纳情况',
      columns: ['县（市、区）', '吸纳于', '说明'],
      rows: absorbed,
    },
  );
}

/** Reports on the handling, and what the committee says to each demand (S4.2, S4.3). */
export function handlingPapers({ state, organisation }: PaperSource): readonly Paper[] {
  const round = currentRound(state);
  const { demands } = state.handling;
  const rows = demands.map(({ id, no, text, organId }) => {
    const answer = round.answers.find(({ demandId }) => demandId === id);
    const verdict = round.verdicts.find(({ demandId }) => demandId === id);
    const judged = verdict === undefined ? '' : verdictNames[verdict.verdict];
    return [
      `第${no}项：${text}`,
      tenantNameOf(organisation, organId),
      answer === undefined ? '' : demandAnswerText(answer, asStored),
      verdict === undefined || verdict.reason === '' ? judged : `${judged}：${verdict.reason}`,
    ];
  });
  return [
    ...paperOf('审议要求办理落实情况', {
      kind: 'table',
      columns: ['审议要求', '办理机关', '整改承诺', '委室评价'],
      rows,
    }),
    ...round.reports.flatMap(({ title, text }) => paperOf(title, { kind: 'text', text })),
  ];
}

/** Everything that lies before a sitting for a topic, by what it was put there for, the most needed first. */
export function sittingPapers(purpose: 'deliberation' | 'handling', source: PaperSource): readonly Paper[] {
  if (purpose === 'handling') return [...handlingPapers(source), ...opinionPaper(source)];
  return [
    ...opinionPaper(source),
    ...workReportPaper(source),
    ...researchReportPaper(source),
    ...countyResultsPaper(source),
  ];
}
