import { describe, expect, test } from 'vitest';
import {
  buildSession,
  buildWorkedExample,
  withCounties,
  withoutSession,
  withTrack,
} from '../../../test/build/build-case.ts';
import type { CaseView } from '../procedure/case.ts';
import { defaultSettings } from '../procedure/settings.ts';
import { slackOf } from './slack.ts';

// The city sits from 2023-10-26, so that counties are done by 2023-10-19, at ease by 2023-10-11.
const topic = withTrack(buildWorkedExample(), 'city', { session: buildSession('2023-10-26', '2023-10-27') });
const slackOn = (view: CaseView, today = '2023-10-01', settings = defaultSettings) =>
  slackOf([view], settings, today)[0];

describe('the room of a topic', () => {
  test('is the days to the city’s sitting, or to the day that the plan names while none is convened', () => {
    expect(slackOn(topic)?.city).toEqual({ opens: '2023-10-26', isPlanned: false, left: 25 });
    expect(slackOn(topic, '2023-10-28')?.city?.left).toBe(-2);
    const planned = { ...withoutSession(topic, 'city'), deliberationDate: '2023-11-02' };
    expect(slackOn(planned)?.city).toEqual({ opens: '2023-11-02', isPlanned: true, left: 32 });
  });

  test('S3.1 counts the counties’ last sitting against the day that is left to them, by its end or its opening', () => {
    const held = withTrack(withCounties(topic, { session: buildSession('2023-10-10') }), 'county-2', {
      session: buildSession('2023-10-18', '2023-10-20'),
    });
    const { plan, last, ...count } = slackOn(held)?.counties ?? {};
    expect(count).toEqual({ count: 9, fixed: 9 });
    const latest = plan?.latest ?? '';
    expect(plan?.comfortable).toMatch(/^2023-10-/);
    expect(last?.day).toBe('2023-10-20');
    expect(last?.left).toBe(Number(latest.slice(8)) - 20);
    const opened = slackOn(held, '2023-10-01', { ...defaultSettings, countySessionMeans: 'opened' })?.counties.last;
    expect(opened).toEqual({ day: '2023-10-18', left: Number(latest.slice(8)) - 18 });
  });

  test('S3.4 leaves the special meeting the days between the last county sitting and the city’s', () => {
    const held = withCounties(topic, { session: buildSession('2023-10-20') });
    expect(slackOn(held)?.meeting).toEqual({ from: '2023-10-20', until: '2023-10-25', days: 6 });
    expect(slackOn(withCounties(topic, { session: buildSession('2023-10-26') }))?.meeting).toBe('none');
    expect(slackOn(withoutSession(topic, 'city'))?.meeting).toBe('open');
  });

  test('is asked of topics in work alone', () => {
    expect(slackOf([{ ...topic, state: 'withdrawn' }], defaultSettings, '2023-10-01')).toEqual([]);
  });
});
