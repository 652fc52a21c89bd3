import type { SimilarIndex, SimilarVectors } from './similar.ts';

/**
 * Whether the same matter in two places is one group. `across`: it is, since a linked topic is one matter in all counties; the group names its
 * places. `apart`: texts of one group all name the same place, or all none.
 */
export type PlaceRule = 'across' | 'apart';

export type SimilarGroup = {
  /** At least two, in their order. */
  ids: readonly string[];
  places: readonly string[];
  /** What they have in common: the heaviest words first. */
  words: readonly string[];
};

/**
 * Two texts are compared for a group from this cosine on, and two groups become one while the mean cosine between their texts is at least
 * this. Found on generated suggestions: texts of one matter lie at 0.63 on average, of one subject with another fault at 0.35 (`npm run bench -- similar`).
 */
const alike = 0.5;

/** So many of the best earlier neighbours of a text take part; a group of any size is still tied together by them. */
const neighbours = 12;
const commonWords = 4;
const steps = 1 << 15;

/**
 * Groups of texts that ask for the same: pairs from the most alike down; a pair joins its two groups (union-find) if the groups as a whole are
 * alike, so that a chain of half-alike texts does not pull different matters together. Largest group first.
 */
export function similarGroupsOf(
  index: SimilarIndex,
  placeRule: PlaceRule,
  // All of them, in their order.
  parts: readonly SimilarPairs[] = [similarPairsOf(index)],
): readonly SimilarGroup[] {
  const pairs = together(parts);
  const forest = forestOf(index);
  for (const pair of fromMostAlike(pairs)) join(index, forest, pairs.left[pair] ?? 0, pairs.right[pair] ?? 0);
  return groupsIn(index, forest, placeRule);
}

/** Pairs of texts by their numbers, the later one left, and how alike they are in steps of 1/32,768. */
export type SimilarPairs = { count: number; left: Int32Array; right: Int32Array; closeness: Uint16Array };
/** Every `of`-th text from number `number` on: several threads can look for the pairs of one list. */
export type PairPart = { number: number; of: number };

/** The rest of a vector may be so long when its rarest terms have been looked up. */
const restLength = 0.08;

/**
 * All pairs whose cosine reaches the threshold, of each text its best ones. A text's terms run from rare to common: the rare ones are looked up,
 * and what they do not bring near the threshold cannot reach it with the common rest, which is never longer than `restLength`. So nothing
 * is missed, and the long lists of common words are spared.
 */
export function similarPairsOf(index: SimilarVectors, { number, of }: PairPart = { number: 0, of: 1 }): SimilarPairs {
  const size = index.starts.length - 1;
  const pairs: SimilarPairs = {
    count: 0,
    left: new Int32Array(size * neighbours),
    right: new Int32Array(size * neighbours),
    closeness: new Uint16Array(size * neighbours),
  };
  const search: Search = {
    ends: index.postingStarts.slice(0, -1),
    sums: new Float32Array(size),
    weightIn: new Float64Array(index.postingStarts.length - 1),
  };
  for (let text = 0; text < size; text += 1) {
    if (text % of === number) {
      const bounds = boundsOf(index, text);
      const candidates = candidatesOf(index, bounds, search);
      keepBest(pairs, text, alikeOf(index, bounds, candidates, search));
      search.sums.fill(0, 0, text);
    }
    putIn(index, text, search.ends);
  }
  return pairs;
}

/** All parts of a list as one, in the order of their texts: those of text i are in part i mod how many there are. */
function together(parts: readonly SimilarPairs[]): SimilarPairs {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const all: SimilarPairs = {
    count: 0,
    left: new Int32Array(count),
    right: new Int32Array(count),
    closeness: new Uint16Array(count),
  };
  const next = parts.map(() => 0);
  for (let text = 0; all.count < count; text += 1) {
    const number = text % parts.length;
    const part = parts[number];
    if (part === undefined) continue;
    let from = next[number] ?? 0;
    for (; from < part.count && part.left[from] === text; from += 1) {
      all.left[all.count] = text;
      all.right[all.count] = part.right[from] ?? 0;
      all.closeness[all.count] = part.closeness[from] ?? 0;
      all.count += 1;
    }
    next[number] = from;
  }
  return all;
}

