import { appointmentsOn, memberIdsOn, type Post, personNameOf } from '../organisation/facts.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { countyTracksOf, type Track } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { TeamMember } from './research-state.ts';
import { withResearch } from './with-research.ts';

export type FormResearchTeam = { leaderId: string; members: readonly TeamMember[]; experts: readonly string[] };

export const teamCapacityNames = {
  'city-member': '市人大常委会组成人员',
  'committee-head': '市人大常委会委室负责人',
  'county-leader': '县（市、区）人大常委会负责人',
  'city-deputy': '市人大代表',
  'county-deputy': '县（市、区）人大代表',
} satisfies Record<TeamMember['capacity'], string>;

/** 主任、副主任 of a standing committee: who may lead the team (S2.3), and 负责人 of a county's. */
const leadingPosts: readonly Post[] = ['chair', 'acting-chair', 'vice-chair'];

const formTeam = defineAct<FormResearchTeam>({
  kind: 'form-research-team',
  case: 'topic',
  title: '成立联合调研组',
  clause: 'S2.3',
  law: ['SUR-03', 'SUR-04'],
  level: 'city',
  tenant: 'body',
  by: 'lead-committee',
  repeatable: true,
  ready: (facts) =>
    facts.own.done['conclude-joint-research'] === undefined
      ? []
      : [refuse('team/research-concluded', 'S2.3', '联合调研已经完成，联合调研组不再调整。')],
  check: (payload, facts) => [
    ...checkLeader(payload, facts),
    ...checkOnceEach(payload, facts),
    ...checkCapacities(payload, facts),
    ...checkComposition(payload),
  ],
  evolve: (state, payload) => withResearch(state, { team: payload }),
});

function checkLeader({ leaderId }: FormResearchTeam, facts: Facts): readonly Refusal[] {
  if (holdersOf(facts, facts.own.tenantId, leadingPosts).has(leaderId)) return [];
  const name = personNameOf(facts.organisation, leaderId);
  const text = `${name}在${facts.on}不是市人大常委会主任、副主任，组长须由主任或者副主任担任。`;
  return [refuse('team/leader', 'S2.3', text, 'leaderId')];
}

function checkOnceEach({ leaderId, members }: FormResearchTeam, facts: Facts): readonly Refusal[] {
  const ids = [leaderId, ...members.map((member) => member.personId)];
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  if (twice.size === 0) return [];
  const names = [...twice].map((id) => personNameOf(facts.organisation, id)).join('、');
  return [refuse('team/twice', 'S2.3', `${names}重复列入，每人在联合调研组中只列一次。`, 'members')];
}

/** Each member is what he or she is listed as, on the day the team is formed. */
function checkCapacities({ members }: FormResearchTeam, facts: Facts): readonly Refusal[] {
  return members
    .filter((member) => !holdersIn(member.capacity, facts).has(member.personId))
    .map(({ personId, capacity }) => {
      const name = personNameOf(facts.organisation, personId);
      const text = `${name}在${facts.on}不是${teamCapacityNames[capacity]}，请核对任职或者改列其他身份。`;
      return refuse('team/capacity', 'S2.3', text, 'members');
    });
}

function holdersIn(capacity: TeamMember['capacity'], facts: Facts): ReadonlySet<string> {
  const city = facts.own.tenantId;
  const counties = countyTracksOf(facts.view).map((track) => track.tenantId);
  switch (capacity) {
    case 'city-member':
      return new Set(memberIdsOn(facts.organisation, city, facts.on));
    case 'committee-head':
      return holdersOf(facts, city, ['committee-head', 'office-head']);
    case 'county-leader':
      return new Set(counties.flatMap((county) => [...holdersOf(facts, county, leadingPosts)]));
    case 'city-deputy':
      return holdersOf(facts, city, ['deputy']);
    case 'county-deputy':
      return new Set(counties.flatMap((county) => [...holdersOf(facts, county, ['deputy'])]));
  }
}

function holdersOf(facts: Facts, tenantId: string, posts: readonly Post[]): ReadonlySet<string> {
  const held = appointmentsOn(facts.organisation, tenantId, facts.on).filter(({ post }) => posts.includes(post));
  return new Set(held.map(({ personId }) => personId));
}

const wanted = [
  { capacities: ['city-member', 'committee-head'], name: '市人大常委会组成人员或者委室负责人' },
  { capacities: ['county-leader'], name: '县（市、区）人大常委会负责人' },
  { capacities: ['city-deputy'], name: '市人大代表' },
  { capacities: ['county-deputy'], name: '县（市、区）人大代表' },
] as const satisfies readonly { capacities: readonly TeamMember['capacity'][]; name: string }[];

