import { Segmented } from 'antd';
import { Link } from 'react-router';
import { rowsOnPage } from '../../contract/list-rows.ts';
import {
  exportTopics,
  type TopicFilter,
  topicDomainName,
  topicStandings,
  topicsShown,
} from '../../contract/topic-list.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { topicStandingOf, topicStandingText } from '../../domain/topic/standing.ts';
import { topicDomainNames, topicDomains } from '../../domain/topic/topic.ts';
import { paths } from '../app/paths.ts';
import { type Address, oneOf, useAddress } from '../lib/address.ts';
import { download } from '../lib/client.ts';
import { dateText } from '../lib/formats.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { ChooseField, choicesOf, FilterBar, FindField } from '../ui/list-filters.tsx';
import { ListPages } from '../ui/list-pages.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView } from '../ui/states.tsx';

const pageSize = 50;
const standingNames = { 'in-work': '办理中', closed: '已办结', withdrawn: '已撤销' } as const;
const standingTones = { withdrawn: 'off', closed: 'done', 'in-work': 'ready' } as const;
const orderNames = {
  name: '按议题',
  domain: '按领域',
  lead: '按牵头委室',
  soonest: '审议从早到晚',
  latest: '审议从晚到早',
};

/** Topics of one year, the latest unless the address names another, or of all; found, narrowed and sorted as the address says. */
export function TopicList({ topics }: { topics: readonly CaseView[] }) {
  const address = useAddress();
  const years = [...new Set(topics.map((topic) => topic.year))].toSorted((one, other) => other - one);
  const year = yearIn(address, years);
  const filter = filterIn(address, year);
  const shown = topicsShown(topics, filter);
  return (
    <>
      {years.length < 2 ? null : (
        <Segmented
          className="year-choice"
          aria-label="年度"
          value={year ?? 'all'}
          onChange={(value) => address.change({ year: value === years[0] ? undefined : String(value) })}
          options={[
            ...years.map((value) => ({ value, label: `${value}年` })),
            { value: 'all' as const, label: '各年度' },
          ]}
        />
      )}
      <FilterBar
        address={address}
        label="筛选议题"
        names={['text', 'domain', 'state']}
        orders={{ asGiven: '按确定的顺序', others: choicesOf(orderNames) }}
      >
        <FindField address={address} title="议题或牵头委室" />
        <ChooseField address={address} name="domain" title="领域" choices={choicesOf(topicDomainNames)} />
        <ChooseField address={address} name="state" title="状态" choices={choicesOf(standingNames)} />
      </FilterBar>
      <div className="list-count">
        <p role="status">{`共${shown.length}项`}</p>
        <ExportButton ask={() => download(exportTopics, { query: filter })} />
      </div>
      {shown.length === 0 ? (
        <EmptyView text="没有符合条件的议题" hint="可以放宽或清除筛选条件。" />
      ) : (
        <DataTable
          caption={`${year === undefined ? '各年度' : `${year}年`}联动监督议题`}
          rows={rowsOnPage(shown, address.page, pageSize)}
          rowKey={(topic) => topic.id}
          columns={year === undefined ? [nameColumn, yearColumn, ...columns] : [nameColumn, ...columns]}
          sorting={{ value: address.value('sort') ?? '', onChange: (sort) => address.change({ sort }) }}
        />
      )}
      <ListPages page={address.page} pageSize={pageSize} total={shown.length} onTurn={address.turnTo} />
    </>
  );
}

/** The year asked for, the latest by itself; undefined for all. */
function yearIn(address: Address, years: readonly number[]): number | undefined {
  const asked = address.value('year');
  if (asked === 'all') return undefined;
  return years.find((year) => String(year) === asked) ?? years[0];
}

/** What is shown, in the words in which its spreadsheet is asked for. */
function filterIn(address: Address, year: number | undefined): TopicFilter {
  return {
    year,
    text: address.value('text'),
    domain: oneOf(topicDomains, address.value('domain')),
    state: oneOf(topicStandings, address.value('state')),
    sort: address.value('sort'),
  };
}

const nameColumn: Column<CaseView> = {
  key: 'name',
  title: '议题',
  isHeading: true,
  sorts: { ascending: 'name' },
  render: (topic) => <Link to={paths.caseOf(topic.id)}>{topic.name}</Link>,
};
const yearColumn: Column<CaseView> = { key: 'year', title: '年度', render: (topic) => `${topic.year}年` };
const columns: readonly Column<CaseView>[] = [
  { key: 'domain', title: '领域', sorts: { ascending: 'domain' }, render: (topic) => topicDomainName(topic.domain) },
  { key: 'lead', title: '牵头委室', sorts: { ascending: 'lead' }, render: (topic) => topic.leadUnitName ?? '—' },
  {
    key: 'date',
    title: '市级审议',
    sorts: { ascending: 'soonest', descending: 'latest' },
    render: (topic) => (topic.deliberationDate === undefined ? '待定' : dateText(topic.deliberationDate)),
  },
  {
    key: 'state',
    title: '状态',
    sorts: { ascending: 'state' },
    render: (topic) => {
      const standing = topicStandingOf(topic);
      return <StateTag tone={standingTones[standing.state]} text={topicStandingText(standing)} />;
    },
  },
];
