import { Tabs } from 'antd';
import { type ComponentProps, type ReactNode, useMemo } from 'react';
import { useParams } from 'react-router';
import { exportCompliance, exportProblems } from '../../contract/exports.ts';
import type { Me } from '../../contract/sign-in.ts';
import { trackOf } from '../../domain/procedure/case.ts';
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
import { PageHeader } from '../ui/page-header.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { WithCase } from '../ui/with-case.tsx';
import { AsOfBar, useAskedDay, useCaseAsOf } from './as-of.tsx';
import { Compliance } from './compliance.tsx';
import { Coverage } from './coverage.tsx';
import { Dates } from './dates.tsx';
import { History } from './history.tsx';
import { NextSteps } from './next-steps.tsx';
import { ProblemLine } from './problem-line.tsx';
import { ReminderList } from './reminder-list.tsx';
import { SessionSummary } from './session-summary.tsx';
import { Summary, type YearPanels } from './summary.tsx';
import './topics.css';

/** One case: where it stands, its dates, its acts as a history, and the opinion clause by clause. */
export function CasePage({ YearPanels }: { YearPanels: YearPanels }) {
  const { caseId = '' } = useParams();
  return <WithCase caseId={caseId}>{(shown) => <Case {...shown} YearPanels={YearPanels} />}</WithCase>;
}

type Shown = { me: Me; loaded: LoadedCase; linkage: PeopledLinkage; YearPanels: YearPanels };

function Case({ me, loaded: now, linkage, YearPanels }: Shown) {
  const day = useAskedDay();
  const loaded = useCaseAsOf(now, me, day);
  const { view } = loaded;
  const own = trackOf(view, me.tenantId);
  const address = useAddress();
  const tabs = useTabs({ me, loaded, linkage, YearPanels }, day);
  const [first] = tabs;
  return (
    <>
      <PageHeader
        title={view.name}
        crumbs={[
          view.kind === 'topic'
            ? { title: '联动监督议题', to: paths.topics }
            : {
                title: view.kind === 'year' ? '年度安排' : '常委会会议',
                to: view.kind === 'year' ? paths.year : paths.sessions,
              },
        ]}
        lead={<Marks view={view} closedOn={own?.closedOn} />}
        actions={
          <>
            {own === undefined ? null : (
              <LinkButton type="primary" to={paths.actsOf(view.id)}>
                办理
              </LinkButton>
            )}
            {own !== undefined &&
            view.kind === 'topic' &&
            checkPlanner({ actor: actorOf(me), view, own }).length === 0 ? (
              <LinkButton to={paths.itineraryOf(view.id)}>调研行程</LinkButton>
            ) : null}
            {takesNotes(me, now) ? <LinkButton to={paths.fieldNotesOf(view.id)}>现场记录</LinkButton> : null}
            <Other loaded={loaded} canMove={own?.session?.state === 'convened'} />
          </>
        }
      />
      {view.kind === 'topic' ? <AsOfBar day={day} /> : null}
      <Tabs
        activeKey={address.value('tab') ?? first?.key ?? ''}
        onChange={(tab) => address.change({ tab, stands: undefined, view: undefined })}
        items={tabs}
        destroyOnHidden
      />
    </>
  );
}

function takesNotes(me: Me, { view, isInTeam }: LoadedCase): boolean {
  return view.kind === 'topic' && checkNoteTaker(me, view, isInTeam).length === 0;
}

function useTabs({ me, loaded, linkage, YearPanels }: Shown, day: string | undefined) {
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
    return [
      {
        key: 'session',
        label: '会议',
        children: (
          <div className="case-columns">
            <div>
              <SessionSummary me={me} loaded={loaded} linkage={linkage} />
            </div>
            <NextSteps me={me} derived={derived} view={view} />
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
      children: <Summary me={me} loaded={loaded} linkage={linkage} derived={derived} YearPanels={YearPanels} />,
    },
    ...(state === null || view.kind !== 'topic' || me.kind !== 'body' || me.level !== 'city'
      ? []
      : [{ key: 'coverage', label: '调研覆盖', children: <Coverage me={me} loaded={loaded} linkage={linkage} /> }]),
    { key: 'dates', label: '日期', children: <Dates me={me} view={view} derived={derived} superseded={superseded} /> },
    ...history,
    ...(state === null || view.kind === 'year'
      ? []
      : [
          {
            key: 'problems',
            label: '问题清单',
            children: (
              <Saved ask={() => download(exportProblems, { params: { caseId: view.id } })}>
                <ProblemLine state={state} linkage={linkage} />
              </Saved>
            ),
          },
        ]),
    {
      key: 'compliance',
      label: '程序对照',
      children: (
        <Saved ask={() => download(exportCompliance, { params: { caseId: view.id } })}>
          <Compliance compliance={derived.compliance} />
        </Saved>
      ),
    },
  ];
}

/** A tab with the button that saves it as a spreadsheet. */
function Saved({ ask, children }: { ask: ComponentProps<typeof ExportButton>['ask']; children: ReactNode }) {
  return (
    <>
      <p className="tab-deeds">
        <ExportButton ask={ask} />
      </p>
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
