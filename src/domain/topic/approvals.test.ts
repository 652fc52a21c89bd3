import { describe, expect, test } from 'vitest';
import { buildFacts, buildMeeting, buildTopic, withDone } from '../../../test/build/facts.ts';
import { given, receiptOf } from '../../../test/given.ts';
import { changeTrack, markTrack } from '../procedure/apply-changes.ts';
import { cityTrackOf } from '../procedure/case.ts';
import { steps } from '../procedure/procedure.ts';
import { scheduleOf } from '../procedure/schedule.ts';
import { worklistOf } from '../procedure/worklist.ts';
import { approvalsOf, approvalsVoidedBy } from './approvals.ts';
import { yearActs } from './year-acts.ts';

const year = buildTopic({ kind: 'year', name: '2026年度联动监督议题' });
const drafted = withDone(year, ['city'], ['draft-joint-plan']);
const planned = { version: 2, topics: [], seq: 1 };
const returned = { outcome: 'returned', reason: '审议时间与本级会议冲突' };
const none = { ownId: 'city', receivedIds: [], isRegistered: false };

describe('S1.4 各主任会议审议计划建议方案', () => {
  test('before a draft there is nothing to approve', () => {
    expect(approvalsOf(year, { jointPlan: null, returns: {} }, none)).toEqual([]);
  });

  test('the city sees of every council whether it has signed, decides, has returned it and why, or has agreed', () => {
    const view = withDone(drafted, ['county-1'], ['decide-joint-plan'], '2026-01-06');
    const returns = { 'county-2': { reason: '时间冲突', on: '2026-01-07' } };
    const seen = approvalsOf(view, { jointPlan: planned, returns }, { ...none, receivedIds: ['county-2'] });
    expect(seen.map(({ body, state, on, reason }) => [body.tenantId, state, on, reason])).toEqual([
      ['city', 'waiting', undefined, undefined],
      ['county-1', 'approved', '2026-01-06', undefined],
      ['county-2', 'returned', '2026-01-07', '时间冲突'],
      ['county-3', 'not-received', undefined, undefined],
    ]);
  });

  test('a county has signed only for the newest version, and sees that its own decision is registered', () => {
    const own = (seq: number, isRegistered: boolean) =>
      approvalsOf(
        drafted,
        { jointPlan: { ...planned, seq }, returns: {} },
        { ownId: 'county-1', receivedIds: [], isRegistered },
      ).find(({ body }) => body.tenantId === 'county-1')?.state;
    expect(own(0, false)).toBe('not-received');
    expect(own(1, false)).toBe('waiting');
    expect(own(1, true)).toBe('registered');
  });

  test('a redraft voids the approvals given', () => {
    expect(approvalsVoidedBy(drafted)).toEqual([]);
    const view = withDone(drafted, ['city', 'county-1'], ['decide-joint-plan']);
    expect(approvalsVoidedBy(view).map(({ tenantId }) => tenantId)).toEqual(['city', 'county-1']);
  });
});

describe('S1.4 退回', () => {
  const plan = { year: { jointPlan: planned } };

  test('a county tells the city why and on which day, and keeps both', () => {
    const facts = buildFacts({ view: drafted, tenantId: 'county-1', state: plan });
    const judged = given(facts).when(yearActs, 'decide-joint-plan', returned, buildMeeting('county-1'));
    judged.isAllowed();
    expect(judged.state().year.returns).toEqual({ 'county-1': { reason: returned.reason, on: facts.on } });
    expect(judged.effects().packages).toMatchObject([{ content: { version: 2, date: facts.on } }]);
  });

  test('the city that signs for it, or whose own council returns it, owes a new draft until it has drafted one', () => {
    const content = { version: 2, reason: '时间冲突', date: '2026-01-07' };
    const facts = buildFacts({ view: drafted, state: plan });
    const signed = given(facts).when(yearActs, 'receive-package/joint-plan-return', receiptOf('county-1', content));
    const byCity = given(facts).when(yearActs, 'decide-joint-plan', returned, buildMeeting());
    for (const { shared = [] } of [signed.effects(), byCity.effects()]) {
      const moment = { on: '2026-01-08', seq: 9 };
      const track = shared.reduce((one, change) => changeTrack(one, change, 'city', moment), facts.own);
      expect(owed(track)).toContain('revise-joint-plan');
      const redrafted = markTrack(track, 'draft-joint-plan', { on: '2026-01-09', seq: 10 }, [], true);
      expect(owed(redrafted)).not.toContain('revise-joint-plan');
    }
  });

  test('what comes back on an older version asks for nothing', () => {
    const content = { version: 1, reason: '时间冲突', date: '2026-01-07' };
    const late = given(buildFacts({ view: drafted, state: plan })).when(
      yearActs,
      'receive-package/joint-plan-return',
      receiptOf('county-1', content),
    );
    expect(late.state().year.returns).toEqual({});
    expect(late.effects()).toEqual({});
  });

  test('a county that signs for a new version begins without its return', () => {
    const facts = buildFacts({
      view: drafted,
      tenantId: 'county-1',
      state: { year: { jointPlan: planned, returns: { 'county-1': { reason: '冲突', on: '2026-01-07' } } } },
    });
    const content = { version: 3, topics: [], note: '' };
    const signed = given(facts).when(yearActs, 'receive-package/joint-plan', receiptOf('city', content, 12));
    expect(signed.state().year.returns).toEqual({});
  });

  function owed(track: ReturnType<typeof buildFacts>['own']) {
    const view = { ...drafted, tracks: drafted.tracks.map((one) => (one.tenantId === 'city' ? track : one)) };
    const { calendar, settings } = buildFacts();
    const open = worklistOf(view, scheduleOf(view, steps, calendar, settings), steps, '2026-01-10');
    const own = open.filter(({ tenantId, state }) => tenantId === cityTrackOf(view)?.tenantId && state === 'ready');
    return own.map(({ stepId }) => stepId);
  }
});
