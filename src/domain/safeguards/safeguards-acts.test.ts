import { describe, expect, test } from 'vitest';
import { buildFacts, buildTopic, changedTrack, type StateOverrides, testCounties } from '../../../test/build/facts.ts';
import { given, receiptOf } from '../../../test/given.ts';
import { safeguardsActs as acts } from './safeguards-acts.ts';
import type { Invitation } from './safeguards-state.ts';

const matter = (id: string, name: string) => ({ id, on: '2026-06-01', matter: name });
const report = { form: 'report', matterIds: ['m-1'], matter: '重大风险', text: '特此报告' };
const post = { subject: '进展', text: '请报送进展', toIds: ['county-1'] };

describe('S5.1 重大问题和重大事项向同级党委请示报告', () => {
  const flagged = (safeguards: StateOverrides['safeguards'] = { majorMatters: [matter('m-1', '重大风险')] }) =>
    buildFacts({ done: ['flag-major-matter'], state: { safeguards } });

  test('a flagged matter is owed to the party committee, and so is the next one', () => {
    const judged = given(flagged()).when(acts, 'flag-major-matter', { matter: '资金缺口' });
    judged.isAllowed();
    expect(judged.state().safeguards.majorMatters).toHaveLength(2);
    expect(judged.effects().shared).toEqual([{ kind: 'unmark', stepIds: ['report-to-party'] }]);
  });

  test('the report goes to the party office of the same level and says what it is', () => {
    const judged = given(flagged()).when(acts, 'report-to-party', report);
    judged.isAllowed();
    expect(judged.satisfies()).toBe(true);
    expect(judged.effects().packages).toMatchObject([
      { kind: 'party-report', title: '关于重大风险的报告', addresseeIds: ['city-party'], content: { form: 'report' } },
    ]);
  });

  test('a county reports to its own party office', () => {
    const judged = given(buildFacts({ tenantId: 'county-2' })).when(acts, 'report-to-party', {
      ...report,
      matterIds: [],
    });
    expect(judged.effects().packages).toMatchObject([{ addresseeIds: ['county-2-party'] }]);
  });

  test('the duty is met only when every flagged matter is reported', () => {
    const two = flagged({ majorMatters: [matter('m-1', '重大风险'), matter('m-2', '资金缺口')] });
    expect(given(two).when(acts, 'report-to-party', report).satisfies()).toBe(false);
    expect(
      given(two)
        .when(acts, 'report-to-party', { ...report, matterIds: ['m-1', 'm-2'] })
        .satisfies(),
    ).toBe(true);
  });

  test('a 请示 is about one matter', () => {
    const two = flagged({ majorMatters: [matter('m-1', '重大风险'), matter('m-2', '资金缺口')] });
    given(two)
      .when(acts, 'report-to-party', { ...report, form: 'request', matterIds: ['m-1', 'm-2'] })
      .isRefused('party-report/one-matter', '现涉及2项');
  });

  test('is refused for a matter nobody flagged, and without a party office to report to', () => {
    given(flagged())
      .when(acts, 'report-to-party', { ...report, matterIds: ['m-9'] })
      .isRefused('party-report/unknown-matter');
    const facts = flagged();
    const tenants = facts.organisation.tenants.filter((tenant) => tenant.kind !== 'party-office');
    given({ ...facts, organisation: { ...facts.organisation, tenants } })
      .when(acts, 'report-to-party', report)
      .isRefused('organisation/no-party-office', '系统管理员');
  });

  test('the party office takes it in', () => {
    const content = { form: 'report', matter: '重大风险', text: '特此报告' };
    const judged = given(buildFacts({ tenantId: 'city-party' })).when(
      acts,
      'receive-package/party-report',
      receiptOf('city', content),
    );
    judged.isAllowed();
    expect(judged.state().safeguards.partyReports).toMatchObject([{ form: 'report', matter: '重大风险' }]);
  });
});

