import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Navigate, NavLink, Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router';
import { listNotices } from '../../contract/notices.ts';
import { type Me, signOut } from '../../contract/sign-in.ts';
import { listMyTasks } from '../../contract/tasks.ts';
import { isAdministrator } from '../../domain/organisation/actor.ts';
import { roleNames } from '../../domain/organisation/separation.ts';
import { call } from '../lib/client.ts';
import { forgetMe, useMe } from '../lib/me.ts';
import { isLarge, setLarge } from '../lib/text-size.ts';
import { tourFor } from '../tours/tour-for.ts';
import { DisclosureMenu } from '../ui/disclosure-menu.tsx';
import { Icon } from '../ui/icons.tsx';
import { PageSkeleton, QueryView } from '../ui/states.tsx';
import { FirstVisit } from './first-visit.tsx';
import { useLiveUpdates } from './live.ts';
import { type Entry, entriesOf } from './menu.ts';
import { OwnPages } from './own-pages.tsx';
import { paths } from './paths.ts';
import { SearchBox } from './search-box.tsx';

/** The frame of every page behind the sign-in: skip link, head, navigation, one main. */
export function Layout() {
  const me = useMe();
  const location = useLocation();
  const isCut = useLiveUpdates(me.data?.tenantId);
  const [asksTour, setAsksTour] = useState(false);
  const tour = me.data === undefined ? undefined : tourFor(me.data);
  useFocusOnNewPage(location.pathname);
  if (me.error !== null && me.data === undefined) {
    // A 401 sends to the sign-in page from the query cache; meanwhile nothing of a page is shown.
    return <QueryView query={me}>{() => null}</QueryView>;
  }
  if (me.data?.mustAddSecondFactor === true && location.pathname !== paths.account) {
    return <Navigate to={paths.account} replace />;
  }
  return (
    <>
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <Head me={me.data} onTour={tour === undefined ? undefined : () => setAsksTour(true)} />
      <p className="cut-off" role="status" hidden={!isCut}>
        {isCut ? '与服务器的连接已断开：页面上的内容可能不是最新的，恢复后自动更新。' : ''}
      </p>
      <div className="body">
        <aside className="side">{me.data === undefined ? null : <Navigation me={me.data} />}</aside>
        <main id="main" className="page" tabIndex={-1}>
          {me.data === undefined ? (
            <PageSkeleton />
          ) : (
            <OwnPages me={me.data}>
              <Outlet />
            </OwnPages>
          )}
        </main>
      </div>
      <ScrollRestoration />
      {tour === undefined ? null : <FirstVisit tour={tour} isAsked={asksTour} onEnd={() => setAsksTour(false)} />}
    </>
  );
}

/** Another page is told to whoever does not see it: the focus goes to its beginning. The first page keeps the browser's own. */
function useFocusOnNewPage(pathname: string): void {
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname]);
}

type ShowRound = (() => void) | undefined;

function Head({ me, onTour }: { me: Me | undefined; onTour: ShowRound }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <header className="head">
      <button type="button" className="menu-button" onClick={() => setOpen(true)} aria-label="打开菜单">
        <Icon name="menu" size={22} />
      </button>
      <NavLink to={paths.work} className="brand">
        <img src="/emblem.svg" alt="" width={30} height={30} />
        <span className="brand-name">联督</span>
        <span className="brand-long">{me?.linkageName ?? ''}人大联动监督</span>
      </NavLink>
      {me === undefined || me.mustAddSecondFactor || isAdministrator(me) ? null : <SearchBox />}
      {me === undefined ? null : <Person me={me} onTour={onTour} />}
      <Drawer title={me?.tenantName ?? '菜单'} placement="left" size={280} open={isOpen} onClose={() => setOpen(false)}>
        {me === undefined ? null : <Navigation me={me} onGo={() => setOpen(false)} />}
      </Drawer>
    </header>
  );
}

function Navigation({ me, onGo }: { me: Me; onGo?: () => void }) {
  const counts = useQuery({
    queryKey: ['tasks', 'counts'],
    queryFn: () => call(listMyTasks, { query: { limit: 1 } }),
    enabled: !me.mustAddSecondFactor,
  });
  const notices = useQuery({
    queryKey: ['notices', 'count'],
    queryFn: () => call(listNotices, { query: { pageSize: 1 } }),
    enabled: !me.mustAddSecondFactor && !isAdministrator(me),
  });
  const waiting = {
    confirmations: counts.data?.decisionsToConfirm ?? 0,
    packages: counts.data?.packagesToSign ?? 0,
    notices: notices.data?.unread ?? 0,
  };
  return (
    <nav aria-label="主菜单">
      <ul className="menu">
        {entriesOf(me).map((entry) => (
          <li key={entry.to}>
            <NavLink to={entry.to} end={entry.to === paths.work} {...(onGo === undefined ? {} : { onClick: onGo })}>
              {entry.title}
              <Count entry={entry} waiting={waiting} />
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Waiting = Record<NonNullable<Entry['counts']>, number>;

function Count({ entry, waiting }: { entry: Entry; waiting: Waiting }) {
  const count = entry.counts === undefined ? 0 : waiting[entry.counts];
  if (count === 0) return null;
  return (
    <span className="menu-count">
      {count}
      <span className="visually-hidden">{entry.counts === 'notices' ? '条未读' : '件待办'}</span>
    </span>
  );
}

function Person({ me, onTour }: { me: Me; onTour: ShowRound }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const leave = useMutation({
    mutationFn: () => call(signOut, {}),
    onSettled: () => {
      forgetMe(client);
      void navigate(paths.signIn);
    },
  });
  const [large, setShown] = useState(isLarge);
  const changeSize = () => {
    setLarge(!large);
    setShown(!large);
  };
  const roles = me.roles.map((role) => roleNames[role]).join('、');
  return (
    <div className="person">
      <span className="person-tenant">{me.tenantShortName}</span>
      <DisclosureMenu
        label={me.personName}
        icon={<Icon name="person" />}
        head={`${me.tenantName}${roles === '' ? '' : `，${roles}`}`}
        entries={[
          { key: 'size', label: large ? '标准字号' : '大字显示', onClick: changeSize },
          ...(onTour === undefined ? [] : [{ key: 'tour', label: '再看一遍使用引导', onClick: onTour }]),
          { key: 'account', label: '账号与安全', onClick: () => void navigate(paths.account) },
          { key: 'leave', label: '退出登录', onClick: () => leave.mutate() },
        ]}
      />
    </div>
  );
}
