import type { Actor } from '../../domain/organisation/actor.ts';
import { type NamedPlace, placedWords } from '../../domain/topic/placed-words.ts';
import { type SimilarIndex, similarIndexOf, similarTo } from '../../domain/topic/similar.ts';
import { comparedText, type ListedSuggestion } from '../../domain/topic/suggestion-list.ts';
import type { LinkageFacts } from '../organisations/linkage-facts-queries.ts';
import { chineseWords } from '../search/chinese-words.ts';

/** A text being typed is short: what it shares with a suggestion is a small part of that one. */
const typedThreshold = 0.2;
const offered = 5;
/** Lists whose index is kept; each is some MB at a thousand suggestions. */
const keptIndexes = 8;

type Kept = { fingerprint: string; index: SimilarIndex };
const kept = new Map<string, Kept>();

/** The index of a tenant's list; kept while the list stays the same, since somebody who types asks again and again. */
export async function indexOfSuggestions(
  actor: Actor,
  caseId: string,
  listed: readonly ListedSuggestion[],
  linkage: LinkageFacts,
): Promise<SimilarIndex> {
  const key = `${actor.cityCode} ${actor.tenantId} ${caseId}`;
  const fingerprint = JSON.stringify(listed.map(({ id, title }) => [id, title]));
  const known = kept.get(key);
  kept.delete(key);
  if (known?.fingerprint === fingerprint) {
    kept.set(key, known);
    return known.index;
  }
  const { cut } = await chineseWords();
  const places = placesOf(linkage);
  const index = similarIndexOf(
    listed.map((row) => {
      const { words, place } = placedWords(comparedText(row), places, cut);
      // A county that names no place speaks of itself.
      const own = row.author.kind === 'county' ? areaOf(row.author.tenantId, linkage) : '';
      return { id: row.id, words, place: place === '' ? own : place };
    }),
  );
  kept.set(key, { fingerprint, index });
  for (const oldest of kept.keys()) {
    if (kept.size <= keptIndexes) break;
    kept.delete(oldest);
  }
  return index;
}

/** The listed suggestions most like a text that is being typed. */
export async function similarToText(
  index: SimilarIndex,
  listed: readonly ListedSuggestion[],
  text: string,
  linkage: LinkageFacts,
): Promise<{ id: string; title: string; authorName: string; similarity: number }[]> {
  const { cut } = await chineseWords();
  const { words } = placedWords(text, placesOf(linkage), cut);
  const rows = new Map(listed.map((row) => [row.id, row]));
  return similarTo(index, words, { limit: offered, threshold: typedThreshold }).flatMap(({ id, similarity }) => {
    const row = rows.get(id);
    return row === undefined ? [] : [{ id, title: row.title, authorName: row.author.name, similarity }];
  });
}

/** Every county by its full name and by the name without its ending. */
function placesOf(linkage: LinkageFacts): readonly NamedPlace[] {
  const counties = linkage.organisation.tenants.filter((tenant) => tenant.kind === 'body' && tenant.level === 'county');
  return counties.map(({ id }) => {
    const area = areaOf(id, linkage);
    const bare = area.replace(/(?:[^族]{1,2}族)*自治县$|[县市区]$/u, '');
    return { name: area, aliases: bare.length > 1 ? [area, bare] : [area] };
  });
}

function areaOf(tenantId: string | undefined, { organisation }: LinkageFacts): string {
  const name = organisation.tenants.find((tenant) => tenant.id === tenantId)?.name ?? '';
  return name.replace(/人大常委会$|人民代表大会常务委员会$/u, '');
}
