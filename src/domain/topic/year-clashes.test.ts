import { describe, expect, test } from 'vitest';
import { buildSession, buildWorkedExample, withTrack } from '../../../test/build/build-case.ts';
import { officialCalendar } from '../../../test/build/official-years.ts';
import { defaultSettings, type Settings } from '../procedure/settings.ts';
import { clashesOfYear } from './year-clashes.ts';

const today = '2023-08-01';
const rules = (settings: Partial<Settings> = {}) => ({
  calendar: officialCalendar,
  settings: { ...defaultSettings, ...settings },
});

describe('S3.1 县级会议', () => {
  // The city opens on 26 October; seven days before is 19 October.
  const convened = withTrack(buildWorkedExample(), 'city', { session: buildSession('2023-10-26') });
  const lastsUntil = (closes: string) =>
    withTrack(convened, 'county-1', { session: { ...buildSession('2023-10-18'), opens: '2023-10-18', closes } });
  const said = (closes: string, settings: Partial<Settings> = {}) =>
    clashesOfYear([lastsUntil(closes)], [], rules(settings), today).filter(({ clause }) => clause === 'S3.1');

  test('that ends after the seventh day before the city’s is named, and one that ends by then is not', () => {
    expect(said('2023-10-20').flatMap(({ keys }) => keys)).toEqual([convened.id]);
    expect(said('2023-10-19').filter(({ text }) => text.includes('2023-10-18'))).toEqual([]);
  });

  test('is judged by its opening where the customer has decided so', () => {
    expect(said('2023-10-20')[0]?.text).toContain('闭会');
    const opened = said('2023-10-20', { countySessionMeans: 'opened' });
    expect(opened.filter(({ text }) => text.includes('2023-10-20'))).toEqual([]);
  });
});

describe('S1.7 组织法 §51', () => {
  test('a planned day that has come without a session, and a gap of more than two months, are told', () => {
    const topic = buildWorkedExample();
    const open = {
      ...topic,
      deliberationDate: '2023-07-20',
      tracks: topic.tracks.map(({ session: _none, ...track }) => track),
    };
    const body = { tenantId: 'city', shortName: '示例市' };
    const sittings = [
      { body, opens: '2023-03-01', closes: '2023-03-02' },
      { body, opens: '2023-05-03', closes: '2023-05-03' },
    ];
    const clauses = clashesOfYear([open], sittings, rules(), today).map(({ clause }) => clause);
    expect(clauses).toEqual(expect.arrayContaining(['S1.7', '组织法 §51']));
  });
});
