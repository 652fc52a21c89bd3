import { satisfactionRules } from '../../domain/ballot/satisfaction-rule.ts';
import { type Demand, type DemandAnswer, demandAnswerText, verdictText } from '../../domain/handling/demand.ts';
import { nextStepNames, type Round } from '../../domain/handling/handling-state.ts';
import { organsWithDemands } from '../../domain/handling/rounds.ts';
import { trackingLeaderIds } from '../../domain/handling/tracking-acts.ts';
import {
  councilIdsOn,
  deputyIdsOn,
  memberIdsOn,
  personNameOf,
  postNames,
  tenantNameOf,
} from '../../domain/organisation/facts.ts';
import type { ActDefinition, Facts } from '../../domain/procedure/act.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { planStanceNames } from '../../domain/research/plan-comment.ts';
import { commentsToAnswer } from '../../domain/research/plan-voices.ts';
import { teamCandidates, teamCapacityNames, teamIdsOf } from '../../domain/research/team-acts.ts';
import { activityNames } from '../../domain/safeguards/invitation.ts';
import { openConcerns, unreportedMatters } from '../../domain/safeguards/safeguards-state.ts';
import { namesFor } from '../../domain/session/observers.ts';
import { stanceNames } from '../../domain/topic/consultation.ts';
import { listedSuggestions } from '../../domain/topic/suggestion-list.ts';
import { dateText } from '../lib/formats.ts';
import type { Option, Options } from '../lib/schema-form.ts';
import { findingLabel, namedFindings } from './desks/finding-words.ts';

/** What can be chosen in the form of an act: people by office, places, and what the own tenant has recorded before. */
export function referenceOptions(definition: ActDefinition, facts: Facts, cases: readonly CaseView[]): Options {
  return {
    ...peopleOptions(facts),
    member: memberOptions(definition, facts),
    ...placeOptions(facts),
    ...caseOptions(facts),
    ...otherCases(facts, cases),
  };
}