/** From now on later texts find this one. */
function putIn({ starts, terms }: SimilarVectors, text: number, ends: Int32Array): void {
  for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at += 1) {
    const term = terms[at] ?? 0;
    ends[term] = (ends[term] ?? 0) + 1;
  }
}

type Search = {
  /** By term: end of its postings of texts before the present one. */
  ends: Int32Array;
  /** By text: what the terms looked up so far add to its cosine. */
  sums: Float32Array;
  /** By term: its weight in the present text, of the common ones and while they are looked at. */
  weightIn: Float64Array;
};

/** The sums are of single precision: a little below the threshold, so that rounding loses no pair. */
const rounding = 1e-5;

/** Earlier texts that the rare terms bring near enough. */
function candidatesOf(index: SimilarVectors, { start, head, end }: Bounds, { ends, sums }: Search): readonly number[] {
  const enough = alike - lengthOf(index.weights, head, end) - rounding;
  const candidates: number[] = [];
  for (let at = start; at < head; at += 1) {
    const term = index.terms[at] ?? 0;
    const upTo = ends[term] ?? 0;
    const from = index.postingStarts[term] ?? 0;
    addUp(index, sums, { from, upTo, weight: index.weights[at] ?? 0, enough }, candidates);
  }
  return candidates;
}

/** The innermost loop: every shared rare word of every two texts passes here. */
function addUp(
  { postings, postingWeights }: SimilarVectors,
  sums: Float32Array,
  { from, upTo, weight, enough }: { from: number; upTo: number; weight: number; enough: number },
  candidates: number[],
): void {
  for (let at = from; at < upTo; at += 1) {
    const other = postings[at] ?? 0;
    const before = sums[other] ?? 0;
    const sum = before + weight * (postingWeights[at] ?? 0);
    sums[other] = sum;
    if (sum >= enough && before < enough) candidates.push(other);
  }
}

type Found = { text: number; similarity: number };

/** Candidates that reach the threshold when the common terms are added to what the rare ones gave. */
function alikeOf(
  index: SimilarVectors,
  { head, end }: Bounds,
  candidates: readonly number[],
  { sums, weightIn }: Search,
): Found[] {
  for (let at = head; at < end; at += 1) weightIn[index.terms[at] ?? 0] = index.weights[at] ?? 0;
  const firstCommon = head < end ? (index.terms[head] ?? 0) : weightIn.length;
  const found: Found[] = [];
  for (const other of candidates) {
    const similarity = (sums[other] ?? 0) + commonPart(index, other, firstCommon, weightIn);
    if (similarity >= alike) found.push({ text: other, similarity });
  }
  for (let at = head; at < end; at += 1) weightIn[index.terms[at] ?? 0] = 0;
  return found;
}

function commonPart(index: SimilarVectors, text: number, firstCommon: number, weightIn: Float64Array): number {
  const start = index.starts[text] ?? 0;
  let sum = 0;
  for (let at = (index.starts[text + 1] ?? 0) - 1; at >= start; at -= 1) {
    const term = index.terms[at] ?? 0;
    if (term < firstCommon) break;
    sum += (index.weights[at] ?? 0) * (weightIn[term] ?? 0);
  }
  return sum;
}

/** Places of a vector: its start, the end of its rare terms, its end. */
type Bounds = { start: number; head: number; end: number };

function boundsOf(index: SimilarVectors, text: number): Bounds {
  const start = index.starts[text] ?? 0;
  const end = index.starts[text + 1] ?? 0;
  let head = end;
  while (head > start && lengthOf(index.weights, head - 1, end) <= restLength) head -= 1;
  return { start, head, end };
}

function lengthOf(weights: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += (weights[at] ?? 0) ** 2;
  return Math.sqrt(sum);
}

function keepBest(pairs: SimilarPairs, text: number, found: Found[]): void {
  found.sort((one, other) => other.similarity - one.similarity || one.text - other.text);
  for (const { text: other, similarity } of found.slice(0, neighbours)) {
    pairs.left[pairs.count] = text;
    pairs.right[pairs.count] = other;
    pairs.closeness[pairs.count] = Math.min(steps, Math.round(similarity * steps));
    pairs.count += 1;
  }
}

