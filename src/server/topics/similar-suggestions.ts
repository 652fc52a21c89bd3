import type { Actor } from '../../domain/organisation/actor.ts';
import { placedWords } from '../../domain/topic/placed-words.ts';
import { type SimilarIndex, similarIndexOf, similarTo } from '../../domain/topic/similar.ts';
import { comparedText, type ListedSuggestion } from '../../domain/topic/suggestion-list.ts';
import { areaOf, namedPlacesOf } from '../../domain/topic/suggestion-place.ts';
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
  const places = namedPlacesOf(linkage.organisation.tenants);
  const index = similarIndexOf(
    listed.map((row) => {
      const { words, place } = placedWords(comparedText(row), places, cut);
      // A county that names no place speaks of itself.
      const own = row.author.kind === 'county' ? areaOf(bodyNameOf(row.author.tenantId, linkage)) : '';
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
  const { words } = placedWords(text, namedPlacesOf(linkage.organisation.tenants), cut);
  const rows = new Map(listed.map((row) => [row.id, row]));
  return similarTo(index, words, { limit: offered, threshold: typedThreshold }).flatMap(({ id, similarity }) => {
    const row = rows.get(id);
    return row === undefined ? [] : [{ id, title: row.title, authorName: row.author.name, similarity }];
  });
}

function bodyNameOf(tenantId: string | undefined, { organisation }: LinkageFacts): string {
  return organisation.tenants.find((tenant) => tenant.id === tenantId)?.name ?? '';
}
