import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { buildBodies, buildCase, buildOrgan, buildSession, withTrack } from '../../../test/build/build-case.ts';
import { officialCalendar } from '../../../test/build/official-years.ts';
import { daysForward } from '../calendar/counting.ts';
import { isRestDay } from '../calendar/legal-days.ts';
import type { CaseView, Track } from './case.ts';
import { changeSetOf } from './change-set.ts';
import { steps } from './procedure.ts';
import { type ScheduledStep, scheduleOf } from './schedule.ts';
import { defaultSettings, type Settings } from './settings.ts';
import type { Base, DueRule } from './step.ts';

const settings: Settings = { ...defaultSettings, restDayShift: 'none' };
const some = { numRuns: 100 };

const day = fc.integer({ min: 0, max: 1000 }).map((offset) => daysForward('2023-06-01', offset));
const length = fc.integer({ min: 0, max: 3 });
const session = fc.tuple(day, length).map(([opens, days]) => buildSession(opens, daysForward(opens, days)));
const bodySession = fc.option(session, { nil: undefined });

/** A linkage of ten bodies, each with an organ, each with or without a session. */
const linkage = fc.array(bodySession, { minLength: 10, maxLength: 10 }).map((sessions): CaseView => {
  const bodies = buildBodies().map((body, index) => withSession(body, sessions[index]));
  return buildCase({ tracks: bodies.flatMap((body) => [body, buildOrgan(body)]) });
});

/** As above, the city's session convened and to be moved. */
const movingLinkage = fc.tuple(linkage, session, fc.integer({ min: -90, max: 90 })).map(([view, before, days]) => {
  const opens = daysForward(before.opens, days);
  const after = { ...before, opens, closes: daysForward(before.closes, days) };
  return {
    before: withTrack(view, 'city', { session: before }),
    after: withTrack(view, 'city', { session: after }),
    days,
  };
});

function withSession(track: Track, held: Track['session']): Track {
  return held === undefined ? track : { ...track, session: held };
}

function schedule(view: CaseView, under: Settings = settings): ScheduledStep[] {
  return scheduleOf(view, steps, officialCalendar, under);
}

/** Said here once more and apart from the product: which rules look at the city's session, from a track of city or county. */
function looksAtCitySession(rule: DueRule, track: Track): boolean {
  if (rule.kind === 'earliest') return rule.of.some((one) => looksAtCitySession(one, track));
  const bases: Base[] = [];
  if ('base' in rule) bases.push(rule.base);
  if (rule.kind === 'between') bases.push(rule.from, rule.before);
  const own: readonly Base[] = ['session-opens', 'session-closes', 'handling-base'];
  return bases.some((base) => base === 'city-session-opens' || (track.level === 'city' && own.includes(base)));
}

function dependentKeys(view: CaseView): Set<string> {
  const keys = view.tracks.flatMap((track) =>
    steps
      .filter(
        (step) =>
          step.case === view.kind &&
          step.tenant === track.kind &&
          (step.level === 'both' || step.level === track.level),
      )
      .filter((step) => step.due !== undefined && looksAtCitySession(step.due, track))
      .map((step) => `${track.tenantId}/${step.id}`),
  );
  return new Set(keys);
}

/** Dates counted in days move exactly as far as the session; months may clamp. */
function countsInDays(key: string): boolean {
  const [tenantId = '', stepId] = key.split('/');
  const level = tenantId.endsWith('city') ? 'city' : 'county';
  const step = steps.find((candidate) => candidate.id === stepId && ['both', level].includes(candidate.level));
  return step?.due?.kind === 'days-before' || step?.due?.kind === 'days-after' || step?.due?.kind === 'on';
}

const identity = ({ tenantId, stepId }: { tenantId: string; stepId: string }) => `${tenantId}/${stepId}`;

describe('a schedule', () => {
  test('moves every date that depends on the city session when it moves, and nothing else', () => {
    fc.assert(
      fc.property(movingLinkage, ({ before, after, days }) => {
        const dependent = dependentKeys(before);
        const changes = changeSetOf(schedule(before), schedule(after));
        for (const change of changes) expect(dependent).toContain(identity(change));
        const moved = new Map(changes.map((change) => [identity(change), change.movedBy]));
        const asked = [...dependent].filter(countsInDays);
        expect(asked.map((key) => [key, moved.get(key) ?? 0])).toEqual(asked.map((key) => [key, days]));
      }),
      some,
    );
  });

  test('counts months as Temporal does', () => {
    fc.assert(
      fc.property(session, (held) => {
        const scheduled = schedule(withTrack(buildCase(), 'city', { session: held }));
        const due = (stepId: string) => scheduled.find((entry) => identity(entry) === `city/${stepId}`)?.due;
        const opens = Temporal.PlainDate.from(held.opens);
        const closes = Temporal.PlainDate.from(held.closes);
        expect(due('approve-implementation-plan')).toBe(opens.subtract({ months: 2 }).toString());
        expect(due('receive-handling-report')).toBe(closes.add({ months: 3 }).toString());
      }),
      some,
    );
  });

  test('is the same every time it is computed', () => {
    fc.assert(
      fc.property(linkage, (view) => {
        expect(schedule(view, defaultSettings)).toEqual(schedule(structuredClone(view), defaultSettings));
      }),
      some,
    );
  });

  test('does not depend on the order of the tracks', () => {
    const shuffled = linkage.chain((view) =>
      fc
        .shuffledSubarray([...view.tracks], { minLength: view.tracks.length })
        .map((tracks) => [view, { ...view, tracks }]),
    );
    const dates = (view: CaseView) =>
      new Map(schedule(view).map((entry) => [`${entry.tenantId}/${entry.key}`, `${entry.opens} ${entry.due}`]));
    fc.assert(
      fc.property(shuffled, ([view, other]) => {
        if (view === undefined || other === undefined) return;
        expect(dates(other)).toEqual(dates(view));
      }),
      some,
    );
  });

  test('never leaves a forward term on a rest day of a loaded year, and never shortens it', () => {
    fc.assert(
      fc.property(linkage, (view) => {
        const plain = new Map(schedule(view).map((entry) => [identity(entry), entry.due]));
        for (const entry of schedule(view, defaultSettings)) {
          const rule = steps.find((step) => step.id === entry.stepId)?.due;
          const forward = rule?.kind === 'months-after' || rule?.kind === 'days-after';
          const unshifted = plain.get(identity(entry));
          if (!forward) expect(entry.due).toBe(unshifted);
          else if (entry.due !== undefined && entry.explanation?.warning === undefined) {
            expect(isRestDay(officialCalendar, entry.due)).not.toBe(true);
            expect(entry.due >= (unshifted ?? '')).toBe(true);
          }
        }
      }),
      some,
    );
  });

  test('explains every date it gives, and says of every other why it has none', () => {
    fc.assert(
      fc.property(linkage, (view) => {
        for (const entry of schedule(view)) {
          const rule = steps.find((step) => step.id === entry.stepId)?.due;
          expect(entry.explanation !== undefined).toBe(entry.due !== undefined);
          if (entry.due !== undefined) expect(entry.explanation?.arithmetic).toContain(entry.due);
          if (rule !== undefined) expect(entry.undatedBecause !== undefined).toBe(entry.due === undefined);
        }
      }),
      some,
    );
  });
});
