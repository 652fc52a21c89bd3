import { expect, test } from 'vitest';
import { buildFacts, buildTopic } from '../../../test/build/facts.ts';
import { availableActsView } from './act-view.ts';

test('S1.1 registering a suggestion does no step and stands with the acts of its clause', () => {
  const facts = buildFacts({ view: buildTopic({ kind: 'year', name: '2026年度联动监督议题' }) });
  const stages = new Map(availableActsView(facts, () => facts, new Set()).map(({ kind, stage }) => [kind, stage]));
  expect([stages.get('register-suggestion'), stages.get('open-solicitation')]).toEqual(['topics', 'topics']);
  expect(stages.get('convene-session')).toBe('deliberation');
});
