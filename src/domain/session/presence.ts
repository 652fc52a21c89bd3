import { memberIdsOn } from '../organisation/facts.ts';
import type { Facts } from '../procedure/act.ts';
import type { Excused } from './attendance.ts';
import type { Presence, SessionState } from './session-state.ts';

/** People who came and went at the same times of one day; `until` is null for those who are still there. */
export type PresenceGroup = { day: string; from: string; until: string | null; personIds: readonly string[] };

/** Who was there when, told once for all who came and went together; in the order of days and times. */
export function presenceGroups(presence: readonly Presence[]): readonly PresenceGroup[] {
  const groups = Map.groupBy(presence, ({ day, from, until }) => `${day} ${from} ${until ?? '99:99'}`);
  return [...groups.entries()]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .flatMap(([, entries]) => {
      const [first] = entries;
      if (first === undefined) return [];
      const { day, from, until } = first;
      return [{ day, from, until, personIds: entries.map(({ personId }) => personId) }];
    });
}

/** A row of leave for every member who is not there, with the reason that is known (SES-12). */
export function absencesOf(
  absentIds: readonly string[],
  known: readonly { personId: string; reason: string }[],
): readonly Excused[] {
  return absentIds.map((personId) => ({
    personId,
    reason: known.find((row) => row.personId === personId)?.reason ?? '',
  }));
}

/** The members of the day who are not among those present. */
export function absentAtOpening(facts: Facts, presentIds: readonly string[]): readonly string[] {
  return memberIdsOn(facts.organisation, facts.own.bodyId, facts.on).filter((id) => !presentIds.includes(id));
}

/** Who leaves now, and who has not come and gave no reason: whoever of them has a leave, it is registered with the coming and going. */
export function absentInSitting(
  facts: Facts,
  session: SessionState,
  { arrivedIds, leftIds }: { arrivedIds: readonly string[]; leftIds: readonly string[] },
): readonly string[] {
  const came = new Set([...session.presence.map(({ personId }) => personId), ...arrivedIds]);
  const excused = new Set(session.excused.map(({ personId }) => personId));
  return memberIdsOn(facts.organisation, facts.own.bodyId, facts.on).filter(
    (id) => leftIds.includes(id) || !(came.has(id) || excused.has(id)),
  );
}