/** Numbers of the pairs, the most alike first; equals as they were found. */
function fromMostAlike({ count, closeness }: SimilarPairs): Int32Array {
  const next = new Int32Array(steps + 2);
  for (let pair = 0; pair < count; pair += 1) {
    const slot = steps - (closeness[pair] ?? 0) + 1;
    next[slot] = (next[slot] ?? 0) + 1;
  }
  for (let slot = 1; slot < next.length; slot += 1) next[slot] = (next[slot] ?? 0) + (next[slot - 1] ?? 0);
  const order = new Int32Array(count);
  for (let pair = 0; pair < count; pair += 1) {
    const slot = steps - (closeness[pair] ?? 0);
    const place = next[slot] ?? 0;
    order[place] = pair;
    next[slot] = place + 1;
  }
  return order;
}

/** Union-find over texts; the root of each group of several holds the sum of its vectors. */
type Forest = { parents: Int32Array; sizes: Int32Array; sums: Map<number, Map<number, number>> };

function forestOf(index: SimilarIndex): Forest {
  const size = index.texts.length;
  return {
    parents: Int32Array.from({ length: size }, (_, text) => text),
    sizes: new Int32Array(size).fill(1),
    sums: new Map(),
  };
}

function sumOf(index: SimilarIndex, { sums }: Forest, root: number): ReadonlyMap<number, number> {
  const known = sums.get(root);
  if (known !== undefined) return known;
  const sum = new Map<number, number>();
  for (let at = index.starts[root] ?? 0; at < (index.starts[root + 1] ?? 0); at += 1) {
    sum.set(index.terms[at] ?? 0, index.weights[at] ?? 0);
  }
  return sum;
}

function rootOf(parents: Int32Array, text: number): number {
  let root = text;
  while (parents[root] !== root) {
    const parent = parents[root] ?? root;
    parents[root] = parents[parent] ?? parent;
    root = parents[root] ?? root;
  }
  return root;
}

function join(index: SimilarIndex, forest: Forest, one: number, other: number): void {
  const { parents, sizes, sums } = forest;
  const [left, right] = [rootOf(parents, one), rootOf(parents, other)];
  if (left === right) return;
  const [leftSize, rightSize] = [sizes[left] ?? 1, sizes[right] ?? 1];
  const [large, small] =
    leftSize > rightSize || (leftSize === rightSize && left < right) ? [left, right] : [right, left];
  const sum = sumOf(index, forest, large);
  const addition = sumOf(index, forest, small);
  let across = 0;
  for (const [term, weight] of addition) across += weight * (sum.get(term) ?? 0);
  // Two single texts are a pair; their cosine is not asked twice.
  if (leftSize + rightSize > 2 && across < alike * leftSize * rightSize) return;
  // The stored sum of a group is its own and may grow in place; that of a single text has just been made.
  const joined = sums.get(large) ?? new Map(sum);
  for (const [term, weight] of addition) joined.set(term, (sum.get(term) ?? 0) + weight);
  sums.set(large, joined);
  sums.delete(small);
  parents[small] = large;
  sizes[large] = leftSize + rightSize;
}

function groupsIn(index: SimilarIndex, forest: Forest, placeRule: PlaceRule): readonly SimilarGroup[] {
  const members = new Map<string, number[]>();
  for (const [text, { place }] of index.texts.entries()) {
    const root = rootOf(forest.parents, text);
    const key = placeRule === 'apart' ? `${root} ${place}` : `${root}`;
    const group = members.get(key);
    if (group === undefined) members.set(key, [text]);
    else group.push(text);
  }
  return [...members.values()]
    .filter((texts) => texts.length > 1)
    .sort((one, other) => other.length - one.length || (one[0] ?? 0) - (other[0] ?? 0))
    .map((texts) => groupOf(index, texts, sumOf(index, forest, rootOf(forest.parents, texts[0] ?? 0))));
}

function groupOf(index: SimilarIndex, members: readonly number[], sum: ReadonlyMap<number, number>): SimilarGroup {
  const texts = members.flatMap((member) => index.texts[member] ?? []);
  const heaviest = [...sum].sort(([one, weight], [other, its]) => its - weight || one - other);
  return {
    ids: texts.map((text) => text.id),
    places: [...new Set(texts.map((text) => text.place).filter((place) => place !== ''))].sort(),
    words: heaviest.slice(0, commonWords).flatMap(([term]) => index.termWords[term] ?? []),
  };
}
