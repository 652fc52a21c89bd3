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
  const { pathname, search } = router.state.location;
  if (pathname === paths.signIn) return;
  client.clear();
  void router.navigate(paths.signInReturning(`${pathname}${search}`), { replace: true });
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
