import { type CaseView, type Track, trackOf } from '../../domain/procedure/case.ts';
import { type Obligation, obligationStateNames } from '../../domain/procedure/worklist.ts';
import { obligationTones } from '../lib/words.ts';
import type { Tone } from '../ui/state-tag.tsx';
import { mostPressing } from './board-stages.ts';

/** Where one body is in a case: the most pressing of what is open, and when. */
export type Standing = { tone: Tone; text: string; step?: string; date?: string };

/** Bodies that are in the same place. */
export type StandingGroup = { key: string; standing: Standing; tracks: readonly Track[] };

/** What a case is to its bodies: who is in it and what each of them owes. */
export type Shown = { view: CaseView; obligations: readonly Obligation[] };

/** Undefined for a body that has no part in the case. */
export function standingOf({ view, obligations }: Shown, tenantId: string): Standing | undefined {
  const track = trackOf(view, tenantId);
  if (track === undefined) return undefined;
  if (view.state === 'withdrawn') return { tone: 'off', text: '已撤销' };
  if (track.closedOn !== undefined) return { tone: 'done', text: '已办结', date: track.closedOn };
  const first = mostPressing(obligations.filter((owed) => owed.tenantId === tenantId && owed.force !== 'may'));
  if (first === undefined) return { tone: 'done', text: '已完成' };
  return {
    tone: obligationTones[first.state],
    text: obligationStateNames[first.state],
    step: first.title,
    ...(first.due === undefined ? {} : { date: first.due }),
  };
}

const byUrgency: readonly Tone[] = ['overdue', 'soon', 'ready', 'waiting', 'done', 'off'];

/** The bodies put together that stand in the same place, the most urgent place first; within one they keep their order. */
export function groupsOf(shown: Shown, tracks: readonly Track[]): readonly StandingGroup[] {
  const groups = new Map<string, { key: string; standing: Standing; tracks: Track[] }>();
  for (const track of tracks) {
    const standing = standingOf(shown, track.tenantId);
    if (standing === undefined) continue;
    const key = [standing.text, standing.step, standing.date].join('/');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, standing, tracks: [track] });
    else group.tracks.push(track);
  }
  return [...groups.values()].toSorted(
    ({ standing: one }, { standing: other }) =>
      byUrgency.indexOf(one.tone) - byUrgency.indexOf(other.tone) || (one.date ?? '9').localeCompare(other.date ?? '9'),
  );
}
