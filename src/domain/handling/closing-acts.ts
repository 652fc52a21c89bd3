import { defineAct, type Facts } from '../procedure/act.ts';
import { doneOf } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { unansweredFindings } from '../research/finding-answers.ts';
import { openConcerns, unreportedMatters } from '../safeguards/safeguards-state.ts';
import { checkSpeechesConfirmed } from '../session/speech-acts.ts';
import { checkDutiesDone } from './open-duties.ts';
import { currentRound, numbersOf, openDemands, withHandling } from './rounds.ts';

export type CloseTrack = { note: string };

const closeTrack = defineAct<CloseTrack>({
  kind: 'close-track',
  case: 'topic',
  title: '办结',
  clause: 'S4.4',
  law: ['HAN-09', 'SAT-08', 'PAR-01', 'PUB-01', 'SES-14'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  namesMissing: true,
  ready: (facts) => [
    ...checkAssessment(facts),
    ...checkVerdicts(facts),
    ...checkNothingOpen(facts),
    ...checkDutiesDone(facts),
    ...checkSpeechesConfirmed(facts),
  ],
  evolve: (state) => withHandling(state, { closed: true }),
  effects: () => ({ shared: [{ kind: 'close-track' }] }),
});

/** An unsatisfied result cannot be closed: it has a next step and another round (SAT-08). */
function checkAssessment({ state, view }: Facts): readonly Refusal[] {
  const { assessment, no } = currentRound(state);
  if (assessment === null) {
    const text = `“${view.name}”第${no}轮办理落实情况尚未经常委会会议测评，不能办结。`;
    return [refuse('close/not-assessed', 'S4.4', text)];
  }
  if (assessment.grade !== 'unsatisfied') return [];
  return [
    refuse('close/unsatisfied', 'S4.5', '办理落实情况测评为不满意，不能办结，请提请主任会议确定下一步监督方式。'),
  ];
}

function checkVerdicts({ state }: Facts): readonly Refusal[] {
  const judged = new Set(currentRound(state).verdicts.map((verdict) => verdict.demandId));
  const missing = openDemands(state).filter((demand) => !judged.has(demand.id));
  if (missing.length === 0) return [];
  return [refuse('close/no-verdict', 'S4.2', `审议要求${numbersOf(missing)}尚未评价，不能办结。`)];
}

function checkNothingOpen({ own, state }: Facts): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const matters = unreportedMatters(state.safeguards);
  if (matters.length > 0) {
    const names = matters.map(({ matter }) => `“${matter}”`).join('、');
    refusals.push(refuse('close/party-report', 'S5.1', `重大事项${names}尚未向同级党委请示报告，不能办结。`));
  }
  const concerns = openConcerns(state.safeguards);
  if (concerns.length > 0) {
    refusals.push(refuse('close/concerns', 'S5.5', `代表反映的${concerns.length}个问题尚未答复，不能办结。`));
  }
  const findings = unansweredFindings(state.research);
  if (findings.length > 0) {
    const names = findings.map(({ title }) => `“${title}”`).join('、');
    refusals.push(refuse('close/findings', 'S2.10', `县（市、区）报送的问题${names}尚未处理，不能办结。`));
  }
  if (doneOf('publish-results', own) === undefined) {
    refusals.push(refuse('close/not-published', 'S4.1', '监督结果尚未通报代表并向社会公布，不能办结。'));
  }
  return refusals;
}

/** S4.4: the end of a track. */
export const closingActs = [closeTrack];
