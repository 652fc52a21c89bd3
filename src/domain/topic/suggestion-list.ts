import type { OrganisationFacts } from '../organisation/facts.ts';
import type { PlainDateText } from '../procedure/case.ts';
import type { Suggestion, TopicDomain, TopicProposal } from './topic.ts';
import type { YearState } from './year-state.ts';

/** A row of the year's list: a suggestion of the own solicitation, or a county's preliminary suggestion that the city has received (S1.2). */
export type ListedSuggestion = {
  /** The suggestion's own id, or the county's tenant and the place in its list. */
  id: string;
  title: string;
  domain: TopicDomain;
  /** The day it was made; of a county's row its list says no day of its own. */
  on?: PlainDateText;
  sources: Suggestion['sources'];
  necessity: string;
  feasibility: string;
  /** `personId`: a deputy who suggested it himself. */
  author: { kind: Suggestion['author']['kind'] | 'county'; name: string; personId?: string; tenantId?: string };
};

/** Everything a body may merge into candidate topics: what it registered, then what counties have sent it, in their order. */
export function listedSuggestions(year: YearState, organisation: OrganisationFacts): readonly ListedSuggestion[] {
  const counties = countyRowsOf(year).map(({ id, tenantId, title, domain, reason }) => ({
    id,
    title,
    domain,
    sources: [],
    necessity: reason,
    feasibility: '',
    author: { kind: 'county' as const, name: shortNameOf(tenantId, organisation), tenantId },
  }));
  return [
    ...year.suggestions.map((suggestion) => ({ ...suggestion, author: authorOf(suggestion, organisation) })),
    ...counties,
  ];
}

/** A deputy's own act records him by his id, an organ's package the organ by its name. */
function authorOf({ author }: Suggestion, { appointments, tenants }: OrganisationFacts): ListedSuggestion['author'] {
  if (author.kind === 'organ') {
    // The organ itself has it under its id.
    const isNamed = ({ id, name }: OrganisationFacts['tenants'][number]) => name === author.name || id === author.name;
    const organ = tenants.find((tenant) => tenant.kind === 'organ' && isNamed(tenant));
    return organ === undefined ? author : { ...author, name: organ.name, tenantId: organ.id };
  }
  const person = appointments.find(({ personId }) => personId === author.name);
  return person === undefined ? author : { kind: author.kind, name: person.personName, personId: person.personId };
}

function shortNameOf(tenantId: string, { tenants }: OrganisationFacts): string {
  return tenants.find((tenant) => tenant.id === tenantId)?.shortName ?? '';
}

/** What counties have sent up, list by list. The id never equals a suggestion's, which is a number. */
export function countyRowsOf({
  countyLists,
}: Pick<YearState, 'countyLists'>): readonly (TopicProposal & { id: string; tenantId: string })[] {
  return Object.entries(countyLists).flatMap(([tenantId, topics]) =>
    topics.map((topic, index) => ({ ...topic, id: `${tenantId}/${index + 1}`, tenantId })),
  );
}

/** The text by which a suggestion is compared: its title counts twice. */
export function comparedText({ title, necessity, feasibility }: ListedSuggestion): string {
  return `${title}。${title}。${necessity}。${feasibility}`;
}
