import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listNotices } from '../../contract/tasks.ts';
import { paths } from '../app/paths.ts';
import { call } from '../lib/client.ts';
import { momentText, withDateWords } from '../lib/formats.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import './tasks.css';

/** What others did that concerns my tenant, newest first. */
export function NoticesPage() {
  const notices = useQuery({ queryKey: ['notices'], queryFn: () => call(listNotices, {}) });
  return (
    <>
      <PageHeader title="通知" />
      <QueryView
        query={notices}
        isEmpty={(data) => data.notices.length === 0}
        empty={<EmptyView text="没有通知" hint="会议改期、收到报送件、决定退回等会在这里告知。" />}
      >
        {(data) => (
          <ul className="cards">
            {data.notices.map((notice) => (
              <li key={notice.id} className="card notice">
                <p>{withDateWords(notice.text)}</p>
                <p className="notice-foot">
                  <time dateTime={notice.at}>{momentText(notice.at)}</time>
                  {notice.caseId === null ? null : <Link to={paths.caseOf(notice.caseId)}>查看事项</Link>}
                </p>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </>
  );
}
