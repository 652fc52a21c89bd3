import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { diligentStep, finish, isFinished } from '../../../test/build/diligence.ts';
import { newPlay } from '../../../test/build/play.ts';
import { walkOf, walkOn } from '../../../test/build/walk.ts';
import { patience, runs, walks } from '../../../test/build/walk-arbitraries.ts';

vi.setConfig({ testTimeout: patience });

describe('from every state that allowed acts reach', () => {
  test('somebody can take an act that the worklist asks for, or a sitting is still to come, until all is closed', () => {
    fc.assert(
      fc.property(walks(160), ({ beginning, seeds }) => {
        seeds.reduce(
          (walk, seed) => {
            const next = walkOn(walk, seed);
            expect(isFinished(next.play) || diligentStep(next.play) !== undefined).toBe(true);
            return next;
          },
          walkOf(beginning, []),
        );
      }),
      runs(10),
    );
  });

  test('offices that do what they owe finish the year and every topic', () => {
    fc.assert(
      fc.property(walks(200), ({ beginning, seeds }) => {
        expect(finish(walkOf(beginning, seeds).play, 1500).stuck).toBeUndefined();
      }),
      runs(18),
    );
  });
});

describe('a linkage of any size', () => {
  test.each([1, 3, 26])('of %i counties finishes its year', (counties) => {
    const { play, stuck } = finish(newPlay(counties), 70 * (counties + 2));
    expect(stuck).toBeUndefined();
    const departures = [...play.world.cases.values()].flatMap(({ tracks }) =>
      tracks.flatMap((track) => track.departures),
    );
    // One topic in place of three to five; nothing else was out of order or late.
    expect(new Set(departures.map(({ code }) => code))).toEqual(new Set(['joint-plan/count']));
  });
});
