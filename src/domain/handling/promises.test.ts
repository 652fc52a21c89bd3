import { describe, expect, test } from 'vitest';
import { emptyCaseState } from '../case-state.ts';
import type { DemandAnswer } from './demand.ts';
import { emptyRound, type HandlingState, type Round } from './handling-state.ts';
import { promiseRowsOf } from './promises.ts';
import { handlingReportText, unfinishedOf } from './report-text.ts';

const demands = [1, 2, 3, 4].map((no) => ({
  id: `d-${no}`,
  no,
  problem: '停车难',
  text: `增加车位${no}`,
  organId: 'organ',
  findingIds: [],
}));
const promise = (demandId: string, due: string): DemandAnswer => ({
  demandId,
  stance: 'accepted',
  measure: '新增车位300个',
  owner: '李样本',
  due,
});
const file = { digest: 'a'.repeat(64), name: '验收单.pdf', size: 9 };
const shown = (demandId: string) => ({ demandId, text: '已验收。', on: '2026-11-20', attachments: [file] });
const stateOf = (handling: Partial<HandlingState>) => ({
  ...emptyCaseState,
  handling: { ...emptyCaseState.handling, demands, ...handling },
});
const first = (change: Partial<Round>): Round => ({ ...emptyRound(1, '2027-01-27'), ...change });

describe('HAN-08 the promises of a round on a day', () => {
  const standings = (handling: Partial<HandlingState>) =>
    promiseRowsOf(stateOf(handling), '2026-12-01').map(({ standing }) => standing);

  test('each stands by its day until something is shown, and by the verdict once it is judged', () => {
    const answers = [promise('d-1', '2026-11-30'), promise('d-2', '2026-12-08'), promise('d-3', '2026-12-09')];
    expect(standings({ rounds: [first({ answers })] })).toEqual(['overdue', 'due-soon', 'open', 'unanswered']);
    const claimed = { answers, evidence: [shown('d-1')] };
    expect(standings({ rounds: [first(claimed)] })[0]).toBe('claimed');
    const verdicts = [{ demandId: 'd-1', verdict: 'partly-met', reason: '未完工' } as const];
    expect(standings({ rounds: [first({ ...claimed, verdicts })] })[0]).toBe('partly-met');
  });

  test('what is disputed, was settled before or is asked no more says so', () => {
    const verdicts = demands.map(
      ({ id }) => ({ demandId: id, verdict: id === 'd-1' ? 'met' : 'not-met', reason: '' }) as const,
    );
    const second = {
      ...emptyRound(2, null, ['d-2', 'd-3', 'd-4']),
      answers: [{ demandId: 'd-2', stance: 'disputed', reason: '职责' } as const],
    };
    const withdrawn = [{ demandId: 'd-4', reason: '已划出', on: '2026-11-30' }];
    const rounds = [first({ verdicts }), second];
    expect(standings({ rounds, withdrawn })).toEqual(['settled', 'disputed', 'unanswered', 'withdrawn']);
    expect(promiseRowsOf(stateOf({ rounds }), '2026-12-01')[0]?.settledIn).toBe(1);
  });
});

describe('S4.3 the handling report is put together from what is on record', () => {
  const answers = [
    promise('d-1', '2026-12-31'),
    promise('d-2', '2027-01-10'),
    { demandId: 'd-3', stance: 'disputed', reason: '属交通局职责' } as const,
  ];
  const state = stateOf({ rounds: [first({ answers, evidence: [shown('d-1')] })] });
  const text = handlingReportText(
    { organName: '住建局', bodyName: '市人大常委会', topicName: '停车' },
    state,
    (day) => day,
  );

  test('demand by demand with measure, what was shown and its files', () => {
    expect(text).toContain('（1）第1项：增加车位1');
    expect(text).toContain('整改措施：新增车位300个（责任人：李样本，2026-12-31前完成）');
    expect(text).toContain('落实情况（2026-11-20）：已验收。附：《验收单.pdf》');
    expect(text).toContain('提出异议：属交通局职责');
    expect(text).toContain('尚未作出答复。');
  });

  test('what was promised and not shown stands among what is left, once', () => {
    const [, left = ''] = text.split('二、尚未办结');
    expect(left).toContain('第2项：新增车位300个（承诺2027-01-10前完成）');
    expect(left).not.toContain('第1项');
    expect(unfinishedOf(state)).toEqual([{ demandId: 'd-2', plan: '' }]);
  });
});
