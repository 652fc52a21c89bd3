import { expect, test } from 'vitest';
import { buildFacts } from '../../../test/build/facts.ts';
import { actSchemas } from '../../contract/acts.ts';
import { fieldAt, formOf } from '../../contract/form-fields.ts';
import { findAct } from '../../domain/acts.ts';
import type { FormResearchTeam } from '../../domain/research/team-acts.ts';
import { referenceOptions } from './reference-options.ts';

const recordVisit = findAct('topic', 'body', 'record-visit');

function optionsOf(team: FormResearchTeam | null) {
  if (recordVisit === undefined) throw new Error('A body records visits.');
  return referenceOptions(recordVisit, buildFacts({ state: { research: { team } } }), []);
}

const team: FormResearchTeam = {
  leaderId: 'city-vice-1',
  members: [
    { personId: 'county-1-chair', capacity: 'county-leader' },
    { personId: 'gone', capacity: 'county-deputy' },
  ],
  experts: [],
};

test('a visit is recorded of members of the joint team: leader first, whoever has left the post too, nobody else', () => {
  expect(optionsOf(team)['team-member']?.map(({ value }) => value)).toEqual(['city-vice-1', 'county-1-chair', 'gone']);
});

test('nobody is offered for a visit before the joint team is formed', () => {
  expect(optionsOf(null)['team-member']).toEqual([]);
});

test('who took part in a visit is ticked in a list of the joint team, with one button for all', () => {
  expect(fieldAt(formOf(actSchemas['record-visit']), ['memberIds'])?.input).toEqual({
    kind: 'references',
    widget: 'team-member',
    all: '全部参加',
  });
});

test('a deputy who suggested a topic stands in the list by his name', () => {
  const suggestion = {
    id: '3',
    on: '2026-11-10',
    title: '加装电梯',
    sources: ['deputies' as const],
    domain: 'livelihood' as const,
    necessity: '不便',
    feasibility: '',
    author: { kind: 'deputy' as const, name: 'city-deputy-1' },
  };
  const list = findAct('year', 'body', 'propose-preliminary-list');
  if (list === undefined) throw new Error('A body proposes a list.');
  const facts = buildFacts({ state: { year: { suggestions: [suggestion] } } });
  expect(referenceOptions(list, facts, []).suggestion).toEqual([{ value: '3', label: '加装电梯（示例市deputy-1）' }]);
});
