import { describe, expect, test } from 'vitest';
import { buildFacts, buildTopic, testCounties, withDone } from '../../../test/build/facts.ts';
import { datesOfNewDeliberation } from '../procedure/entailed-dates.ts';
import { adjustmentStandingOf } from './adjustment-standing.ts';
import { emptyAdjustmentState } from './adjustment-state.ts';

const change = { kind: 'change', deliberationDate: '2026-11-26' } as const;
const proposal = { fromTenantId: 'city', trigger: 'central-work' as const, change, reason: '中心工作' };
const consulted = { change, conclusion: '同意', date: '2026-06-20', seq: 1, opinions: [], excusedIds: [] };
const view = buildTopic();

describe('S1.8 an adjustment under way', () => {
  test('is proposed, decided by one council after the other, and then applied', () => {
    expect(adjustmentStandingOf(view, emptyAdjustmentState)).toBeUndefined();
    expect(adjustmentStandingOf(view, { ...emptyAdjustmentState, proposal })).toEqual({ state: 'proposed' });
    const conferred = { ...emptyAdjustmentState, proposal, consulted };
    const some = withDone(view, ['city', 'county-1'], ['decide-adjustment']);
    expect(adjustmentStandingOf(some, conferred)).toMatchObject({
      state: 'deciding',
      agreed: [{ tenantId: 'city' }, { tenantId: 'county-1' }],
      waiting: [{ tenantId: 'county-2' }, { tenantId: 'county-3' }],
    });
    const all = withDone(view, ['city', ...testCounties], ['decide-adjustment']);
    expect(adjustmentStandingOf(all, conferred)).toEqual({ state: 'to-apply' });
  });

  test('S2.2 S3.1 shows before it is proposed which dates of which bodies would move, old beside new', () => {
    const moved = datesOfNewDeliberation(view, '2026-11-26', buildFacts());
    expect(moved.find(({ stepId }) => stepId === 'approve-implementation-plan')).toMatchObject({
      tenantId: 'city',
      oldDue: '2026-08-26',
      newDue: '2026-09-26',
    });
    const counties = moved.filter(({ stepId }) => stepId === 'deliberate').map(({ tenantId }) => tenantId);
    expect(counties).toEqual(expect.arrayContaining([...testCounties]));
    expect(datesOfNewDeliberation(view, view.deliberationDate ?? '', buildFacts())).toEqual([]);
  });
});
