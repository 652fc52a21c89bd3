import fc from 'fast-check';
import { steps } from '../../src/domain/procedure/procedure.ts';
import type { Settings } from '../../src/domain/procedure/settings.ts';
import { newPlay } from './play.ts';
import type { Beginning } from './walk.ts';

const asked = Number(process.env.LIANDU_PROPERTY_RUNS ?? '');

/** A walk is long, and how long it takes depends on what else the machine does: milliseconds after which a test has gone wrong. */
export const patience = 120_000 * Math.max(1, asked / 10);

/**
 * The same walks on every machine; `LIANDU_PROPERTY_RUNS=200 LIANDU_PROPERTY_SEED=7` looks further. What fails is made shorter for as
 * long as patience lasts, and shown.
 */
export function runs(usual: number) {
  return {
    numRuns: asked > 0 ? asked : usual,
    seed: Number(process.env.LIANDU_PROPERTY_SEED ?? '20220914'),
    interruptAfterTimeLimit: patience * 0.75,
    markInterruptAsFailure: true,
  };
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

/** Acts that steps of the procedure ask for; a walk neglects some of them. */
export const kindsAskedFor = [
  ...new Set(steps.filter(({ force }) => force === 'must').map(({ doneBy }) => doneBy)),
].filter((kind) => !kind.startsWith('receive-package/'));

/** A linkage of one to three counties, somewhere between the day its year begins and the day its last topic is closed. */
const beginning: fc.Arbitrary<Beginning> = fc
  .record({
    counties: fc.integer({ min: 1, max: 3 }),
    decided: settings,
    progress: fc.integer({ min: 0, max: 100 }),
    neglected: fc.subarray(kindsAskedFor, { maxLength: 3 }),
  })
  .map(({ counties, decided, progress, neglected }) => {
    const ahead = Math.floor(((85 + 65 * counties) * progress) / 100);
    const text = `{ from: newPlay(${counties}, ${JSON.stringify(decided)}), ahead: ${ahead}, neglected: ${JSON.stringify(neglected)} }`;
    // The worlds in it would fill the screen.
    return Object.defineProperty({ from: newPlay(counties, decided), ahead, neglected }, fc.toStringMethod, {
      value: () => text,
      enumerable: false,
    });
  });

/** A beginning, and the seeds of a walk of up to so many steps from there. */
export function walks(most: number): fc.Arbitrary<{ beginning: Beginning; seeds: number[] }> {
  const seeds = fc.array(fc.integer({ min: 0, max: 2 ** 31 - 1 }), {
    minLength: Math.floor(most / 3),
    maxLength: most,
    size: 'max',
  });
  return fc.record({ beginning, seeds });
}
