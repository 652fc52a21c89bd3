import { describe, expect, test } from 'vitest';
import { buildFacts } from '../../../test/build/facts.ts';
import { given, receiptOf } from '../../../test/given.ts';
import type { Finding } from '../research/finding.ts';
import { outcomePackages } from './finding-outcomes.ts';
import { handOverActs } from './hand-over-acts.ts';
import { problemLinesOf } from './problem-line.ts';

const finding = (id: string): Finding => ({
  id,
  title: `问题${id}`,
  description: '情况',
  place: { kind: 'county', tenantId: 'county-1' },
  severity: 'general',
});
const demand = {
  id: 'd-1',
  no: 1,
  problem: '停车难',
  text: '增加车位',
  organId: 'city-housing',
  findingIds: ['f-1', 'f-9'],
};
const city = buildFacts({
  on: '2026-12-01',
  state: {
    research: {
      countyFindings: { 'county-1': [finding('f-1'), finding('f-2'), finding('f-3')], 'county-2': [finding('f-9')] },
      answers: [{ findingId: 'f-3', answer: 'declined', reason: '已完工' }],
    },
    deliberation: {
      opinion: {
        ...{ state: 'adopted', version: 1, assessment: '', problems: [], demands: [demand], countyResultsAbsorbed: [] },
        ...{ withoutDemand: [{ findingId: 'f-2', reason: '属于个性问题' }], returned: null, vote: null },
      },
    },
    handling: { demands: [demand] },
  },
});

describe('S3.3 S5.3 each county is told what became of its findings', () => {
  test('the demands that rest on them, that nothing was asked, and nothing of another county', () => {
    const [first, second] = outcomePackages(city, { verdicts: [], grade: null });
    expect(first).toMatchObject({
      kind: 'finding-outcomes',
      addresseeIds: ['county-1'],
      content: {
        outcomes: [
          { findingId: 'f-1', reason: null, demands: [{ no: 1, organName: '示例市住房和城乡建设局', verdict: null }] },
          { findingId: 'f-2', reason: '属于个性问题', demands: [] },
        ],
      },
    });
    expect(second).toMatchObject({ addresseeIds: ['county-2'], content: { outcomes: [{ findingId: 'f-9' }] } });
    expect(JSON.stringify(first)).not.toContain('f-9');
    // What was declined was answered with its reason before.
    expect(JSON.stringify(first)).not.toContain('f-3');
  });

  test('later with the verdict on each and the grade of the session', () => {
    const verdicts = [{ demandId: 'd-1', verdict: 'met', reason: '' } as const];
    const [told] = outcomePackages(city, { verdicts, grade: 'satisfied' });
    expect(told?.content).toMatchObject({ outcomes: [{ demands: [{ verdict: 'met' }], grade: 'satisfied' }, {}] });
  });

  test('a county sends none, and keeps the newest word it was sent', () => {
    const county = buildFacts({ tenantId: 'county-1', state: { research: { findings: [finding('f-1')] } } });
    expect(outcomePackages(county, { verdicts: [], grade: null })).toEqual([]);
    const outcome = { findingId: 'f-1', reason: null, demands: [], grade: null, on: '2026-12-01' };
    const first = given(county).when(
      handOverActs,
      'receive-package/finding-outcomes',
      receiptOf('city', { outcomes: [outcome] }),
    );
    const again = given({ ...county, state: first.state() }).when(
      handOverActs,
      'receive-package/finding-outcomes',
      receiptOf('city', { outcomes: [{ ...outcome, grade: 'satisfied' }] }),
    );
    expect(again.state().research.outcomes).toMatchObject([{ grade: 'satisfied' }]);
    expect(problemLinesOf(again.state())[0]?.outcome?.grade).toBe('satisfied');
  });
});
