import { useSearchParams } from 'react-router';

/** What a list shows, kept in the address: it survives a reload, goes with a link, and the way back finds it again. */
export type Address = {
  value: (name: string) => string | undefined;
  page: number;
  /** Changes what is asked for and begins at its first page; undefined or empty takes a member away. */
  change: (changes: Readonly<Record<string, string | undefined>>) => void;
  turnTo: (page: number) => void;
  /** Takes every member away except the named ones. */
  clear: (except: readonly string[]) => void;
};

/** The members of the present address. Turning a page can be undone by the way back; narrowing a list cannot. */
export function useAddress(): Address {
  const [search, setSearch] = useSearchParams();
  const page = Number(search.get('page') ?? '1');
  return {
    value: (name) => search.get(name) || undefined,
    page: Number.isInteger(page) && page > 0 ? page : 1,
    change: (changes) => {
      const next = new URLSearchParams(search);
      next.delete('page');
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
      }
      setSearch(next, { replace: true });
    },
    turnTo: (to) => {
      const next = new URLSearchParams(search);
      if (to === 1) next.delete('page');
      else next.set('page', String(to));
      setSearch(next);
    },
    clear: (except) =>
      setSearch(
        [...search].filter(([name]) => except.includes(name)),
        { replace: true },
      ),
  };
}

/** The member of a list of words that the address names; what nobody knows counts as unsaid. */
export function oneOf<Word extends string>(words: readonly Word[], value: string | undefined): Word | undefined {
  return words.find((word) => word === value);
}
