import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Choices, choicesOf, plainChoices } from '../../../test/build/choices.ts';
import { diligentStep, finish, isFinished } from '../../../test/build/diligence.ts';
import { handlingRules } from '../../../test/build/handling-rules.ts';
import { deliberationRules, takenOf, topicAndResearchRules } from '../../../test/build/must-rules.ts';
import { type Entry, fillIn, newPlay, type Play, play } from '../../../test/build/play.ts';
import { spoiltVariants, walkOf } from '../../../test/build/walk.ts';
import { kindsAskedFor, patience, runs, walks } from '../../../test/build/walk-arbitraries.ts';
import { take } from '../../../test/build/world.ts';
import { acts } from '../acts.ts';
import { isBlocking } from '../refusal.ts';
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
        const { play: played, wronglyTaken } = walkOf(beginning, seeds);
        expect(wronglyTaken).toEqual([]);
        expect(played.log.flatMap(brokenBy)).toEqual([]);
      }),
      runs(24),
    );
  });

  test('ends in a report that calls something broken, once everybody has finished', () => {
    fc.assert(
      fc.property(walks(200), ({ beginning, seeds }) => {
        const { play: played } = finish(walkOf(beginning, seeds).play, 1500);
        expect(brokenInReport(played)).toEqual([]);
        expect(played.log.flatMap(brokenBy)).toEqual([]);
      }),
      runs(14),
    );
  });
});

/** Diligent acts, with choices, but for one kind that nobody takes, until nothing more can be done. */
function without(kind: string, choices: Choices): Play {
  let current = newPlay(1);
  for (let count = 0; count < 180; count += 1) {
    const next = isFinished(current) ? undefined : diligentStep(current, choices, [kind]);
    if (next === undefined) break;
    current = next;
  }
  return current;
}

describe('S3.7 no step skipped', () => {
  test.each(kindsAskedFor)('%s: where nobody does it, nothing is done that has to follow it', (kind) => {
    expect(without(kind, plainChoices).log.flatMap(brokenBy)).toEqual([]);
    for (const seed of [1, 2]) expect(without(kind, choicesOf(seed)).log.flatMap(brokenBy)).toEqual([]);
  });
});

/** Diligent acts, after which whoever acted now and then does one kind of act again that he has done before. */
function again(kind: string, choices: Choices): Play {
  let current = newPlay(1);
  for (let count = 0; count < 150; count += 1) {
    const next = isFinished(current) ? undefined : diligentStep(current, choices);
    if (next === undefined) break;
    current = next;
    const who = next.log.at(-1)?.step;
    const repeated = next.log.some(({ step }) => step.kind === kind && step.tenantId === who?.tenantId);
    const step = who !== undefined && repeated && choices.chance(40) ? fillIn(next, who, kind, choices) : undefined;
    const outcome = step === undefined ? undefined : play(next, step);
    if (outcome !== undefined && 'play' in outcome) current = outcome.play;
  }
  return current;
}

describe('S3.7 S2.2 S1.4 a new text is a new question', () => {
  const repeatable = acts.filter((act) => act.repeatable === true && act.tenant === 'body').map(({ kind }) => kind);

  test.each(repeatable.filter((kind) => kindsAskedFor.includes(kind)))(
    '%s: done again, it leaves nothing decided on the old',
    (kind) => {
      for (const seed of [1, 2]) expect(again(kind, choicesOf(seed)).log.flatMap(brokenBy)).toEqual([]);
    },
  );
});

describe('what is filled in wrongly', () => {
  test('is refused at every act of a year, whatever reason is given', () => {
    const { play: played } = finish(newPlay(2), 600);
    const taken = played.log.flatMap((entry) =>
      spoiltVariants(entry)
        .map((step) => ({ ...step, reason: '情况特殊' }))
        .filter((step) => take(entry.before, step).refusals.every((refusal) => !isBlocking(refusal))),
    );
    expect(taken.map(({ kind, payload, meeting }) => [kind, payload, meeting])).toEqual([]);
  });
});
