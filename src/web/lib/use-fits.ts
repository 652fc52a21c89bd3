import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { asksPinyin, type Fits, fitsByPinyin, fitsPlainly } from '../../domain/search/fits.ts';

/** Finds by Chinese words and, once somebody types letters, by pinyin or its first letters; the dictionary is loaded only then. */
export function useFits(typed: string): Fits {
  const wanted = asksPinyin(typed);
  const loaded = useQuery({
    queryKey: ['pinyin'],
    queryFn: async () => (await import('pinyin-pro')).match,
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const match = loaded.data;
  return useMemo(() => (wanted && match !== undefined ? fitsByPinyin(match) : fitsPlainly), [wanted, match]);
}
