import { describe, expect, test } from 'vitest';
import { buildSession } from '../../../test/build/build-case.ts';
import { buildFacts, buildMeeting, emptyState, type FactsOverrides } from '../../../test/build/facts.ts';
import { talliesOf } from '../../../test/build/sitting.ts';
import { given, receiptOf } from '../../../test/given.ts';
import type { Facts } from '../procedure/act.ts';
import type { Presence, SessionState } from '../session/session-state.ts';
import { type AssessHandling, assessmentActs as acts } from './assessment-acts.ts';

const demands = [{ id: 'd-1', no: 1, problem: '停车难', text: '增加车位', organId: 'city-housing', findingIds: [] }];
const members = ['chair', 'vice-1', 'vice-2', 'secretary', 'member-1', 'member-2', 'member-3', 'member-4'].map(
  (name) => `city-${name}`,
);
const there = (personIds: readonly string[], until: string | null = null): readonly Presence[] =>
  personIds.map((personId) => ({ personId, day: '2027-02-26', from: '09:00', until }));
const sittingOf = (
  state: SessionState['state'],
  presence: readonly Presence[] = there(members),
): NonNullable<Facts['sitting']> => ({
  caseId: 'session-2',
  name: '第十二次会议',
  opens: '2027-02-25',
  closes: '2027-02-26',
  state: {
    ...emptyState.session,
    state,
    presence,
    agenda: [{ no: 1, title: '测评办理落实情况', topicId: 'topic-1' }],
    agendaAdopted: true,
  },
});

describe('S4.4 列入常委会会议议程', () => {
  const schedule = (overrides: FactsOverrides = {}, sessionId = 'session-2') =>
    given(
      buildFacts({
        on: '2027-02-01',
        done: ['give-verdicts@1'],
        track: { session: buildSession('2026-10-26', '2026-10-27', 'session-1') },
        sitting: sittingOf('convened'),
        ...overrides,
      }),
    ).when(acts, 'schedule-handling-assessment', { sessionId }, buildMeeting('city', '2027-02-01'));

  test('the council puts it on a sitting to come', () => {
    schedule().isAllowed();
    expect(schedule().effects().shared).toEqual([
      {
        kind: 'set-session',
        caseId: 'topic-1',
        field: 'handlingSession',
        session: { sessionId: 'session-2', opens: '2027-02-25', closes: '2027-02-26', state: 'convened' },
      },
    ]);
  });

  test('is refused for an unknown, a past, or the deliberating sitting', () => {
    const { sitting: _none, ...without } = buildFacts({ on: '2027-02-01', done: ['give-verdicts@1'] });
    given(without)
      .when(acts, 'schedule-handling-assessment', { sessionId: 'x' }, buildMeeting('city', '2027-02-01'))
      .isRefused('handling/no-session');
    schedule({ sitting: sittingOf('closed') }).isRefused('handling/session-closed', '第十二次会议');
    schedule({}, 'session-1').isRefused('handling/same-session');
  });

  test('is refused before the verdicts, and without a meeting of the council', () => {
    schedule({ done: [] }).isRefused('order/step-missing', '逐条评价');
    given(buildFacts({ done: ['give-verdicts@1'], sitting: sittingOf('convened') }))
      .when(acts, 'schedule-handling-assessment', { sessionId: 'session-2' })
      .isRefused('meeting/missing');
  });
});

