import { useSyncExternalStore } from 'react';

/** A hook that answers whether the window fits a media query, and again when that changes. */
function fits(query: string): () => boolean {
  const subscribe = (onChange: () => void) => {
    const media = window.matchMedia(query);
    media.addEventListener('change', onChange);
    return () => media.removeEventListener('change', onChange);
  };
  const isTrue = () => window.matchMedia(query).matches;
  return () => useSyncExternalStore(subscribe, isTrue);
}

/** Below 768 px: tables become cards, the board becomes a list. */
export const useIsPhone = fits('(max-width: 767px)');

/** Below 1200 px two things do not stand beside each other. */
export const useIsNarrow = fits('(max-width: 1199px)');
