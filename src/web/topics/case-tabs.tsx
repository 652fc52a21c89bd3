import { type ComponentType, lazy, Suspense, useMemo } from 'react';
import type { Me } from '../../contract/sign-in.ts';
import type { CaseState } from '../../domain/case-state.ts';
import { type CaseView, type TrackSession, trackOf } from '../../domain/procedure/case.ts';
import { fillsInFor } from '../../domain/procedure/performers.ts';
import { useAddress } from '../lib/address.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { deriveCase } from '../lib/derived-case.ts';
import { todayInChina } from '../lib/formats.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import { PageParts } from '../ui/page-parts.tsx';
import { PageSkeleton } from '../ui/states.tsx';
import type { YearPanels } from './summary.tsx';

/** What stands in a tab is loaded when it is opened: nobody waits for the others. */
const Summary = lazy(async () => ({ default: (await import('./summary.tsx')).Summary }));
const SessionSummary = lazy(async () => ({ default: (await import('./session-summary.tsx')).SessionSummary }));
const NextSteps = lazy(async () => ({ default: (await import('./next-steps.tsx')).NextSteps }));
const Coverage = lazy(async () => ({ default: (await import('./coverage.tsx')).Coverage }));
const PlanSection = lazy(async () => ({ default: (await import('./plan-section.tsx')).PlanSection }));
const Dates = lazy(async () => ({ default: (await import('./dates.tsx')).Dates }));
const ReminderList = lazy(async () => ({ default: (await import('./reminder-list.tsx')).ReminderList }));
const History = lazy(async () => ({ default: (await import('./history.tsx')).History }));
const FindingLedger = lazy(async () => ({ default: (await import('./finding-ledger.tsx')).FindingLedger }));
const Handling = lazy(async () => ({ default: (await import('./handling.tsx')).Handling }));
const ProblemLine = lazy(async () => ({ default: (await import('./problem-line.tsx')).ProblemLine }));
const Compliance = lazy(async () => ({ default: (await import('./compliance.tsx')).Compliance }));

/** What other features show of a case: of a year, and of a sitting to whoever sits in it. */
export type Panels = { YearPanels: YearPanels; Sitting: SittingPanel };
export type SittingPanel = ComponentType<{ me: Me; view: CaseView; session: TrackSession }>;

export type Shown = { me: Me; loaded: LoadedCase; linkage: PeopledLinkage } & Panels;

/** The tabs of a case, as far as the reader has them; the address keeps which is open. */
export function CaseTabs({ day, ...shown }: Shown & { day: string | undefined }) {
  const address = useAddress();
  const tabs = useTabs(shown, day);
  const open = tabs.find(({ key }) => key === address.value('tab')) ?? tabs[0];
  const parts = tabs.map(({ key, label }) => ({ key, label, to: address.linkTo({ ...forgotten, tab: key }) }));
  return (
    <>
      <PageParts label="事项的各部分" parts={parts} current={open?.key ?? ''} />
      <Suspense key={open?.key} fallback={<PageSkeleton />}>
        {open?.children}
      </Suspense>
    </>
  );
}

/** What narrows one tab means nothing to another. */
const forgotten = Object.fromEntries(
  [
    'stands',
    'view',
    'promise',
    'organ',
    'text',
    'body',
    'place',
    'severity',
    'sort',
    'receipts',
    'open',
    'due',
    'repeat',
    'line',
    'act',
    'row',
  ].map((name) => [name, undefined]),
);

/** The office runs a sitting; everybody else sits in it. */
export function isRunBy(me: Me): boolean {
  return fillsInFor(me.roles, 'session');
}

type Contents = Pick<Shown, 'me' | 'loaded' | 'linkage'>;

/** Organs and party offices know no findings. */
function findingTabs({ me, loaded, linkage }: Contents, isPast: boolean) {
  if (me.kind !== 'body') return [];
  const children = <FindingLedger me={me} loaded={loaded} linkage={linkage} isPast={isPast} />;
  return [{ key: 'findings', label: '发现问题', children }];
}

function handlingTabs({ me, loaded, linkage }: Contents, state: CaseState, day: string | undefined) {
  const today = day ?? todayInChina();
  const isPast = day !== undefined;
  const handling = { caseId: loaded.view.id, state, linkage, today, isOrgan: me.kind === 'organ', isPast };
  return [
    { key: 'handling', label: '落实', children: <Handling {...handling} /> },
    {
      key: 'problems',
      label: '问题清单',
      children: <ProblemLine me={me} loaded={loaded} linkage={linkage} today={today} isPast={isPast} />,
    },
  ];
}

function useTabs({ me, loaded, linkage, YearPanels, Sitting }: Shown, day: string | undefined) {
  const { view, state, superseded } = loaded;
  const today = day ?? todayInChina();
  const derived = useMemo(() => deriveCase(view, linkage, today), [view, linkage, today]);
  const history =
    state === null
      ? []
      : [
          {
            key: 'history',
            label: '经过',
            children: (
              <>
                {day === undefined ? <ReminderList me={me} caseId={view.id} /> : null}
                <History loaded={loaded} linkage={linkage} until={day} />
              </>
            ),
          },
        ];
  if (view.kind === 'session') {
    const session = trackOf(view, me.bodyId)?.session;
    // Whoever sits in it finds first what is on and its papers; whoever runs it has the board.
    const sitting = isRunBy(me) || state === null || session?.state === 'closed' ? undefined : session;
    return [
      {
        key: 'session',
        label: '会议',
        children: (
          <div className="case-columns">
            <div>
              {sitting === undefined ? null : <Sitting me={me} view={view} session={sitting} />}
              <SessionSummary me={me} loaded={loaded} linkage={linkage} />
            </div>
            {isRunBy(me) ? (
              <NextSteps me={me} derived={derived} view={view} enteredSteps={loaded.enteredSteps} />
            ) : null}
          </div>
        ),
      },
      ...history,
    ];
  }
  return [
    {
      key: 'summary',
      label: '概况',
      children: (
        <Summary
          me={me}
          loaded={loaded}
          linkage={linkage}
          derived={derived}
          isPast={day !== undefined}
          YearPanels={YearPanels}
        />
      ),
    },
    ...(state === null || view.kind !== 'topic' || me.kind === 'party-office'
      ? []
      : [
          {
            key: 'research',
            label: '调研',
            children: (
              <>
                {me.kind === 'body' && me.level === 'city' ? (
                  <Coverage me={me} loaded={loaded} linkage={linkage} isPast={day !== undefined} />
                ) : null}
                <PlanSection me={me} loaded={loaded} />
              </>
            ),
          },
        ]),
    {
      key: 'dates',
      label: '日期',
      children: <Dates me={me} view={view} derived={derived} superseded={superseded} isPast={day !== undefined} />,
    },
    ...history,
    ...(state === null || view.kind === 'year'
      ? []
      : [
          ...findingTabs({ me, loaded, linkage }, day !== undefined),
          ...handlingTabs({ me, loaded, linkage }, state, day),
        ]),
    {
      key: 'compliance',
      label: '程序对照',
      children: <Compliance view={view} derived={derived} today={today} isPast={day !== undefined} />,
    },
  ];
}
