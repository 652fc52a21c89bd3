import { Link } from 'react-router';
import './page-parts.css';

export type PagePart = { key: string; label: string; to: string };

/**
 * The parts of a page, one of which is shown. Each is an address, so each is a link: it opens in a new tab for whoever asks for one, and on a
 * phone they stand in rows, none folded away. The way back leaves the page, not the part.
 */
export function PageParts({ label, parts, current }: { label: string; parts: readonly PagePart[]; current: string }) {
  return (
    <nav className="page-parts" aria-label={label}>
      <ul>
        {parts.map(({ key, label: name, to }) => (
          <li key={key}>
            <Link to={to} replace preventScrollReset {...(key === current ? { 'aria-current': 'page' as const } : {})}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
