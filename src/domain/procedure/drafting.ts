/**
 * Acts whose papers the clerks of a unit write together, over days: plans, reports, opinions, lists. Every other form is one person's
 * until it is submitted.
 */
const writtenTogether: readonly string[] = [
  'propose-preliminary-list',
  'record-consultation',
  'draft-joint-plan',
  'adopt-annual-plan',
  'draft-implementation-plan',
  'form-research-team',
  'conclude-joint-research',
  'finalise-research-report',
  'answer-late-findings',
  'hand-over-collected-opinions',
  'submit-draft-report',
  'submit-final-report',
  'hold-special-meeting',
  'record-county-statements',
  'compile-opinion',
  'make-resolution',
  'answer-demands',
  'submit-handling-draft',
  'comment-on-handling',
  'submit-handling-report',
  'give-verdicts',
  'choose-next-step',
  'deliberate-again',
  'hold-inquiry',
  'answer-interpellation',
  'answer-interpellation-again',
  'record-interpellation-answer',
  'record-second-answer',
  'report-to-party',
  'summarise',
];

/** Is the unfinished form of this act shared by the unit, or does it belong to the person who fills it in? */
export function isWrittenTogether(kind: string): boolean {
  return writtenTogether.includes(kind);
}
