import type { CaseState } from '../case-state.ts';
import { demandAnswerText, verdictNames } from '../handling/demand.ts';
import { answerFormNames } from '../handling/handling-state.ts';
import { askedIn } from '../handling/interpellation-answer.ts';
import { currentRound } from '../handling/rounds.ts';
import { type OrganisationFacts, personNameOf, tenantNameOf } from '../organisation/facts.ts';
import { planStanceNames } from '../research/plan-comment.ts';
import { factsOf, headed, numberedOf, type TitledPaper, tableOf, textOf, titled } from './paper.ts';

/** What a paper of the own record is made of: the own state, and the names of the places in it. */
export type RecordSource = { state: CaseState; organisation: OrganisationFacts };

/** 实施方案 in its parts, with what the counties said to it (S2.1, S2.2). */
export function implementationPlanPaper({ state, organisation }: RecordSource): readonly TitledPaper[] {
  const { plan, planComments } = state.research;
  if (plan === null) return [];
  const comments = Object.entries(planComments).map(([tenantId, { stance, comment }]) => [
    tenantNameOf(organisation, tenantId),
    planStanceNames[stance],
    comment,
  ]);
  return titled(
    '实施方案',
    headed('监督重点', textOf(plan.focus)),
    headed('实地调研', textOf(plan.siteResearch)),
    headed('座谈走访', textOf(plan.talks)),
    headed('会议审议', textOf(plan.deliberation)),
    headed('县（市、区）任务', textOf(plan.countyTasks)),
    headed('县（市、区）意见', tableOf('县（市、区）意见', ['县（市、区）', '态度', '意见'], comments)),
  );
}

/** The organ's report as it lies before the sitting: the final one, or the draft until it has come (S3.5). */
export function workReportPaper({ state }: RecordSource): readonly TitledPaper[] {
  const { finalReport, draftReport } = state.deliberation;
  if (finalReport !== null) return titled(finalReport.title, textOf(finalReport.text));
  if (draftReport === null) return [];
  return titled(`${draftReport.title}（征求意见稿）`, textOf(draftReport.text));
}

/** 调研报告 (S2.8). */
export function researchReportPaper({ state }: RecordSource): readonly TitledPaper[] {
  const { report } = state.research;
  if (report === null) return [];
  return titled(report.title, ...report.paragraphs.map(({ text }) => textOf(text)));
}

/** What the special meeting compiled of the counties' results, and those results (S3.4). */
export function countyResultsPaper({ state, organisation }: RecordSource): readonly TitledPaper[] {
  const { specialMeeting, countyResults } = state.deliberation;
  const rows = Object.entries(countyResults).map(([tenantId, results]) => [
    tenantNameOf(organisation, tenantId),
    results.problems.join('；'),
    results.opinion,
  ]);
  return titled(
    '县（市、区）监督工作情况汇总',
    headed('汇总梳理', textOf(specialMeeting?.summary ?? '')),
    headed('共性问题', numberedOf((specialMeeting?.commonProblems ?? []).map(({ title }) => title))),
    headed('各县（市、区）审议情况', tableOf('各县（市、区）审议情况', ['县（市、区）', '主要问题', '审议意见'], rows)),
  );
}

/** 审议意见 with its demands; what it is by now stands in its title (S3.7). */
export function opinionPaper({ state, organisation }: RecordSource): readonly TitledPaper[] {
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
  const asked = demands.map(({ no, problem, text, organId }) => [
    String(no),
    problem,
    text,
    tenantNameOf(organisation, organId),
  ]);
  return titled(
    title,
    headed('退回理由', textOf(returned ?? '')),
    headed('总体评价', textOf(assessment)),
    headed('存在的主要问题', numberedOf(problems)),
    headed('审议要求', tableOf('审议要求', ['项', '问题', '要求', '办理机关'], asked)),
    headed(
      '县（市、区）监督成果吸纳情况',
      tableOf('县（市、区）监督成果吸纳情况', ['县（市、区）', '吸纳于', '说明'], absorbed),
    ),
  );
}

/** Reports on the handling, and what the committee says to each demand (S4.2, S4.3). */
export function handlingPapers({ state, organisation }: RecordSource): readonly TitledPaper[] {
  const round = currentRound(state);
  const { demands } = state.handling;
  const rows = demands.map(({ id, no, text, organId }) => {
    const answer = round.answers.find(({ demandId }) => demandId === id);
    const verdict = round.verdicts.find(({ demandId }) => demandId === id);
    const judged = verdict === undefined ? '' : verdictNames[verdict.verdict];
    return [
      `第${no}项：${text}`,
      tenantNameOf(organisation, organId),
      answer === undefined ? '' : demandAnswerText(answer),
      verdict === undefined || verdict.reason === '' ? judged : `${judged}：${verdict.reason}`,
    ];
  });
  return [
    ...titled('审议要求办理落实情况', tableOf('', ['审议要求', '办理机关', '整改承诺', '委室评价'], rows)),
    ...round.reports.flatMap(({ title, text }) => titled(title, textOf(text))),
  ];
}

/** What the interpellated organ has answered, and who of those who put the motion is not satisfied (监督法 §53). */
export function interpellationPapers({ state, organisation }: RecordSource): readonly TitledPaper[] {
  const asked = askedIn({ state });
  const answer = currentRound(state).interpellationAnswers.at(-1);
  if (asked === null || answer === undefined) return [];
  const names = answer.dissatisfiedIds.map((id) => personNameOf(organisation, id));
  return titled(
    `${tenantNameOf(organisation, asked.organId)}对质询的答复`,
    factsOf(['答复方式', answerFormNames[answer.form]], ['答复人', answer.answeredBy]),
    headed('质询的问题', textOf(asked.question)),
    headed('答复', textOf(answer.text)),
    headed(
      '对答复不满意的',
      textOf(names.length === 0 ? '' : `${names.join('、')}（提出质询案的共${asked.signatoryIds.length}人）`),
    ),
  );
}

/** Everything that lies before a sitting for a topic, by what it was put there for, the most needed first. */
export function sittingPapers(purpose: 'deliberation' | 'handling', source: RecordSource): readonly TitledPaper[] {
  if (purpose === 'handling') return [...handlingPapers(source), ...opinionPaper(source)];
  return [
    ...opinionPaper(source),
    ...workReportPaper(source),
    ...researchReportPaper(source),
    ...countyResultsPaper(source),
  ];
}
