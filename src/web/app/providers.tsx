import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { ProblemError } from '../lib/client.ts';
import { FeedbackProvider } from '../ui/feedback.tsx';
import { theme } from './theme.ts';

/** Codes of a 401 that say the sign-in has ended, not that a password was wrong. */
function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 401 && error.problem.code === 'sign-in/required';
}

/** The cache of server state; `onSignedOut` is called when any call finds the sign-in ended. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isSignedOut(error)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // Asked at once and told at once: whoever is offline sees that, not a page that loads for ever.
        networkMode: 'always',
        staleTime: 10_000,
        // A refusal does not change by asking again; a network that failed may.
        retry: (count, error) => !(error instanceof ProblemError && error.problem.status > 0) && count < 2,
      },
      // What could not be sent is not sent later behind anybody's back: an official act is taken by whoever sees it taken.
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Whoever asks his system for less motion gets none: dialogs and menus are there at once. */
const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
const shownTheme = calm ? { ...theme, token: { ...theme.token, motion: false } } : theme;

export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider locale={zhCN} theme={shownTheme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
        <FeedbackProvider>{children}</FeedbackProvider>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
