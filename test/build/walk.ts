import { acts, findAct } from '../../src/domain/acts.ts';
import { type CaseView, doneOf, trackOf } from '../../src/domain/procedure/case.ts';
import { checkReady, isReceipt } from '../../src/domain/procedure/check-act.ts';
import { stepsDoneBy } from '../../src/domain/procedure/procedure.ts';
import { isBlocking } from '../../src/domain/refusal.ts';
import { type Choices, choicesOf } from './choices.ts';
import { diligentStep, later } from './diligence.ts';
import { spoiledMeeting, spoilers } from './payloads/wrong-payloads.ts';
import { casesOf, type Entry, fillIn, type Play, play } from './play.ts';
import { factsIn, type Step } from './world.ts';

/**
 * What a walk came to: the play after it, and every act that should have been refused and was not. Some kinds of act are neglected: no
 * office does them on its own, as if a step could be skipped.
 */
export type Walk = { play: Play; neglected: readonly string[]; wronglyTaken: readonly Step[]; refused: number };

/**
 * One step of a walk: mostly what diligent offices do next, now and then time that passes, an act of chance among those that are
 * ready, or an act filled in wrongly, which has to be refused.
 */
export function walkOn(walk: Walk, seed: number): Walk {
  const choices = choicesOf(seed);
  const turn = choices.below(100);
  if (turn < 50) return { ...walk, play: diligentStep(walk.play, choices, walk.neglected) ?? walk.play };
  if (turn < 56) return { ...walk, play: later(walk.play, 1 + choices.below(choices.chance(15) ? 90 : 6)) };
  return takeByChance(walk, choices, turn >= 88);
}

function takeByChance(walk: Walk, choices: Choices, wrongly: boolean): Walk {
  const { play: current } = walk;
  const { world } = current;
  const { tenants } = world.organisation;
  // Bodies have ten times as much to do as organs.
  const tenant = choices.one(choices.chance(85) ? tenants.filter(({ kind }) => kind === 'body') : tenants);
  const view = choices.one(casesOf(world, tenant?.id ?? ''));
  if (tenant === undefined || view === undefined) return walk;
  const who = { tenantId: tenant.id, caseId: view.id };
  const ready = readyKinds(current, view, tenant.id);
  const furthers = (candidate: string) => isOpen(candidate, view, tenant.id);
  // Half of the time a step that is open, a quarter one that was done already, else anything.
  const mode = choices.one(['open', 'open', 'again', 'any'] as const);
  const wanted = ready.filter((candidate) => mode === 'any' || furthers(candidate) === (mode === 'open'));
  const kind = choices.one(wanted.length > 0 ? wanted : ready);
  const step = kind === undefined ? undefined : fillIn(current, who, kind, choices);
  if (step === undefined || (step.on > current.today && !choices.chance(10))) return walk;
  if (wrongly) return takeWrongly(walk, step, choices);
  const outcome = play(current, choices.chance(50) ? { ...step, reason: '情况特殊' } : step);
  return 'play' in outcome ? { ...walk, play: outcome.play } : { ...walk, refused: walk.refused + 1 };
}

function takeWrongly(walk: Walk, step: Step, choices: Choices): Walk {
  const spoiled = spoil(walk.play, step, choices);
  if (spoiled === undefined) return walk;
  // Not even with a reason.
  const outcome = play(walk.play, { ...spoiled, reason: '情况特殊' });
  if ('play' in outcome) return { ...walk, play: outcome.play, wronglyTaken: [...walk.wronglyTaken, spoiled] };
  return { ...walk, refused: walk.refused + 1 };
}

function spoil({ world }: Play, step: Step, choices: Choices): Step | undefined {
  if (step.meeting !== undefined && choices.chance(30)) return spoiledMeeting(step, choices.below(4));
  const view = world.cases.get(step.caseId);
  const own = view === undefined ? undefined : trackOf(view, step.tenantId);
  const definition = view === undefined || own === undefined ? undefined : findAct(view.kind, own.kind, step.kind);
  const spoiler = choices.one(spoilers[step.kind] ?? []);
  // What was filled in by this project's own makers is an object with named fields.
  const payload = spoiler?.(step.payload as Filled, factsIn(world, step, definition));
  return payload === undefined ? undefined : { ...step, payload };
}

/** Kinds of act that the product would offer a tenant in a case: nothing refuses them before the form is open. */
export function readyKinds({ world, today }: Play, view: CaseView, tenantId: string): readonly string[] {
  const own = trackOf(view, tenantId);
  if (own === undefined) return [];
  const declared = acts.filter((act) => act.case === view.kind && act.tenant === own.kind && !isReceipt(act));
  return declared
    .filter((act) => {
      const facts = factsIn(world, { tenantId, caseId: view.id, on: today, payload: undefined }, act);
      return !checkReady(act, facts).some(isBlocking);
    })
    .map(({ kind }) => kind);
}

/** Is a step that such an act does not done yet? */
function isOpen(kind: string, view: CaseView, tenantId: string): boolean {
  const own = trackOf(view, tenantId);
  const done = own === undefined ? [] : stepsDoneBy(kind, own.level, own.kind);
  return done.some((step) => step.case === view.kind && own !== undefined && doneOf(step.id, own) === undefined);
}

/** The ways in which an act that was taken could have been filled in wrongly; each of them breaks a must rule. */
export function spoiltVariants({ step, before }: Entry): readonly Step[] {
  const view = before.cases.get(step.caseId);
  const own = view === undefined ? undefined : trackOf(view, step.tenantId);
  const definition = view === undefined || own === undefined ? undefined : findAct(view.kind, own.kind, step.kind);
  const facts = factsIn(before, step, definition);
  // As above: what the makers filled in has named fields.
  const payloads = (spoilers[step.kind] ?? []).map((spoiler) => spoiler(step.payload as Filled, facts));
  const meetings = step.meeting === undefined ? [] : [0, 1, 2, 3].map((kind) => spoiledMeeting(step, kind));
  return [...payloads.flatMap((payload) => (payload === undefined ? [] : [{ ...step, payload }])), ...meetings];
}

type Filled = Readonly<Record<string, unknown>>;

/** Where a walk begins: a linkage, so many diligent acts on, with kinds of act that are neglected from there. */
export type Beginning = { from: Play; ahead: number; neglected: readonly string[] };

/** The walk that these seeds make from a beginning. */
export function walkOf({ from, ahead, neglected }: Beginning, seeds: readonly number[]): Walk {
  const play = Array.from({ length: ahead }).reduce<Play>((current) => diligentStep(current) ?? current, from);
  return seeds.reduce(walkOn, { play, neglected, wronglyTaken: [], refused: 0 });
}
