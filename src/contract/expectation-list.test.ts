import { expect, test } from 'vitest';
import type { CaseView } from '../domain/procedure/case.ts';
import type { Expectation } from '../domain/procedure/city-expects.ts';
import { type ExpectationFilter, expectedTopicsShown } from './expectation-list.ts';

const asked = (name: string, ...expectations: Partial<Expectation>[]) =>
  // The proof for the cast: of a topic and of what is expected only name, state and day are read here.
  ({ topic: { name } as CaseView, expectations: expectations as Expectation[] });
const parking = asked('停车', { state: 'done', due: '2026-01-01' }, { state: 'ready', due: '2026-12-01' });
const gas = asked('燃气', { state: 'waiting', due: '2026-11-30' }, { state: 'ready' });
const water = asked('水源', { state: 'done', due: '2026-02-01' }, { state: 'waived' });

const shown = (all: readonly ReturnType<typeof asked>[], filter: ExpectationFilter) =>
  expectedTopicsShown(all, filter).map(({ topic }) => topic.name);

test('topics with something left to do stand by the next date; those that are done where they are asked for', () => {
  expect(shown([water, parking, gas], {})).toEqual(['燃气', '停车']);
  expect(shown([water, parking, gas], { met: 'shown' })).toEqual(['燃气', '停车', '水源']);
});

test('where all is done the topics that are done are shown', () => {
  expect(shown([water], {})).toEqual(['水源']);
});
