import { doneOf, type Track } from './case.ts';
import type { Prerequisite } from './step.ts';

/**
 * The part of an organ in a topic (decision 7). 报告机关 reports to the session that deliberates (监督法 §16, the first that a body
 * names); 协办机关 is named beside it; 办理机关 has a demand of the deliberation opinion to meet and reports on it (S4.3).
 */
export const organParts = ['reporting', 'assisting', 'handling'] as const;
export type OrganPart = (typeof organParts)[number];

export const organPartNames = { reporting: '报告机关', assisting: '协办机关', handling: '办理机关' } satisfies Record<
  OrganPart,
  string
>;

const marks = {
  reporting: 'reporting-organ',
  assisting: 'assisting-organ',
  handling: 'handling-organ',
} satisfies Record<OrganPart, string>;

/** The key in `Track.done`, per round, that says an organ is asked to answer and report in that round (S4.3, S4.5). */
export const askedMark = 'asked-organ';

/** The step exists in the rounds in which the organ has a demand left to meet. */
export const ofAskedOrgan: Prerequisite = { step: askedMark, of: 'own' };

/** The key in `Track.done` that says since when, and by which act of its body, an organ has that part. */
export function markOfPart(part: OrganPart): string {
  return marks[part];
}

export function hasPart(track: Track, part: OrganPart): boolean {
  return doneOf(marks[part], track) !== undefined;
}

/** What an organ is in the topic; none of the three if it only exchanges letters with its body. */
export function organPartsOf(track: Track): readonly OrganPart[] {
  return organParts.filter((part) => hasPart(track, part));
}

/** The step exists on the tracks of organs with that part alone. */
export function ofOrgan(part: OrganPart): Prerequisite {
  return { step: marks[part], of: 'own' };
}
