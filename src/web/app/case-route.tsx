import { lazy, Suspense } from 'react';
import { CasePage } from '../topics/case-page.tsx';
import type { SittingPanel } from '../topics/case-tabs.tsx';
import type { YearPanels } from '../topics/summary.tsx';
import { PageSkeleton } from '../ui/states.tsx';

/** Of all cases only a year has them. */
const OfYear = lazy(async () => ({ default: (await import('../year/year-panels.tsx')).YearPanels }));
/** Of a sitting, for whoever sits in it. */
const OfSitting = lazy(async () => ({ default: (await import('../sessions/sitting-now.tsx')).SittingNow }));

const Panels: YearPanels = (props) => (
  <Suspense fallback={<PageSkeleton />}>
    <OfYear {...props} />
  </Suspense>
);

const Sitting: SittingPanel = (props) => (
  <Suspense fallback={<PageSkeleton />}>
    <OfSitting {...props} />
  </Suspense>
);

/** The page of a case, with what other features show of a year and of a sitting. */
export function CaseRoute() {
  return <CasePage YearPanels={Panels} Sitting={Sitting} />;
}
