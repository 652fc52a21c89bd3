import type { Actor } from '../../domain/organisation/actor.ts';
import type { OrganisationFacts } from '../../domain/organisation/facts.ts';
import { dutyPeopleOn } from '../../domain/organisation/leader-duty.ts';

/** Whose days can be entered: the own body’s people, and in the city the leaders of the counties as well; whoever was asked for by a link besides. */
export function dutyPeopleOf(
  organisation: OrganisationFacts,
  { bodyId, level }: Pick<Actor, 'bodyId' | 'level'>,
  today: string,
  asked: string | undefined,
): readonly { value: string; label: string }[] {
  const own = dutyPeopleOn(organisation, bodyId, today).map(({ personId, who }) => ({ value: personId, label: who }));
  const counties = organisation.tenants.filter((one) => one.kind === 'body' && one.level === 'county');
  const others =
    level === 'county'
      ? []
      : counties.flatMap(({ id, shortName }) =>
          dutyPeopleOn(organisation, id, today)
            .filter(({ isLeader }) => isLeader)
            .map(({ personId, who }) => ({ value: personId, label: `${shortName}${who}` })),
        );
  const known = [...own, ...others];
  if (asked === undefined || known.some(({ value }) => value === asked)) return known;
  const found = organisation.appointments.find(({ personId }) => personId === asked);
  return found === undefined ? known : [...known, { value: asked, label: found.personName }];
}
