import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';

export type Crumb = { title: string; to: string };

/** Title of a page, with the way back above it and its actions beside it. Also names the browser's tab. */
export function PageHeader(props: { title: string; crumbs?: readonly Crumb[]; lead?: ReactNode; actions?: ReactNode }) {
  const { title, crumbs = [], lead, actions } = props;
  useEffect(() => {
    document.title = `${title} · 联督`;
  }, [title]);
  return (
    <header className="page-header">
      {crumbs.length === 0 ? null : (
        <nav aria-label="位置" className="crumbs">
          {crumbs.map((crumb) => (
            <span key={crumb.to}>
              <Link to={crumb.to}>{crumb.title}</Link>
              <span aria-hidden="true"> / </span>
            </span>
          ))}
        </nav>
      )}
      <div className="page-header-row">
        <h1>{title}</h1>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </div>
      {lead === undefined ? null : <div className="page-lead">{lead}</div>}
    </header>
  );
}
