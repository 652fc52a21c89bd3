import { availableParallelism } from 'node:os';
import type { SimilarIndex, SimilarVectors } from '../../domain/topic/similar.ts';
import {
  type PairPart,
  type PlaceRule,
  type SimilarGroup,
  type SimilarPairs,
  similarGroupsOf,
  similarPairsOf,
} from '../../domain/topic/similar-groups.ts';
import { answerInThread, askThread } from '../jobs/thread.ts';

/** A shorter list is grouped in some 50 ms, about what threads take to start. */
const threadsFrom = 3000;
/** More are not worth the memory: each keeps its own pairs. */
const threadsAtMost = 4;

/**
 * The groups of alike texts. A long list is compared in threads of its own, so that nobody else waits for it. Throws when a thread fails.
 */
export async function similarGroupsInThreads(
  index: SimilarIndex,
  placeRule: PlaceRule,
  { from = threadsFrom }: { from?: number } = {},
): Promise<readonly SimilarGroup[]> {
  if (index.texts.length < from) return similarGroupsOf(index, placeRule);
  const of = Math.max(1, Math.min(threadsAtMost, availableParallelism()));
  const vectors = sharedVectorsOf(index);
  const parts = await Promise.all(
    Array.from({ length: of }, (_, number) =>
      askThread<Asked, SimilarPairs>(import.meta.url, { vectors, part: { number, of } }),
    ),
  );
  return similarGroupsOf(index, placeRule, parts);
}

type Asked = { vectors: SimilarVectors; part: PairPart };

/** All threads read the same memory. */
function sharedVectorsOf({
  starts,
  terms,
  weights,
  postingStarts,
  postings,
  postingWeights,
}: SimilarVectors): SimilarVectors {
  return {
    starts: shared(starts),
    terms: shared(terms),
    weights: shared(weights),
    postingStarts: shared(postingStarts),
    postings: shared(postings),
    postingWeights: shared(postingWeights),
  };
}

type Numbers = Int32Array | Float32Array | Float64Array;

function shared<Kind extends Numbers>(numbers: Kind): Kind {
  const Kind = numbers.constructor as new (buffer: SharedArrayBuffer) => Kind;
  const copy = new Kind(new SharedArrayBuffer(numbers.byteLength));
  copy.set(numbers);
  return copy;
}

await answerInThread(import.meta.url, pairsAskedFor);

function pairsAskedFor({ vectors, part }: Asked): SimilarPairs {
  const { count, left, right, closeness } = similarPairsOf(vectors, part);
  return {
    count,
    left: left.slice(0, count),
    right: right.slice(0, count),
    closeness: closeness.slice(0, count),
  };
}
