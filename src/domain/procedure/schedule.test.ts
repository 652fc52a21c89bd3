import { describe, expect, test } from 'vitest';
import {
  buildCase,
  buildOrgan,
  buildSession,
  buildTrack,
  buildWorkedExample,
  countyId,
  doneOnDay,
  organMarks,
  withoutSession,
  withTrack,
} from '../../../test/build/build-case.ts';
import { officialCalendar } from '../../../test/build/official-years.ts';
import { legalCalendarOf } from '../calendar/legal-days.ts';
import type { CaseView } from './case.ts';
import { steps } from './procedure.ts';
import { type ScheduledStep, scheduleOf, scheduleTrack } from './schedule.ts';
import { defaultSettings, type Settings } from './settings.ts';

function schedule(view: CaseView, settings: Partial<Settings> = {}): ScheduledStep[] {
  return scheduleOf(view, steps, officialCalendar, { ...defaultSettings, ...settings });
}

function find(scheduled: readonly ScheduledStep[], tenantId: string, stepId: string): ScheduledStep {
  const found = scheduled.find((entry) => entry.tenantId === tenantId && entry.stepId === stepId);
  if (found === undefined) throw new Error(`${tenantId} has no step ${stepId}.`);
  return found;
}

const county = countyId(1);

describe('the worked example of the dossier §12.7 (city session 26–27 October 2023)', () => {
  const scheduled = schedule(buildWorkedExample());
  const due = (tenantId: string, stepId: string) => find(scheduled, tenantId, stepId).due;

  test('S2.1, S2.2: the plan is approved two months before', () => {
    expect(due('city', 'draft-implementation-plan')).toBe('2023-08-26');
    expect(due('city', 'approve-implementation-plan')).toBe('2023-08-26');
    expect(find(scheduled, 'city', 'approve-implementation-plan').explanation).toMatchObject({
      base: { name: '市人大常委会会议召开日', date: '2023-10-26' },
      rule: '市人大常委会会议召开前2个月',
      clause: 'S2.2',
      arithmetic: '2023-10-26 往前 2 个月 = 2023-08-26',
      force: 'must',
    });
  });

  test('监督法 §15: draft, final report and distribution count back from each own session', () => {
    expect(due('city', 'receive-draft-report')).toBe('2023-10-06');
    expect(due('organ-of-city', 'submit-draft-report')).toBe('2023-10-06');
    expect(due('city', 'receive-final-report')).toBe('2023-10-16');
    expect(due('city', 'distribute-report')).toBe('2023-10-19');
    expect(due(county, 'receive-draft-report')).toBe('2023-09-28');
    expect(due(`organ-of-${county}`, 'submit-draft-report')).toBe('2023-09-28');
  });

  test('S3.1: every county has ended its session seven days before, in principle', () => {
    for (let number = 1; number <= 9; number += 1) {
      expect(find(scheduled, countyId(number), 'deliberate')).toMatchObject({
        due: '2023-10-19',
        dueForce: 'in-principle',
        judgedOn: '2023-10-18',
      });
    }
  });

  test('S2.8–S2.10: a county’s report is final before its own session and sent with a week for the city’s to absorb it', () => {
    const report = find(scheduled, county, 'finalise-research-report');
    const sent = find(scheduled, county, 'send-research-report');
    const absorbed = due('city', 'finalise-research-report');
    expect([report.due, sent.due, absorbed]).toEqual(['2023-10-17', '2023-10-19', '2023-10-25']);
    expect(sent).toMatchObject({ dueForce: 'in-principle', explanation: { clause: 'S2.9' } });
    expect(sent.explanation?.note).toContain('充分吸纳');
    // Whoever sits late, with a reason, still has the report ready for the city in the same order.
    const late = schedule(withTrack(buildWorkedExample(), county, { session: buildSession('2023-10-24') }));
    expect(find(late, county, 'finalise-research-report').due).toBe('2023-10-18');
    // Before the own session is convened the city's day alone dates it.
    const open = find(schedule(withoutSession(buildWorkedExample(), county)), county, 'finalise-research-report');
    expect(open.due).toBe('2023-10-18');
  });

  test('S3.4: the special meeting lies between the counties’ sessions and the city’s', () => {
    const last = withTrack(buildWorkedExample(), countyId(9), { session: buildSession('2023-10-19') });
    expect(find(schedule(last), 'city', 'hold-special-meeting')).toMatchObject({
      opens: '2023-10-19',
      due: '2023-10-25',
    });
  });

  test('S4.3: handling is reported within three months, Saturday moving to Monday', () => {
    const handling = find(scheduled, 'organ-of-city', 'submit-handling-report');
    expect(handling.due).toBe('2024-01-29');
    expect(handling.explanation?.shift).toEqual({ from: '2024-01-27', to: '2024-01-29', because: '星期六' });
    expect(due('city', 'receive-handling-report')).toBe('2024-01-29');
  });

  test('S4.3: the Saturday stays where only holidays move a day', () => {
    const kept = schedule(buildWorkedExample(), { restDayShift: 'holidays' });
    expect(find(kept, 'organ-of-city', 'submit-handling-report').due).toBe('2024-01-27');
  });
});

