import { personNameOf } from '../../../domain/organisation/facts.ts';
import type { Facts } from '../../../domain/procedure/act.ts';
import { planStanceNames } from '../../../domain/research/plan-comment.ts';
import { commentsToAnswer } from '../../../domain/research/plan-voices.ts';
import { teamCandidates, teamCapacityNames, teamIdsOf } from '../../../domain/research/team-acts.ts';
import { dateText } from '../../lib/formats.ts';
import type { Option, Options } from '../../lib/schema-form.ts';
import { findingOptions } from './finding-options.ts';

/** The joint team, findings, and what the counties say to the plan (S2). */
export function researchOptions(facts: Facts, people: readonly Option[]): Options {
  const { organisation, state } = facts;
  return {
    ...findingOptions(facts),
    // As everybody is named there; whoever has left the post since still was in the team.
    'team-member': teamIdsOf(state.research.team).map(
      (id) => people.find((one) => one.value === id) ?? { value: id, label: personNameOf(organisation, id) },
    ),
    extension: state.research.extension.map(({ id, from, until, places }) => ({
      value: id,
      label: `${dateText(from)}${from === until ? '' : `至${dateText(until)}`}，${places.join('、')}`,
    })),
    ...teamOptions(facts, people),
    'plan-comment': commentsToAnswer(facts).map(({ track, comment }) => ({
      value: track.tenantId,
      label: track.shortName,
      detail: comment === undefined ? [] : [`${planStanceNames[comment.stance]}：${comment.comment}`],
    })),
  };
}

/** Who may lead a joint team and who may be in it (S2.3), each with his post and unit. */
function teamOptions(facts: Facts, people: readonly Option[]): Options {
  const { own, view } = facts;
  if (view.kind !== 'topic' || own.kind !== 'body' || own.level !== 'city') return {};
  const { leaderIds, capacities } = teamCandidates(facts);
  return {
    'team-leader': people.filter(({ value }) => leaderIds.includes(String(value))),
    'team-candidate': people.filter(({ value }) => capacities.has(String(value))),
    ...Object.fromEntries(
      Object.keys(teamCapacityNames).map((capacity) => [
        `team-as-${capacity}`,
        people.filter(({ value }) => capacities.get(String(value))?.some((held) => held === capacity) === true),
      ]),
    ),
  };
}
