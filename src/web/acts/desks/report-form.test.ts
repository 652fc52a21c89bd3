import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../domain/research/finding.ts';
import { citationsIn, type Paragraph, withFindings } from './report-form.ts';

const finding = (id: string): Finding => ({
  id,
  title: `问题${id}`,
  description: '情况',
  place: { kind: 'county', tenantId: 'county-1' },
  severity: 'general',
});
const begun: readonly Paragraph[] = [
  { part: 'overview', text: '概况', findingIds: [] },
  { part: 'problem', findingIds: [] },
  { part: 'suggestion', text: '建议', findingIds: [] },
];

describe('findings cited in a report that is being written', () => {
  test('one more in a paragraph, once', () => {
    const once = withFindings(begun, [finding('f1')], 1);
    expect(once[1]?.findingIds).toEqual(['f1']);
    expect(withFindings(once, [finding('f1'), finding('f2')], 1)[1]?.findingIds).toEqual(['f1', 'f2']);
  });

  test('each in a paragraph of its own after the problems, the empty one filled first', () => {
    const next = withFindings(begun, [finding('f1'), finding('f2')], undefined);
    expect(next.map(({ part, findingIds }) => [part, findingIds])).toEqual([
      ['overview', []],
      ['problem', ['f1']],
      ['problem', ['f2']],
      ['suggestion', []],
    ]);
    expect(next[1]?.text).toBe('问题f1。情况');
    expect(withFindings(next, [finding('f3')], undefined)[3]?.findingIds).toEqual(['f3']);
  });

  test('what is half filled in is read as far as it goes', () => {
    expect(citationsIn([{}, { findingIds: ['f1'] }, undefined], [{ findingId: 'f2' }, {}])).toEqual({
      paragraphs: [{ findingIds: [] }, { findingIds: ['f1'] }, { findingIds: [] }],
      leftOut: [{ findingId: 'f2', reason: '' }],
    });
  });
});
