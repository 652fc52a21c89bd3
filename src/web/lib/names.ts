import { satisfactionRules } from '../../domain/ballot/satisfaction-rule.ts';
import type { CaseState } from '../../domain/case-state.ts';
import type { OrganisationFacts } from '../../domain/organisation/facts.ts';
import { countyRowsOf } from '../../domain/topic/suggestion-list.ts';

/** Names of everything in the linkage that is referred to by an identifier. */
export function namesOf({ tenants, units, parks, appointments }: OrganisationFacts): ReadonlyMap<string, string> {
  return new Map([
    ...tenants.map((tenant) => [tenant.id, tenant.name] as const),
    ...units.map((unit) => [unit.id, unit.name] as const),
    ...parks.map((park) => [park.id, park.name] as const),
    ...appointments.map((appointment) => [appointment.personId, appointment.personName] as const),
  ]);
}

/** What the identifiers inside the own acts stand for. */
export function namesInState(state: CaseState | null): ReadonlyMap<string, string> {
  const rules = satisfactionRules.map(({ id, name }) => [id as string, name] as const);
  if (state === null) return new Map(rules);
  const findings = [...state.research.findings, ...Object.values(state.research.countyFindings).flat()];
  return new Map([
    ...rules,
    ...findings.map((finding) => [finding.id, finding.title] as const),
    ...state.handling.demands.map((demand) => [demand.id, `第${demand.no}项 ${demand.problem}`] as const),
    ...state.year.suggestions.map((suggestion) => [suggestion.id, suggestion.title] as const),
    // A row of the joint plan names what it grew from so.
    ...countyRowsOf(state.year).map((row) => [row.id, row.title] as const),
    ...(state.year.consultation?.topics ?? []).map((topic) => [topic.key, topic.name] as const),
    ...(state.year.jointPlan?.topics ?? []).map((topic) => [topic.key, topic.name] as const),
    ...state.research.collectedOpinions.map((opinion) => [opinion.id, opinion.text] as const),
    ...state.safeguards.majorMatters.map((matter) => [matter.id, matter.matter] as const),
    ...state.safeguards.concerns.map((concern) => [concern.id, concern.text] as const),
  ]);
}
