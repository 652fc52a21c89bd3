import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Fits } from './suggestion-rows.ts';

const plain: Fits = (text, typed) => text.toLowerCase().includes(typed.toLowerCase());

/** Finds by Chinese words and, once somebody types letters, by pinyin or its first letters; the dictionary is loaded only then. */
export function useFits(typed: string): Fits {
  const wanted = /[a-z]/i.test(typed);
  const loaded = useQuery({
    queryKey: ['pinyin'],
    queryFn: async () => (await import('pinyin-pro')).match,
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const match = loaded.data;
  return useMemo(() => {
    if (!wanted || match === undefined) return plain;
    return (text, letters) =>
      plain(text, letters) || match(text, letters.replaceAll(' ', ''), { continuous: true }) !== null;
  }, [wanted, match]);
}
