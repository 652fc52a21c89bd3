import { Button } from 'antd';
import { Link } from 'react-router';
import type { NoticeView } from '../../contract/notices.ts';
import { noticeKindNames } from '../../domain/notice/notice.ts';
import { paths } from '../app/paths.ts';
import { timeInChina, withDateWords } from '../lib/formats.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { useMarkRead } from './use-mark-read.ts';

/** One notice: what it says, when, and the way to its thing; going there is reading it. */
export function NoticeItem({ notice }: { notice: NoticeView }) {
  const read = useMarkRead();
  const markRead = () => {
    if (!notice.isRead) read.mutate({ ids: [notice.id] });
  };
  const target = targetOf(notice);
  return (
    <li className={`card notice${notice.isRead ? '' : ' notice-unread'}`}>
      <p className="notice-text">{withDateWords(notice.text)}</p>
      <p className="notice-foot">
        {notice.isRead ? null : <StateTag tone="soon" text="未读" />}
        <span>{noticeKindNames[notice.kind]}</span>
        <time dateTime={notice.at}>{timeInChina(notice.at)}</time>
        {target === undefined ? null : (
          <Link to={target.to} onClick={markRead}>
            {target.title}
          </Link>
        )}
        {notice.isRead ? null : (
          <Button
            type="link"
            size="small"
            onClick={({ currentTarget }) => {
              // The button goes; the keyboard stays with its notice.
              currentTarget.closest('li')?.querySelector('a')?.focus();
              markRead();
            }}
          >
            标为已读
          </Button>
        )}
      </p>
    </li>
  );
}

function targetOf({ kind, caseId, subjectId }: NoticeView): { to: string; title: string } | undefined {
  switch (kind) {
    case 'digest':
      return { to: paths.work, title: '我的工作' };
    case 'decision-waiting':
      return { to: paths.confirmations, title: '去确认' };
    case 'decision-returned':
      return { to: paths.confirmationsIn('sent-back'), title: '查看退回的理由' };
    case 'package-arrived':
      return subjectId === null ? undefined : { to: paths.packageOf(subjectId), title: '查看报送件' };
    case 'date-moved':
      return caseId === null ? undefined : { to: paths.caseTab(caseId, 'dates'), title: '查看日期' };
    case 'deputy-invited':
      return { to: paths.deputies, title: '去答复' };
    case 'concern-answered':
      return { to: paths.deputies, title: '查看答复' };
    case 'interpellation-to-sign':
      return { to: paths.interpellations, title: '去阅读' };
    case 'interpellation-settled':
      return { to: paths.interpellations, title: '查看质询案' };
    case 'consultation-opened':
      return caseId === null ? undefined : { to: paths.consultationOf(caseId), title: '去填写' };
    case 'reminded':
    case 'suggestion-merged':
      return caseId === null ? undefined : { to: paths.caseOf(caseId), title: '查看事项' };
  }
}
