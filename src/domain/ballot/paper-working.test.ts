import { describe, expect, test } from 'vitest';
import { buildFacts } from '../../../test/build/facts.ts';
import { buildSitting } from '../../../test/build/sitting.ts';
import { workingOfPapers } from './paper-working.ts';

const facts = buildFacts({ on: '2026-10-26', sitting: buildSitting() });
const count = { issued: 11, returned: 11, satisfied: 7, basicallySatisfied: 2, unsatisfied: 1, invalid: 1 };
const work = (...tallies: readonly Partial<typeof count>[]) =>
  workingOfPapers({ at: '10:30', ruleId: 'majority-of-members', tallies }, facts);

describe('SAT-01 SAT-03 SAT-07 what is said while two tellers count', () => {
  test('attendance is that of the sitting at the time of the ballot', () => {
    expect(work().attendance).toBe('全体组成人员11人，10:30在场11人（据会议到会登记）；测评票最多发出11张。');
  });

  test('before anything is written nothing is wrong and no result is claimed', () => {
    expect(work({}, {})).toMatchObject({ sums: [], faults: [] });
    expect(work({}, {}).result).toBeUndefined();
  });

  test('more papers returned than issued is said before the rest is counted', () => {
    expect(work({ issued: 10, returned: 11 }, {}).faults).toEqual([
      '收回11票多于发出10票，测评无效，请核对或者重新测评。',
    ]);
  });

  test('how many papers are still to be sorted is said', () => {
    expect(work({ issued: 11, returned: 11, satisfied: 7 }, {}).sums).toEqual(['已计7票，收回11票，还有4票没有计入。']);
  });

  test('figures that differ are named and no grade is given', () => {
    const working = work(count, { ...count, satisfied: 6, basicallySatisfied: 3 });
    expect(working.faults).toEqual(['两名监票人满意分别为7和6，相差1。', '两名监票人基本满意分别为2和3，相差1。']);
    expect(working.result).toBeUndefined();
  });

  test('figures that agree give the grade with base and threshold', () => {
    const { result, sums } = work(count, { ...count });
    expect(sums).toEqual(['各项合计11票，与收回票数相符。']);
    expect(result).toMatchObject({
      grade: 'satisfied',
      explanation: '全体组成人员11，过半数为6；满意7，满意与基本满意合计9，满意过半数，评定为满意。',
    });
  });
});
