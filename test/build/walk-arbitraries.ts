import fc from 'fast-check';
import type { Settings } from '../../src/domain/procedure/settings.ts';
import { newPlay, type Play } from './play.ts';

/** The same walks on every machine; `LIANDU_PROPERTY_RUNS=200 LIANDU_PROPERTY_SEED=7` looks further. */
export function runs(usual: number): { numRuns: number; seed: number } {
  const asked = Number(process.env.LIANDU_PROPERTY_RUNS ?? '');
  return { numRuns: asked > 0 ? asked : usual, seed: Number(process.env.LIANDU_PROPERTY_SEED ?? '20220914') };
}

/** What a customer may decide otherwise than the default (dossier §1 a–g). */
const settings: fc.Arbitrary<Partial<Settings>> = fc.record({
  handlingBase: fc.constantFrom('session-closes', 'demands-received'),
  planDueMeans: fc.constantFrom('approved', 'drafted'),
  countySessionMeans: fc.constantFrom('ended', 'opened'),
  coverage: fc.constantFrom('joint-team', 'any-visit'),
  parksNeedCoverage: fc.boolean(),
  electorate: fc.constantFrom('members-present', 'all-members'),
  restDayShift: fc.constantFrom('none', 'holidays', 'holidays-and-weekends'),
});

/** A linkage of one to three counties on the day its year begins. */
const beginning: fc.Arbitrary<Play> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), settings)
  .map(([counties, decided]) => newPlay(counties, decided));

/** A linkage, and the seeds of a walk of up to so many steps through it. */
export function walks(most: number): fc.Arbitrary<{ from: Play; seeds: number[] }> {
  const seeds = fc.array(fc.integer({ min: 0, max: 2 ** 31 - 1 }), {
    minLength: Math.floor(most / 3),
    maxLength: most,
    size: 'max',
  });
  // A walk is told by its length, its number of counties and its first seeds; the worlds in it would fill the screen.
  return fc.record({ from: beginning.map((play) => withoutToString(play)), seeds });
}

function withoutToString(play: Play): Play {
  const counties = play.world.organisation.tenants.filter(({ kind, level }) => kind === 'body' && level === 'county');
  return Object.defineProperty({ ...play }, fc.toStringMethod, {
    value: () => `newPlay(${counties.length}, ${JSON.stringify(play.world.settings)})`,
    enumerable: false,
  });
}