function checkComposition({ members }: FormResearchTeam): readonly Refusal[] {
  const present = new Set<string>(members.map((member) => member.capacity));
  const missing = wanted.filter(({ capacities }) => !capacities.some((capacity) => present.has(capacity)));
  if (missing.length === 0) return [];
  const names = missing.map(({ name }) => name).join('、');
  return [refuse('team/composition', 'S2.3', `联合调研组缺少${names}，各至少须有一人。`, 'members')];
}

/** What is filled in so far: a team need not be complete to be told what it lacks. */
export type TeamSoFar = { leaderId?: string; members: readonly Partial<TeamMember>[]; experts: readonly string[] };

/** One thing that S2.3 asks of a team, or leaves to it, and how many there are. */
export type TeamPart = { name: string; count: number; isNeeded: boolean };

/** The composition that S2.3 asks for, part by part, as far as it is filled in. Experts come as needed. */
export function teamParts({ leaderId, members, experts }: TeamSoFar): readonly TeamPart[] {
  const countOf = (capacities: readonly string[]) =>
    members.filter(({ personId, capacity }) => personId !== undefined && capacities.includes(capacity ?? '')).length;
  return [
    { name: '组长（市人大常委会主任、副主任）', count: leaderId === undefined ? 0 : 1, isNeeded: true },
    ...wanted.map(({ capacities, name }) => ({ name, count: countOf(capacities), isNeeded: true })),
    { name: '专业人员', count: experts.filter((expert) => expert.trim() !== '').length, isNeeded: false },
  ];
}

/** Counties that have nobody in the team so far: S2.3 asks for their leaders without saying from how many. */
export function countiesWithoutMember({ members }: TeamSoFar, facts: Facts): readonly Track[] {
  const ids = new Set(members.map(({ personId }) => personId));
  return countyTracksOf(facts.view).filter(
    ({ tenantId }) => !appointmentsOn(facts.organisation, tenantId, facts.on).some(({ personId }) => ids.has(personId)),
  );
}

/** Who may lead the team, and who may be in it as what, on the day (S2.3). */
export function teamCandidates(facts: Facts): {
  leaderIds: readonly string[];
  capacities: ReadonlyMap<string, readonly TeamMember['capacity'][]>;
} {
  const capacities = new Map<string, TeamMember['capacity'][]>();
  // The keys are those of the record.
  for (const capacity of Object.keys(teamCapacityNames) as TeamMember['capacity'][]) {
    for (const personId of holdersIn(capacity, facts)) {
      const known = capacities.get(personId);
      if (known === undefined) capacities.set(personId, [capacity]);
      else known.push(capacity);
    }
  }
  return { leaderIds: [...holdersOf(facts, facts.own.tenantId, leadingPosts)], capacities };
}

/** What a team formed anew changes: who comes, who leaves, who is listed as something else. */
export type TeamChanges = {
  leader?: { before: string; after: string };
  joining: readonly string[];
  leaving: readonly string[];
  recast: readonly string[];
};

export function teamChanges(before: FormResearchTeam, after: TeamSoFar): TeamChanges {
  const filled = after.members.flatMap(({ personId, capacity }) =>
    personId === undefined ? [] : [{ personId, capacity }],
  );
  const earlier = new Map<string, string | undefined>(before.members.map((one) => [one.personId, one.capacity]));
  const later = new Map<string, string | undefined>(filled.map((one) => [one.personId, one.capacity]));
  const { leaderId } = after;
  return {
    ...(leaderId === undefined || leaderId === before.leaderId
      ? {}
      : { leader: { before: before.leaderId, after: leaderId } }),
    joining: [...later.keys()].filter((id) => !earlier.has(id) && id !== before.leaderId),
    leaving: [...earlier.keys()].filter((id) => !later.has(id) && id !== leaderId),
    recast: [...later].flatMap(([id, capacity]) =>
      earlier.has(id) && capacity !== undefined && earlier.get(id) !== capacity ? [id] : [],
    ),
  };
}

/** Leader and members of the joint team; nobody before it is formed. */
export function teamIdsOf(team: FormResearchTeam | null): readonly string[] {
  return team === null ? [] : [team.leaderId, ...team.members.map(({ personId }) => personId)];
}

/** S2.3: one joint team per topic, of both levels. */
export const teamActs = [formTeam];
