import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import './message-box.css';

const icons: Readonly<Record<Kind, IconName>> = { success: 'done', info: 'info', warning: 'overdue', error: 'overdue' };

type Kind = 'success' | 'info' | 'warning' | 'error';

/** What a page says about itself, framed: what went wrong, what is to be known first, what is done. */
export function MessageBox(props: {
  type: Kind;
  title: ReactNode;
  description?: ReactNode;
  action?: ReactNode;
  /** `status` for what changes while the page is open and need not interrupt. */
  role?: 'alert' | 'status';
}) {
  const { type, title, description, action, role = type === 'error' ? 'alert' : undefined } = props;
  return (
    <div className={`message-box is-${type}`} role={role}>
      <Icon name={icons[type]} size={20} />
      <div className="message-box-words">
        <p className="message-box-title">{title}</p>
        {description === undefined ? null : <div>{description}</div>}
      </div>
      {action}
    </div>
  );
}