describe('before sessions are convened', () => {
  test('the plan’s deliberation time stands in for the city session, and says so', () => {
    const planned = schedule(buildCase({ deliberationDate: '2023-10-31' }));
    const plan = find(planned, 'city', 'approve-implementation-plan');
    expect(plan.due).toBe('2023-08-31');
    expect(plan.explanation?.base?.name).toBe('计划审议时间');
    expect(plan.explanation?.note).toContain('尚未召集');
    expect(find(planned, 'city', 'receive-draft-report').due).toBe('2023-10-11');
  });

  test('nothing is dated without a session and a plan, and each step says what is missing', () => {
    const undated = schedule(buildCase());
    expect(undated.every(({ due }) => due === undefined)).toBe(true);
    expect(find(undated, 'city', 'approve-implementation-plan').undatedBecause).toContain('市人大常委会会议尚未召集');
    expect(find(undated, county, 'distribute-report').undatedBecause).toBe('涪城尚未确定常委会会议会期');
  });

  test('three months are not counted from a plan', () => {
    const planned = schedule(buildCase({ deliberationDate: '2023-10-31' }));
    expect(find(planned, 'city', 'receive-handling-report').undatedBecause).toBe('市人大常委会尚未确定常委会会议会期');
  });

  test('the special meeting has its last day, and names the counties its first day waits for', () => {
    const meeting = find(schedule(withoutSession(buildWorkedExample(), county)), 'city', 'hold-special-meeting');
    expect(meeting.opens).toBeUndefined();
    expect(meeting.due).toBe('2023-10-25');
    expect(meeting.explanation?.note).toContain('涪城尚未确定');
  });
});

describe('a customer’s decisions', () => {
  test('a. three months may run from the receipt of the opinion', () => {
    const received = withTrack(buildWorkedExample(), 'organ-of-city', {
      done: { ...organMarks, ...doneOnDay('2023-11-03', 'receive-demands') },
    });
    const scheduled = schedule(received, { handlingBase: 'demands-received' });
    expect(find(scheduled, 'organ-of-city', 'submit-handling-report')).toMatchObject({
      due: '2024-02-04',
      explanation: { base: { name: '收到审议意见之日', date: '2023-11-03' } },
    });
    expect(find(scheduled, 'city', 'receive-handling-report').due).toBe('2024-02-04');
    expect(find(scheduled, `organ-of-${county}`, 'submit-handling-report').undatedBecause).toBe(
      '涪城政府尚未签收审议意见',
    );
  });

  test('b. the two months may bind the drafting only', () => {
    const scheduled = schedule(buildWorkedExample(), { planDueMeans: 'drafted' });
    expect(find(scheduled, 'city', 'draft-implementation-plan').due).toBe('2023-08-26');
    expect(find(scheduled, 'city', 'approve-implementation-plan').due).toBeUndefined();
  });

  test('c. the seven days may bind the opening of the county’s session', () => {
    const view = withTrack(buildWorkedExample(), county, { session: buildSession('2023-10-19', '2023-10-20') });
    expect(find(schedule(view), county, 'deliberate')).toMatchObject({ due: '2023-10-19', judgedOn: '2023-10-20' });
    const opened = find(schedule(view, { countySessionMeans: 'opened' }), county, 'deliberate');
    expect(opened).toMatchObject({ due: '2023-10-20', judgedOn: '2023-10-20' });
    expect(opened.explanation?.arithmetic).toContain('会期 2 日');
  });

  test('results are handed over within the days that were set', () => {
    const scheduled = schedule(buildWorkedExample(), { handOverDays: 10 });
    expect(find(scheduled, 'city', 'hand-over-results').due).toBe('2023-11-06');
  });
});

