import { type AssessmentResult, gradeNames } from '../ballot/satisfaction.ts';
import { shareText, validOf } from '../ballot/shares.ts';
import { factsOf, type Paper, tableOf } from './paper.ts';

/** A satisfaction ballot with every count and its share: a few 不满意 do not vanish in a grade (SAT-03, SAT-07). */
export function assessmentPaper(assessment: AssessmentResult | null): Paper {
  if (assessment === null) return [];
  const { members, present, count, grade, explanation } = assessment;
  const valid = validOf(count);
  const row = (name: string, papers: number) => [name, String(papers), shareText(papers, valid)];
  return [
    ...factsOf(['测评结果', grade === null ? '按照规定只公布票数，不评定等次' : gradeNames[grade]]),
    ...tableOf(
      '测评票数',
      ['等次', '票数', '占有效票'],
      [
        row(gradeNames.satisfied, count.satisfied),
        row(gradeNames['basically-satisfied'], count.basicallySatisfied),
        row(gradeNames.unsatisfied, count.unsatisfied),
      ],
    ),
    ...factsOf(
      ['组成人员', `${members}人，出席${present}人`],
      ['测评票', `发出${count.issued}张，收回${count.returned}张，有效${valid}张，无效${count.invalid}张`],
      ['评定', explanation],
    ),
  ];
}