describe('S5.2 统筹指导', () => {
  test('the city guides the counties', () => {
    const judged = given(buildFacts()).when(acts, 'coordinate', { ...post, toIds: testCounties });
    judged.isAllowed();
    expect(judged.effects().packages).toMatchObject([
      { kind: 'post', addresseeIds: testCounties, content: { about: 'guidance' } },
    ]);
  });

  test('guidance goes to counties only, and to somebody', () => {
    given(buildFacts())
      .when(acts, 'coordinate', { ...post, toIds: ['city-government'] })
      .isRefused('post/addressee', '示例市人民政府');
    given(buildFacts())
      .when(acts, 'coordinate', { ...post, toIds: [] })
      .isRefused('post/nobody');
  });

  test('a county does not guide', () => {
    given(buildFacts({ tenantId: 'county-1' }))
      .when(acts, 'coordinate', post)
      .isRefused('act/not-for-this-tenant');
  });
});

describe('S5.3 信息互联互通', () => {
  const exchange = { ...post, about: 'information' };

  test('runs between the levels and between a body and its own organs', () => {
    given(buildFacts())
      .when(acts, 'exchange', { ...exchange, toIds: ['county-1', 'city-government'] })
      .isAllowed();
    given(buildFacts({ tenantId: 'county-1' }))
      .when(acts, 'exchange', { ...exchange, toIds: ['city', 'county-1-housing'] })
      .isAllowed();
  });

  test('a body does not write past the other body to its organs, nor county to county', () => {
    given(buildFacts())
      .when(acts, 'exchange', { ...exchange, toIds: ['county-1-government'] })
      .isRefused('post/addressee', '涪城人民政府');
    given(buildFacts({ tenantId: 'county-1' }))
      .when(acts, 'exchange', { ...exchange, toIds: ['county-2'] })
      .isRefused('post/addressee');
  });

  test('an organ writes to its own standing committee', () => {
    const judged = given(buildFacts({ tenantId: 'county-1-housing' })).when(acts, 'exchange', {
      ...exchange,
      toIds: [],
    });
    judged.isAllowed();
    expect(judged.effects().packages).toMatchObject([{ addresseeIds: ['county-1'] }]);
  });

  test('goes on after the topic is closed', () => {
    const view = changedTrack(buildTopic(), 'city', { closedOn: '2026-06-30' });
    given(buildFacts({ view })).when(acts, 'exchange', exchange).isAllowed();
    given(buildFacts({ view })).when(acts, 'coordinate', post).isRefused('track/closed');
  });

  test('what was sent before closing can still be signed for', () => {
    const content = { subject: '进展', text: '报送', about: 'information' };
    for (const tenantId of ['city', 'city-housing']) {
      const view = changedTrack(buildTopic(), tenantId, { closedOn: '2026-06-30' });
      const judged = given(buildFacts({ view, tenantId })).when(
        acts,
        'receive-package/post',
        receiptOf('county-1', content),
      );
      judged.isAllowed();
      expect(judged.state().safeguards.posts).toMatchObject([{ fromId: 'county-1', subject: '进展' }]);
    }
  });
});

describe('S5.4 邀请代表参加', () => {
  const invitation = {
    activity: 'research',
    day: '2026-07-05',
    deputyIds: ['city-deputy-1', 'city-deputy-2'],
    text: '请参加调研',
  };

  test('deputies of the own congress are invited, more than once', () => {
    const judged = given(buildFacts({ done: ['invite-deputies'] })).when(acts, 'invite-deputies', invitation);
    judged.isAllowed();
    expect(judged.state().safeguards.invitations).toMatchObject([{ id: 'i-city-7', activity: 'research' }]);
  });

  test('is refused for people who are not its deputies, and for nobody', () => {
    given(buildFacts())
      .when(acts, 'invite-deputies', { ...invitation, deputyIds: ['county-1-deputy-1'] })
      .isRefused('deputies/not-deputy', '涪城deputy-1');
    given(buildFacts())
      .when(acts, 'invite-deputies', { ...invitation, deputyIds: [] })
      .isRefused('deputies/nobody');
  });

  test('is refused for a day before the invitation', () => {
    given(buildFacts())
      .when(acts, 'invite-deputies', { ...invitation, day: '2026-06-30' })
      .isRefused('invitation/day-past', '2026-06-30');
    given(buildFacts())
      .when(acts, 'invite-deputies', { ...invitation, day: '2026-07-01' })
      .isAllowed();
  });
});

