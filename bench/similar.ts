import { placedWords } from '../src/domain/topic/placed-words.ts';
import { type SimilarText, similarIndexOf, similarTo } from '../src/domain/topic/similar.ts';
import { type PlaceRule, similarGroupsOf } from '../src/domain/topic/similar-groups.ts';
import { chineseWords } from '../src/server/search/chinese-words.ts';
import { similarGroupsInThreads } from '../src/server/topics/similar-threads.ts';
import type { Goal } from './report.ts';
import { jaccardGroupsOf } from './similar-jaccard.ts';
import { counties, type Generated, generateSuggestions } from './similar-suggestions.ts';

const seed = 20_261_124;
/** All pairs of so many texts can still be compared one by one. */
const pairwiseSize = 10_000;
const megabytes = (bytes: number) => bytes / 1_000_000;

type Truth = (suggestion: Generated) => string;
const truths: Record<PlaceRule, Truth> = {
  across: ({ matter }) => matter,
  apart: ({ matter, county }) => `${matter}/${county}`,
};

/** `npm run bench -- similar`: grouping generated suggestions, beside plain pairwise Jaccard on the same words in the same run. */
export async function similarGoals(say: (text: string) => void): Promise<Goal[]> {
  const started = performance.now();
  await chineseWords();
  say(`dictionary loaded: ${seconds(started).toFixed(2)} s`);
  const small = await measure(10_000, 4, say);
  const large = await measure(100_000, 30, say);
  comparePairwise(small, say);
  return [...small.goals, ...large.goals];
}

async function measure(count: number, atMost: number, say: (text: string) => void) {
  const generated = generateSuggestions(count, seed);
  const words = await chineseWords();
  const memoryBefore = process.memoryUsage().rss;
  const started = performance.now();
  const texts: SimilarText[] = generated.map(({ id, title, text }) => ({
    id,
    ...placedWords(`${title}。${text}`, counties, words.cut),
  }));
  const cut = seconds(started);
  const index = similarIndexOf(texts);
  const indexed = seconds(started) - cut;
  const groups = await similarGroupsInThreads(index, 'across');
  const all = seconds(started);
  const memory = megabytes(process.memoryUsage().rss - memoryBefore);
  const across = agreementOf(generated, truths.across, groups);
  const apart = agreementOf(generated, truths.apart, similarGroupsOf(index, 'apart'));
  say(
    `${count} suggestions of ${new Set(generated.map(truths.across)).size} matters: cut ${cut.toFixed(2)} s, index ${indexed.toFixed(2)} s, ` +
      `groups ${(all - cut - indexed).toFixed(2)} s, memory +${memory.toFixed(0)} MB; ${groups.length} groups`,
  );
  say(
    `  across places: ${percent(across)}; each place apart: ${percent(apart)}; ten most similar: ${queryTime(index, texts)} ms`,
  );
  const goals: Goal[] = [
    { name: `${count} suggestions cut, indexed, grouped`, figure: all, unit: 's', atMost },
    {
      name: `${count} suggestions: pairs wrongly together (1 − precision)`,
      figure: 100 * (1 - across.precision),
      unit: '%',
      atMost: 5,
    },
    {
      name: `${count} suggestions: pairs not found (1 − recall)`,
      figure: 100 * (1 - across.recall),
      unit: '%',
      atMost: 10,
    },
  ];
  return { generated, texts, goals };
}

function queryTime(index: ReturnType<typeof similarIndexOf>, texts: readonly SimilarText[]): string {
  const asked = texts.filter((_text, at) => at % Math.ceil(texts.length / 200) === 0);
  const started = performance.now();
  for (const { words } of asked) similarTo(index, words, { limit: 10, threshold: 0.3 });
  return ((performance.now() - started) / asked.length).toFixed(2);
}

/** At the threshold that serves it best; the product's own is fixed. */
function comparePairwise(
  { generated, texts }: { generated: Generated[]; texts: SimilarText[] },
  say: (text: string) => void,
): void {
  for (const threshold of [0.35, 0.45, 0.55]) {
    const started = performance.now();
    const groups = jaccardGroupsOf(texts.slice(0, pairwiseSize), threshold);
    const time = seconds(started).toFixed(2);
    say(
      `pairwise Jaccard ≥ ${threshold} on ${pairwiseSize}: ${time} s; ${percent(agreementOf(generated, truths.across, groups))}`,
    );
  }
}

type Agreement = { precision: number; recall: number };

/** Over pairs: of those put together, how many belong together; of those that belong together, how many were put so. */
function agreementOf(
  all: readonly Generated[],
  truth: Truth,
  groups: readonly { ids: readonly string[] }[],
): Agreement {
  const groupOf = new Map(groups.flatMap(({ ids }, group) => ids.map((id) => [id, `${group}`] as const)));
  const found: Truth = ({ id }) => groupOf.get(id) ?? `alone ${id}`;
  const both = pairsIn(all, (suggestion) => `${truth(suggestion)} ${found(suggestion)}`);
  return { precision: both / pairsIn(all, found), recall: both / pairsIn(all, truth) };
}

function pairsIn(all: readonly Generated[], kind: Truth): number {
  const sizes = new Map<string, number>();
  for (const suggestion of all) sizes.set(kind(suggestion), (sizes.get(kind(suggestion)) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

function percent({ precision, recall }: Agreement): string {
  return `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`;
}

function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}
