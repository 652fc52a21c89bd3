import type { ReactNode } from 'react';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

/** Weeks from Monday to Sunday, a row each; `cell` draws the cell of each day with its key. */
export function WeekTable(props: {
  caption: ReactNode;
  className: string;
  weeks: readonly (readonly string[])[];
  cell: (day: string) => ReactNode;
}) {
  const { caption, className, weeks, cell } = props;
  return (
    <table className={className}>
      {caption}
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days) => (
          <tr key={days[0]}>{days.map(cell)}</tr>
        ))}
      </tbody>
    </table>
  );
}
