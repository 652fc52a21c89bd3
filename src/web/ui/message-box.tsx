import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import './message-box.css';

const looks = {
  success: { tone: 'tone-done', icon: 'done' },
  info: { tone: 'tone-info', icon: 'info' },
  warning: { tone: 'tone-soon', icon: 'overdue' },
  error: { tone: 'tone-overdue', icon: 'overdue' },
} as const;

/** What a page says about itself, framed: what went wrong, what is to be known first, what is done. */
export function MessageBox(props: {
  type: keyof typeof looks;
  title: ReactNode;
  description?: ReactNode;
  action?: ReactNode;
  /** `status` for what changes while the page is open and need not interrupt. */
  role?: 'alert' | 'status';
}) {
  const { type, title, description, action, role = type === 'error' ? 'alert' : undefined } = props;
  const { tone, icon } = looks[type];
  return (
    <div className={`message-box ${tone}`} role={role}>
      <Icon name={icon} size={20} />
      <div className="message-box-words">
        <p className="message-box-title">{title}</p>
        {description === undefined ? null : <div>{description}</div>}
      </div>
      {action}
    </div>
  );
}
