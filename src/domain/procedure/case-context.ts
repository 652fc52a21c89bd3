import type { LegalCalendar } from '../calendar/legal-days.ts';
import { type CaseView, cityTrackOf, countyTracksOf, doneOf, type Track } from './case.ts';
import type { Settings } from './settings.ts';
import type { Prerequisite, Step } from './step.ts';

/** What a schedule depends on besides the case: official days and the customer's decisions. */
export type ScheduleRules = { calendar: LegalCalendar; settings: Settings };

/** A case with its tracks at hand, so that each step costs look-ups and no searches. */
export type CaseContext = {
  view: CaseView;
  city: Track | undefined;
  counties: readonly Track[];
  byTenant: ReadonlyMap<string, Track>;
};

export function contextOf(view: CaseView): CaseContext {
  return {
    view,
    city: cityTrackOf(view),
    counties: countyTracksOf(view),
    byTenant: new Map(view.tracks.map((track) => [track.tenantId, track])),
  };
}

/** The standing committee's own track: that of the track itself, or of the body that supervises the organ. */
export function bodyTrackOf(track: Track, context: CaseContext): Track | undefined {
  return track.kind === 'body' ? track : context.byTenant.get(track.bodyId);
}

/** Whose doing a prerequisite waits for, seen from a track. */
export function tracksNamedBy(prerequisite: Prerequisite, track: Track, context: CaseContext): readonly Track[] {
  switch (prerequisite.of) {
    case 'own':
      return [track];
    case 'city':
      return context.city === undefined ? [] : [context.city];
    case 'every-county':
      return context.counties;
    case 'own-body': {
      const body = bodyTrackOf(track, context);
      return body === undefined ? [] : [body];
    }
  }
}

/** Which tracks a step is declared for; whether it is owed there is `appliesTo`. */
export function isDeclaredFor(step: Step, caseKind: CaseView['kind'], track: Track): boolean {
  return step.case === caseKind && step.tenant === track.kind && (step.level === 'both' || step.level === track.level);
}

/** Does the track have the step now? Conditional steps exist once what they answer has been done. */
export function appliesTo(step: Step, track: Track, context: CaseContext): boolean {
  if (!isDeclaredFor(step, context.view.kind, track)) return false;
  const condition = step.onlyIf;
  if (condition === undefined) return true;
  if (condition.of === 'some-body') {
    return context.view.tracks.some((other) => other.kind === 'body' && doneOf(condition.step, other) !== undefined);
  }
  const named = tracksNamedBy(condition, track, context);
  return named.length > 0 && named.every((other) => doneOf(condition.step, other) !== undefined);
}
