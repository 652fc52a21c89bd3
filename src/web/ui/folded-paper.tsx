import type { Paper } from '../lib/papers.ts';
import './folded-paper.css';
import { PaperView } from './paper-view.tsx';

/** A paper to be read where one is, folded until somebody opens it; whoever has to have read it is told so. */
export function FoldedPaper(props: { title: string; paper: Paper; onOpened?: () => void }) {
  const { title, paper, onOpened } = props;
  return (
    <details
      className="paper"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) onOpened?.();
      }}
    >
      <summary>{title}</summary>
      <div className="paper-inside">
        <PaperView paper={paper} />
      </div>
    </details>
  );
}
