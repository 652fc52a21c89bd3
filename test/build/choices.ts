/** Where a generator has a choice: drawn from a seed, or always the plain one. */
export type Choices = {
  /** 0 … n−1. */
  below: (n: number) => number;
  /** True in so many of a hundred cases. */
  chance: (percent: number) => boolean;
  one: <Item>(items: readonly Item[]) => Item | undefined;
  /** Some of them, at least one, in their order. */
  some: <Item>(items: readonly Item[]) => Item[];
};

/** The same seed draws the same choices (mulberry32). */
export function choicesOf(seed: number): Choices {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  const one = <Item>(items: readonly Item[]) => items[below(items.length)];
  return {
    below,
    chance: (percent) => next() * 100 < percent,
    one,
    some: (items) => {
      const chosen = items.filter(() => next() < 0.5);
      return chosen.length > 0 ? chosen : items.slice(0, 1);
    },
  };
}

/** Nothing unusual: the first of everything, and all of what could be some. */
export const plainChoices: Choices = {
  below: () => 0,
  chance: () => false,
  one: (items) => items[0],
  some: (items) => [...items],
};