function peopleOptions(facts: Facts): Options {
  const { organisation, own, on, actor, state } = facts;
  const people = everybody(organisation, on);
  const named = (ids: readonly string[]): Option[] =>
    ids.map((id) => ({ value: id, label: personNameOf(organisation, id) }));
  return {
    'council-member': named(councilIdsOn(organisation, own.bodyId, on)),
    deputy: named(deputyIdsOn(organisation, own.bodyId, on)),
    person: people,
    // As everybody is named there; whoever has left the post since still was in the team.
    'team-member': teamIdsOf(state.research.team).map(
      (id) => people.find((one) => one.value === id) ?? { value: id, label: personNameOf(organisation, id) },
    ),
    ...teamOptions(facts, people),
    'tracking-leader': named(trackingLeaderIds(organisation, own.tenantId, on)),
    unit: organisation.units
      .filter((unit) => unit.tenantId === actor.tenantId && unit.kind === 'committee')
      .map((unit) => ({ value: unit.id, label: unit.name })),
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

/** Acts that say who comes and goes; every other act of a sitting is for those who are there. */
const attendanceActs: readonly string[] = ['open-session', 'record-attendance'];

function memberOptions({ kind }: ActDefinition, { organisation, own, on, sitting, view, state }: Facts): Option[] {
  const session = view.kind === 'session' ? state.session : sitting?.state;
  const all = memberIdsOn(organisation, own.bodyId, on);
  const came = new Set(session?.presence.filter((entry) => entry.until === null).map((entry) => entry.personId));
  const ids = attendanceActs.includes(kind) || came.size === 0 ? all : all.filter((id) => came.has(id));
  return ids.map((id) => ({ value: id, label: personNameOf(organisation, id) }));
}

/** Everybody who holds a post, once, with what tells two of the same name apart. Officers first, deputies last. */
function everybody(organisation: Facts['organisation'], on: string): Option[] {
  const tenantNames = new Map(organisation.tenants.map((tenant) => [tenant.id, tenant.shortName]));
  const people = new Map<string, Option & { isDeputy: boolean }>();
  for (const { personId, personName, tenantId, post, from, until } of organisation.appointments) {
    if (from > on || (until !== undefined && until < on)) continue;
    const isDeputy = post === 'deputy';
    const known = people.get(personId);
    if (known !== undefined && (isDeputy || !known.isDeputy)) continue;
    const label = `${personName}（${tenantNames.get(tenantId) ?? ''}${postNames[post]}）`;
    people.set(personId, { value: personId, label, isDeputy });
  }
  return [...people.values()].sort((one, other) => Number(one.isDeputy) - Number(other.isDeputy));
}

function placeOptions(facts: Facts): Options {
  const { organisation, own, actor, state } = facts;
  const attending = organisation.tenants.filter(({ kind, bodyId }) => kind === 'body' || bodyId === own.bodyId);
  const tenants = (wanted: (tenant: Facts['organisation']['tenants'][number]) => boolean): Option[] =>
    organisation.tenants.filter(wanted).map((tenant) => ({ value: tenant.id, label: tenant.name }));
  return {
    // A county examines at home (监督法 §6).
    county: tenants(
      ({ kind, level, id }) => kind === 'body' && level === 'county' && (own.level === 'city' || id === own.bodyId),
    ),
    organ: tenants((tenant) => tenant.kind === 'organ' && tenant.bodyId === own.bodyId),
    'named-organ': tenants((tenant) => state.deliberation.organIds.includes(tenant.id)),
    partner: tenants((tenant) =>
      actor.kind === 'organ'
        ? tenant.id === own.bodyId
        : tenant.id !== own.tenantId && (tenant.kind === 'body' || tenant.bodyId === own.bodyId),
    ),
    // By tenant, several of one tenant each for itself: names that are offered where somebody of it attends.
    'name-of-tenant': attending.flatMap((tenant) =>
      namesFor(tenant, facts).map((name) => ({ value: tenant.id, label: name })),
    ),
    'handling-organ': organsWithDemands(state.handling.demands).map((id) => ({
      value: id,
      label: tenantNameOf(organisation, id),
    })),
    park: organisation.parks
      .filter(({ tenantId }) => own.level === 'city' || tenantId === own.bodyId)
      .map((park) => ({ value: park.id, label: park.name })),
  };
}

function caseOptions(facts: Facts): Options {
  const { state, organisation } = facts;
  const findings = namedFindings(facts).map((named) => ({
    value: named.finding.id,
    label: findingLabel(named),
    detail: [named.finding.description],
    isOwn: named.isOwn,
  }));
  const listed = listedSuggestions(state.year, organisation);
  return {
    finding: findings,
    'own-finding': findings.filter(({ isOwn }) => isOwn),
    'county-finding': findings.filter(({ isOwn }) => !isOwn),
    'plan-comment': commentsToAnswer(facts).map(({ track, comment }) => ({
      value: track.tenantId,
      label: track.shortName,
      detail: comment === undefined ? [] : [`${planStanceNames[comment.stance]}：${comment.comment}`],
    })),
    'collected-opinion': state.research.collectedOpinions.map(({ id, text }) => ({ value: id, label: text })),
    demand: state.handling.demands.map((demand) => ({
      value: demand.id,
      label: `第${demand.no}项：${demand.problem}`,
      detail: demandDetail(demand, facts),
    })),
    suggestion: listed
      .filter(({ author }) => author.kind !== 'county')
      .map(({ id, title, author }) => ({ value: id, label: `${title}（${author.name}）` })),
    'listed-suggestion': listed.map(({ id, title, author }) => ({
      value: id,
      label: author.kind === 'county' ? `${author.name}报送的初步建议“${title}”` : `${title}（${author.name}）`,
    })),
    'planned-topic': (state.year.jointPlan?.topics ?? []).map(({ key, name }) => ({
      value: key,
      label: `${key}．${name}`,
    })),
    'conferred-item': (facts.consultation?.items ?? []).map(({ key, title, detail }) => ({
      value: key,
      label: title,
      detail: [detail, ...sayingsOf(key, facts)],
    })),
    concern: openConcerns(state.safeguards).map(({ id, text }) => ({ value: id, label: text })),
    invitation: state.safeguards.invitations.map(({ id, activity, day, text }) => ({
      value: id,
      label:
        day === undefined ? `${activityNames[activity]}：${text}` : `${activityNames[activity]}（${dateText(day)}）`,
    })),
    'major-matter': unreportedMatters(state.safeguards).map(({ id, matter }) => ({ value: id, label: matter })),
    'satisfaction-rule': satisfactionRules.map(({ id, name, basis }) => ({ value: id, label: `${name}（${basis}）` })),
  };
}

/** What the bodies say to one item: how many agree, and word for word who does not simply agree. */
function sayingsOf(key: string, { consultation, organisation }: Facts): string[] {
  const opinions = (consultation?.opinions ?? []).filter((one) => one.key === key);
  const agreed = opinions.filter(({ stance }) => stance === 'agrees').length;
  const others = opinions.filter(({ stance }) => stance !== 'agrees');
  return [
    `${agreed}个单位同意`,
    ...others.map(({ tenantId, stance, comment }) => {
      const who = organisation.tenants.find(({ id }) => id === tenantId)?.shortName ?? '';
      return `${who}${stanceNames[stance]}：${comment}`;
    }),
  ];
}

/** A demand beside its answer: whose it is, what is asked, and what the organ has promised and shown in this round. */
function demandDetail({ id, text, organId }: Demand, { state, organisation, actor }: Facts): string[] {
  const { rounds } = state.handling;
  return [
    ...(actor.kind === 'organ' ? [] : [`办理机关：${tenantNameOf(organisation, organId)}`]),
    `要求：${text}`,
    ...rounds.flatMap((round) => roundDetail(round, id, rounds.length > 1)),
  ];
}

/** What one round has said of a demand, and what the council then asked for. */
function roundDetail(round: Round, demandId: string, isNumbered: boolean): string[] {
  const answer = round.answers.find((candidate) => candidate.demandId === demandId);
  const evidence = round.evidence.filter((candidate) => candidate.demandId === demandId);
  const verdict = round.verdicts.find((candidate) => candidate.demandId === demandId);
  const { nextStep } = round;
  const lines = [
    ...(answer === undefined ? [] : [answerText(answer)]),
    ...evidence.map((entry) => `佐证（${dateText(entry.on)}）：${entry.text}`),
    ...(verdict === undefined ? [] : [`评价：${verdictText(verdict)}`]),
    ...(nextStep === null ? [] : [`下一步：${nextStepNames[nextStep.step]}，${nextStep.requirement}`]),
  ];
  return isNumbered ? lines.map((line) => `第${round.no}轮${line}`) : lines;
}

function answerText(answer: DemandAnswer): string {
  const text = demandAnswerText(answer, dateText);
  return answer.stance === 'disputed' ? text : `整改承诺：${text}`;
}

/** Topics that may be meant: on a sitting those that sit on it, otherwise those of the year. Sittings of the own body. */
function otherCases({ own, view }: Facts, cases: readonly CaseView[]): Options {
  const ofYear = cases.filter((other) => other.kind === 'topic' && other.year === view.year);
  const onSitting = ofYear.filter((topic) => {
    const track = topic.tracks.find((candidate) => candidate.tenantId === own.bodyId);
    return track?.session?.sessionId === view.id || track?.handlingSession?.sessionId === view.id;
  });
  const topics = view.kind === 'session' ? onSitting : ofYear;
  const sessions = cases.flatMap((other) => {
    const sitting = other.tracks.find((track) => track.tenantId === own.bodyId)?.session;
    if (other.kind !== 'session' || sitting === undefined) return [];
    return [{ value: other.id, label: `${other.name}（${dateText(sitting.opens)}）` }];
  });
  return { topic: topics.map(({ id, name }) => ({ value: id, label: name })), session: sessions };
}
