import { expect, test } from 'vitest';
import { buildFacts } from '../../../test/build/facts.ts';
import { actSchemas } from '../../contract/acts.ts';
import { fieldAt, formOf } from '../../contract/form-fields.ts';
import { findAct } from '../../domain/acts.ts';
import type { FormResearchTeam } from '../../domain/research/team-acts.ts';
import { researchOptions } from './options/research-options.ts';
import { topicsOptions } from './options/topics-options.ts';
import { referenceOptions } from './reference-options.ts';
import { isActKind, loadSheetParts } from './sheet-parts.ts';

const recordVisit = findAct('topic', 'body', 'record-visit');

function optionsOf(team: FormResearchTeam | null) {
  if (recordVisit === undefined) throw new Error('A body records visits.');
  return referenceOptions(recordVisit, buildFacts({ state: { research: { team } } }), [], researchOptions);
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
  expect(referenceOptions(list, facts, [], topicsOptions).suggestion).toEqual([
    { value: '3', label: '加装电梯（示例市deputy-1）' },
  ]);
});

/** Widgets that take no choice from these lists: a control or a desk of their own gives it. */
const drawnOtherwise: readonly string[] = ['paragraph', 'conferring-body'];

test.each(Object.keys(actSchemas))(
  'every list that the form of %s chooses from is offered by its stage',
  async (kind) => {
    if (!isActKind(kind)) throw new Error(`${kind} is no act.`);
    const { options } = await loadSheetParts(kind);
    if (recordVisit === undefined) throw new Error('A body records visits.');
    const offered = Object.keys(referenceOptions(recordVisit, buildFacts({}), [], options));
    const asked = widgetsOf(formOf(actSchemas[kind]));
    expect(asked.filter((widget) => !offered.includes(widget) && !drawnOtherwise.includes(widget))).toEqual([]);
  },
);

/** The lists that a form's references are chosen from, wherever in it they stand. */
function widgetsOf(described: unknown): string[] {
  if (typeof described !== 'object' || described === null) return [];
  const own =
    'kind' in described && (described.kind === 'reference' || described.kind === 'references') && 'widget' in described
      ? [String(described.widget)]
      : [];
  return [...own, ...Object.values(described).flatMap(widgetsOf)];
}
