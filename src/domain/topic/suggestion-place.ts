import type { Tenant } from '../organisation/tenant.ts';
import type { NamedPlace } from './placed-words.ts';
import type { ListedSuggestion } from './suggestion-list.ts';
import { comparedText } from './suggestion-list.ts';

/** Every county by its full name and by the name without its ending. */
export function namedPlacesOf(tenants: readonly Tenant[]): readonly NamedPlace[] {
  const counties = tenants.filter((tenant) => tenant.kind === 'body' && tenant.level === 'county');
  return counties.map(({ name }) => {
    const area = areaOf(name);
    const bare = area.replace(/(?:[^族]{1,2}族)*自治县$|[县市区]$/u, '');
    return { name: area, aliases: bare.length > 1 ? [area, bare] : [area] };
  });
}

/** The area of a standing committee by its name. */
export function areaOf(bodyName: string): string {
  return bodyName.replace(/人大常委会$|人民代表大会常务委员会$/u, '');
}

/**
 * The county a suggestion is about: the one that it names, or whose own it is. One that names several, or none, is of the city as a whole and
 * has no place.
 */
export function placeOfSuggestion(
  row: ListedSuggestion,
  places: readonly NamedPlace[],
  tenants: readonly Tenant[],
): string {
  const text = comparedText(row);
  const [named = '', ...more] = places.filter(({ aliases }) => aliases.some((alias) => text.includes(alias)));
  if (more.length > 0) return '';
  if (named !== '') return named.name;
  const own = row.author.kind === 'county' ? tenants.find(({ id }) => id === row.author.tenantId) : undefined;
  return own === undefined ? '' : areaOf(own.name);
}
