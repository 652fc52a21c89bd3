import { useSetValue } from '../../ui/form/set-value.ts';

/** Adds a finding to the list of those left out, and puts the cursor where the reason is written. */
export function useLeaving(path: readonly (string | number)[], left: readonly object[]): (findingId: string) => void {
  const setValue = useSetValue();
  return (findingId) => {
    setValue(path, [...left, { findingId }]);
    const id = [...path, left.length, 'reason'].join('_');
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
}
