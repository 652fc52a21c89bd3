import { assessmentOf, checkPaperAssessment, type PaperAssessment } from '../ballot/paper-assessment.ts';
import { partyOfficeOf } from '../organisation/party-office.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { checkOnAgenda } from '../session/agenda.ts';
import { checkSittingBegun } from '../session/quorum.ts';
import { outcomePackages } from './finding-outcomes.ts';
import { inCurrentRound, inRound, organsWithDemands } from './rounds.ts';

export type ScheduleHandlingAssessment = { sessionId: string };
export type AssessHandling = PaperAssessment;

const scheduleAssessment = defineAct<ScheduleHandlingAssessment>({
  kind: 'schedule-handling-assessment',
  case: 'topic',
  title: '主任会议决定将办理落实情况列入常委会会议议程',
  clause: 'S4.4',
  law: ['监督法 §17', 'HAN-10'],
  level: 'both',
  tenant: 'body',
  by: 'council-of-chairpersons',
  sitting: 'named',
  check: ({ sessionId }, facts) => checkSession(sessionId, facts),
  effects: ({ sessionId }, { sitting, view }) => {
    if (sitting === undefined || sitting.state.state === 'none') return {};
    const { opens, closes } = sitting;
    const session = { sessionId, opens, closes, state: sitting.state.state };
    return { shared: [{ kind: 'set-session', caseId: view.id, field: 'handlingSession', session }] };
  },
});

function checkSession(sessionId: string, { own, on, sitting }: Facts): readonly Refusal[] {
  if (sitting === undefined || sitting.state.state === 'none') {
    const text = '没有找到所选的常委会会议，请先由主任会议确定会期。';
    return [refuse('handling/no-session', 'S4.4', text, 'sessionId')];
  }
  if (sessionId === own.session?.sessionId) {
    const text = `${sitting.name}是审议专项工作报告的会议，办理落实情况应在以后的会议上测评。`;
    return [refuse('handling/same-session', 'S4.4', text, 'sessionId')];
  }
  if (sitting.state.state === 'closed' || sitting.closes < on) {
    return [refuse('handling/session-closed', 'S4.4', `${sitting.name}已经闭会，请选择尚未举行的会议。`, 'sessionId')];
  }
  return [];
}

const assessHandling = defineAct<AssessHandling>({
  kind: 'assess-handling',
  case: 'topic',
  title: '常委会会议对办理落实情况进行满意度测评',
  clause: 'S4.4',
  law: ['HAN-09', 'HAN-10', 'SES-07', 'SAT-01', 'SAT-03', 'SAT-07'],
  level: 'both',
  tenant: 'body',
  by: 'session',
  sitting: 'handling',
  ready: (facts) => [...checkSittingBegun(facts, 'S4.4'), ...checkOnAgenda(facts)],
  check: (payload, facts) => checkPaperAssessment(payload, facts, 'S4.4'),
  evolve: (state, payload) => inCurrentRound(state, () => ({ assessment: assessmentOf(payload) })),
  effects: (payload, facts) => {
    const assessment = assessmentOf(payload);
    const office = partyOfficeOf(facts);
    const organs = organsWithDemands(facts.state.handling.demands);
    return {
      packages: [
        {
          kind: 'handling-result',
          title: `“${facts.view.name}”办理落实情况满意度测评结果`,
          addresseeIds: office === undefined ? organs : [...organs, office.id],
          content: { round: facts.own.round, assessment },
        },
        ...outcomePackages(facts, {
          verdicts: facts.state.handling.rounds.flatMap(({ verdicts }) => verdicts),
          grade: assessment.grade,
        }),
      ],
      // What an unsatisfied result asks for next is owed by this mark (S4.5).
      shared:
        assessment.grade === 'unsatisfied' ? [{ kind: 'mark', stepId: 'handling-unsatisfied', perRound: true }] : [],
    };
  },
});

const organReceivesResult = receiveAct('handling-result', 'topic', 'organ', (state, { content }) =>
  inRound(state, content.round, () => ({ assessment: content.assessment })),
);

/** The party office knows no rounds: it keeps the newest result. */
const partyReceivesResult = receiveAct('handling-result', 'topic', 'party-office', (state, { content }) =>
  inCurrentRound(state, () => ({ assessment: content.assessment })),
);

/** S4.4: the handling goes on an agenda by decision of the council, and the session assesses it. */
export const assessmentActs = [scheduleAssessment, assessHandling, organReceivesResult, partyReceivesResult];
