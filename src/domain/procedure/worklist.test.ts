import { describe, expect, test } from 'vitest';
import {
  buildCase,
  buildWorkedExample,
  doneOnDay,
  organMarks,
  withCounties,
  withTrack,
} from '../../../test/build/build-case.ts';
import { officialCalendar } from '../../../test/build/official-years.ts';
import type { CaseView, Track } from './case.ts';
import { coverageMarkOf } from './coverage-marks.ts';
import { steps } from './procedure.ts';
import { scheduleOf } from './schedule.ts';
import { defaultSettings } from './settings.ts';
import { awaitsDate, type Obligation, waitOf, worklistOf } from './worklist.ts';

function worklist(view: CaseView, today: string): Obligation[] {
  return worklistOf(view, scheduleOf(view, steps, officialCalendar, defaultSettings), steps, today);
}

function find(obligations: readonly Obligation[], tenantId: string, stepId: string): Obligation | undefined {
  return obligations.find((entry) => entry.tenantId === tenantId && entry.stepId === stepId);
}

const example = buildWorkedExample();

describe('a duty', () => {
  test('is ready, then due soon from seven days before, then overdue', () => {
    const at = (today: string) => find(worklist(example, today), 'city', 'draft-implementation-plan');
    expect(at('2023-08-18')).toMatchObject({ state: 'ready', why: '2023-08-26前完成，还有8日（S2.1）' });
    expect(at('2023-08-19')?.state).toBe('due-soon');
    expect(at('2023-08-26')).toMatchObject({ state: 'due-soon', why: expect.stringContaining('今日到期') });
    expect(at('2023-08-27')).toMatchObject({ state: 'overdue', why: '应于2023-08-26前完成，已逾期1日（S2.1）' });
  });

  test('waits for what comes first and names it', () => {
    const approval = find(worklist(example, '2023-08-01'), 'city', 'approve-implementation-plan');
    expect(approval?.state).toBe('waiting');
    expect(approval?.why).toContain('先完成“拟定实施方案”');
    expect(approval?.why).toContain('等待9个县（市、区）完成“会同研究实施方案”：涪城、游仙');
  });

  test('S2.4 that covers every county is under way and names those that are left, until none is', () => {
    const before = { ...doneOnDay('2023-07-01', 'approve-implementation-plan', 'form-research-team') };
    const marks = (ids: readonly string[]) => doneOnDay('2023-07-10', ...ids.map(coverageMarkOf));
    const at = (done: Track['done']) =>
      find(
        worklist(withTrack(example, 'city', { done: { ...before, ...done } }), '2023-07-20'),
        'city',
        'record-visit',
      );
    expect(at({})?.isUnderWay).toBeUndefined();
    const all = example.tracks.filter(({ kind, level }) => kind === 'body' && level === 'county');
    const [last, ...others] = all.map(({ tenantId }) => tenantId);
    const most = at(marks(others));
    expect(most).toMatchObject({ state: 'ready', isUnderWay: true });
    expect(waitOf(most?.why ?? '')).toBe(`尚未实地调研${all[0]?.shortName}`);
    expect(last).toBe(all[0]?.tenantId);
    expect(at({ ...marks(others), ...doneOnDay('2023-07-18', 'record-visit') })?.state).toBe('done');
  });

  test('names only the counties that are still missing', () => {
    const most = withTrack(
      withCounties(example, { done: doneOnDay('2023-10-20', 'send-supervision-results') }),
      'county-3',
      { done: {} },
    );
    expect(find(worklist(most, '2023-10-10'), 'city', 'hold-special-meeting')?.why).toContain(
      '等待1个县（市、区）完成“向市人大常委会报送监督工作情况”：安州',
    );
  });

  test('that waits is overdue all the same once its date has passed', () => {
    const approval = find(worklist(example, '2023-08-28'), 'city', 'approve-implementation-plan');
    expect(approval?.state).toBe('overdue');
    expect(approval?.why).toContain('先完成');
  });

  test('that waits for counties alone is shown as near, because the city may go on with a reason', () => {
    const meeting = find(worklist(example, '2023-10-20'), 'city', 'hold-special-meeting');
    expect(meeting).toMatchObject({ state: 'due-soon', due: '2023-10-25' });
  });

  test('becomes ready on the day the last of what it waited for was done', () => {
    const received = withTrack(example, 'city', { done: { ...doneOnDay('2023-09-20', 'name-responsible-organs') } });
    const draft = find(worklist(received, '2023-09-25'), 'city', 'receive-draft-report');
    expect(draft).toMatchObject({ state: 'ready', since: '2023-09-20' });
  });

  test('before its window opens waits for the day', () => {
    const year = buildCase({ kind: 'year', year: 2024 });
    expect(find(worklist(year, '2023-10-31'), 'county-1', 'open-solicitation')).toMatchObject({
      state: 'waiting',
      why: expect.stringContaining('自2023-11-01起办理'),
    });
    expect(find(worklist(year, '2023-11-01'), 'county-1', 'open-solicitation')?.state).toBe('ready');
  });

  test('without a date says what the date waits for', () => {
    expect(find(worklist(buildCase(), '2023-08-01'), 'city', 'draft-implementation-plan')).toMatchObject({
      state: 'ready',
      why: expect.stringContaining('期限待定：市人大常委会会议尚未召集'),
    });
  });

  test('says without clause and date what it waits for and why it has no date', () => {
    const approval = find(worklist(example, '2023-08-18'), 'city', 'approve-implementation-plan');
    expect(waitOf(approval?.why ?? '')).toMatch(/^先完成“拟定实施方案”；等待9个县（市、区）完成/);
    const undated = find(worklist(buildCase(), '2023-08-01'), 'city', 'draft-implementation-plan');
    expect(waitOf(undated?.why ?? '')).toMatch(/^市人大常委会会议尚未召集/);
    expect(waitOf('2023-08-26前完成，还有8日（S2.1）')).toBe('');
  });

  test('tells a date that is still to come from one that nobody sets', () => {
    const why = (stepId: string) => find(worklist(buildCase(), '2023-08-01'), 'city', stepId)?.why ?? '';
    expect(awaitsDate(why('draft-implementation-plan'))).toBe(true);
    expect(why('conclude-joint-research')).not.toBe('');
    expect(awaitsDate(why('conclude-joint-research'))).toBe(false);
  });

  test('of an organ waits for its own body', () => {
    const receipt = find(worklist(example, '2023-10-28'), 'organ-of-county-1', 'receive-demands');
    expect(receipt).toMatchObject({ state: 'waiting', why: expect.stringContaining('等待涪城完成') });
  });
});

