import { Segmented } from 'antd';
import { Link } from 'react-router';
import type { CaseView } from '../../domain/procedure/case.ts';
import { topicStandingOf, topicStandingText } from '../../domain/topic/standing.ts';
import { topicDomainNames, topicDomains } from '../../domain/topic/topic.ts';
import { paths } from '../app/paths.ts';
import { type Address, oneOf, useAddress } from '../lib/address.ts';
import { dateText } from '../lib/formats.ts';
import { holdsWords, type Orders, rowsOnPage, sortedRows } from '../lib/list-rows.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
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

const orders: Orders<CaseView> = {
  name: { by: (topic) => topic.name },
  domain: { by: (topic) => domainName(topic.domain) },
  lead: { by: (topic) => topic.leadUnitName ?? '' },
  soonest: { by: (topic) => topic.deliberationDate ?? '9999' },
  latest: { by: (topic) => topic.deliberationDate ?? '', descending: true },
  state: { by: (topic) => topicStandingText(topicStandingOf(topic)) },
};

/** Topics of one year, the latest unless the address names another, or of all; found, narrowed and sorted as the address says. */
export function TopicList({ topics }: { topics: readonly CaseView[] }) {
  const address = useAddress();
  const years = [...new Set(topics.map((topic) => topic.year))].toSorted((one, other) => other - one);
  const year = yearIn(address, years);
  const shown = sortedRows(
    topics.filter((topic) => fits(topic, address, year)),
    orders,
    address.value('sort'),
  );
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

function fits(topic: CaseView, address: Address, year: number | undefined): boolean {
  const [domain, state] = [oneOf(topicDomains, address.value('domain')), address.value('state')];
  return (
    (year === undefined || topic.year === year) &&
    (domain === undefined || topic.domain === domain) &&
    (state === undefined || topicStandingOf(topic).state === state) &&
    holdsWords(address.value('text'), topic.name, topic.leadUnitName ?? '')
  );
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
  { key: 'domain', title: '领域', sorts: { ascending: 'domain' }, render: (topic) => domainName(topic.domain) },
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

function domainName(domain: string | undefined): string {
  const known = oneOf(topicDomains, domain);
  return known === undefined ? '—' : topicDomainNames[known];
}
