import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { Link } from 'react-router';
import type { ResponseOf } from '../../contract/route.ts';
import { exportSearch, search } from '../../contract/search.ts';
import { searchKindNames, searchKinds } from '../../domain/search/search-kinds.ts';
import { paths } from '../app/paths.ts';
import { type Address, oneOf, useAddress } from '../lib/address.ts';
import { useCases } from '../lib/cases.ts';
import { type CallInput, call, download } from '../lib/client.ts';
import { dateText } from '../lib/formats.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { ChooseField, FindField } from '../ui/list-filters.tsx';
import { ListPages } from '../ui/list-pages.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import './search.css';

type Found = ResponseOf<typeof search>;
type Excerpt = Found['entries'][number]['excerpt'];

/** Search over everything one may read: what the own unit recorded and signed for, and the names of cases. */
export function SearchPage() {
  const address = useAddress();
  const text = address.value('text') ?? '';
  const kind = oneOf(searchKinds, address.value('kind'));
  const year = Number(address.value('year') ?? '') || undefined;
  const query = { text, kind, year, page: address.page };
  const found = useQuery({
    queryKey: ['search', query],
    queryFn: () => call(search, { query }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader title="搜索" lead="在本单位办理和签收的内容、可以查看的事项中搜索。" />
      <SearchBar address={address} />
      {text === '' ? (
        <EmptyView text="输入要找的词" hint="几个词用空格分开；标题含有的在前，新的在前。" />
      ) : (
        <QueryView
          query={found}
          isEmpty={(data) => data.total === 0 && data.cases.length === 0}
          empty={<EmptyView text={`没有找到“${text}”`} hint="可以换一个词，或者放宽种类和年度。" />}
        >
          {(data) => <Results found={data} asked={{ text, content: kind, year }} address={address} />}
        </QueryView>
      )}
    </>
  );
}

function SearchBar({ address }: { address: Address }) {
  const cases = useCases({});
  const years = [...new Set((cases.data ?? []).map((view) => view.year))].toSorted((one, other) => other - one);
  return (
    <search className="list-bar" aria-label="搜索条件">
      <FindField address={address} title="要找的词" autoFocus />
      <Select
        aria-label="种类"
        placeholder="种类"
        allowClear
        options={searchKinds.map((kind) => ({ value: kind, label: searchKindNames[kind] }))}
        value={oneOf(searchKinds, address.value('kind')) ?? null}
        onChange={(kind: string | null | undefined) => address.change({ kind: kind ?? undefined })}
      />
      <ChooseField
        address={address}
        name="year"
        title="年度"
        choices={years.map((year) => ({ value: `${year}`, label: `${year}年` }))}
      />
    </search>
  );
}

type Asked = Pick<NonNullable<CallInput<typeof exportSearch>['query']>, 'text' | 'content' | 'year'>;

function Results({ found, asked, address }: { found: Found; asked: Asked; address: Address }) {
  return (
    <>
      {found.cases.length === 0 ? null : (
        <>
          <h2>事项</h2>
          <ul className="found-cases">
            {found.cases.map((one) => (
              <li key={one.id}>
                <Link to={paths.caseOf(one.id)}>
                  <Marked parts={one.name} />
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="list-count">
        <p role="status">{`本单位的内容${found.total}条`}</p>
        {found.total === 0 ? null : <ExportButton ask={() => download(exportSearch, { query: asked })} />}
      </div>
      <ol className="found">
        {found.entries.map((entry) => (
          <li key={entry.actSeq}>
            <Link to={paths.caseTab(entry.caseId, 'history')} className="found-heading">
              <Marked parts={entry.heading} />
            </Link>
            <p>
              <Marked parts={entry.excerpt} />
            </p>
            <p className="found-where">{`${entry.actTitle}，${dateText(entry.on)}，${entry.caseName}`}</p>
          </li>
        ))}
      </ol>
      <ListPages page={address.page} pageSize={found.pageSize} total={found.total} onTurn={address.turnTo} />
    </>
  );
}

function Marked({ parts }: { parts: Excerpt }) {
  let at = 0;
  return parts.map(({ text, isHit }) => {
    at += text.length;
    return isHit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>;
  });
}
