import { useParams } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import { type CaseKind, trackOf } from '../../domain/procedure/case.ts';
import { checkNoteTaker } from '../../domain/research/field-note.ts';
import { checkPlanner } from '../../domain/research/visit-acts.ts';
import { paths } from '../app/paths.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { dateText } from '../lib/formats.ts';
import { actorOf } from '../lib/me.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { type Crumb, PageHeader } from '../ui/page-header.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView, PageSkeleton } from '../ui/states.tsx';
import { WithCase } from '../ui/with-case.tsx';
import { AsOfBar, type ShownCase, useAskedDay, useCaseAsOf } from './as-of.tsx';
import { CaseTabs, isRunBy, type Panels, type Shown } from './case-tabs.tsx';
import './topics.css';

/** One case: where it stands, its dates, its acts as a history, and the opinion clause by clause. */
export function CasePage(panels: Panels) {
  const { caseId = '' } = useParams();
  return <WithCase caseId={caseId}>{(shown) => <Case {...shown} {...panels} />}</WithCase>;
}

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

/** Whether anything of such a case is filled in by somebody of these roles: a chairperson confirms what others have entered. */
function fillsInHere(me: Me, kind: CaseKind): boolean {
  return kind === 'session' ? isRunBy(me) : me.roles.some((role) => role !== 'chairperson');
}

function takesNotes(me: Me, { view, isInTeam }: LoadedCase): boolean {
  return view.kind === 'topic' && checkNoteTaker(me, view, isInTeam).length === 0;
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
