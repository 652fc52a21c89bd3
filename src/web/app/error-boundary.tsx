import { Button } from 'antd';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { LinkButton } from '../ui/link-button.tsx';
import { ErrorView } from '../ui/states.tsx';
import { paths } from './paths.ts';

/** Shown instead of a page that failed; the frame around it stays. */
export function RouteError() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  // A new release removes the files of the old one: a page that was not loaded yet can then only be had by loading anew.
  const isOutdated = error instanceof TypeError && /dynamically imported module|Importing a module/.test(error.message);
  return (
    <main id="main" className="page">
      <ErrorView
        isPage
        title={isOutdated ? '系统已更新' : '页面出现错误'}
        text={isOutdated ? '请重新加载页面以使用新版本。' : '请重新加载；如果反复出现，请把发生的时间告诉系统管理员。'}
        action={
          <Button type="primary" onClick={() => window.location.reload()}>
            重新加载
          </Button>
        }
      />
    </main>
  );
}

export function NotFoundPage() {
  return (
    <ErrorView
      isPage
      title="没有这个页面"
      text="地址可能写错，或者内容已经移走。"
      action={
        <LinkButton type="primary" to={paths.work}>
          回到我的工作
        </LinkButton>
      }
    />
  );
}
