import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { markToursSeen, readSeenTours, type Tour } from '../../contract/tours.ts';
import { call } from '../lib/client.ts';

const TourOf = lazy(async () => ({ default: (await import('../tours/tour.tsx')).TourOf }));
const key = ['tours'] as const;

/** Shows somebody round who has not been shown round as such a person, or who asks for it. Skipped or seen, it does not come again. */
export function FirstVisit({ tour, isAsked, onEnd }: { tour: Tour; isAsked: boolean; onEnd: () => void }) {
  const client = useQueryClient();
  const answer = useQuery({ queryKey: key, queryFn: () => call(readSeenTours, {}), staleTime: Infinity });
  const mark = useMutation({ mutationFn: () => call(markToursSeen, { body: { tours: [tour] } }) });
  const isNew = answer.data !== undefined && !answer.data.seen.includes(tour);
  if (!isNew && !isAsked) return null;
  const end = () => {
    // Gone at once, whether or not the server can be told.
    client.setQueryData(key, { seen: [...(answer.data?.seen ?? []), tour] });
    if (isNew) mark.mutate();
    onEnd();
  };
  return (
    <Suspense>
      <TourOf tour={tour} onEnd={end} />
    </Suspense>
  );
}
