import type { Track } from '../../domain/procedure/case.ts';
import { organPartNames, organPartsOf } from '../../domain/procedure/organ-part.ts';

/** What an organ is in the topic, beside its name: an assisting one owes no report of its own. Nothing for a body. */
export function OrganParts({ track }: { track: Track }) {
  const parts = organPartsOf(track);
  if (parts.length === 0) return null;
  return <span className="board-round">{parts.map((part) => organPartNames[part]).join('、')}</span>;
}
