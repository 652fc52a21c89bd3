import type { Facts } from '../procedure/act.ts';
import { doneOf } from '../procedure/case.ts';
import { steps } from '../procedure/procedure.ts';
import { scheduleTrack } from '../procedure/schedule.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Refused in words of their own before a track is closed: the assessment, the verdicts, and the closing itself. */
const namedElsewhere: readonly string[] = ['close-track', 'assess-handling', 'give-verdicts'];

/** What the opinion asks for and was not done is named before a track is closed: afterwards nothing of it can be made good (S4.4). */
export function checkDutiesDone(facts: Facts): readonly Refusal[] {
  const { view, own } = facts;
  const open = scheduleTrack(view, own, steps, facts).filter(
    ({ stepId, force }) => force === 'must' && !namedElsewhere.includes(stepId) && doneOf(stepId, own) === undefined,
  );
  if (open.length === 0) return [];
  const names = open.map(({ title, clause }) => `“${title}”（${clause}）`).join('、');
  return [refuse('close/duty-open', 'S4.4', `${own.shortName}尚未完成${names}，不能办结。`)];
}
