import { Checkbox } from 'antd';
import { suggestionAuthorNames, suggestionStandingNames } from '../../domain/topic/suggestion-rows.ts';
import { topicDomainNames } from '../../domain/topic/topic.ts';
import type { Address } from '../lib/address.ts';
import { dateText } from '../lib/formats.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import type { SuggestionRow } from './suggestion-rows.ts';

/** What is chosen and how to choose; undefined for whoever only reads. */
export type Choosing =
  | { chosen: ReadonlySet<string>; toggle: (ids: readonly string[], on: boolean) => void }
  | undefined;

/** Suggestions as a table, as cards on a phone; `isSorted`: the headings sort. Each opens its full text. */
export function SuggestionRows(props: {
  caption: string;
  rows: readonly SuggestionRow[];
  choosing: Choosing;
  address: Address;
  isSorted: boolean;
}) {
  const { caption, rows, choosing, address, isSorted } = props;
  const sorting = isSorted
    ? { sorting: { value: address.value('sort') ?? '', onChange: (sort: string) => address.change({ sort }) } }
    : {};
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[titleColumn(choosing, address), ...columns]}
      {...sorting}
    />
  );
}

function titleColumn(choosing: Choosing, address: Address): Column<SuggestionRow> {
  return {
    key: 'title',
    title: '建议',
    isHeading: true,
    sorts: { ascending: 'title' },
    render: (row) => (
      <span className="suggestion-title">
        {choosing === undefined ? null : (
          <Checkbox
            aria-label={`选中“${row.title}”`}
            checked={choosing.chosen.has(row.id)}
            disabled={row.candidate !== undefined}
            onChange={(event) => choosing.toggle([row.id], event.target.checked)}
          />
        )}
        <button type="button" className="link-button" onClick={() => address.goTo({ open: row.id })}>
          {row.title}
        </button>
      </span>
    ),
  };
}

const tones = { free: 'waiting', merged: 'info', listed: 'info', planned: 'ready', settled: 'done' } as const;

const columns: readonly Column<SuggestionRow>[] = [
  {
    key: 'author',
    title: '建议人',
    sorts: { ascending: 'author' },
    render: (row) => `${row.author.name}（${suggestionAuthorNames[row.author.kind]}）`,
  },
  { key: 'place', title: '地区', sorts: { ascending: 'place' }, render: (row) => row.place || '全市' },
  { key: 'domain', title: '领域', sorts: { ascending: 'domain' }, render: (row) => topicDomainNames[row.domain] },
  {
    key: 'on',
    title: '提出日期',
    sorts: { ascending: 'oldest', descending: 'newest' },
    render: (row) => (row.on === undefined ? '—' : dateText(row.on)),
  },
  {
    key: 'standing',
    title: '办理情况',
    sorts: { ascending: 'standing' },
    render: (row) => (
      <>
        <StateTag tone={tones[row.standing]} text={suggestionStandingNames[row.standing]} />
        {row.candidate === undefined ? null : <span className="suggestion-into">{row.candidate.title}</span>}
      </>
    ),
  },
];
