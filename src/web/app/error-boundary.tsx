import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { ErrorView } from '../ui/states.tsx';
import { DeadEnd } from './dead-end.tsx';
import { paths } from './paths.ts';

/** Shown instead of a page that failed; the frame around it stays. */
export function RouteError() {
  const error = useRouteError();
  const isNotLoaded = error instanceof Error && notLoaded.test(error.message);
  const isAway = useIsAway(isNotLoaded);
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  return (
    <ErrorView
      isPage
      {...wordsOf(isNotLoaded, isAway)}
      action={
        <Button type="primary" onClick={() => window.location.reload()}>
          重新加载
        </Button>
      }
    />
  );
}

/** The same where there is no frame that holds the page's main part. */
export function FramelessError() {
  return (
    <main id="main" className="page">
      <RouteError />
    </main>
  );
}

/** How browsers and the loader of pages say that a script or a style could not be had. */
const notLoaded = /dynamically imported module|Importing a module|Unable to preload CSS/;

/**
 * A page that was not loaded yet cannot be had while the server is away, and after a release only by loading anew. Which of the two it is,
 * the server's own health tells; once it answers again after having been away, the page loads by itself.
 */
function useIsAway(isAsked: boolean): boolean {
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    if (!isAsked) return;
    let wasAway = false;
    const ask = async () => {
      const isUp = await fetch('/healthz').then(
        ({ ok }) => ok,
        () => false,
      );
      if (isUp && wasAway) window.location.reload();
      wasAway ||= !isUp;
      setAway(!isUp);
    };
    void ask();
    const timer = setInterval(() => void ask(), 3000);
    return () => clearInterval(timer);
  }, [isAsked]);
  return isAway;
}

function wordsOf(isNotLoaded: boolean, isAway: boolean): { title: string; text: string } {
  if (isAway) return { title: '无法连接服务器', text: '页面没有载入。请检查网络；连接恢复后自动载入。' };
  if (isNotLoaded) return { title: '系统已更新', text: '请重新加载页面以使用新版本。' };
  return { title: '页面出现错误', text: '请重新加载；如果反复出现，请把发生的时间告诉系统管理员。' };
}

export function NotFoundPage() {
  return (
    <DeadEnd
      title="没有这个页面"
      text="地址可能写错或者不完整。请从菜单或者搜索重新找；是别人发来的，请对方重新复制完整的地址。"
      to={paths.work}
      onward="回到我的工作"
    />
  );
}
