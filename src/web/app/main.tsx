import 'antd/dist/antd.css';
import '../ui/ui.css';
import '../ui/form/form.css';
import './frame.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { paths } from './paths.ts';
import { createQueryClient, Providers } from './providers.tsx';
import { createRouter } from './router.tsx';

const router = createRouter();
const client = createQueryClient(() => {
  const { location, navigation } = router.state;
  // Several calls find out at once; the first one leads away.
  if (location.pathname === paths.signIn || navigation.location?.pathname === paths.signIn) return;
  const { pathname, search } = location;
  // Somebody was at work here until a moment ago, and is told why the page is gone.
  const ended = client.getQueryData(['me']) !== undefined;
  client.clear();
  void router.navigate(paths.signInReturning(`${pathname}${search}`), { replace: true, state: { ended } });
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root.');
createRoot(root).render(
  <StrictMode>
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