describe('later rounds and resolutions', () => {
  test('a later round is due on the day it was given, under its own key', () => {
    const again = withTrack(buildWorkedExample(), 'organ-of-city', { round: 2, handlingDue: '2024-06-15' });
    expect(find(schedule(again), 'organ-of-city', 'submit-handling-report')).toMatchObject({
      key: 'submit-handling-report@2',
      due: '2024-06-15',
    });
  });

  test('a later round without a day says so', () => {
    const again = withTrack(buildWorkedExample(), 'organ-of-city', { round: 2 });
    expect(find(schedule(again), 'organ-of-city', 'submit-handling-report').undatedBecause).toBe(
      '第2轮办理期限尚未确定',
    );
  });

  test('a resolution’s own term cuts three months short, and a longer one is noted', () => {
    const shorter = withTrack(buildWorkedExample(), 'organ-of-city', { resolutionDue: '2023-12-31' });
    expect(find(schedule(shorter), 'organ-of-city', 'submit-handling-report').due).toBe('2023-12-31');
    const longer = withTrack(buildWorkedExample(), 'organ-of-city', { resolutionDue: '2024-06-30' });
    const report = find(schedule(longer), 'organ-of-city', 'submit-handling-report');
    expect(report.due).toBe('2024-01-29');
    expect(report.explanation?.note).toContain('2024-06-30');
  });
});

describe('the year of topics', () => {
  test('S1.1, S1.2: collecting runs through November and December of the year before', () => {
    const year = schedule(buildCase({ kind: 'year', year: 2024 }));
    expect(find(year, county, 'open-solicitation')).toMatchObject({ opens: '2023-11-01', due: '2023-12-31' });
    expect(find(year, 'city', 'record-consultation').due).toBe('2023-12-31');
    expect(year.some(({ stepId }) => stepId === 'draft-implementation-plan')).toBe(false);
  });
});

describe('the calendar', () => {
  test('flags every date of a year nobody loaded, and moves none', () => {
    const next = withTrack(buildCase(), 'city', { session: buildSession('2027-10-30') });
    const bare = scheduleOf(next, steps, legalCalendarOf([]), defaultSettings);
    const handling = find(bare, 'city', 'receive-handling-report');
    expect(handling.due).toBe('2028-01-30');
    expect(handling.explanation?.warning).toContain('2028年节假日安排尚未载入');
    expect(find(bare, 'city', 'distribute-report').explanation?.warning).toContain('2027年');
  });

  test('leaves a backward limit on a rest day where it is, with a note', () => {
    const draft = find(schedule(buildWorkedExample()), 'city', 'receive-draft-report');
    expect(draft.due).toBe('2023-10-06');
    expect(draft.explanation?.note).toContain('国庆节');
    expect(draft.explanation?.shift).toBeUndefined();
  });
});

describe('which steps a track has', () => {
  test('a conditional step appears once what it answers was done', () => {
    const view = buildWorkedExample();
    const ids = (scheduled: ScheduledStep[], tenantId: string) =>
      scheduled.filter((entry) => entry.tenantId === tenantId).map((entry) => entry.stepId);
    expect(ids(schedule(view), county)).not.toContain('decide-adjustment');
    const consulted = withTrack(view, 'city', { done: doneOnDay('2023-05-01', 'consult-adjustment') });
    expect(ids(schedule(consulted), county)).toContain('decide-adjustment');
  });

  test('an organ has its own steps and a body its own', () => {
    const organ = buildOrgan(buildTrack('city', 'city'));
    const rules = { calendar: officialCalendar, settings: defaultSettings };
    const own = scheduleTrack(buildWorkedExample(), organ, steps, rules);
    expect(own.every(({ by }) => by === 'organ')).toBe(true);
    expect(own.map(({ stepId }) => stepId)).toContain('submit-handling-report');
  });
});
