import type { Tally } from '../../src/domain/ballot/paper-count.ts';
import type { PaperCount } from '../../src/domain/ballot/satisfaction.ts';
import { memberIdsOn } from '../../src/domain/organisation/facts.ts';
import type { Facts } from '../../src/domain/procedure/act.ts';
import type { VoteRecord } from '../../src/domain/session/named-vote.ts';
import type { Observer, SessionState } from '../../src/domain/session/session-state.ts';
import { emptyState, testOrganisation } from './facts.ts';

/** Members of a body of the small linkage, in the order of their posts: city 11, county 7. */
export function membersOf(bodyId: string): readonly string[] {
  return memberIdsOn(testOrganisation, bodyId, '2026-10-26');
}

/** A sitting of two days, opened at nine on its first day by everybody, with an adopted agenda of the one topic. */
export function buildSitting(bodyId = 'city', overrides: Partial<SessionState> = {}): NonNullable<Facts['sitting']> {
  const opens = bodyId === 'city' ? '2026-10-26' : '2026-10-18';
  const closes = bodyId === 'city' ? '2026-10-27' : '2026-10-18';
  const state: SessionState = {
    ...emptyState.session,
    number: '第二十次会议',
    opens,
    closes,
    state: 'open',
    agenda: [{ no: 1, title: '听取和审议专项工作报告', topicId: 'topic-1' }],
    agendaAdopted: true,
    chairId: `${bodyId}-chair`,
    presence: [opens, closes].flatMap((day) =>
      membersOf(bodyId).map((personId) => ({ personId, day, from: '09:00', until: null })),
    ),
    ...overrides,
  };
  return { caseId: `session-of-${bodyId}`, name: '第二十次会议', opens: state.opens, closes: state.closes, state };
}

/** Heads of the organs and the counties' leaders, as a city's sitting lists them. */
export const cityObservers: readonly Observer[] = [
  { name: '政府负责人', capacity: 'organ-head', tenantId: 'city-government' },
  ...['county-1', 'county-2', 'county-3'].map((tenantId) => ({
    name: `${tenantId}负责人`,
    capacity: 'county-leader' as const,
    tenantId,
  })),
];

/** What two tellers counted, who came to the same figures. */
export function talliesOf(count: PaperCount, tellerIds = ['city-member-1', 'city-member-2']): readonly Tally[] {
  return tellerIds.map((tellerId) => ({ tellerId, ...count }));
}

/** Everybody in the room votes for, but for those named. */
export function buildVote(bodyId = 'city', overrides: Partial<VoteRecord> = {}): VoteRecord {
  const members = membersOf(bodyId);
  const others = new Set([...(overrides.no ?? []), ...(overrides.abstain ?? []), ...(overrides.notPressed ?? [])]);
  return {
    at: '10:00',
    members: members.length,
    yes: members.filter((personId) => !others.has(personId)),
    no: [],
    abstain: [],
    notPressed: [],
    ...overrides,
  };
}