describe('S4.4 对办理落实情况进行满意度测评', () => {
  const counted = { issued: 8, returned: 8, satisfied: 6, basicallySatisfied: 1, unsatisfied: 1, invalid: 0 };
  const record: AssessHandling = {
    at: '10:30',
    members: 11,
    present: 8,
    ruleId: 'majority-of-members',
    ruleVersion: 1,
    tallies: talliesOf(counted),
  };
  const unsatisfied = { issued: 8, returned: 8, satisfied: 1, basicallySatisfied: 1, unsatisfied: 6, invalid: 0 };
  const assess = (change: Partial<AssessHandling> = {}, overrides: FactsOverrides = {}) =>
    given(
      buildFacts({
        on: '2027-02-26',
        done: ['schedule-handling-assessment@1', 'give-verdicts@1'],
        track: { handlingSession: buildSession('2027-02-25', '2027-02-26', 'session-2') },
        state: { handling: { demands } },
        sitting: sittingOf('open'),
        ...overrides,
      }),
    ).when(acts, 'assess-handling', { ...record, ...change });

  test('the grade is computed, kept with its rule and working, and told to organs and party committee (SAT-10)', () => {
    const judged = assess();
    judged.isAllowed();
    expect(judged.state().handling.rounds[0]?.assessment).toMatchObject({
      grade: 'satisfied',
      ruleId: 'majority-of-members',
      members: 11,
    });
    expect(judged.effects().packages).toMatchObject([
      {
        kind: 'handling-result',
        addresseeIds: ['city-housing', 'city-party'],
        content: { round: 1, assessment: { grade: 'satisfied' } },
      },
    ]);
    expect(judged.effects().shared).toEqual([]);
  });

  test('an unsatisfied result is marked, so that a next step is owed (S4.5)', () => {
    const judged = assess({ tallies: talliesOf(unsatisfied) });
    judged.isAllowed();
    expect(judged.effects().shared).toEqual([{ kind: 'mark', stepId: 'handling-unsatisfied', perRound: true }]);
  });

  test('a sitting closed since does not hinder its confirmation', () => {
    assess({}, { sitting: sittingOf('closed', there(members, '12:00')) }).isAllowed();
  });

  test('is refused while it stands on no agenda that the sitting has adopted (SES-07)', () => {
    const sitting = sittingOf('open');
    const without = (change: Partial<SessionState>) => ({
      sitting: { ...sitting, state: { ...sitting.state, ...change } },
    });
    assess({}, without({ agendaAdopted: false })).isRefused('sitting/no-agenda');
    assess({}, without({ agenda: [{ no: 1, title: '其他' }] })).isRefused('sitting/not-on-agenda', '示例议题');
  });

  test('is refused before the verdicts of the round, whenever the council put it on the agenda (HAN-08)', () => {
    assess({}, { done: ['schedule-handling-assessment@1'] }).isRefused('order/step-missing', '逐条评价');
  });

  test('is refused before the sitting has opened, and outside its days', () => {
    assess({}, { sitting: sittingOf('convened') }).isRefused('sitting/not-open', '第十二次会议');
    assess({}, { on: '2027-03-01' }).isRefused('sitting/outside');
  });

  test('is refused without a quorum at that moment, whoever was there before', () => {
    const left = [...there(members.slice(0, 5)), ...there(members.slice(5), '10:00')];
    assess({ present: 5 }, { sitting: sittingOf('open', left) }).isRefused(
      'sitting/no-quorum',
      '在场5人，不足过半数6人',
    );
  });

  test('is refused when the record’s attendance is not the sitting’s; observers never count (SES-11)', () => {
    assess({ present: 9 }).isRefused('assessment/attendance', '实到8人');
    assess({ members: 12 }).isRefused('assessment/attendance', '应到11人');
    assess({ present: 9 }, { sitting: sittingOf('open', there([...members, 'county-1-chair'])) }).isRefused(
      'assessment/attendance',
    );
  });

  test('the papers add up (SAT-03)', () => {
    assess({ tallies: talliesOf({ ...counted, returned: 9 }) }).isRefused('assessment/returned', '收回9票多于发出8票');
    assess({ tallies: talliesOf({ ...counted, invalid: 1 }) }).isRefused('assessment/sum', '合计9票，与收回8票不符');
    assess({ tallies: talliesOf({ ...counted, issued: 9 }) }).isRefused('assessment/issued', '有权测评的8人');
    assess({ tallies: talliesOf({ ...counted, issued: 9 }) }, { settings: { electorate: 'all-members' } }).isAllowed();
  });

  test('two tellers, different and in the room', () => {
    assess({ tallies: talliesOf(counted, ['city-member-1', 'city-member-1']) }).isRefused('assessment/tellers');
    assess({ tallies: talliesOf(counted, ['city-member-1', 'city-member-7']) }).isRefused(
      'assessment/tellers',
      '示例市member-7',
    );
  });

  test('two tellers who came to the same figures, or the papers are counted again (SAT-03)', () => {
    const [first] = talliesOf(counted);
    const [, second] = talliesOf({ ...counted, satisfied: 5, unsatisfied: 2 });
    if (first === undefined || second === undefined) throw new Error('Two tellers count.');
    assess({ tallies: [first, second] }).isRefused('assessment/tellers-differ', '满意分别为6和5，相差1');
  });

  test('only by a rule there is (SAT-07)', () => {
    assess({ ruleVersion: 2 }).isRefused('assessment/rule');
  });

  test('organs and party office take the result in', () => {
    const assessment = assess().state().handling.rounds[0]?.assessment;
    for (const tenantId of ['city-housing', 'city-party']) {
      const judged = given(buildFacts({ tenantId })).when(
        acts,
        'receive-package/handling-result',
        receiptOf('city', { round: 1, assessment }),
      );
      judged.isAllowed();
      expect(judged.state().handling.rounds[0]?.assessment?.grade).toBe('satisfied');
    }
  });
});
