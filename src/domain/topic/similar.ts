/**
 * Which suggestions ask for the same thing (S1.1, S1.2: a body merges what it collected before it proposes). Plain TF-IDF with cosine over
 * words somebody else has cut. Exact: no sampling, no hashing. Deterministic: the order in which texts arrive changes nothing.
 *
 * The place is a field, not a word: it is taken out of the words beforehand (`placed-words.ts`), so that two matters of one county are not alike
 * because of the county, and one matter of two counties is.
 */
export type SimilarText = { id: string; words: readonly string[]; place: string };

export type Similar = { id: string; similarity: number };

export type SimilarIndex = SimilarVectors & {
  texts: readonly SimilarText[];
  /** Of the words that count; numbered from the rarest to the most common. */
  termOf: ReadonlyMap<string, number>;
  termWords: readonly string[];
  rarity: Float64Array;
};

/** The numbers of an index alone. */
export type SimilarVectors = {
  /** Vector of text i: places starts[i] to starts[i + 1] of terms (ascending) and weights (length 1). */
  starts: Int32Array;
  terms: Int32Array;
  weights: Float64Array;
  /** Who uses term t: places postingStarts[t] to postingStarts[t + 1] of postings. */
  postingStarts: Int32Array;
  postings: Int32Array;
  /** Weight of the term in that text. */
  postingWeights: Float32Array;
};

/** A word of more than this share of all texts tells nothing apart (`stack.md`); of a few texts, every word does. */
const commonShare = 0.15;
const commonFrom = 40;
/** A short list knows little of how common a word is: it is taken for so many texts longer. */
const unseenTexts = 20;

/** The index of all texts of one list. `ofOneMatter`: a long list may say the same all over, and then its most common words tell most. */
export function similarIndexOf(given: readonly SimilarText[], { ofOneMatter = false } = {}): SimilarIndex {
  const texts = [...given].sort((one, other) => compare(one.id, other.id));
  const counts = texts.map((text) => countsOf(text.words));
  const { termOf, termWords, rarity } = vocabularyOf(counts, ofOneMatter ? 1 : commonShare);
  const starts = new Int32Array(texts.length + 1);
  const terms: number[] = [];
  const weights: number[] = [];
  for (const [index, words] of counts.entries()) {
    for (const { term, weight } of vectorOf(words, termOf, rarity)) {
      terms.push(term);
      weights.push(weight);
    }
    starts[index + 1] = terms.length;
  }
  const vectors = { starts, terms: Int32Array.from(terms), weights: Float64Array.from(weights) };
  return { texts, termOf, termWords, rarity, ...vectors, ...postingsOf(vectors, termWords.length) };
}

/** The texts most like these words, best first; equals in the order of their ids. */
export function similarTo(
  index: SimilarIndex,
  words: readonly string[],
  { limit, threshold }: { limit: number; threshold: number },
): readonly Similar[] {
  const sums = new Map<number, number>();
  for (const { term, weight } of vectorOf(countsOf(words), index.termOf, index.rarity)) {
    const end = index.postingStarts[term + 1] ?? 0;
    for (let at = index.postingStarts[term] ?? 0; at < end; at += 1) {
      const text = index.postings[at] ?? 0;
      sums.set(text, (sums.get(text) ?? 0) + weight * (index.postingWeights[at] ?? 0));
    }
  }
  return [...sums]
    .filter(([, similarity]) => similarity >= threshold)
    .sort(([one, similarity], [other, its]) => its - similarity || one - other)
    .slice(0, limit)
    .map(([text, similarity]) => ({ id: index.texts[text]?.id ?? '', similarity }));
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

type Counts = ReadonlyMap<string, number>;

function countsOf(words: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function vocabularyOf(counts: readonly Counts[], share: number) {
  const users = new Map<string, number>();
  for (const words of counts) for (const word of words.keys()) users.set(word, (users.get(word) ?? 0) + 1);
  const most = counts.length < commonFrom ? counts.length : counts.length * share;
  const kept = [...users].filter(([, count]) => count <= most);
  kept.sort(([one, count], [other, its]) => count - its || compare(one, other));
  const rarity = Float64Array.from(kept, ([, count]) => Math.log(1 + (counts.length + unseenTexts) / (count + 1)));
  const termWords = kept.map(([word]) => word);
  return { termOf: new Map(termWords.map((word, term) => [word, term])), termWords, rarity };
}

/** Terms of one text from the rarest on, weighted by how often and how rare, brought to length 1. */
function vectorOf(words: Counts, termOf: ReadonlyMap<string, number>, rarity: Float64Array) {
  const vector: { term: number; weight: number }[] = [];
  for (const [word, count] of words) {
    const term = termOf.get(word);
    if (term !== undefined) vector.push({ term, weight: (1 + Math.log(count)) * (rarity[term] ?? 0) });
  }
  vector.sort((one, other) => one.term - other.term);
  const length = Math.sqrt(vector.reduce((sum, { weight }) => sum + weight * weight, 0));
  return vector.map(({ term, weight }) => ({ term, weight: weight / length }));
}

function postingsOf({ starts, terms, weights }: Pick<SimilarIndex, 'starts' | 'terms' | 'weights'>, size: number) {
  const postingStarts = new Int32Array(size + 1);
  for (const term of terms) postingStarts[term + 1] = (postingStarts[term + 1] ?? 0) + 1;
  for (let term = 0; term < size; term += 1) {
    postingStarts[term + 1] = (postingStarts[term + 1] ?? 0) + (postingStarts[term] ?? 0);
  }
  const next = postingStarts.slice();
  const postings = new Int32Array(terms.length);
  const postingWeights = new Float32Array(terms.length);
  for (let text = 0; text + 1 < starts.length; text += 1) {
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at += 1) {
      const term = terms[at] ?? 0;
      const place = next[term] ?? 0;
      postings[place] = text;
      postingWeights[place] = weights[at] ?? 0;
      next[term] = place + 1;
    }
  }
  return { postingStarts, postings, postingWeights };
}
