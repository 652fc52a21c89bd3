import { lazy, Suspense } from 'react';
import { type Meetings, MyWorkPage } from '../tasks/my-work-page.tsx';

/** Only who confirms or sits has these. */
const WaitingQueue = lazy(async () => ({
  default: (await import('../confirmations/waiting-queue.tsx')).WaitingQueue,
}));
const SittingCard = lazy(async () => ({ default: (await import('../sessions/sitting-now.tsx')).SittingCard }));

const ToSign = lazy(async () => ({ default: (await import('../interpellations/to-sign.tsx')).ToSign }));

const OfTheMeetings: Meetings = ({ me, decisions }) => (
  <Suspense fallback={<p role="status">正在载入会议……</p>}>
    {decisions === 0 ? null : <WaitingQueue me={me} />}
    {me.kind === 'body' ? <ToSign /> : null}
    <SittingCard me={me} />
  </Suspense>
);

/** Somebody's own page, with the queue of the chairpersons, what members are asked to sign and their sitting. */
export function MyWorkRoute() {
  return <MyWorkPage Meetings={OfTheMeetings} />;
}
