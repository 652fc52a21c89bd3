import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import './way-list.css';

/** One stage of a way: behind, broken off, or still to come. */
export type WayStage = { key: string; state: 'reached' | 'ended' | 'ahead'; text: ReactNode };

const marks = { reached: 'done', ended: 'off', ahead: 'waiting' } as const;

/** How far something has come, stage by stage, in words and marks. */
export function WayList({ label, stages }: { label: string; stages: readonly WayStage[] }) {
  return (
    <ol className="course" aria-label={label}>
      {stages.map(({ key, state, text }) => (
        <li key={key} className={`course-${state}`}>
          <Icon name={marks[state]} />
          <span>
            {text}
            {state === 'ahead' ? <small>（尚未进行）</small> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
