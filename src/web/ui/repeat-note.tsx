import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { StateTag, type Tone } from './state-tag.tsx';
import './repeat-note.css';

type Row = {
  key: string;
  tone: Tone;
  tag: string;
  to: string;
  text: string;
  told: string;
  /** What can be done about it. */
  deed?: ReactNode;
};

/** What something stood as before, each with the way there; beside a form in a tab of its own, so that what is typed stays. */
export function RepeatNote({
  label,
  rows,
  inNewTab = false,
}: {
  label: string;
  rows: readonly Row[];
  inNewTab?: boolean;
}) {
  if (rows.length === 0) return null;
  return (
    <ul className="repeat-note" aria-label={label}>
      {rows.map(({ key, tone, tag, to, text, told, deed }) => (
        <li key={key}>
          <StateTag tone={tone} text={tag} />{' '}
          <Link to={to} {...(inNewTab ? { target: '_blank', rel: 'noopener' } : {})}>
            {text}
            {inNewTab ? <span className="visually-hidden">（在新标签页打开）</span> : null}
          </Link>
          <span className="quiet">{told}</span> {deed}
        </li>
      ))}
    </ul>
  );
}
