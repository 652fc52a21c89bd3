import { Tabs } from 'antd';
import { type ComponentProps, type ComponentType, type ReactNode, useMemo } from 'react';
import { useParams } from 'react-router';
import { exportCompliance } from '../../contract/exports.ts';
import type { Me } from '../../contract/sign-in.ts';
import type { CaseState } from '../../domain/case-state.ts';
import { type CaseKind, type CaseView, type TrackSession, trackOf } from '../../domain/procedure/case.ts';
import { fillsInFor } from '../../domain/procedure/performers.ts';
import { checkNoteTaker } from '../../domain/research/field-note.ts';
import { checkPlanner } from '../../domain/research/visit-acts.ts';
import { paths } from '../app/paths.ts';
import { useAddress } from '../lib/address.ts';
import { deriveCase, type LoadedCase } from '../lib/cases.ts';
import { download } from '../lib/client.ts';
import { dateText, todayInChina } from '../lib/formats.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import { actorOf } from '../lib/me.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { type Crumb, PageHeader } from '../ui/page-header.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView, PageSkeleton } from '../ui/states.tsx';
import { WithCase } from '../ui/with-case.tsx';
import { AsOfBar, type ShownCase, useAskedDay, useCaseAsOf } from './as-of.tsx';
import { Compliance } from './compliance.tsx';
import { Coverage } from './coverage.tsx';
import { Dates } from './dates.tsx';
import { FindingLedger } from './finding-ledger.tsx';
import { Handling } from './handling.tsx';
import { History } from './history.tsx';
import { NextSteps } from './next-steps.tsx';
import { PlanSection } from './plan-section.tsx';
import { ProblemLine } from './problem-line.tsx';
import { ReminderList } from './reminder-list.tsx';
import { SessionSummary } from './session-summary.tsx';
import { Summary, type YearPanels } from './summary.tsx';
import './topics.css';

/** One case: where it stands, its dates, its acts as a history, and the opinion clause by clause. */
export function CasePage(panels: Panels) {
  const { caseId = '' } = useParams();
  return <WithCase caseId={caseId}>{(shown) => <Case {...shown} {...panels} />}</WithCase>;
}

/** What other features show of a case: of a year, and of a sitting to whoever sits in it. */
export type Panels = { YearPanels: YearPanels; Sitting: SittingPanel };
export type SittingPanel = ComponentType<{ me: Me; view: CaseView; session: TrackSession }>;

type Shown = { me: Me; loaded: LoadedCase; linkage: PeopledLinkage } & Panels;

function Case({ me, loaded: now, linkage, ...panels }: Shown) {
  const day = useAskedDay();
  const shown = useCaseAsOf(now, me, day);
  const { view } = shown.standing === 'known' ? shown.loaded : now;
  const own = trackOf(view, me.tenantId);
  return (
    <>
      <PageHeader
        title={view.name}
        crumbs={[crumbOf(view.kind)]}
        lead={shown.standing === 'known' ? <Marks view={view} closedOn={own?.closedOn} /> : undefined}
        // Nothing is done in the past.
        actions={day === undefined ? <Deeds me={me} loaded={now} /> : undefined}
      />
      {view.kind === 'topic' ? <AsOfBar day={day} /> : null}
      <CaseBody me={me} shown={shown} linkage={linkage} day={day} {...panels} />
    </>
  );
}

function crumbOf(kind: LoadedCase['view']['kind']): Crumb {
  if (kind === 'topic') return { title: '联动监督议题', to: paths.topics };
  return kind === 'year' ? { title: '年度安排', to: paths.year } : { title: '常委会会议', to: paths.sessions };
}

function Deeds({ me, loaded }: { me: Me; loaded: LoadedCase }) {
  const { view } = loaded;
  const own = trackOf(view, me.tenantId);
  const plans =
    own !== undefined && view.kind === 'topic' && checkPlanner({ actor: actorOf(me), view, own }).length === 0;
  return (
    <>
      {own === undefined || !fillsInHere(me, view.kind) ? null : (
        <LinkButton type="primary" to={paths.actsOf(view.id)}>
          办理
        </LinkButton>
      )}
      {plans ? <LinkButton to={paths.itineraryOf(view.id)}>调研行程</LinkButton> : null}
      {takesNotes(me, loaded) ? <LinkButton to={paths.fieldNotesOf(view.id)}>现场记录</LinkButton> : null}
      <Other loaded={loaded} canMove={own?.session?.state === 'convened'} />
    </>
  );
}

type Body = Omit<Shown, 'loaded'> & { shown: ShownCase; day: string | undefined };

function CaseBody({ shown, day, ...given }: Body) {
  if (shown.standing === 'known') return <CaseTabs {...given} loaded={shown.loaded} day={day} />;
  if (shown.standing === 'absent') {
    return (
      <EmptyView text={`${dateText(day ?? '')}还没有这一议题`} hint="议题确定以后的情况，可以选择以后的日期查看。" />
    );
  }
  return <PageSkeleton />;
}

function CaseTabs({ day, ...shown }: Shown & { day: string | undefined }) {
  const address = useAddress();
  const tabs = useTabs(shown, day);
  const [first] = tabs;
  return (
    <Tabs
      className="case-tabs"
      activeKey={address.value('tab') ?? first?.key ?? ''}
      onChange={(tab) => address.change({ ...forgotten, tab })}
      items={tabs}
      destroyOnHidden
    />
  );
}

/** The office runs a sitting; everybody else sits in it. */
function isRunBy(me: Me): boolean {
  return fillsInFor(me.roles, 'session');
}

/** Whether anything of such a case is filled in by somebody of these roles: a chairperson confirms what others have entered. */
function fillsInHere(me: Me, kind: CaseKind): boolean {
  return kind === 'session' ? isRunBy(me) : me.roles.some((role) => role !== 'chairperson');
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

function takesNotes(me: Me, { view, isInTeam }: LoadedCase): boolean {
  return view.kind === 'topic' && checkNoteTaker(me, view, isInTeam).length === 0;
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
  const derived = useMemo(() => deriveCase(view, linkage, day ?? todayInChina()), [view, linkage, day]);
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
      children: (
        <Saved isPast={day !== undefined} ask={() => download(exportCompliance, { params: { caseId: view.id } })}>
          <Compliance compliance={derived.compliance} />
        </Saved>
      ),
    },
  ];
}

type Saving = { ask: ComponentProps<typeof ExportButton>['ask']; isPast: boolean; children: ReactNode };

/** A tab with the button that saves it as a spreadsheet: as it is today, so none beside what an earlier day shows. */
function Saved({ ask, isPast, children }: Saving) {
  return (
    <>
      {isPast ? null : (
        <p className="tab-deeds">
          <ExportButton ask={ask} />
        </p>
      )}
      {children}
    </>
  );
}

/** Where else a reader of this case wants to go: a sitting is moved until it has opened; everything else stands on the board. */
function Other({ loaded, canMove }: { loaded: LoadedCase; canMove: boolean }) {
  const { view } = loaded;
  if (view.kind !== 'session') return <LinkButton to={paths.boardOf(view.id)}>各方进程</LinkButton>;
  return canMove ? <LinkButton to={paths.moveSession(view.id)}>会议改期</LinkButton> : null;
}

function Marks({ view, closedOn }: { view: LoadedCase['view']; closedOn: string | undefined }) {
  if (view.state === 'withdrawn') return <StateTag tone="off" text="已按程序撤销" />;
  if (closedOn !== undefined) return <StateTag tone="done" text={`本单位${dateText(closedOn)}办结`} />;
  return null;
}
