import type { Clash } from '../../../domain/topic/plan-clashes.ts';
import { withDateWords } from '../../lib/formats.ts';
import { clauseWords } from '../../lib/words.ts';
import { ClauseTag } from '../../ui/clause-tag.tsx';
import './plan.css';

/** What does not go together in a plan, each with the clause that asks; said aloud where it changes as one types. */
export function ClashList({ clashes, isLive = false }: { clashes: readonly Clash[]; isLive?: boolean }) {
  return (
    <ul className="plan-clashes" aria-live={isLive ? 'polite' : undefined}>
      {clashes.map(({ clause, text }) => (
        <li key={text}>
          <ClauseTag id={clause} text={clauseWords(clause)} />
          <span>{withDateWords(text)}</span>
        </li>
      ))}
    </ul>
  );
}
