import type { PackageDraft } from '../package/package.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { cityTrackOf, countyTracksOf } from '../procedure/case.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import type { FindingAnswer, ReportParagraph } from './finding.ts';
import { answersByCounty, checkFindingAnswers, unansweredFindings } from './finding-answers.ts';
import { withResearch } from './with-research.ts';

/** A county has no findings to answer and leaves `answers` empty. */
export type FinaliseResearchReport = {
  title: string;
  paragraphs: readonly ReportParagraph[];
  answers: readonly FindingAnswer[];
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
  check: (payload, facts) => [
    ...checkParagraphs(payload),
    ...checkCitations(payload, facts),
    ...checkFindingAnswers({
      answers: payload.answers,
      asked: unansweredFindings(facts.state.research),
      paragraphs: payload.paragraphs,
      mustCite: true,
    }),
  ],
  evolve: (state, payload) => {
    const { title, paragraphs } = payload;
    return withResearch(state, {
      report: { title, paragraphs },
      answers: [...state.research.answers, ...payload.answers],
    });
  },
  effects: (payload, facts) => ({
    packages: answerPackages(payload.answers, payload.paragraphs, facts, payload.title),
  }),
});

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
  const wrong = paragraphs.find((paragraph, index) => paragraph.no !== index + 1);
  if (wrong !== undefined) {
    const text = `调研报告各段须从1起连续编号，第${paragraphs.indexOf(wrong) + 1}段现编为${wrong.no}。`;
    return [refuse('report/numbering', 'S2.8', text, 'paragraphs')];
  }
  return paragraphs
    .filter((paragraph) => paragraph.text.trim() === '')
    .map((paragraph) => refuse('report/empty', 'S2.8', `调研报告第${paragraph.no}段没有内容。`, 'paragraphs'));
}

function checkCitations({ paragraphs }: FinaliseResearchReport, { state }: Facts): readonly Refusal[] {
  const { findings, countyFindings } = state.research;
  const known = new Set([...findings, ...Object.values(countyFindings).flat()].map((finding) => finding.id));
  return paragraphs.flatMap((paragraph) => {
    const unknown = paragraph.findingIds.filter((id) => !known.has(id));
    if (unknown.length === 0) return [];
    const text = `调研报告第${paragraph.no}段引用的问题${unknown.join('、')}没有登记，请先登记发现的问题。`;
    return [refuse('report/unknown-finding', 'S2.8', text, 'paragraphs')];
  });
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
      // The report stands; what came late is taken up where the report already speaks of it.
      mustCite: false,
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
  effects: (_payload, facts) => {
    const city = cityTrackOf(facts.view);
    const { report, findings } = facts.state.research;
    if (city === undefined || report === null) return {};
    // What a county has not put into its report it has not sent: the city cannot read it (监督法 §6).
    const cited = new Set(report.paragraphs.flatMap((paragraph) => paragraph.findingIds));
    const content = { ...report, findings: findings.filter((finding) => cited.has(finding.id)) };
    return { packages: [{ kind: 'research-report', title: report.title, addresseeIds: [city.tenantId], content }] };
  },
});

const receiveReport = receiveAct('research-report', 'topic', 'body', (state, { content, from }) =>
  withResearch(state, { countyFindings: { ...state.research.countyFindings, [from.tenantId]: content.findings } }),
);

const receiveAnswers = receiveAct('finding-answers', 'topic', 'body', (state, { content }) =>
  withResearch(state, { answers: [...state.research.answers, ...content.answers] }),
);

/** S2.8–S2.10: each level's report, sent up, absorbed, and answered finding by finding. */
export const reportActs = [finaliseReport, sendReport, receiveReport, answerLateFindings, receiveAnswers];
