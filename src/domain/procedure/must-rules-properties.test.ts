import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { finish } from '../../../test/build/diligence.ts';
import { handlingRules } from '../../../test/build/handling-rules.ts';
import { deliberationRules, takenOf, topicAndResearchRules } from '../../../test/build/must-rules.ts';
import type { Entry, Play } from '../../../test/build/play.ts';
import { walkOf } from '../../../test/build/walk.ts';
import { patience, runs, walks } from '../../../test/build/walk-arbitraries.ts';
import { complianceOf } from './compliance.ts';
import { steps } from './procedure.ts';
import { scheduleOf } from './schedule.ts';

const rules = Object.entries({ ...topicAndResearchRules, ...deliberationRules, ...handlingRules });

/** The rules that an act which was taken does not keep, with the act. */
function brokenBy(entry: Entry): string[] {
  const taken = takenOf(entry);
  if (taken === undefined) return [];
  const { step } = entry;
  return rules
    .filter(([, { kinds, keeps }]) => (kinds === 'all' || kinds.includes(step.kind)) && !keeps(taken))
    .map(([name]) => `${name}: ${step.on} ${step.tenantId} ${step.kind} ${JSON.stringify(step.payload)}`);
}

/** Steps that the procedure report (程序对照表) of a play calls broken on its last day, by clause. */
function brokenInReport({ world, today }: Play): string[] {
  return [...world.cases.values()].flatMap((view) =>
    complianceOf(view, steps, scheduleOf(view, steps, world.calendar, world.settings), today).flatMap(
      ({ clause, tracks }) =>
        tracks.flatMap(({ tenantId, steps: judged }) =>
          judged
            .filter(({ state }) => state === 'broken')
            .map(({ key, why }) => `${clause.id} ${view.kind} ${tenantId} ${key}: ${why}`),
        ),
    ),
  );
}

vi.setConfig({ testTimeout: patience });

describe('S1.1–S5.6: no sequence of allowed acts', () => {
  test('breaks a must rule, whatever is filled in and whatever reason is given', () => {
    fc.assert(
      fc.property(walks(240), ({ beginning, seeds }) => {
        const { play, wronglyTaken } = walkOf(beginning, seeds);
        expect(wronglyTaken).toEqual([]);
        expect(play.log.flatMap(brokenBy)).toEqual([]);
      }),
      runs(24),
    );
  });

  test('ends in a report that calls something broken, once everybody has finished', () => {
    fc.assert(
      fc.property(walks(200), ({ beginning, seeds }) => {
        const { play } = finish(walkOf(beginning, seeds).play, 1500);
        expect(brokenInReport(play)).toEqual([]);
        expect(play.log.flatMap(brokenBy)).toEqual([]);
      }),
      runs(14),
    );
  });
});
