import { satisfactionRules } from '../../domain/ballot/satisfaction-rule.ts';
import {
  councilIdsOn,
  deputyIdsOn,
  memberIdsOn,
  organsOfBody,
  personNameOf,
  postNames,
} from '../../domain/organisation/facts.ts';
import type { ActDefinition, Facts } from '../../domain/procedure/act.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { dateText } from '../lib/formats.ts';
import type { Option, Options } from '../lib/schema-form.ts';
import type { StageOptions } from './kit.ts';

/**
 * What can be chosen in the form of any act: people by office, places, cases. What belongs to one stage alone, such as what the own tenant
 * has recorded in it before, its kit adds (`ofStage`).
 */
export function referenceOptions(
  definition: ActDefinition,
  facts: Facts,
  cases: readonly CaseView[],
  ofStage?: StageOptions,
): Options {
  const people = peopleOptions(facts);
  return {
    ...people,
    member: memberOptions(definition, facts),
    ...placeOptions(facts),
    ...otherCases(facts, cases),
    ...ofStage?.(facts, people.person ?? []),
  };
}

function peopleOptions(facts: Facts): Options {
  const { organisation, own, on, actor } = facts;
  const people = everybody(organisation, on);
  const named = (ids: readonly string[]): Option[] =>
    ids.map((id) => ({ value: id, label: personNameOf(organisation, id) }));
  return {
    'council-member': named(councilIdsOn(organisation, own.bodyId, on)),
    deputy: named(deputyIdsOn(organisation, own.bodyId, on)),
    person: people,
    unit: organisation.units
      .filter((unit) => unit.tenantId === actor.tenantId && unit.kind === 'committee')
      .map((unit) => ({ value: unit.id, label: unit.name })),
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
  const tenants = (wanted: (tenant: Facts['organisation']['tenants'][number]) => boolean): Option[] =>
    organisation.tenants.filter(wanted).map((tenant) => ({ value: tenant.id, label: tenant.name }));
  return {
    // A county examines at home (监督法 §6).
    county: tenants(
      ({ kind, level, id }) => kind === 'body' && level === 'county' && (own.level === 'city' || id === own.bodyId),
    ),
    organ: organsOfBody(organisation, own.bodyId).map(({ id, name }) => ({ value: id, label: name })),
    'named-organ': tenants((tenant) => state.deliberation.organIds.includes(tenant.id)),
    partner: tenants((tenant) =>
      actor.kind === 'organ'
        ? tenant.id === own.bodyId
        : tenant.id !== own.tenantId && (tenant.kind === 'body' || tenant.bodyId === own.bodyId),
    ),
    'satisfaction-rule': satisfactionRules.map(({ id, name, basis }) => ({ value: id, label: `${name}（${basis}）` })),
    park: organisation.parks
      .filter(({ tenantId }) => own.level === 'city' || tenantId === own.bodyId)
      .map((park) => ({ value: park.id, label: park.name })),
  };
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
