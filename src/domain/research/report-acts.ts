import type { Attachment } from '../package/attachment.ts';
import type { PackageDraft } from '../package/package.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { cityTrackOf, countyTracksOf } from '../procedure/case.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import type { Finding, FindingAnswer, LeftOut, ReportParagraph } from './finding.ts';
import { answersByCounty, checkFindingAnswers, unansweredFindings } from './finding-answers.ts';
import { answersInReport, checkReportFindings, citedAt } from './report-findings.ts';
import { withResearch } from './with-research.ts';

/**
 * The paragraphs number themselves by their order. A finding of a county is adopted by being cited, and declined by being left out: the
 * city's answers follow (S2.10).
 */
export type FinaliseResearchReport = {
  title: string;
  paragraphs: readonly Omit<ReportParagraph, 'no'>[];
  leftOut: readonly LeftOut[];
  /** The report as the office has it in its own form. */
  attachments: readonly Attachment[];
};
export type SendResearchReport = { note: string };
export type AnswerLateFindings = { answers: readonly FindingAnswer[] };

const finaliseReport = defineAct<FinaliseResearchReport>({
  kind: 'finalise-research-report',
  case: 'topic',
  title: '形成调研报告',
  clause: 'S2.8',
  law: ['S2.10', 'SUR-07', 'SUR-08'],
  level: 'both',
  tenant: 'body',
  by: 'lead-committee',
  ready: (facts) => (facts.own.level === 'city' ? checkReportsReceived(facts) : []),
  check: (payload, facts) => [...checkParagraphs(payload), ...checkReportFindings(payload, facts.state.research)],
  evolve: (state, payload) => {
    const { title, attachments, leftOut } = payload;
    const { research } = state;
    return withResearch(state, {
      report: { title, paragraphs: numbered(payload), attachments },
      leftOut: leftOut.filter(({ findingId }) => research.findings.some(({ id }) => id === findingId)),
      answers: [...research.answers, ...answersInReport(payload, research)],
    });
  },
  effects: (payload, facts) => ({
    packages: answerPackages(answersInReport(payload, facts.state.research), numbered(payload), facts, payload.title),
  }),
});

function numbered({ paragraphs }: FinaliseResearchReport): readonly ReportParagraph[] {
  return paragraphs.map((paragraph, index) => ({ ...paragraph, no: index + 1 }));
}

/** The city's report absorbs what has arrived; who has not reported is named (S2.9, S2.10). */
function checkReportsReceived(facts: Facts): readonly Refusal[] {
  const { countyFindings } = facts.state.research;
  const missing = countyTracksOf(facts.view).filter((track) => countyFindings[track.tenantId] === undefined);
  if (missing.length === 0) return [];
  const names = missing.map((track) => track.shortName).join('、');
  const text = `尚未收到${names}的调研报告，市人大常委会的调研报告要充分吸纳各县（市、区）调研成果。确需先行形成的，请写明理由。`;
  return [departsFrom('report/counties-missing', 'S2.10', text)];
}

function checkParagraphs({ paragraphs }: FinaliseResearchReport): readonly Refusal[] {
  if (paragraphs.length === 0) return [refuse('report/empty', 'S2.8', '调研报告没有内容，请分段填写。', 'paragraphs')];
  return paragraphs.flatMap(({ text }, index) =>
    text.trim() === ''
      ? [refuse('report/empty', 'S2.8', `调研报告第${index + 1}段没有内容。`, `paragraphs.${index}.text`)]
      : [],
  );
}

function answerPackages(
  answers: readonly FindingAnswer[],
  paragraphs: readonly ReportParagraph[],
  facts: Facts,
  reportTitle: string,
): readonly PackageDraft[] {
  return answersByCounty(answers, paragraphs, facts).map(({ countyId, ...content }) => ({
    kind: 'finding-answers',
    title: `“${facts.view.name}”发现问题采纳情况反馈`,
    addresseeIds: [countyId],
    content: { reportTitle, ...content },
  }));
}

const answerLateFindings = defineAct<AnswerLateFindings>({
  kind: 'answer-late-findings',
  case: 'topic',
  title: '处理调研报告形成后收到的县（市、区）问题',
  clause: 'S2.10',
  law: ['SUR-08'],
  level: 'city',
  tenant: 'body',
  by: 'lead-committee',
  repeatable: true,
  ready: ({ state }) => {
    if (state.research.report === null) {
      return [
        refuse('answers/report-first', 'S2.10', '调研报告尚未形成，县（市、区）报送的问题请在调研报告中一并处理。'),
      ];
    }
    if (unansweredFindings(state.research).length > 0) return [];
    return [refuse('answers/none-open', 'S2.10', '县（市、区）报送的问题都已处理。')];
  },
  check: (payload, facts) =>
    checkFindingAnswers({
      answers: payload.answers,
      asked: unansweredFindings(facts.state.research),
      paragraphs: facts.state.research.report?.paragraphs ?? [],
    }),
  evolve: (state, payload) => withResearch(state, { answers: [...state.research.answers, ...payload.answers] }),
  effects: (payload, facts) => {
    const { report } = facts.state.research;
    return { packages: answerPackages(payload.answers, report?.paragraphs ?? [], facts, report?.title ?? '') };
  },
});

const sendReport = defineAct<SendResearchReport>({
  kind: 'send-research-report',
  case: 'topic',
  title: '向市人大常委会报送调研报告',
  clause: 'S2.9',
  law: ['SUR-07'],
  level: 'county',
  tenant: 'body',
  by: 'office',
  effects: ({ note }, facts) => {
    const city = cityTrackOf(facts.view);
    const { report, findings } = facts.state.research;
    if (city === undefined || report === null) return {};
    // What a county has not put into its report it has not sent: the city cannot read it (监督法 §6).
    const cited = citedAt(report.paragraphs);
    const { title, paragraphs, attachments } = report;
    const sent = findings.filter((finding) => cited.has(finding.id));
    const content = { title, paragraphs, findings: sent, note };
    const files = withFindings(attachments, sent);
    return {
      packages: [{ kind: 'research-report', title, addresseeIds: [city.tenantId], content, attachments: files }],
    };
  },
});

/** The report's own files, then those of the findings it cites, each once. */
function withFindings(own: readonly Attachment[], findings: readonly Finding[]): readonly Attachment[] {
  const all = [...own, ...findings.flatMap(({ attachments = [] }) => attachments)];
  return [...new Map(all.map((file) => [`${file.digest}/${file.name}`, file])).values()];
}

const receiveReport = receiveAct('research-report', 'topic', 'body', (state, { content, from }) =>
  withResearch(state, { countyFindings: { ...state.research.countyFindings, [from.tenantId]: content.findings } }),
);

const receiveAnswers = receiveAct('finding-answers', 'topic', 'body', (state, { content }) =>
  withResearch(state, { answers: [...state.research.answers, ...content.answers] }),
);

/** S2.8–S2.10: each level's report, sent up, absorbed, and answered finding by finding. */
export const reportActs = [finaliseReport, sendReport, receiveReport, answerLateFindings, receiveAnswers];
