import { type ReactNode, useState } from 'react';
import type { Paper } from '../lib/papers.ts';
import './folded-paper.css';
import { PaperView } from './paper-view.tsx';

type FoldedProps = { title: ReactNode; onOpened?: (() => void) | undefined; children: ReactNode };

/** What is read where one is, folded until somebody opens it: nothing of it is drawn or loaded before. Whoever has to have read it is told so. */
export function Folded({ title, onOpened, children }: FoldedProps) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details
      className="paper"
      onToggle={({ currentTarget }) => {
        if (!currentTarget.open) return;
        setOpened(true);
        onOpened?.();
      }}
    >
      <summary>{title}</summary>
      {wasOpened ? <div className="paper-inside">{children}</div> : null}
    </details>
  );
}

/** An official paper, folded. */
export function FoldedPaper(props: { title: string; paper: Paper; onOpened?: () => void }) {
  const { title, paper, onOpened } = props;
  return (
    <Folded title={title} onOpened={onOpened}>
      <PaperView paper={paper} />
    </Folded>
  );
}