describe('what may be done', () => {
  test('is offered and never overdue', () => {
    const optional = worklist(example, '2024-12-31').filter(({ force }) => force === 'may');
    expect(optional.length).toBeGreaterThan(0);
    expect(new Set(optional.map(({ state }) => state))).toEqual(new Set(['ready', 'waiting']));
  });

  test('holds no duty up', () => {
    for (const entry of worklist(example, '2023-08-01')) expect(entry.why).not.toContain('先完成“开展专题询问”');
  });
});

describe('what was done', () => {
  test('is done since its day, late if it was late, or waived', () => {
    const view = withTrack(example, 'city', {
      done: {
        'draft-implementation-plan': { on: '2023-08-20', seq: 1 },
        'approve-implementation-plan': { on: '2023-08-30', seq: 2 },
        'receive-draft-report': { on: '2023-10-01', seq: 3, note: 'waived' },
      },
    });
    const obligations = worklist(view, '2023-10-10');
    expect(find(obligations, 'city', 'draft-implementation-plan')).toMatchObject({
      state: 'done',
      since: '2023-08-20',
    });
    expect(find(obligations, 'city', 'approve-implementation-plan')?.why).toContain('逾期完成');
    expect(find(obligations, 'city', 'receive-draft-report')?.state).toBe('waived');
  });

  test('in an earlier round leaves the step open in the next', () => {
    const done = { ...organMarks, ...doneOnDay('2024-01-10', 'submit-handling-report@1') };
    const organ = { round: 2, handlingDue: '2024-06-15', done };
    const again = find(
      worklist(withTrack(example, 'organ-of-city', organ), '2024-02-01'),
      'organ-of-city',
      'submit-handling-report',
    );
    expect(again).toMatchObject({ key: 'submit-handling-report@2', state: 'waiting', due: '2024-06-15' });
  });
});

describe('nothing is owed', () => {
  const open = (obligations: Obligation[]) => obligations.filter(({ state }) => state !== 'done' && state !== 'waived');

  test('on a track that is closed, while the others go on', () => {
    const closed = withTrack(example, 'county-1', { closedOn: '2024-03-01' });
    const owed = open(worklist(closed, '2024-03-02'));
    expect(owed.some(({ tenantId }) => tenantId === 'county-1')).toBe(false);
    expect(owed.some(({ tenantId }) => tenantId === 'county-2')).toBe(true);
  });

  test('in a case that was withdrawn', () => {
    expect(open(worklist({ ...example, state: 'withdrawn' }, '2024-03-02'))).toEqual([]);
  });

  test('by a closed county that the city would otherwise wait for', () => {
    const closed = withCounties(example, { closedOn: '2023-10-20' });
    expect(find(worklist(closed, '2023-10-21'), 'city', 'hold-special-meeting')?.why).not.toContain('等待');
  });
});
