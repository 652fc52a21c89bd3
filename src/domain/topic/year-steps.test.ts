import { expect, test } from 'vitest';
import { buildTopic, testCounties, withDone } from '../../../test/build/facts.ts';
import { legalCalendarOf } from '../calendar/legal-days.ts';
import type { CaseView } from '../procedure/case.ts';
import { steps } from '../procedure/procedure.ts';
import { scheduleOf } from '../procedure/schedule.ts';
import { defaultSettings } from '../procedure/settings.ts';
import { worklistOf } from '../procedure/worklist.ts';
import { callStandingsOf, yearStepsOf } from './year-steps.ts';

const opened = buildTopic({ kind: 'year', name: '2026年度联动监督议题' });
const listed = ['open-solicitation', 'propose-preliminary-list'];
const year = withDone(
  withDone(opened, ['city'], ['open-solicitation']),
  ['county-1', 'county-2'],
  listed,
  '2025-12-10',
);

function owed(view: CaseView) {
  return worklistOf(view, scheduleOf(view, steps, legalCalendarOf([]), defaultSettings), steps, '2025-12-20');
}

test('S1.1–S1.5 the steps stand in the order of the opinion, with the city and the counties in each', () => {
  const shown = yearStepsOf(year, owed(year));
  expect(shown.slice(0, 4).map(({ stepId }) => stepId)).toEqual([
    'open-solicitation',
    'propose-preliminary-list',
    'record-consultation',
    'draft-joint-plan',
  ]);
  const [call, , consultation] = shown;
  expect([call?.due, call?.city?.state]).toEqual(['2025-12-31', 'done']);
  expect(call?.counties.map(({ state }) => state)).toEqual(['done', 'done', 'ready']);
  expect(consultation?.counties).toEqual([]);
});

test('S1.2 the city sees who has answered with how many, who not, and whose list is not signed for', () => {
  const countyLists = {
    'county-1': [{ title: '停车', domain: 'livelihood' as const, suggestionIds: ['1'], reason: '' }],
  };
  const shown = callStandingsOf(year, owed(year), { own: 'city', year: { preliminary: [], countyLists } });
  expect(shown.map(({ body, rows }) => [body.tenantId, rows])).toEqual([
    ['city', undefined],
    ['county-1', 1],
    ['county-2', 'unsigned'],
    ['county-3', undefined],
  ]);
});

test('S1.2 a county knows its own list by its own record, and not the city’s', () => {
  const own = withDone(year, ['city'], listed);
  const preliminary = [{ title: '停车', domain: 'livelihood' as const, suggestionIds: ['1'], reason: '' }];
  const seen = {
    ...own,
    tracks: own.tracks.filter(({ tenantId }) => !testCounties.slice(1).includes(tenantId as never)),
  };
  const shown = callStandingsOf(seen, owed(seen), { own: 'county-1', year: { preliminary, countyLists: {} } });
  expect(shown.map(({ body, rows }) => [body.tenantId, rows])).toEqual([
    ['city', undefined],
    ['county-1', 1],
  ]);
});
