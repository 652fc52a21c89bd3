import 'antd/dist/antd.css';
import '../ui/ui.css';
import '../ui/form/form.css';
import './frame.css';
import './print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { askWhoItIs, forgetMe } from '../lib/me.ts';
import { applyTextSize } from '../lib/text-size.ts';
import { paths } from './paths.ts';
import { createQueryClient, Providers } from './providers.tsx';
import { createRouter } from './router.tsx';

const router = createRouter();
/** Several calls find out at once, and forgetting what was seen asks anew: the first one leads away. */
let isLeaving = false;
/** Somebody was at work until a moment ago, and is told why the page is gone; a click on the way must not make that forgotten. */
let hasEnded = false;
const client = createQueryClient(() => {
  const { pathname, search } = router.state.location;
  if (isLeaving || pathname === paths.signIn) return;
  isLeaving = true;
  hasEnded ||= client.getQueryData(['me']) !== undefined;
  forgetMe(client);
  const left = router.navigate(paths.signInReturning(`${pathname}${search}`), {
    replace: true,
    state: { ended: hasEnded },
  });
  void left.finally(() => {
    isLeaving = false;
    if (router.state.location.pathname === paths.signIn) hasEnded = false;
  });
});

const outside: readonly string[] = [paths.signIn, paths.setup, paths.firstUse];
if (!outside.includes(window.location.pathname)) askWhoItIs(client);
applyTextSize();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root.');
createRoot(root).render(
  <StrictMode>
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
