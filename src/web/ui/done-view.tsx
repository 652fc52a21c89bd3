import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import './done-view.css';

/** Something is done, or entered and waits for somebody else; below it where to go from here. */
export function DoneView(props: {
  state: 'done' | 'waiting';
  title: string;
  text?: string;
  actions: ReactNode;
  children?: ReactNode;
}) {
  const { state, title, text, actions, children } = props;
  return (
    <div className={`done-view is-${state}`} role="status">
      <span className="done-mark">
        <Icon name={state === 'done' ? 'seal' : 'waiting'} size={56} />
      </span>
      <h2>{title}</h2>
      {text === undefined ? null : <p>{text}</p>}
      <div className="done-actions">{actions}</div>
      {children}
    </div>
  );
}
