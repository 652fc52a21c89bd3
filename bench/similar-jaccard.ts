import type { SimilarText } from '../src/domain/topic/similar.ts';

/** The plain way: every pair of texts, shared words over all words, everything tied together that reaches the threshold. */
export function jaccardGroupsOf(texts: readonly SimilarText[], threshold: number): { ids: string[] }[] {
  const numbers = new Map<string, number>();
  const sets = texts.map(({ words }) => Int32Array.from(new Set(words.map((word) => numberOf(numbers, word)))).sort());
  const parents = Int32Array.from(texts, (_text, index) => index);
  for (const [one, left] of sets.entries()) {
    for (const [other, right] of sets.slice(0, one).entries()) {
      if (jaccard(left, right) >= threshold) parents[rootOf(parents, one)] = rootOf(parents, other);
    }
  }
  const groups = new Map<number, string[]>();
  for (const [index, { id }] of texts.entries()) {
    const root = rootOf(parents, index);
    groups.set(root, [...(groups.get(root) ?? []), id]);
  }
  return [...groups.values()].map((ids) => ({ ids }));
}

function numberOf(numbers: Map<string, number>, word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, numbers.size);
  return numbers.size - 1;
}

function jaccard(left: Int32Array, right: Int32Array): number {
  let shared = 0;
  let at = 0;
  for (const number of left) {
    while (at < right.length && (right[at] ?? 0) < number) at += 1;
    if (right[at] === number) shared += 1;
  }
  return shared / (left.length + right.length - shared);
}

function rootOf(parents: Int32Array, index: number): number {
  let root = index;
  while (parents[root] !== root) root = parents[root] ?? root;
  return root;
}
