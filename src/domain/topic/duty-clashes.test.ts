import { describe, expect, test } from 'vitest';
import { buildSession, buildWorkedExample, withTrack } from '../../../test/build/build-case.ts';
import type { SpokenDuty } from '../organisation/leader-duty.ts';
import { daysAheadOf, dutyClashes, plannedDaysOf, sittingDaysOf } from './duty-clashes.ts';

const duty = (changes: Partial<SpokenDuty> = {}): SpokenDuty => ({
  personId: 'p-1',
  bodyId: 'city',
  who: '副主任张示例',
  from: '2027-03-20',
  until: '2027-03-24',
  matter: '出席省人大会议',
  ...changes,
});
const { matter: _matter, ...told } = duty({ bodyId: 'county-1', who: '甲县主任李样本', personId: 'p-2' });
const days = plannedDaysOf([
  { key: '1', name: '停车', day: '2027-03-24' },
  { key: '2', name: '供水', day: '2027-03-25' },
  { key: '3', name: '养老' },
]);

describe('S1.3 审议时间 and leaders’ other duties', () => {
  test('whoever is bound on the day is named with what for and until when; the day after is free', () => {
    expect(dutyClashes(days, [duty()], 'city')).toEqual([
      {
        clause: 'S1.3',
        keys: ['1'],
        text: '“停车”的审议时间2027-03-24，副主任张示例有其他公务（出席省人大会议，2027-03-20至2027-03-24）。',
      },
    ]);
  });

  test('S3.6 of a county’s leader the days are known, not what for', () => {
    expect(dutyClashes(days, [told], 'city')).toEqual([
      {
        clause: 'S3.6',
        keys: ['1'],
        text: '“停车”的审议时间2027-03-24，甲县主任李样本有其他公务（2027-03-20至2027-03-24），不便列席。',
      },
    ]);
  });
});

describe('S3.1 S3.5 the days of a sitting that is being convened', () => {
  const said = (session: object, duties = [duty()], level: 'city' | 'county' = 'city', name = '第十次会议') =>
    dutyClashes(sittingDaysOf({ name, level }, session), duties, 'city').map(({ clause, text }) => `${clause} ${text}`);

  test('name whoever of the own body is bound on one of them', () => {
    expect(said({ opens: '2027-03-24', closes: '2027-03-26' })).toEqual([
      'S3.5 “第十次会议”的会期2027-03-24至2027-03-26，副主任张示例有其他公务（出席省人大会议，2027-03-20至2027-03-24）。',
    ]);
    expect(said({ opens: '2027-03-25', closes: '2027-03-26' })).toEqual([]);
    expect(said({ opens: '2027-03-24' }, [duty()], 'county', ' ')[0]).toMatch(/^S3.1 “常委会会议”的会期2027-03-24，/);
  });

  test('S3.6 name a county’s leader who cannot come to the city’s', () => {
    expect(said({ opens: '2027-03-24', closes: '2027-03-24' }, [told])[0]).toContain('甲县主任李样本有其他公务');
  });

  test('are not known until they are chosen; an end before the beginning is not counted', () => {
    for (const session of [{}, { opens: '' }, { opens: '2027-03' }]) expect(said(session)).toEqual([]);
    expect(said({ opens: '2027-03-24', closes: '2027-03-20' })[0]).toContain('会期2027-03-24，');
  });
});

describe('S3.1 S3.5 S3.6 the days ahead of a body', () => {
  const topic = buildWorkedExample();
  const convened = withTrack(withTrack(topic, 'city', { session: buildSession('2023-10-26') }), 'county-1', {
    session: buildSession('2023-10-18'),
  });
  const clausesOf = (bodyId: string, today = '2023-08-01') =>
    daysAheadOf([convened], bodyId, today).map(({ clause, opens }) => `${clause} ${opens}`);

  test('are the city’s own sitting, and for a county its own and the city’s, which it attends', () => {
    expect(clausesOf('city')).toEqual(['S3.5 2023-10-26']);
    expect(clausesOf('county-1')).toEqual(['S3.6 2023-10-26', 'S3.1 2023-10-18']);
  });

  test('are over once they have passed', () => {
    expect(clausesOf('county-1', '2023-10-20')).toEqual(['S3.6 2023-10-26']);
  });
});
