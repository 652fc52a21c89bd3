import { expect, test } from 'vitest';
import type { ClauseCompliance } from '../domain/procedure/compliance.ts';
import { clauseStates } from '../domain/procedure/judgement.ts';
import { complianceShown } from './compliance-list.ts';

// The proof for the cast: of a clause only its state is read here.
const report = clauseStates.map((state) => ({ state }) as ClauseCompliance);
const states = (filter: Parameters<typeof complianceShown>[1]) =>
  complianceShown(report, filter).map(({ state }) => state);

test('S5.4 the report has every clause, or what is not kept yet, was kept late, departed from or broken alone', () => {
  expect(states({})).toEqual(clauseStates);
  expect(states({ open: 'true' })).toEqual(clauseStates.filter((state) => !['kept', 'not-applicable'].includes(state)));
  expect(states({ open: 'true' })).toContain('broken');
});
