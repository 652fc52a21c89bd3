import { Button, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { isRefusal, ProblemError } from '../lib/client.ts';
import { Icon } from './icons.tsx';

/** The page is on its way: said to screen readers, drawn as grey lines. */
export function PageSkeleton() {
  return (
    <div className="page-skeleton" role="status" aria-label="正在载入">
      <Skeleton active title={false} paragraph={{ rows: 7, width: ['12rem'] }} />
    </div>
  );
}

export function EmptyView({ text, hint, action }: { text: string; hint?: string; action?: ReactNode }) {
  return (
    <div className="empty-view">
      <span className="empty-mark">
        <Icon name="seal" size={32} />
      </span>
      <p className="empty-text">{text}</p>
      {hint === undefined ? null : <p className="empty-hint">{hint}</p>}
      {action}
    </div>
  );
}

/** `isPage`: nothing else is on the page, so this is its heading. */
export function ErrorView(props: { title: string; text: string; action?: ReactNode; isPage?: boolean }) {
  const { title, text, action, isPage = false } = props;
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <div className="error-view" role="alert">
      <Heading className="error-title">
        <Icon name="overdue" size={20} /> {title}
      </Heading>
      <p>{text}</p>
      {action}
    </div>
  );
}

type Asked<Data> = {
  data: Data | undefined;
  error: Error | null;
  isPending: boolean;
  isFetching: boolean;
  isFetchedAfterMount: boolean;
  refetch: () => Promise<unknown>;
};

/** The four states of what the server is asked: loading, error with another try or the way back, empty, content. */
export function QueryView<Data>(props: {
  query: Asked<Data>;
  isEmpty?: (data: Data) => boolean;
  empty?: ReactNode;
  /** Nothing else is on the page: an error is its heading. */
  isPage?: boolean;
  /** What is remembered from an earlier page is not shown while it is asked for anew: what is begun with it would be begun on old facts. */
  isFresh?: boolean;
  children: (data: Data) => ReactNode;
}) {
  const { query, isEmpty, empty, isPage = false, isFresh = false, children } = props;
  const [isBegun, setBegun] = useState(false);
  const isOutdated = isFresh && !isBegun && query.isFetching && !query.isFetchedAfterMount;
  // Once shown it stays, whatever is asked again: it may hold what somebody is typing, or the receipt of what he has done.
  if (!isBegun && !isOutdated && query.data !== undefined) setBegun(true);
  if (isOutdated) return <PageSkeleton />;
  if (query.data !== undefined) {
    if (isEmpty?.(query.data) === true) return <>{empty ?? <EmptyView text="没有内容" />}</>;
    return <>{children(query.data)}</>;
  }
  if (query.isPending) return <PageSkeleton />;
  const action = isRefusal(query.error) ? (
    <Button onClick={goBack}>返回</Button>
  ) : (
    <Button onClick={() => void query.refetch()}>重试</Button>
  );
  return <ErrorView {...wordsOf(query.error)} action={action} isPage={isPage} />;
}

/** To the page before; a page opened on its own has none, and leads to the first. */
function goBack(): void {
  if (window.history.length > 1) window.history.back();
  else window.location.assign('/');
}

function wordsOf(error: Error | null): { title: string; text: string } {
  if (error instanceof ProblemError) {
    return { title: error.problem.title, text: error.problem.detail ?? '请稍候重试。' };
  }
  return { title: '载入失败', text: '请稍候重试；如果反复出现，请把发生的时间告诉系统管理员。' };
}
