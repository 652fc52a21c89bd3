import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { exportNotices, listNotices, type NoticeView } from '../../contract/notices.ts';
import { noticeKindNames, noticeKinds } from '../../domain/notice/notice.ts';
import { type Address, oneOf, useAddress } from '../lib/address.ts';
import { call, download } from '../lib/client.ts';
import { dateWithWeekday, dayInChina, todayInChina } from '../lib/formats.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { ChooseField, choicesOf, FilterBar } from '../ui/list-filters.tsx';
import { ListPages } from '../ui/list-pages.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { NoticeChoice } from './notice-choice.tsx';
import { NoticeItem } from './notice-item.tsx';
import { useMarkRead } from './use-mark-read.ts';
import './notices.css';

/** What others did that concerns me, day by day; what is unread is marked, and each leads to its thing. */
export function NoticesPage() {
  const address = useAddress();
  const query = queryOf(address);
  const notices = useQuery({
    queryKey: ['notices', query],
    queryFn: () => call(listNotices, { query }),
    placeholderData: keepPreviousData,
  });
  const unread = notices.data?.unread ?? 0;
  return (
    <>
      <PageHeader title="通知" actions={<NoticeChoice />} />
      <Filters address={address} />
      <div className="list-count">
        <p role="status">{notices.data === undefined ? '' : countText(notices.data.total, unread)}</p>
        <div className="list-actions">
          {unread === 0 ? null : <ReadAll />}
          {(notices.data?.total ?? 0) === 0 ? null : (
            <ExportButton ask={() => download(exportNotices, { query: filterOf(address) })} />
          )}
        </div>
      </div>
      <QueryView
        query={notices}
        isEmpty={(data) => data.notices.length === 0}
        empty={
          <EmptyView text={emptyText(address)} hint="收到报送件、决定待确认或退回、会议改期、每日提要会在这里告知。" />
        }
      >
        {(data) => (
          <>
            {byDay(data.notices).map(([day, own]) => (
              <section key={day} className="notice-day" aria-label={dayText(day)}>
                <h2>{dayText(day)}</h2>
                <ul className="cards">
                  {own.map((notice) => (
                    <NoticeItem key={notice.id} notice={notice} />
                  ))}
                </ul>
              </section>
            ))}
            <ListPages page={address.page} pageSize={data.pageSize} total={data.total} onTurn={address.turnTo} />
          </>
        )}
      </QueryView>
    </>
  );
}

function Filters({ address }: { address: Address }) {
  return (
    <FilterBar
      address={address}
      label="筛选通知"
      names={['kind', 'unread']}
      orders={{ asGiven: '从新到旧', others: [{ value: 'oldest', label: '从旧到新' }], always: true }}
    >
      <ChooseField address={address} name="kind" title="全部种类" choices={choicesOf(noticeKindNames)} />
      <ChooseField
        address={address}
        name="unread"
        title="已读和未读"
        choices={[{ value: 'true', label: '只看未读' }]}
      />
    </FilterBar>
  );
}

function ReadAll() {
  const read = useMarkRead();
  return <Button onClick={() => read.mutate({ all: true })}>全部标为已读</Button>;
}

function queryOf(address: Address) {
  return { ...filterOf(address), page: address.page };
}

function filterOf(address: Address) {
  return {
    kind: oneOf(noticeKinds, address.value('kind')),
    unread: oneOf(['true'], address.value('unread')),
    sort: oneOf(['oldest'], address.value('sort')),
  };
}

function byDay(notices: readonly NoticeView[]): [string, NoticeView[]][] {
  return [...Map.groupBy(notices, (notice) => dayInChina(notice.at))];
}

function dayText(day: string): string {
  return `${day === todayInChina() ? '今天，' : ''}${dateWithWeekday(day)}`;
}

function countText(total: number, unread: number): string {
  return `共${total}条${unread === 0 ? '' : `，${unread}条未读`}`;
}

function emptyText(address: Address): string {
  if (address.value('unread') === 'true') return '没有未读的通知';
  return address.value('kind') === undefined ? '没有通知' : '没有这一种类的通知';
}
