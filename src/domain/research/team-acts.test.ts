import { describe, expect, test } from 'vitest';
import { buildFacts } from '../../../test/build/facts.ts';
import { given } from '../../../test/given.ts';
import type { TeamMember } from './research-state.ts';
import {
  teamActs as acts,
  countiesWithoutMember,
  type FormResearchTeam,
  teamCandidates,
  teamChanges,
  teamParts,
} from './team-acts.ts';

const members: readonly TeamMember[] = [
  { personId: 'city-member-1', capacity: 'city-member' },
  { personId: 'county-1-chair', capacity: 'county-leader' },
  { personId: 'city-deputy-1', capacity: 'city-deputy' },
  { personId: 'county-2-deputy-1', capacity: 'county-deputy' },
];
const team: FormResearchTeam = { leaderId: 'city-vice-1', members, experts: ['王专家'] };
const approved = buildFacts({ done: ['approve-implementation-plan'] });
const form = (change: Partial<FormResearchTeam>, facts = approved) =>
  given(facts).when(acts, 'form-research-team', { ...team, ...change });
const without = (capacity: TeamMember['capacity']) => members.filter((member) => member.capacity !== capacity);

describe('S2.3 联合调研组', () => {
  test('is led by a vice-chair and made of members, county leaders and deputies of both levels', () => {
    form({}).isAllowed();
    expect(form({}).state().research.team).toEqual(team);
  });

  test('a committee head stands for the city as well as a member does', () => {
    form({ members: [...without('city-member'), { personId: 'city-head', capacity: 'committee-head' }] }).isAllowed();
  });

  test('is refused under any other leader, by name', () => {
    form({ leaderId: 'city-secretary' }).isRefused('team/leader', '示例市secretary', '主任或者副主任');
    form({ leaderId: 'county-1-chair', members: without('county-leader') }).isRefused('team/leader');
  });

  test('a leader whose term has ended by that day may not lead', () => {
    const organisation = {
      ...approved.organisation,
      appointments: approved.organisation.appointments.map((appointment) =>
        appointment.personId === 'city-vice-1' ? { ...appointment, until: '2026-06-30' } : appointment,
      ),
    };
    form({}, { ...approved, organisation }).isRefused('team/leader');
  });

  test.each([
    ['city-member', '市人大常委会组成人员或者委室负责人'],
    ['county-leader', '县（市、区）人大常委会负责人'],
    ['city-deputy', '市人大代表'],
    ['county-deputy', '县（市、区）人大代表'],
  ] as const)('without a %s it is refused, naming what is missing', (capacity, name) => {
    form({ members: without(capacity) }).isRefused('team/composition', name);
  });

  test('is refused when somebody is not what he is listed as', () => {
    form({ members: [...members, { personId: 'city-clerk', capacity: 'city-member' }] }).isRefused(
      'team/capacity',
      '示例市clerk',
    );
  });

  test('is refused when somebody is listed twice', () => {
    form({ members: [...members, { personId: 'city-member-1', capacity: 'city-member' }] }).isRefused('team/twice');
  });

  test('may be formed anew until the research has ended', () => {
    form({}, buildFacts({ done: ['approve-implementation-plan', 'form-research-team'] })).isAllowed();
    form({}, buildFacts({ done: ['approve-implementation-plan', 'conclude-joint-research'] })).isRefused(
      'team/research-concluded',
    );
  });

  test('is not formed before the plan is approved', () => {
    form({}, buildFacts()).isRefused('order/step-missing', '审定实施方案');
  });
});

describe('S2.3 the team while it is put together', () => {
  const facts = buildFacts();

  test('says part by part what is there and what is still needed', () => {
    const parts = teamParts({
      leaderId: 'city-vice-1',
      members: [{ personId: 'county-1-chair', capacity: 'county-leader' }, { capacity: 'city-deputy' }, {}],
      experts: [' '],
    });
    expect(parts.filter(({ count }) => count > 0).map(({ name }) => name)).toEqual([
      '组长（市人大常委会主任、副主任）',
      '县（市、区）人大常委会负责人',
    ]);
    expect(parts.filter(({ isNeeded }) => !isNeeded).map(({ name }) => name)).toEqual(['专业人员']);
  });

  test('names the counties from which nobody is in it', () => {
    const team = { members: [{ personId: 'county-1-chair', capacity: 'county-leader' as const }], experts: [] };
    expect(countiesWithoutMember(team, facts).map(({ tenantId }) => tenantId)).toEqual(['county-2', 'county-3']);
  });

  test('offers who may be in it, each as what he is on the day', () => {
    const { leaderIds, capacities } = teamCandidates(facts);
    expect(leaderIds).toContain('city-vice-1');
    expect(capacities.get('county-1-chair')).toContain('county-leader');
    expect(capacities.get('city-vice-1')).toContain('city-member');
  });

  test('formed anew it says who comes, who leaves and who is listed as something else', () => {
    const before = {
      leaderId: 'city-vice-1',
      members: [
        { personId: 'a', capacity: 'city-member' as const },
        { personId: 'b', capacity: 'city-deputy' as const },
        { personId: 'c', capacity: 'county-leader' as const },
      ],
      experts: [],
    };
    const after = {
      leaderId: 'city-chair',
      members: [
        { personId: 'a', capacity: 'city-deputy' as const },
        { personId: 'b', capacity: 'city-deputy' as const },
        { personId: 'd', capacity: 'county-leader' as const },
        {},
      ],
      experts: [],
    };
    expect(teamChanges(before, after)).toEqual({
      leader: { before: 'city-vice-1', after: 'city-chair' },
      joining: ['d'],
      leaving: ['c'],
      recast: ['a'],
    });
    expect(teamChanges(before, before)).toEqual({ joining: [], leaving: [], recast: [] });
  });
});
