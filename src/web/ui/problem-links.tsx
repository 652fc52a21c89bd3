import { Link } from 'react-router';
import './problem-links.css';

/** The way back from a page to the lines that it speaks of; nothing where there is none. */
export function ProblemLinks({ links }: { links: readonly { to: string; name: string }[] }) {
  if (links.length === 0) return null;
  return (
    <div className="problem-links">
      <span className="quiet">问题清单中的对应问题：</span>
      <ul aria-label="问题清单中的对应问题">
        {links.map(({ to, name }) => (
          <li key={to}>
            <Link to={to}>{name}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
