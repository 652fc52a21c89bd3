/** What a search can be narrowed to; an act belongs to one. */
export const searchKinds = ['suggestion', 'finding', 'report', 'opinion', 'handling', 'package', 'other'] as const;
export type SearchKind = (typeof searchKinds)[number];

export const searchKindNames = {
  suggestion: '建议',
  finding: '发现问题',
  report: '报告',
  opinion: '审议意见和审议要求',
  handling: '办理和评价',
  package: '签收的报送件',
  other: '其他',
} satisfies Record<SearchKind, string>;

const kindsOfActs: Readonly<Record<string, SearchKind>> = {
  'register-suggestion': 'suggestion',
  'suggest-topic': 'suggestion',
  'send-suggestion': 'suggestion',
  'propose-preliminary-list': 'suggestion',
  'record-finding': 'finding',
  'correct-finding': 'finding',
  'record-extension-research': 'finding',
  'answer-late-findings': 'finding',
  'finalise-research-report': 'report',
  'send-research-report': 'report',
  'submit-draft-report': 'report',
  'submit-final-report': 'report',
  'distribute-report': 'report',
  'send-supervision-results': 'report',
  'submit-handling-draft': 'report',
  'submit-handling-report': 'report',
  'report-to-party': 'report',
  'compile-opinion': 'opinion',
  'agree-opinion': 'opinion',
  'adopt-opinion': 'opinion',
  'make-resolution': 'opinion',
  'answer-demands': 'handling',
  'submit-evidence': 'handling',
  'decide-disputes': 'handling',
  'settle-disputes': 'handling',
  'comment-on-handling': 'handling',
  'record-follow-up': 'handling',
  'give-verdicts': 'handling',
  'choose-next-step': 'handling',
  'deliberate-again': 'handling',
  'hold-inquiry': 'handling',
  'answer-interpellation': 'handling',
  'answer-interpellation-again': 'handling',
  'record-interpellation-answer': 'handling',
  'decide-second-answer': 'handling',
  'record-second-answer': 'handling',
};

/** The kind under which an act is found. */
export function searchKindOf(actKind: string): SearchKind {
  if (actKind.startsWith('receive-package/')) return 'package';
  return kindsOfActs[actKind] ?? 'other';
}
