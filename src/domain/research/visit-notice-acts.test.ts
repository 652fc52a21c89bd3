import { describe, expect, test } from 'vitest';
import { buildFacts, type StateOverrides } from '../../../test/build/facts.ts';
import { given, receiptOf } from '../../../test/given.ts';
import type { ToldPlan } from './visit-notice.ts';
import { visitNoticeActs as acts, membersStanding, visitsStanding } from './visit-notice-acts.ts';

const text = { version: 1, focus: '重点', siteResearch: '实地', talks: '座谈', deliberation: '审议', countyTasks: '' };
const team = { leaderId: 'leader', members: [{ personId: 'member', capacity: 'city-deputy' as const }], experts: [] };
const factsOf = (research: StateOverrides['research'] = {}) =>
  buildFacts({ state: { research: { plan: text, planApproved: true, team, ...research } } });
const { on } = factsOf();
const [day, later] = [`${on.slice(0, 4)}-12-01`, `${on.slice(0, 4)}-12-08`];
const visit = (tenantId: string, changes: object = {}) => ({
  tenantId,
  day,
  leaderId: 'leader',
  places: '示例镇',
  ...changes,
});
const sheet = (visits: readonly object[], changes: object = {}) => ({
  visits,
  memberIds: ['member'],
  prepare: '请准备材料。',
  ...changes,
});
const told = (changes: Partial<ToldPlan> = {}): ToldPlan => ({
  version: 1,
  visits: [{ day, leaderId: 'leader', places: '示例镇' }],
  memberIds: ['member'],
  prepare: '请准备材料。',
  ...changes,
});

describe('S2.4 告知联合调研安排', () => {
  test('each county gets its own visit and nobody else’s', () => {
    const judged = given(factsOf()).when(
      acts,
      'send-visit-notice',
      sheet([visit('county-1'), visit('county-2', { day: later, places: '园区' })]),
    );
    judged.isAllowed();
    expect(judged.effects().packages).toMatchObject([
      {
        kind: 'visit-notice',
        addresseeIds: ['county-1'],
        content: { version: 1, visits: [{ day, places: '示例镇' }] },
      },
      { kind: 'visit-notice', addresseeIds: ['county-2'], content: { visits: [{ day: later, places: '园区' }] } },
    ]);
    expect(Object.keys(judged.state().research.visitsTold)).toEqual(['county-1', 'county-2']);
  });

  test('told again only whose visit has changed, with what has changed', () => {
    const facts = factsOf({ visitsTold: { 'county-1': told(), 'county-2': told() } });
    const judged = given(facts).when(
      acts,
      'send-visit-notice',
      sheet([visit('county-1', { day: later, leaderId: 'member' }), visit('county-2')]),
    );
    judged.isAllowed();
    const { packages = [] } = judged.effects();
    expect(packages).toMatchObject([{ addresseeIds: ['county-1'], content: { version: 2 } }]);
    const [sealed] = packages;
    expect(sealed?.kind === 'visit-notice' ? sealed.content.changes : []).toEqual([
      `调研日期由${day}改为${later}。`,
      '带队人由leader（组长）改为member（市人大代表）。',
      '不再随行：member（市人大代表）。',
    ]);
  });

  test('a visit that is no longer listed is called off; one that has passed is not', () => {
    const past = told({ visits: [{ day: '2020-01-06', leaderId: 'leader', places: '' }] });
    const facts = factsOf({ visitsTold: { 'county-1': told(), 'county-2': past } });
    const judged = given(facts).when(acts, 'send-visit-notice', sheet([]));
    judged.isAllowed();
    expect(judged.effects().packages).toMatchObject([
      {
        addresseeIds: ['county-1'],
        content: { visits: [], members: [], changes: [`原定${day}到本级的调研取消，改期的另行告知。`] },
      },
    ]);
  });

  test('a sheet begins with what was told and lies ahead', () => {
    const past = told({ visits: [{ day: '2020-01-06', leaderId: 'leader', places: '' }] });
    expect(visitsStanding({ 'county-1': told(), 'county-2': past }, on)).toEqual([visit('county-1')]);
  });

  test('and with those who were told to come, so that nothing is new until something is changed', () => {
    const facts = factsOf({ visitsTold: { 'county-1': told() } });
    const { visitsTold } = facts.state.research;
    const standing = sheet(visitsStanding(visitsTold, on), { memberIds: membersStanding(visitsTold, team) });
    given(facts).when(acts, 'send-visit-notice', standing).isRefused('visit-notice/nothing-new');
    expect(membersStanding({}, team)).toEqual(['leader', 'member']);
  });

  test.each([
    ['visit-notice/nothing-new', sheet([visit('county-1')]), { visitsTold: { 'county-1': told() } }],
    ['visit-notice/past', sheet([visit('county-1', { day: '2020-01-06' })]), {}],
    ['visit-notice/twice', sheet([visit('county-1'), visit('county-1')]), {}],
    ['visit-notice/not-county', sheet([visit('city')]), {}],
    ['visit-notice/not-in-team', sheet([visit('county-1', { leaderId: 'stranger' })]), {}],
    ['visit-notice/plan-not-approved', sheet([visit('county-1')]), { planApproved: false }],
    ['visit-notice/no-team', sheet([visit('county-1')]), { team: null }],
  ] as const)('is refused with %s', (code, payload, research) => {
    given(factsOf(research)).when(acts, 'send-visit-notice', payload).isRefused(code);
  });

  test('only the lead committee tells, and not after the research', () => {
    given(buildFacts({ unitIds: ['city-office'], state: { research: { planApproved: true, team } } }))
      .when(acts, 'send-visit-notice', sheet([visit('county-1')]))
      .isRefused('act/not-lead-committee');
    const over = buildFacts({ done: ['conclude-joint-research'], state: { research: { planApproved: true, team } } });
    given(over)
      .when(acts, 'send-visit-notice', sheet([visit('county-1')]))
      .isRefused('research/concluded');
  });
});

describe('S2.4 the county signs for what it is told', () => {
  const notice = (version: number, changes: readonly string[] = []) => ({
    version,
    visits: [{ day, leader: '张示例（组长）', places: '示例镇' }],
    members: [],
    prepare: '',
    changes,
  });
  const county = (research: StateOverrides['research'] = {}) =>
    buildFacts({ tenantId: 'county-1', unitIds: ['county-1-office'], roles: ['office-clerk'], state: { research } });

  test('the newest stands, in whatever order they are signed for', () => {
    const newer = given(county()).when(acts, 'receive-package/visit-notice', receiptOf('city', notice(2)));
    expect(newer.state().research.visitNotice).toMatchObject({ version: 2 });
    const older = given(county({ visitNotice: notice(2) })).when(
      acts,
      'receive-package/visit-notice',
      receiptOf('city', notice(1)),
    );
    expect(older.state().research.visitNotice).toMatchObject({ version: 2 });
  });
});