describe('S5.4 代表答复邀请', () => {
  const invited = {
    id: 'i-1',
    on: '2026-06-20',
    activity: 'research' as const,
    day: '2026-07-05',
    deputyIds: ['city-deputy-1', 'city-deputy-2'],
    text: '请参加调研',
  };
  const other = { ...invited, id: 'i-2', deputyIds: ['city-deputy-2'] };
  const asDeputy = (invitations: readonly Invitation[]) =>
    buildFacts({ roles: ['deputy'], personId: 'city-deputy-1', state: { safeguards: { invitations } } });
  const yes = { invitationId: 'i-1', outcome: 'accepted' };

  test('is kept with the invitation, for the deputy who answers, each with his own', () => {
    const judged = given(asDeputy([invited, other])).when(acts, 'answer-invitation', yes);
    judged.isAllowed();
    const [first, second] = judged.state().safeguards.invitations;
    expect(first?.answers).toEqual([{ personId: 'city-deputy-1', on: '2026-07-01', outcome: 'accepted', reason: '' }]);
    expect(second).toEqual(other);
    const before = { personId: 'city-deputy-2', on: '2026-06-21', outcome: 'accepted', reason: '' } as const;
    const no = given(asDeputy([{ ...invited, answers: [before] }])).when(acts, 'answer-invitation', {
      invitationId: 'i-1',
      outcome: 'declined',
      reason: '出差',
    });
    no.isAllowed();
    expect(no.state().safeguards.invitations[0]?.answers).toMatchObject([
      before,
      { outcome: 'declined', reason: '出差' },
    ]);
  });

  test('is refused for an invitation of others, as for one that is not there', () => {
    for (const invitationId of ['i-2', 'i-99']) {
      given(asDeputy([invited, other]))
        .when(acts, 'answer-invitation', { ...yes, invitationId })
        .isRefused('invitation/not-yours');
    }
  });

  test('is refused a second time, and where nothing is open', () => {
    const answered = {
      ...invited,
      answers: [{ personId: 'city-deputy-1', on: '2026-06-21', outcome: 'declined' as const, reason: '出差' }],
    };
    given(asDeputy([answered, { ...invited, id: 'i-3' }]))
      .when(acts, 'answer-invitation', yes)
      .isRefused('invitation/answered');
    given(asDeputy([answered]))
      .when(acts, 'answer-invitation', yes)
      .isRefused('invitation/none-open');
  });

  test('that accepted is taken back before the day, with the reason, and the last answer counts', () => {
    const accepted = { personId: 'city-deputy-1', on: '2026-06-21', outcome: 'accepted' as const, reason: '' };
    const of = (day: string) => asDeputy([{ ...invited, day, answers: [accepted] }]);
    const no = { invitationId: 'i-1', outcome: 'declined', reason: '临时出差' };
    const back = given(of('2026-07-02')).when(acts, 'answer-invitation', no);
    back.isAllowed();
    expect(back.state().safeguards.invitations[0]?.answers).toEqual([
      { personId: 'city-deputy-1', on: '2026-07-01', outcome: 'declined', reason: '临时出差' },
    ]);
    given(of('2026-07-02')).when(acts, 'answer-invitation', yes).isRefused('invitation/answered');
    // On the day itself he is expected: the office is told by word of mouth.
    given(of('2026-07-01')).when(acts, 'answer-invitation', no).isRefused('invitation/none-open');
  });

  test('counts on the day of the activity and not after it; an invitation without a day stays open', () => {
    const { day: _day, ...dayless } = invited;
    given(asDeputy([{ ...invited, day: '2026-07-01' }]))
      .when(acts, 'answer-invitation', yes)
      .isAllowed();
    given(asDeputy([dayless]))
      .when(acts, 'answer-invitation', yes)
      .isAllowed();
    given(
      asDeputy([
        { ...invited, day: '2026-06-30' },
        { ...invited, id: 'i-3' },
      ]),
    )
      .when(acts, 'answer-invitation', yes)
      .isRefused('invitation/over', '2026-06-30');
  });

  test('is a deputy’s, and a member’s, who is one of the deputies', () => {
    given(
      buildFacts({ roles: ['member'], personId: 'city-deputy-1', state: { safeguards: { invitations: [invited] } } }),
    )
      .when(acts, 'answer-invitation', yes)
      .isAllowed();
    given(buildFacts({ roles: ['office-clerk'], state: { safeguards: { invitations: [invited] } } }))
      .when(acts, 'answer-invitation', yes)
      .isRefused('act/not-your-role', '代表');
  });
});

