import type { AssessmentResult } from '../ballot/satisfaction.ts';
import type { PlainDateText } from '../procedure/case.ts';
import type { Demand, DemandAnswer, Evidence, UnfinishedPromise, Verdict } from './demand.ts';

/** The four ways on from 不满意 (S4.5, SAT-08). */
export const nextSteps = ['rectify', 'second-deliberation', 'inquiry', 'interpellation'] as const;
export type NextStep = (typeof nextSteps)[number];
export const nextStepNames = {
  rectify: '限期整改并再次报告',
  'second-deliberation': '二次审议',
  inquiry: '询问',
  interpellation: '质询',
} satisfies Record<NextStep, string>;

export type Interpellation = { organId: string; question: string; content: string };

/** One round of handling: the organ's answers and evidence, the committee's verdicts, the session's assessment. */
export type Round = {
  no: number;
  due: PlainDateText | null;
  /** The demands it is about; null in the first round, which is about all. What was found met before is not asked for again (销号). */
  demandIds: readonly string[] | null;
  answers: readonly DemandAnswer[];
  evidence: readonly Evidence[];
  drafts: readonly { title: string; text: string; fromTenantId: string }[];
  comments: readonly string[];
  reports: readonly { title: string; text: string; fromTenantId: string; unfinished: readonly UnfinishedPromise[] }[];
  followUps: readonly {
    on: string;
    form: 'inspection' | 'research' | 'talk';
    leaderId: string;
    problems: string;
    feedback: string;
  }[];
  verdicts: readonly Verdict[];
  assessment: AssessmentResult | null;
  nextStep: {
    step: NextStep;
    due: PlainDateText;
    requirement: string;
    /** 质询案: object, question, content and who signed it (INQ-01…03); null and nobody for the other three. */
    interpellation: Interpellation | null;
    signatoryIds: readonly string[];
  } | null;
};

/** What one tenant knows of the handling of the demands on a topic (S4); rounds are kept, the last is the current. */
export type HandlingState = {
  demands: readonly Demand[];
  opinionText: string;
  handedOverOn: string | null;
  publishedOn: string | null;
  rounds: readonly Round[];
  closed: boolean;
};

export function emptyRound(no: number, due: PlainDateText | null, demandIds: readonly string[] | null = null): Round {
  return {
    no,
    due,
    demandIds,
    answers: [],
    evidence: [],
    drafts: [],
    comments: [],
    reports: [],
    followUps: [],
    verdicts: [],
    assessment: null,
    nextStep: null,
  };
}

export const emptyHandlingState: HandlingState = {
  demands: [],
  opinionText: '',
  handedOverOn: null,
  publishedOn: null,
  rounds: [emptyRound(1, null)],
  closed: false,
};
