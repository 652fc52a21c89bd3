import { describe, expect, test } from 'vitest';
import { buildState } from '../../../test/build/facts.ts';
import type { Finding, ReportParagraph } from '../research/finding.ts';
import { demandsToBegin, findingsForOpinion, findingsWithoutDemand } from './opinion-findings.ts';

const finding = (id: string): Finding => ({
  id,
  title: `问题${id}`,
  description: '情况',
  place: { kind: 'county', tenantId: 'county-1' },
  severity: 'general',
});
const paragraph = (no: number, part: ReportParagraph['part'], text: string, ...findingIds: string[]) => {
  return { no, part, text, findingIds };
};
const state = buildState({
  research: {
    findings: [finding('own'), finding('left')],
    countyFindings: { 'county-1': [finding('taken'), finding('declined')] },
    leftOut: [{ findingId: 'left', reason: '已完工' }],
    answers: [{ findingId: 'declined', answer: 'declined', reason: '不属范围' }],
    report: {
      title: '报告',
      attachments: [],
      paragraphs: [
        paragraph(1, 'overview', '概况。'),
        paragraph(2, 'problem', '统筹机制不健全。部门之间职责交叉。', 'own'),
        paragraph(3, 'problem', '短板明显。', 'taken'),
      ],
    },
  },
});
const ids = (findings: readonly Finding[]) => findings.map(({ id }) => id);

describe('S3.7 the findings behind an opinion', () => {
  test('are those that the report took up', () => {
    expect(ids(findingsForOpinion(state.research))).toEqual(['own', 'taken']);
  });

  test('without a demand and without a word they are named', () => {
    expect(ids(findingsWithoutDemand([{ findingIds: ['own'] }], [], state.research))).toEqual(['taken']);
    expect(findingsWithoutDemand([{ findingIds: ['own'] }], [{ findingId: 'taken' }], state.research)).toEqual([]);
  });

  test('begin the demands: common problems first, then what the report says of the rest, by its first sentence', () => {
    expect(demandsToBegin(state)).toEqual([
      { problem: '统筹机制不健全。', findingIds: ['own'] },
      { problem: '短板明显。', findingIds: ['taken'] },
    ]);
    const specialMeeting = {
      date: '2026-10-20',
      chairId: 'chair',
      heardIds: [],
      summary: '',
      commonProblems: [{ title: '养老护理员短缺', tenantIds: ['county-1'], findingIds: ['taken'] }],
    };
    expect(demandsToBegin({ ...state, deliberation: { ...state.deliberation, specialMeeting } })).toEqual([
      { problem: '养老护理员短缺', findingIds: ['taken'] },
      { problem: '统筹机制不健全。', findingIds: ['own'] },
    ]);
  });
});