describe('S5.5 代表反映民意', () => {
  const open = { id: 'c-1', on: '2026-06-01', personId: 'city-deputy-1', text: '停车难', answer: null };
  const other = { ...open, id: 'c-2' };

  test('a deputy raises a concern and an answer is owed', () => {
    const facts = buildFacts({ roles: ['deputy'], personId: 'city-deputy-1' });
    const judged = given(facts).when(acts, 'raise-concern', { text: '停车难' });
    judged.isAllowed();
    expect(judged.state().safeguards.concerns).toMatchObject([
      { id: 'c-city-7', personId: 'city-deputy-1', answer: null },
    ]);
    expect(judged.effects().shared).toEqual([{ kind: 'unmark', stepIds: ['answer-concern'] }]);
  });

  test('only a deputy raises it', () => {
    given(buildFacts({ roles: ['office-clerk'] }))
      .when(acts, 'raise-concern', { text: '停车难' })
      .isRefused('act/not-your-role', '代表');
  });

  test('the duty is met when every concern is answered', () => {
    const facts = buildFacts({ done: ['raise-concern'], state: { safeguards: { concerns: [open, other] } } });
    const judged = given(facts).when(acts, 'answer-concern', { concernId: 'c-1', answer: '新增车位300个' });
    judged.isAllowed();
    expect(judged.satisfies()).toBe(false);
    expect(judged.state().safeguards.concerns).toEqual([{ ...open, answer: '新增车位300个' }, other]);
  });

  test('is refused for a concern that was answered, and when none is open', () => {
    const half = { concerns: [open, { ...other, answer: '已办' }] };
    const answer = { concernId: 'c-2', answer: '再答' };
    given(buildFacts({ done: ['raise-concern'], state: { safeguards: half } }))
      .when(acts, 'answer-concern', answer)
      .isRefused('concern/not-open');
    given(buildFacts({ done: ['raise-concern'] }))
      .when(acts, 'answer-concern', answer)
      .isRefused('concern/none-open');
  });
});

describe('S5.6 总结宣传', () => {
  const summary = { practice: '提前会商', problems: '', publicity: '通报两期' };

  test('follows the assessment of the handling, once', () => {
    const judged = given(buildFacts({ done: ['assess-handling@1'] })).when(acts, 'summarise', summary);
    judged.isAllowed();
    expect(judged.state().safeguards.summary).toEqual({ ...summary, on: '2026-07-01' });
    given(buildFacts({ done: ['assess-handling@1', 'summarise'] }))
      .when(acts, 'summarise', summary)
      .isRefused('act/already-done');
  });

  test('is refused before', () => {
    given(buildFacts()).when(acts, 'summarise', summary).isRefused('order/step-missing', '满意度测评');
  });
});
