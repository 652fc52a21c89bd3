import { describe, expect, test } from 'vitest';
import { buildFacts, buildMeeting, buildTopic, withDone } from '../../../test/build/facts.ts';
import { given, receiptOf } from '../../../test/given.ts';
import type { SharedChange } from '../procedure/act.ts';
import { changeTrack, markTrack } from '../procedure/apply-changes.ts';
import { type CaseView, cityTrackOf, doneOf } from '../procedure/case.ts';
import { steps } from '../procedure/procedure.ts';
import { scheduleOf } from '../procedure/schedule.ts';
import { worklistOf } from '../procedure/worklist.ts';
import { approvalsOf, approvalsVoidedBy, standingReturns } from './approvals.ts';
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

  const moment = { on: '2026-01-08', seq: 9 };
  /** The year after the council of a body has decided; each time with what went before. */
  const decided = (view: CaseView, tenantId: string, outcome: 'approved' | 'returned') => {
    const payload = outcome === 'approved' ? { outcome } : returned;
    const city = cityTrackOf(view);
    const seq = city === undefined ? undefined : doneOf('draft-joint-plan', city)?.seq;
    const state = { year: { jointPlan: { ...planned, seq: seq ?? planned.seq } } };
    const facts = buildFacts({ view, tenantId, state });
    const judged = given(facts).when(yearActs, 'decide-joint-plan', payload, buildMeeting(tenantId));
    judged.isAllowed();
    return applied(view, tenantId, 'decide-joint-plan', judged.effects().shared ?? [], outcome === 'approved');
  };
  const applied = (
    view: CaseView,
    tenantId: string,
    kind: string,
    shared: readonly SharedChange[],
    satisfied = true,
  ): CaseView => ({
    ...view,
    tracks: view.tracks.map((track) => {
      const own = track.tenantId === tenantId ? markTrack(track, kind, moment, [], satisfied) : track;
      return shared.reduce((one, change) => changeTrack(one, change, tenantId, moment), own);
    }),
  });
  const redrafted = (view: CaseView) => {
    const { shared = [] } = given(buildFacts({ view, state: plan }))
      .when(yearActs, 'draft-joint-plan', { topics: [], note: '' })
      .effects();
    return applied(view, 'city', 'draft-joint-plan', shared);
  };

  test.each(['county-1', 'city'])(
    'of %s: the city owes a new draft until it has drafted one, each time anew',
    (body) => {
      const once = decided(drafted, body, 'returned');
      expect(owed(once)).toContain('revise-joint-plan');
      expect(owed(redrafted(once))).not.toContain('revise-joint-plan');
      const twice = decided(redrafted(once), body, 'returned');
      expect(owed(twice)).toContain('revise-joint-plan');
    },
  );

  test('falls away where the same council agrees to the same version after all; another one’s return stands', () => {
    const one = decided(drafted, 'county-1', 'returned');
    expect(owed(decided(one, 'county-1', 'approved'))).not.toContain('revise-joint-plan');
    const both = decided(one, 'county-2', 'returned');
    const left = decided(both, 'county-1', 'approved');
    expect(owed(left)).toContain('revise-joint-plan');
    expect(owed(decided(left, 'county-3', 'approved'))).toContain('revise-joint-plan');
    expect(owed(decided(left, 'county-2', 'approved'))).not.toContain('revise-joint-plan');
  });

  test('that was taken back is not read among the reasons to draft anew', () => {
    const returns = {
      'county-1': { reason: '冲突', on: '2026-01-07' },
      'county-2': { reason: '过密', on: '2026-01-07' },
    };
    const view = withDone(drafted, ['county-1'], ['decide-joint-plan']);
    expect(Object.keys(standingReturns(view, { returns }))).toEqual(['county-2']);
  });

  test('after the topics were settled asks for nothing (S1.5)', () => {
    const settled = withDone(drafted, ['city'], ['settle-topics']);
    expect(owed(decided(settled, 'county-1', 'returned'))).not.toContain('revise-joint-plan');
  });

  test('of an older version is kept out of what stands', () => {
    const content = { version: 1, reason: '时间冲突', date: '2026-01-07' };
    const late = given(buildFacts({ view: drafted, state: plan })).when(
      yearActs,
      'receive-package/joint-plan-return',
      receiptOf('county-1', content),
    );
    expect(late.state().year.returns).toEqual({});
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

  function owed(view: CaseView) {
    const { calendar, settings } = buildFacts();
    const open = worklistOf(view, scheduleOf(view, steps, calendar, settings), steps, '2026-01-10');
    const own = open.filter(({ tenantId, state }) => tenantId === cityTrackOf(view)?.tenantId && state === 'ready');
    return own.map(({ stepId }) => stepId);
  }
});
