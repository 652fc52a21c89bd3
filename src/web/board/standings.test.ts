import { expect, test } from 'vitest';
import { buildTopic, changedTrack } from '../../../test/build/facts.ts';
import type { Obligation } from '../../domain/procedure/worklist.ts';
import { groupsOf, standingOf } from './standings.ts';

function owed(tenantId: string, overrides: Partial<Obligation>): Obligation {
  return {
    tenantId,
    key: 'visit',
    stepId: 'visit',
    title: '会同研究实施方案',
    clause: 'S2.1',
    force: 'must',
    performer: 'lead-committee',
    state: 'ready',
    due: '2026-06-26',
    why: '',
    ...overrides,
  };
}

const view = changedTrack(buildTopic(), 'county-3', { closedOn: '2026-12-01' });
const counties = view.tracks.filter(({ kind, level }) => kind === 'body' && level === 'county');

test('counties that stand in the same place are one group, the late before the others and the finished last', () => {
  const obligations = [owed('county-1', {}), owed('county-2', { state: 'overdue' })];
  const groups = groupsOf({ view, obligations }, counties);
  expect(groups.map(({ standing, tracks }) => [standing.text, tracks.map(({ tenantId }) => tenantId)])).toEqual([
    ['逾期', ['county-2']],
    ['待办理', ['county-1']],
    ['已办结', ['county-3']],
  ]);
  const together = groupsOf({ view, obligations: [owed('county-1', {}), owed('county-2', {})] }, counties);
  expect(together.map(({ tracks }) => tracks.length)).toEqual([2, 1]);
});

test('the same step with another date is another place', () => {
  const obligations = [owed('county-1', { due: '2026-06-27' }), owed('county-2', {})];
  const [first, second] = groupsOf({ view, obligations }, counties);
  expect([first?.standing.date, second?.standing.date]).toEqual(['2026-06-26', '2026-06-27']);
});

test('a body without a part in the topic stands nowhere, and of what may be left undone nothing is asked', () => {
  expect(standingOf({ view, obligations: [] }, 'stranger')).toBeUndefined();
  expect(standingOf({ view, obligations: [owed('county-1', { force: 'may' })] }, 'county-1')).toEqual({
    tone: 'done',
    text: '已完成',
  });
});
