import { describe, expect, test } from 'vitest';
import { plannedRowsOf } from './planned-rows.ts';
import { suggestionCourseOf } from './suggestion-course.ts';

const nothing = { isMerged: false, preliminary: [], planned: null, topics: [] };
const listed = [{ title: '城区停车管理', suggestionIds: ['3', '4'] }];
const wayOf = (...parameters: Parameters<typeof suggestionCourseOf>) =>
  suggestionCourseOf(...parameters).steps.map(({ step, state }) => `${step} ${state}`);

describe('what became of a suggestion', () => {
  test('registered, everything else lies ahead', () => {
    expect(wayOf('3', nothing)).toEqual([
      'registered reached',
      'merged ahead',
      'listed ahead',
      'planned ahead',
      'settled ahead',
    ]);
    expect(wayOf('3', { ...nothing, isMerged: true })[1]).toBe('merged reached');
  });

  test('in the preliminary list; merging is no step of one that was proposed alone', () => {
    expect(wayOf('3', { ...nothing, preliminary: listed })).toEqual([
      'registered reached',
      'listed reached',
      'planned ahead',
      'settled ahead',
    ]);
  });

  test('not in the preliminary list of its body: there its way ends', () => {
    const known = { ...nothing, preliminary: listed, planned: [{ name: '城区停车管理' }] };
    expect(wayOf('9', known)).toEqual(['registered reached', 'listed ended']);
    expect(wayOf('9', { ...known, isMerged: true })).toEqual(['registered reached', 'merged reached', 'listed ended']);
  });

  test('in the joint plan under the name it was proposed by, whatever marks and spaces stand in it', () => {
    const known = { ...nothing, preliminary: listed, planned: [{ name: '“城区 停车管理”' }] };
    expect(wayOf('4', known)).toEqual(['registered reached', 'listed reached', 'planned reached', 'settled ahead']);
    expect(wayOf('4', { ...known, planned: [{ name: '养老服务' }] }).at(-1)).toBe('planned ended');
  });

  test('settled as a topic, with the topic; or not', () => {
    const known = { ...nothing, preliminary: listed, planned: [{ name: '城区停车管理' }] };
    const topic = { id: 't', name: '城区停车管理' };
    expect(suggestionCourseOf('3', { ...known, topics: [topic] })).toMatchObject({
      topic,
      steps: [{}, {}, {}, { step: 'settled', state: 'reached' }],
    });
    const other = suggestionCourseOf('3', { ...known, topics: [{ id: 'u', name: '养老服务' }] });
    expect(other.topic).toBeNull();
    expect(other.steps.at(-1)).toEqual({ step: 'settled', state: 'ended' });
  });

  test('followed by its id through a plan that says what its rows grew from, whatever the row is called', () => {
    const planned = [{ name: '静态交通治理', suggestionIds: ['3', 'county-1/1'] }];
    const known = { ...nothing, preliminary: listed, planned };
    expect(wayOf('3', known).at(-2)).toBe('planned reached');
    expect(wayOf('4', known).at(-1)).toBe('planned ended');
    const topics = [{ id: 't', name: '静态交通治理' }];
    expect(suggestionCourseOf('3', { ...known, topics }).topic).toEqual(topics[0]);
  });

  test('taken into the plan by the city without standing in its list: the list is no step of its way', () => {
    const planned = [{ name: '静态交通治理', suggestionIds: ['9'] }];
    expect(wayOf('9', { ...nothing, isMerged: true, preliminary: listed, planned })).toEqual([
      'registered reached',
      'merged reached',
      'planned reached',
      'settled ahead',
    ]);
  });
});

test('a joint plan begins with what the city proposes, joined by counties’ rows of the same name', () => {
  const proposal = {
    title: '城区停车管理',
    domain: 'livelihood' as const,
    suggestionIds: ['3', 'county-1/2'],
    reason: '',
  };
  const countyLists = {
    'county-1': [proposal, { ...proposal, title: '养老服务' }],
    'county-2': [{ ...proposal, title: '“城区停车管理”' }],
  };
  expect(plannedRowsOf([proposal], { countyLists })).toEqual([
    {
      key: '1',
      name: '城区停车管理',
      domain: 'livelihood',
      suggestionIds: ['3', 'county-1/2', 'county-1/1', 'county-2/1'],
    },
  ]);
});
