import { describe, expect, test } from 'vitest';
import { buildSession } from '../../../test/build/build-case.ts';
import { buildFacts, buildTopic, changedTrack, organisationOf, withDone } from '../../../test/build/facts.ts';
import type { CaseView } from './case.ts';
import { cityExpects } from './city-expects.ts';
import { coverageMarkOf } from './coverage-marks.ts';

const rules = buildFacts();
const planned = buildTopic({ deliberationDate: '2026-10-26' });
const convened = changedTrack(planned, 'city', { session: buildSession('2026-10-26', '2026-10-27') });
const asked = (view: CaseView, today = '2026-07-01') => cityExpects(view, 'county-1', rules, today);
const one = (view: CaseView, stepId: string, today?: string) =>
  asked(view, today).find((entry) => entry.stepId === stepId);

describe('what the city expects of a county', () => {
  test('S2.1, S2.8, S2.9, S3.1, S3.3, S3.6: the comment, the report, its sending, the session, its results, the attendance, in that order', () => {
    expect(asked(planned).map(({ clause }) => clause)).toEqual([
      'S2.1',
      'S2.4',
      'S2.8',
      'S2.9',
      'S3.1',
      'S3.3',
      'S3.6',
    ]);
    expect(asked(planned).map(({ packageKind }) => packageKind)).toEqual([
      'plan-comment',
      undefined,
      undefined,
      'research-report',
      undefined,
      'supervision-results',
      undefined,
    ]);
  });

  test('is dated from the plan before the city has convened, with its working', () => {
    expect(asked(planned).map(({ due }) => due)).toEqual([
      '2026-08-26',
      undefined,
      '2026-10-18',
      '2026-10-19',
      '2026-10-19',
      '2026-10-25',
      undefined,
    ]);
    expect(one(planned, 'send-research-report')?.explanation?.base?.name).toBe('计划审议时间');
    expect(one(planned, 'record-county-statements')?.why).toContain('等待市人大常委会确定');
  });

  test('S2.4 the joint team’s visit is awaited until its day is told, then dated, then done with the team on site', () => {
    const visits = [{ day: '2026-07-20', leader: '张示例（组长）', places: '示例镇' }];
    const told = (today: string, view = planned) =>
      cityExpects(view, 'county-1', rules, today, { visits }).find(({ stepId }) => stepId === 'record-visit');
    expect(one(planned, 'record-visit')).toMatchObject({
      state: 'waiting',
      why: expect.stringContaining('告知调研日期'),
    });
    expect(told('2026-07-01')).toMatchObject({
      state: 'ready',
      due: '2026-07-20',
      why: '张示例（组长）带队，到示例镇',
    });
    expect(told('2026-07-14')).toMatchObject({ state: 'due-soon' });
    const covered = withDone(planned, ['city'], [coverageMarkOf('county-1')]);
    expect(told('2026-07-21', covered)).toMatchObject({ state: 'done', doneOn: expect.any(String) });
    expect(told('2026-07-21')).toMatchObject({ state: 'waiting' });
  });

  test('the attendance is on the days of the city’s session, and over with it', () => {
    expect(one(convened, 'record-county-statements')).toMatchObject({ due: '2026-10-26', state: 'waiting' });
    expect(one(convened, 'record-county-statements', '2026-10-28')?.state).toBe('done');
    const noted = withDone(convened, ['city'], ['record-county-statements']);
    expect(one(noted, 'record-county-statements')?.doneOn).toBeDefined();
  });

  test('what is done says when, what is late says so', () => {
    const done = withDone(convened, ['city', 'county-1'], ['draft-implementation-plan', 'comment-on-plan']);
    expect(one(done, 'comment-on-plan')).toMatchObject({ state: 'done', doneOn: expect.any(String) });
    expect(one(convened, 'send-research-report', '2026-10-20')?.state).toBe('overdue');
  });

  test('asks nothing of the city, of an organ, of whoever has no part', () => {
    expect(cityExpects(planned, 'city', rules, '2026-07-01')).toEqual([]);
    expect(cityExpects(planned, 'county-1-government', rules, '2026-07-01')).toEqual([]);
    expect(cityExpects(planned, 'elsewhere', rules, '2026-07-01')).toEqual([]);
  });

  test.each([1, 26])('asks the same of each of %i counties', (count) => {
    const ids = Array.from({ length: count }, (_none, index) => `county-${index + 1}`);
    const [city] = planned.tracks.filter(({ tenantId }) => tenantId === 'city');
    const [county] = planned.tracks.filter(({ tenantId }) => tenantId === 'county-1');
    if (city === undefined || county === undefined) throw new Error('the topic has a city and a county');
    const tracks = [city, ...ids.map((id) => ({ ...county, tenantId: id, bodyId: id }))];
    const all = { ...rules, organisation: organisationOf(ids) };
    const texts = ids.map((id) => JSON.stringify(cityExpects({ ...planned, tracks }, id, all, '2026-07-01')));
    expect(new Set(texts).size).toBe(1);
    expect(JSON.parse(texts[0] ?? '[]')).toHaveLength(7);
  });
});
