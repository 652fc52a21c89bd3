import { createBrowserRouter, type RouteObject } from 'react-router';
import { PageSkeleton } from '../ui/states.tsx';
import { FramelessError, NotFoundPage, RouteError } from './error-boundary.tsx';
import { Layout } from './layout.tsx';

/** Every page is its own file, loaded when it is first opened. */
const pages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./my-work-route.tsx')).MyWorkRoute }) },
  { path: 'notices', lazy: async () => ({ Component: (await import('../notices/notices-page.tsx')).NoticesPage }) },
  { path: 'board', lazy: async () => ({ Component: (await import('../board/board-page.tsx')).BoardPage }) },
  { path: 'board/:caseId', lazy: async () => ({ Component: (await import('../board/board-page.tsx')).BoardPage }) },
  { path: 'year', lazy: async () => ({ Component: (await import('../year/year-page.tsx')).YearPage }) },
  { path: 'leader-duties', lazy: async () => ({ Component: (await import('../duties/duties-page.tsx')).DutiesPage }) },
  {
    path: 'cases/:caseId/call',
    lazy: async () => ({ Component: (await import('../year/call-page.tsx')).CallPage }),
  },
  {
    path: 'cases/:caseId/consultation',
    lazy: async () => ({ Component: (await import('../year/consultation-page.tsx')).ConsultationPage }),
  },
  {
    path: 'cases/:caseId/suggestions',
    lazy: async () => ({ Component: (await import('../year/suggestions-page.tsx')).SuggestionsPage }),
  },
  {
    path: 'cases/:caseId/field-notes',
    lazy: async () => ({ Component: (await import('../research/field-notes-page.tsx')).FieldNotesPage }),
  },
  { path: 'search', lazy: async () => ({ Component: (await import('../search/search-page.tsx')).SearchPage }) },
  {
    path: 'cases/:caseId/invitations',
    lazy: async () => ({ Component: (await import('../topics/invitations-page.tsx')).InvitationsPage }),
  },
  {
    path: 'cases/:caseId/itinerary',
    lazy: async () => ({ Component: (await import('../research/itinerary-page.tsx')).ItineraryPage }),
  },
  {
    path: 'expectations',
    lazy: async () => ({ Component: (await import('../expectations/expectations-page.tsx')).ExpectationsPage }),
  },
  { path: 'topics', lazy: async () => ({ Component: (await import('../topics/topics-page.tsx')).TopicsPage }) },
  { path: 'deputies', lazy: async () => ({ Component: (await import('../deputies/deputies-page.tsx')).DeputiesPage }) },
  {
    path: 'interpellations',
    lazy: async () => ({
      Component: (await import('../interpellations/interpellations-page.tsx')).InterpellationsPage,
    }),
  },
  { path: 'sessions', lazy: async () => ({ Component: (await import('../sessions/sessions-page.tsx')).SessionsPage }) },
  {
    path: 'sessions/:sessionId/move',
    lazy: async () => ({ Component: (await import('../sessions/move-session-page.tsx')).MoveSessionPage }),
  },
  { path: 'cases/:caseId', lazy: async () => ({ Component: (await import('./case-route.tsx')).CaseRoute }) },
  { path: 'cases/:caseId/acts', lazy: async () => ({ Component: (await import('../acts/acts-page.tsx')).ActsPage }) },
  {
    path: 'cases/:caseId/acts/:kind',
    lazy: async () => ({ Component: (await import('../acts/act-page.tsx')).ActPage }),
  },
  {
    path: 'confirmations',
    lazy: async () => ({ Component: (await import('../confirmations/confirmations-page.tsx')).ConfirmationsPage }),
  },
  { path: 'packages', lazy: async () => ({ Component: (await import('../packages/packages-page.tsx')).PackagesPage }) },
  {
    path: 'packages/:packageId',
    lazy: async () => ({ Component: (await import('../packages/package-page.tsx')).PackagePage }),
  },
  {
    path: 'assessments',
    lazy: async () => ({ Component: (await import('../ballots/assessments-page.tsx')).AssessmentsPage }),
  },
  { path: 'admin', lazy: async () => ({ Component: (await import('../admin/admin-page.tsx')).AdminPage }) },
  { path: 'admin/:section', lazy: async () => ({ Component: (await import('../admin/admin-page.tsx')).AdminPage }) },
  { path: 'me', lazy: async () => ({ Component: (await import('../account/account-page.tsx')).AccountPage }) },
  { path: '*', Component: NotFoundPage },
];

const outside: RouteObject[] = [
  { path: 'sign-in', lazy: async () => ({ Component: (await import('../sign-in/sign-in-page.tsx')).SignInPage }) },
  { path: 'setup', lazy: async () => ({ Component: (await import('../sign-in/setup-page.tsx')).SetupPage }) },
  {
    path: 'first-use',
    lazy: async () => ({ Component: (await import('../sign-in/first-use-page.tsx')).FirstUsePage }),
  },
];

export function createRouter() {
  return createBrowserRouter([
    ...outside.map((route) => ({ ...route, ErrorBoundary: FramelessError, HydrateFallback: PageSkeleton })),
    {
      path: '/',
      Component: Layout,
      ErrorBoundary: FramelessError,
      HydrateFallback: PageSkeleton,
      children: [{ ErrorBoundary: RouteError, children: pages }],
    },
  ]);
}
