import type { SimilarIndex } from './similar.ts';

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
export function similarGroupsOf(index: SimilarIndex, placeRule: PlaceRule): readonly SimilarGroup[] {
  const pairs = pairsOf(index);
  const forest = forestOf(index);
  for (const pair of fromMostAlike(pairs)) join(forest, pairs.left[pair] ?? 0, pairs.right[pair] ?? 0);
  return groupsIn(index, forest, placeRule);
}

type Pairs = { count: number; left: Int32Array; right: Int32Array; closeness: Uint16Array };

/** The rest of a vector may be so long when its rarest terms have been looked up. */
const restLength = 0.25;

/**
 * All pairs whose cosine reaches the threshold, of each text its best ones. A text's terms run from rare to common: the rare ones are looked up,
 * and what they do not bring near the threshold cannot reach it with the common rest, which is never longer than `restLength`. So nothing
 * is missed, and the long lists of common words are spared.
 */
function pairsOf(index: SimilarIndex): Pairs {
  const size = index.texts.length;
  const pairs: Pairs = {
    count: 0,
    left: new Int32Array(size * neighbours),
    right: new Int32Array(size * neighbours),
    closeness: new Uint16Array(size * neighbours),
  };
  const search: Search = {
    ends: index.postingStarts.slice(0, -1),
    sums: new Float64Array(size),
    weightIn: new Float64Array(index.termWords.length),
  };
  for (let text = 0; text < size; text += 1) {
    const candidates = candidatesOf(index, text, search);
    keepBest(pairs, text, alikeOf(index, text, candidates, search.weightIn));
    search.sums.fill(0, 0, text);
  }
  return pairs;
}

type Search = {
  /** By term: end of its postings of texts before the present one. */
  ends: Int32Array;
  /** By text: what the terms looked up so far add to its cosine. */
  sums: Float64Array;
  /** By term: its weight in the present text, while it is looked at. */
  weightIn: Float64Array;
};

/** Earlier texts that the rare terms bring near enough. */
function candidatesOf(index: SimilarIndex, text: number, { ends, sums }: Search): readonly number[] {
  const [start, head, end] = boundsOf(index, text);
  // A little below: rounding must not lose a pair.
  const enough = alike - lengthOf(index.weights, head, end) - 1e-9;
  const candidates: number[] = [];
  for (let at = start; at < end; at += 1) {
    const term = index.terms[at] ?? 0;
    const upTo = ends[term] ?? 0;
    if (at < head)
      addUp(
        index,
        sums,
        { from: index.postingStarts[term] ?? 0, upTo, weight: index.weights[at] ?? 0, enough },
        candidates,
      );
    ends[term] = upTo + 1;
  }
  return candidates;
}

/** The innermost loop: every shared rare word of every two texts passes here. */
function addUp(
  { postings, postingWeights }: SimilarIndex,
  sums: Float64Array,
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

function alikeOf(index: SimilarIndex, text: number, candidates: readonly number[], weightIn: Float64Array): Found[] {
  const start = index.starts[text] ?? 0;
  const end = index.starts[text + 1] ?? 0;
  for (let at = start; at < end; at += 1) weightIn[index.terms[at] ?? 0] = index.weights[at] ?? 0;
  const found: Found[] = [];
  for (const other of candidates) {
    const similarity = dot(index, other, weightIn);
    if (similarity >= alike) found.push({ text: other, similarity });
  }
  for (let at = start; at < end; at += 1) weightIn[index.terms[at] ?? 0] = 0;
  return found;
}

/** Start of the vector, end of its rare terms, end of the vector. */
function boundsOf(index: SimilarIndex, text: number): readonly [number, number, number] {
  const start = index.starts[text] ?? 0;
  const end = index.starts[text + 1] ?? 0;
  let head = end;
  while (head > start && lengthOf(index.weights, head - 1, end) <= restLength) head -= 1;
  return [start, head, end];
}

function lengthOf(weights: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += (weights[at] ?? 0) ** 2;
  return Math.sqrt(sum);
}

function dot(index: SimilarIndex, text: number, weightIn: Float64Array): number {
  let sum = 0;
  const end = index.starts[text + 1] ?? 0;
  for (let at = index.starts[text] ?? 0; at < end; at += 1) {
    sum += (index.weights[at] ?? 0) * (weightIn[index.terms[at] ?? 0] ?? 0);
  }
  return sum;
}

function keepBest(pairs: Pairs, text: number, found: Found[]): void {
  found.sort((one, other) => other.similarity - one.similarity || one.text - other.text);
  for (const { text: other, similarity } of found.slice(0, neighbours)) {
    pairs.left[pairs.count] = text;
    pairs.right[pairs.count] = other;
    pairs.closeness[pairs.count] = Math.min(steps, Math.round(similarity * steps));
    pairs.count += 1;
  }
}

/** Numbers of the pairs, the most alike first; equals as they were found. */
function fromMostAlike({ count, closeness }: Pairs): Int32Array {
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

/** Union-find over texts; each root holds the sum of its group's vectors and how many they are. */
type Forest = { parents: Int32Array; sizes: Int32Array; sums: (Map<number, number> | undefined)[] };

function forestOf(index: SimilarIndex): Forest {
  const size = index.texts.length;
  return {
    parents: Int32Array.from({ length: size }, (_, text) => text),
    sizes: new Int32Array(size).fill(1),
    sums: index.texts.map((_, text) => sumOfOne(index, text)),
  };
}

function sumOfOne(index: SimilarIndex, text: number): Map<number, number> {
  const sum = new Map<number, number>();
  for (let at = index.starts[text] ?? 0; at < (index.starts[text + 1] ?? 0); at += 1) {
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

function join(forest: Forest, one: number, other: number): void {
  const [left, right] = [rootOf(forest.parents, one), rootOf(forest.parents, other)];
  if (left === right) return;
  const [leftSize, rightSize] = [forest.sizes[left] ?? 1, forest.sizes[right] ?? 1];
  const [large, small] =
    leftSize > rightSize || (leftSize === rightSize && left < right) ? [left, right] : [right, left];
  const sum = forest.sums[large];
  const addition = forest.sums[small];
  if (sum === undefined || addition === undefined) return;
  let across = 0;
  for (const [term, weight] of addition) across += weight * (sum.get(term) ?? 0);
  if (across < alike * leftSize * rightSize) return;
  for (const [term, weight] of addition) sum.set(term, (sum.get(term) ?? 0) + weight);
  forest.parents[small] = large;
  forest.sizes[large] = leftSize + rightSize;
  forest.sums[small] = undefined;
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
    .map((texts) => groupOf(index, texts, forest.sums[rootOf(forest.parents, texts[0] ?? 0)]));
}

function groupOf(
  index: SimilarIndex,
  members: readonly number[],
  sum: ReadonlyMap<number, number> | undefined,
): SimilarGroup {
  const texts = members.flatMap((member) => index.texts[member] ?? []);
  const heaviest = [...(sum ?? [])].sort(([one, weight], [other, its]) => its - weight || one - other);
  return {
    ids: texts.map((text) => text.id),
    places: [...new Set(texts.map((text) => text.place).filter((place) => place !== ''))].sort(),
    words: heaviest.slice(0, commonWords).flatMap(([term]) => index.termWords[term] ?? []),
  };
}
