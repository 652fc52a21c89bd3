import { expect, test } from 'vitest';
import { buildState, buildTopic, testOrganisation, withDone } from '../../../test/build/facts.ts';
import { fitsByPinyin, fitsPlainly } from '../search/fits.ts';
import { chosenSuggestions, cityWide, suggestionRowsOf } from './suggestion-rows.ts';

const text = { sources: ['deputies'], domain: 'livelihood', feasibility: '', on: '2025-11-10' } as const;
const { year } = buildState({
  year: {
    suggestions: [
      { ...text, id: '1', title: '涪城停车', necessity: '难', author: { kind: 'deputy', name: 'city-deputy-1' } },
      { ...text, id: '2', title: '涪城和游仙公交', necessity: '少', author: { kind: 'citizen', name: '张示例' } },
      { ...text, id: '3', title: '养老', necessity: '缺', author: { kind: 'organ', name: '示例市人民政府' } },
    ],
    preliminary: [{ title: '停车', domain: 'livelihood', suggestionIds: ['1'], reason: '' }],
    countyLists: { 'county-1': [{ title: '饮水', domain: 'environment', suggestionIds: ['9'], reason: '差' }] },
  },
});
const view = withDone(buildTopic({ kind: 'year' }), ['county-1'], ['propose-preliminary-list'], '2025-12-12');
const candidate = { id: 'c', title: '养老', domain: 'livelihood' as const, reason: '', suggestionIds: ['3'] };
const rows = suggestionRowsOf({ ownId: 'city', view, year, organisation: testOrganisation, candidates: [candidate] });
const idsOf = (filter: Parameters<typeof chosenSuggestions>[1]) =>
  chosenSuggestions(rows, filter, fitsPlainly).map(({ id }) => id);

test('S1.1 a suggestion has the place it names, a county’s its own, and one of several counties none', () => {
  expect(rows.map(({ place }) => place)).toEqual(['涪城', '', '', '涪城']);
});

test('S1.1 what names no place is in a county’s own list of the county', () => {
  const own = suggestionRowsOf({ ownId: 'county-2', view, year, organisation: testOrganisation, candidates: [] });
  expect(own.map(({ place }) => place)).toEqual(['涪城', '游仙', '游仙', '涪城']);
});

test('S1.2 each says how far it has come, and a county’s the day its list was sent', () => {
  expect(rows.map(({ standing, on }) => [standing, on])).toEqual([
    ['listed', '2025-11-10'],
    ['free', '2025-11-10'],
    ['merged', '2025-11-10'],
    ['free', '2025-12-12'],
  ]);
});

test('the list is narrowed by every member, and by words', () => {
  expect(idsOf({})).toEqual(['1', '2', '3', 'county-1/1']);
  expect(idsOf({ place: '涪城' })).toEqual(['1', 'county-1/1']);
  expect(idsOf({ place: cityWide, standing: 'merged' })).toEqual(['3']);
  expect(idsOf({ from: 'county-1' })).toEqual(['county-1/1']);
  expect(idsOf({ author: 'citizen' })).toEqual(['2']);
  expect(idsOf({ domain: 'environment' })).toEqual(['county-1/1']);
  expect(idsOf({ text: '公交' })).toEqual(['2']);
});

test('letters are asked of the dictionary of pinyin', () => {
  const fits = fitsByPinyin((words, letters) => (words === '停车' && letters === 'tc' ? [0] : null));
  expect([fits('停车', 'tc'), fits('公交', 'tc'), fits('AB车', 'ab')]).toEqual([true, false, true]);
});
