import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import './spread-table.css';

/** One list as it spreads over the rows: a count for each, and what there is to say of it. */
export type Spread = { name: string; counts: readonly number[]; remark: string | undefined };

/** How lists spread over a few kinds: counts with bars, and below them what is to be said of each list. */
export function SpreadTable(props: {
  title: string;
  basis: ReactNode;
  rowTitle: string;
  rows: readonly string[];
  lists: readonly Spread[];
}) {
  const { title, basis, rowTitle, rows, lists } = props;
  return (
    <section className="spread-table" aria-label={title}>
      <table>
        <caption>
          {title} {basis}
        </caption>
        <thead>
          <tr>
            <th scope="col">{rowTitle}</th>
            {lists.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {lists.map(({ name, counts }) => (
                <td key={name}>
                  <Bar count={counts[index] ?? 0} most={Math.max(1, ...counts)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {lists.map(({ name, remark }) =>
        remark === undefined ? null : (
          <p key={name} className="spread-gap">
            <Icon name="info" size={14} />
            {remark}
          </p>
        ),
      )}
    </section>
  );
}

function Bar({ count, most }: { count: number; most: number }) {
  return (
    <span className="spread-bar">
      <span className="spread-count">{count}</span>
      <span className="spread-track" aria-hidden="true">
        <span style={{ width: `${(100 * count) / most}%` }} />
      </span>
    </span>
  );
}
