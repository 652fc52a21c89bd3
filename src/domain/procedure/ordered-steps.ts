import { ifOwed, inPrinciple, monthsAfter, ofOwnBody, on, step } from './step.ts';

/**
 * What the council's choice after 不满意 puts on the round it opens, by the mark that the choice leaves there; 限期整改 asks for nothing
 * besides the report that every round has.
 */
export const orderedMarks = {
  'second-deliberation': 'second-deliberation-ordered',
  inquiry: 'inquiry-ordered',
  interpellation: 'interpellation-ordered',
  secondAnswerAsked: 'second-answer-asked',
  secondAnswer: 'second-answer-ordered',
  /** On the track of the organ that is to answer in writing. */
  writtenAnswer: 'written-answer-ordered',
  secondWrittenAnswer: 'second-written-answer-ordered',
} as const;

const own = (mark: string) => ({ step: mark, of: 'own' as const });

/** 二（四）3 and 监督法 ch. 6: each is owed in the round that it was ordered for, and a matter is not closed over it. */
export const orderedSteps = [
  step('deliberate-again', {
    case: 'topic',
    stage: 'results',
    title: '常委会会议对办理落实情况进行二次审议',
    clause: 'S4.5',
    law: ['SAT-08'],
    level: 'both',
    by: 'session',
    force: 'must',
    due: on('handling-session-closes'),
    after: ['schedule-handling-assessment', 'give-verdicts'],
    onlyIf: own(orderedMarks['second-deliberation']),
    perRound: true,
    doneBy: 'deliberate-again',
  }),
  step('hold-inquiry', {
    case: 'topic',
    stage: 'results',
    title: '常委会会议就办理落实情况开展询问',
    clause: 'S4.5',
    law: ['监督法 §46', 'SAT-08'],
    level: 'both',
    by: 'session',
    force: 'must',
    due: on('handling-session-closes'),
    after: ['schedule-handling-assessment', 'give-verdicts'],
    onlyIf: own(orderedMarks.inquiry),
    perRound: true,
    doneBy: 'hold-inquiry',
  }),
  step('answer-interpellation', {
    case: 'topic',
    stage: 'results',
    title: '书面答复质询',
    clause: 'S4.5',
    law: ['监督法 §52', '监督法 §54', 'INQ-04'],
    level: 'both',
    tenant: 'organ',
    by: 'organ',
    force: 'must',
    due: monthsAfter('handling-base', 3),
    onlyIf: own(orderedMarks.writtenAnswer),
    perRound: true,
    doneBy: 'answer-interpellation',
  }),
  step('record-interpellation-answer', {
    case: 'topic',
    stage: 'results',
    title: '登记受质询机关的答复',
    clause: 'S4.5',
    law: ['监督法 §52', '监督法 §54', 'INQ-04'],
    level: 'both',
    by: 'office',
    force: 'must',
    due: monthsAfter('handling-base', 3),
    onlyIf: own(orderedMarks.interpellation),
    perRound: true,
    doneBy: 'record-interpellation-answer',
  }),
  step('decide-second-answer', {
    case: 'topic',
    stage: 'results',
    title: '主任会议决定是否由受质询机关再作答复',
    clause: 'S4.5',
    law: ['监督法 §53', 'INQ-05'],
    level: 'both',
    by: 'council-of-chairpersons',
    force: 'must',
    after: ['record-interpellation-answer'],
    onlyIf: own(orderedMarks.secondAnswerAsked),
    perRound: true,
    doneBy: 'decide-second-answer',
  }),
  step('answer-interpellation-again', {
    case: 'topic',
    stage: 'results',
    title: '书面再作答复',
    clause: 'S4.5',
    law: ['监督法 §53', '监督法 §54', 'INQ-04', 'INQ-05'],
    level: 'both',
    tenant: 'organ',
    by: 'organ',
    force: 'must',
    due: on('second-answer-due'),
    after: [ofOwnBody('decide-second-answer')],
    onlyIf: own(orderedMarks.secondWrittenAnswer),
    perRound: true,
    doneBy: 'answer-interpellation-again',
  }),
  step('record-second-answer', {
    case: 'topic',
    stage: 'results',
    title: '登记受质询机关再作的答复',
    clause: 'S4.5',
    law: ['监督法 §53', '监督法 §54', 'INQ-04', 'INQ-05'],
    level: 'both',
    by: 'office',
    force: 'must',
    due: on('second-answer-due'),
    after: ['decide-second-answer'],
    onlyIf: own(orderedMarks.secondAnswer),
    perRound: true,
    doneBy: 'record-second-answer',
  }),
] as const;

/**
 * What comes before the assessment of a round that it was ordered for: what the same session does in any case, what an organ does outside of
 * it unless the session goes on with a reason.
 */
export const orderedFirst = [
  ifOwed('deliberate-again'),
  ifOwed('hold-inquiry'),
  inPrinciple(ifOwed('record-interpellation-answer')),
  inPrinciple(ifOwed('decide-second-answer')),
  inPrinciple(ifOwed('record-second-answer')),
];
