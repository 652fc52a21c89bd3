import { Checkbox } from 'antd';
import { topicDomainNames } from '../../domain/topic/topic.ts';
import type { Address } from '../lib/address.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { authorNames, type SuggestionRow } from './suggestion-rows.ts';

/** What is chosen and how to choose; undefined for whoever only reads. */
export type Choosing =
  | { chosen: ReadonlySet<string>; toggle: (ids: readonly string[], on: boolean) => void }
  | undefined;

/** Suggestions as a table, as cards on a phone; `address`: the headings sort. */
export function SuggestionRows(props: {
  caption: string;
  rows: readonly SuggestionRow[];
  choosing: Choosing;
  address?: Address;
}) {
  const { caption, rows, choosing, address } = props;
  const sorting =
    address === undefined
      ? {}
      : { sorting: { value: address.value('sort') ?? '', onChange: (sort: string) => address.change({ sort }) } };
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[titleColumn(choosing), ...columns]}
      {...sorting}
    />
  );
}

function titleColumn(choosing: Choosing): Column<SuggestionRow> {
  return {
    key: 'title',
    title: '建议',
    isHeading: true,
    sorts: { ascending: 'title' },
    render: (row) =>
      choosing === undefined ? (
        row.title
      ) : (
        <Checkbox
          checked={choosing.chosen.has(row.id)}
          disabled={row.candidate !== undefined}
          onChange={(event) => choosing.toggle([row.id], event.target.checked)}
        >
          {row.title}
        </Checkbox>
      ),
  };
}

const columns: readonly Column<SuggestionRow>[] = [
  {
    key: 'author',
    title: '建议人',
    sorts: { ascending: 'author' },
    render: (row) => `${row.author.name}（${authorNames[row.author.kind]}）`,
  },
  { key: 'domain', title: '领域', sorts: { ascending: 'domain' }, render: (row) => topicDomainNames[row.domain] },
  { key: 'candidate', title: '候选议题', render: (row) => row.candidate?.title ?? '—' },
  { key: 'planned', title: '计划建议方案', render: (row) => row.planned ?? '—' },
];
