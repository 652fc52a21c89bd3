import { lazy, Suspense } from 'react';
import { CasePage } from '../topics/case-page.tsx';
import type { YearPanels } from '../topics/summary.tsx';
import { PageSkeleton } from '../ui/states.tsx';

/** Of all cases only a year has them. */
const OfYear = lazy(async () => ({ default: (await import('../year/year-panels.tsx')).YearPanels }));

const Panels: YearPanels = (props) => (
  <Suspense fallback={<PageSkeleton />}>
    <OfYear {...props} />
  </Suspense>
);

/** The page of a case, with what the year's own feature shows of a year. */
export function CaseRoute() {
  return <CasePage YearPanels={Panels} />;
}
