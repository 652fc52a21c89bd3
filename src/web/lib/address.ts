import { useSearchParams } from 'react-router';

type Changes = Readonly<Record<string, string | undefined>>;

/** What a list shows, kept in the address: it survives a reload, goes with a link, and the way back finds it again. */
export type Address = {
  value: (name: string) => string | undefined;
  page: number;
  /** Changes what is asked for and begins at its first page; undefined or empty takes a member away. */
  change: (changes: Changes) => void;
  turnTo: (page: number) => void;
  /** Changes members as a step that the way back undoes. */
  goTo: (changes: Changes) => void;
  /** The address with members changed, for a link. */
  linkTo: (changes: Changes) => string;
};

/** The members of the present address. Turning a page can be undone by the way back; narrowing a list cannot. */
export function useAddress(): Address {
  const [search, setSearch] = useSearchParams();
  const goTo = (changes: Changes) => setSearch(changed(search, changes));
  const page = Number(search.get('page') ?? '1');
  return {
    value: (name) => search.get(name) || undefined,
    page: Number.isInteger(page) && page > 0 ? page : 1,
    change: (changes) => setSearch(changed(search, { page: undefined, ...changes }), { replace: true }),
    turnTo: (to) => goTo({ page: to === 1 ? undefined : String(to) }),
    goTo,
    linkTo: (changes) => `?${changed(search, { page: undefined, ...changes })}`,
  };
}

function changed(search: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/** The member of a list of words that the address names; what nobody knows counts as unsaid. */
export function oneOf<Word extends string>(words: readonly Word[], value: string | undefined): Word | undefined {
  return words.find((word) => word === value);
}
