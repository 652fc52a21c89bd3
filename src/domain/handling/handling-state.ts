import type { AssessmentResult } from '../ballot/satisfaction.ts';
import type { Attachment } from '../package/attachment.ts';
import type { PlainDateText } from '../procedure/case.ts';
import type {
  DecidedDispute,
  Demand,
  DemandAnswer,
  Evidence,
  SupersededAnswer,
  UnfinishedPromise,
  Verdict,
  WithdrawnDemand,
} from './demand.ts';

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

/** How the council has an interpellation answered (INQ-04). */
export const answerForms = ['oral-session', 'oral-committee', 'written'] as const;
export type AnswerForm = (typeof answerForms)[number];
export const answerFormNames = {
  'oral-session': '在常委会会议上口头答复',
  'oral-committee': '在有关的委员会会议上口头答复',
  written: '书面答复',
} satisfies Record<AnswerForm, string>;

/** What the head of the organ does for an answer: signs a written one, comes to an oral one (INQ-04, 监督法 §54). */
export function headDeedOf(form: AnswerForm): string {
  return form === 'written' ? '签署' : '到会答复';
}

/** A 质询案 that members have signed and put (INQ-01…03). */
export type SubmittedMotion = Interpellation & {
  motionId: string;
  submittedOn: PlainDateText;
  signatoryIds: readonly string[];
};
/** The same as the council dealt with it. */
export type OrderedInterpellation = SubmittedMotion & { form: AnswerForm };

/** A draft or a report on the handling, with its day and its files. */
export type HandlingPaper = {
  title: string;
  text: string;
  fromTenantId: string;
  on: PlainDateText;
  attachments: readonly Attachment[];
};

/** 意见 on the drafts of some organs (监督法 §17); an organ knows of those that were sent to it. */
export type HandlingComment = { organIds: readonly string[]; text: string; on: PlainDateText };

export const followUpForms = { inspection: '视察', research: '调研', talk: '座谈会' } as const;

/** 跟踪检查 (S4.2): of the demands it names, or of all of the organs concerned. */
export type FollowUp = {
  on: PlainDateText;
  form: keyof typeof followUpForms;
  /** Who led it; an organ is not told. */
  leaderId: string | null;
  organIds: readonly string[];
  demandIds: readonly string[];
  problems: string;
  feedback: string;
};

/** 二次审议 (S4.5): what was said in the session, and what it holds of the handling now. */
export type SecondDeliberation = {
  on: PlainDateText;
  speeches: readonly { name: string; text: string }[];
  conclusion: string;
};

/** 询问 (监督法 §46): a member asks, an organ's head answers in the room. */
export type InquiryExchange = { memberId: string; organId: string; question: string; answer: string };
export type Inquiry = { on: PlainDateText; exchanges: readonly InquiryExchange[] };

/** What an organ is interpellated on, as its body told it (监督法 §52); `due`: of the round, or of the second answer (§53). */
export type AskedOfOrgan = { question: string; content: string; form: AnswerForm; due: PlainDateText };

/** The organ's own answer, as it sealed it: on paper it is signed by its head; before an oral one it says what he will say (监督法 §54). */
export type OrganAnswer = {
  /** The second answer of the round (监督法 §53). */
  isAgain: boolean;
  /** Counted by the organ: packages are signed for in any order, and the last that it sent holds. */
  no: number;
  on: PlainDateText;
  answeredBy: string;
  text: string;
  attachments: readonly Attachment[];
};

/** What one who put a 质询案 says of an answer in his own account: of the one that he read (监督法 §53). */
export type SignatoryWord = {
  personId: string;
  personName: string;
  isAgain: boolean;
  /** As the organ counts its answers: a better one that came later has no words yet. */
  no: number;
  isSatisfied: boolean;
};

/** The answer of an organ that was interpellated, with what those who put the motion hold of it (监督法 §52–54). */
export type InterpellationAnswer = {
  on: PlainDateText;
  form: AnswerForm;
  /** The sitting or meeting of an oral answer; empty for a written one. */
  venue: string;
  /** The head who came and answered, or signed. */
  answeredBy: string;
  text: string;
  attachments: readonly Attachment[];
  dissatisfiedIds: readonly string[];
  asksAgain: boolean;
};

/** How an answer was given, where, and by which head. */
export function answerGivenText({
  form,
  venue,
  answeredBy,
}: Pick<InterpellationAnswer, 'form' | 'venue' | 'answeredBy'>): string {
  const where = venue === '' ? '' : `（${venue}）`;
  return `${answerFormNames[form]}${where}，${answeredBy}${headDeedOf(form)}`;
}

export type SecondAnswer =
  | { outcome: 'again'; form: AnswerForm; due: PlainDateText }
  | { outcome: 'not-again'; reason: string };

/** One round of handling: the organ's answers and evidence, the committee's verdicts, the session's assessment. */
export type Round = {
  no: number;
  due: PlainDateText | null;
  /** The demands it is about; null in the first round, which is about all. What was found met before is not asked for again (销号). */
  demandIds: readonly string[] | null;
  /** What holds: the latest answer to each demand. */
  answers: readonly DemandAnswer[];
  superseded: readonly SupersededAnswer[];
  disputes: readonly DecidedDispute[];
  evidence: readonly Evidence[];
  drafts: readonly HandlingPaper[];
  comments: readonly HandlingComment[];
  reports: readonly (HandlingPaper & { unfinished: readonly UnfinishedPromise[] })[];
  followUps: readonly FollowUp[];
  verdicts: readonly Verdict[];
  /** What the choice after the round before ordered, as far as it has taken place. */
  secondDeliberation: SecondDeliberation | null;
  inquiry: Inquiry | null;
  interpellationAnswers: readonly InterpellationAnswer[];
  /** What the organ has sent of its answers, in its own record and, signed for, in that of its body; the last one sent holds until it is recorded. */
  organAnswers: readonly OrganAnswer[];
  /** In the record of the organ that is interpellated: on what, and on what once more. */
  asked: AskedOfOrgan | null;
  askedAgain: AskedOfOrgan | null;
  /** The council's word on a second answer, where those who put the motion asked for one. */
  secondAnswer: SecondAnswer | null;
  assessment: AssessmentResult | null;
  /** When its reports and its result became public (监督法 §17). */
  publishedOn: PlainDateText | null;
  nextStep: {
    step: NextStep;
    due: PlainDateText;
    requirement: string;
    /** 质询案: object, question, content, who signed it and how it is answered (INQ-01…04); null for the other three. */
    interpellation: OrderedInterpellation | null;
  } | null;
};

/** What one tenant knows of the handling of the demands on a topic (S4); rounds are kept, the last is the current. */
export type HandlingState = {
  demands: readonly Demand[];
  withdrawn: readonly WithdrawnDemand[];
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
    superseded: [],
    disputes: [],
    evidence: [],
    drafts: [],
    comments: [],
    reports: [],
    followUps: [],
    verdicts: [],
    secondDeliberation: null,
    inquiry: null,
    interpellationAnswers: [],
    organAnswers: [],
    asked: null,
    askedAgain: null,
    secondAnswer: null,
    assessment: null,
    publishedOn: null,
    nextStep: null,
  };
}

export const emptyHandlingState: HandlingState = {
  demands: [],
  withdrawn: [],
  opinionText: '',
  handedOverOn: null,
  publishedOn: null,
  rounds: [emptyRound(1, null)],
  closed: false,
};
