import type { ReactNode } from 'react';
import { useIsPhone } from './use-is-phone.ts';

export type Column<Row> = {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  /** Named the heading of its row and, on a phone, of its card. */
  isHeading?: boolean;
  /** At least so wide; the rest of the row shares what is left. */
  width?: string;
  /** The orders of the list that its heading switches between. */
  sorts?: { ascending?: string; descending?: string };
};

/** The order that a list stands in, and how to ask for another. */
export type Sorting = { value: string; onChange: (value: string) => void };

/** Rows as a table at a desk and as cards on a phone, in one order; a narrow table stays one. */
export function DataTable<Row>(props: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sorting?: Sorting;
  /** Few and short columns, which a phone has room for. */
  isNarrow?: boolean;
}) {
  const isPhone = useIsPhone();
  return isPhone && props.isNarrow !== true ? <Cards {...props} /> : <Table {...props} />;
}

type Props<Row> = Parameters<typeof DataTable<Row>>[0];

function Table<Row>({ caption, columns, rows, rowKey, sorting }: Props<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={caption}>
      <table className="data-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.key} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.isHeading === true ? (
                  <th key={column.key} scope="row">
                    {column.render(row)}
                  </th>
                ) : (
                  <td key={column.key}>{column.render(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Heading<Row>({ column, sorting }: { column: Column<Row>; sorting: Sorting | undefined }) {
  const style = column.width === undefined ? {} : { minWidth: column.width };
  const { ascending, descending } = column.sorts ?? {};
  const next = sorting?.value === ascending ? (descending ?? ascending) : (ascending ?? descending);
  if (sorting === undefined || next === undefined) {
    return (
      <th scope="col" style={style}>
        {column.title}
      </th>
    );
  }
  const order = orderOf(column, sorting.value);
  return (
    <th scope="col" style={style} aria-sort={order ?? 'none'}>
      <button type="button" className="sort-button" onClick={() => sorting.onChange(next)}>
        {column.title}
        <span className="sort-mark" aria-hidden="true">
          {order === undefined ? '↕' : sortMarks[order]}
        </span>
      </button>
    </th>
  );
}

const sortMarks = { ascending: '↑', descending: '↓' } as const;

function orderOf<Row>({ sorts }: Column<Row>, value: string): 'ascending' | 'descending' | undefined {
  if (sorts?.ascending === value) return 'ascending';
  return sorts?.descending === value ? 'descending' : undefined;
}

function Cards<Row>({ caption, columns, rows, rowKey }: Props<Row>) {
  return (
    <ul className="cards" aria-label={caption}>
      {rows.map((row) => (
        <li key={rowKey(row)} className="card">
          {columns
            .filter((column) => column.isHeading === true)
            .map((column) => (
              <div key={column.key} className="card-heading">
                {column.render(row)}
              </div>
            ))}
          <dl className="facts">
            {columns
              .filter((column) => column.isHeading !== true)
              .map((column) => (
                <div key={column.key}>
                  <dt>{column.title}</dt>
                  <dd>{column.render(row)}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
