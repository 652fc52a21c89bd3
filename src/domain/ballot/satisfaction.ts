export type Grade = 'satisfied' | 'basically-satisfied' | 'unsatisfied';

export const gradeNames = {
  satisfied: '满意',
  'basically-satisfied': '基本满意',
  unsatisfied: '不满意',
} satisfies Record<Grade, string>;

/** A paper count by two tellers: issued ≥ returned = Σ options + invalid (SAT-03). */
export type PaperCount = {
  issued: number;
  returned: number;
  satisfied: number;
  basicallySatisfied: number;
  unsatisfied: number;
  invalid: number;
};

/** A frozen result: counts, the rule version it was graded by, and the computed grade with its working; no grade under a rule that gives none. */
export type AssessmentResult = {
  ruleId: string;
  ruleVersion: number;
  members: number;
  present: number;
  count: PaperCount;
  grade: Grade | null;
  explanation: string;
};
