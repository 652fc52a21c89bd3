import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Navigate, useLocation, useParams } from 'react-router';
import type { ActKind } from '../../contract/acts.ts';
import type { ConsultationView } from '../../contract/consultations.ts';
import { objectOf } from '../../contract/form-fields.ts';
import type { MotionView } from '../../contract/interpellations.ts';
import { openConsultationOf } from '../../contract/open-consultation.ts';
import type { Me } from '../../contract/sign-in.ts';
import { submittedAmong } from '../../contract/submitted-motion.ts';
import type { ActDefinition, Facts } from '../../domain/procedure/act.ts';
import { type CaseView, doneKey, type Track, trackOf } from '../../domain/procedure/case.ts';
import { isCollective } from '../../domain/procedure/check-act.ts';
import { stepsDoneBy } from '../../domain/procedure/procedure.ts';
import { performerNames } from '../../domain/procedure/step.ts';
import { paths } from '../app/paths.ts';
import { factsOf } from '../lib/case-facts.ts';
import { atEachVisit, type LoadedCase, useCases } from '../lib/cases.ts';
import { citedBases, dateText } from '../lib/formats.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import type { Typed } from '../lib/schema-form.ts';
import { useConsultation } from '../lib/use-consultation.ts';
import { useMotions } from '../lib/use-motions.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { MessageBox } from '../ui/message-box.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { ErrorView, PageSkeleton, QueryView } from '../ui/states.tsx';
import { WithCase } from '../ui/with-case.tsx';
import { useAvailableActs, useEarlierYear, useSitting } from './act-facts.ts';
import { ActLinks } from './act-links.tsx';
import { ActSheet } from './act-sheet.tsx';
import { isActKind, type SheetParts, useSheetParts } from './sheet-parts.ts';
import { type FoundDraft, useStoredDraft } from './use-draft.ts';
import './acts.css';

/** One act: its form, and before any click what the rules say to it. */
export function ActPage() {
  const { caseId = '', kind = '' } = useParams();
  const begun = begunIn(useLocation().state);
  const visit = useVisit();
  // Answered with one tap beside the invitation itself.
  if (kind === 'answer-invitation') return <Navigate to={paths.deputies} replace />;
  // A move is decided only by somebody who has seen what it moves.
  if (kind === 'move-session' && begun === undefined) return <Navigate to={paths.moveSession(caseId)} replace />;
  // A conferring is closed from the page on which it is held.
  if (isConferring(kind) && begun === undefined) return <Navigate to={paths.consultationOf(caseId)} replace />;
  // Whoever comes again, from the receipt of the same act too, finds a sheet on what is true by now, and not what was done.
  return <Visit key={`${caseId}/${kind}/${visit}`} caseId={caseId} kind={kind} begun={begun ?? nothingBegun} />;
}

function Visit({ caseId, kind, begun }: { caseId: string; kind: string; begun: Begun }) {
  const cases = useCases({}, atEachVisit);
  const parts = useSheetParts(kind);
  return (
    <WithCase caseId={caseId} isFresh>
      {(shown) => (
        <QueryView query={parts}>
          {(sheet) => (
            <QueryView query={cases} isFresh>
              {(list) => <Act {...shown} cases={list} kind={kind} parts={sheet} begun={begun} />}
            </QueryView>
          )}
        </QueryView>
      )}
    </WithCase>
  );
}

function isConferring(kind: string): boolean {
  return kind === 'record-consultation' || kind === 'consult-adjustment';
}

/** Another word each time somebody comes to the page; jumping to a place within it (跳到正文) is no visit. */
function useVisit(): string {
  const { key, hash } = useLocation();
  const [visit, setVisit] = useState(key);
  if (hash === '' && visit !== key) setVisit(key);
  return visit;
}

/**
 * What another page has already asked: the days of a moved session, the topic a session is convened for, a decision that came back.
 * `isInstead`: somebody chose to begin with exactly this; a draft that lies there is not taken up without asking.
 */
type Begun = { prefilled: Typed; isInstead: boolean };
const nothingBegun: Begun = { prefilled: {}, isInstead: false };

function begunIn(state: unknown): Begun | undefined {
  const { payload, on, meeting, reasons, isInstead } = objectOf(state);
  return payload === undefined
    ? undefined
    : { prefilled: { payload, on, meeting, reasons }, isInstead: isInstead === true };
}

type ActProps = {
  me: Me;
  loaded: LoadedCase;
  linkage: PeopledLinkage;
  cases: readonly CaseView[];
  kind: string;
  /** Null for what is no act at all. */
  parts: SheetParts | null;
  begun: Begun;
};

function Act({ me, loaded, linkage, cases, kind, parts, begun }: ActProps) {
  const { view } = loaded;
  const definition = parts?.definitionIn(view.kind, me.kind);
  const available = useAvailableActs(view.id, atEachVisit);
  const own = trackOf(view, me.tenantId);
  const { sitting, isPending } = useSitting(definition, own, undefined);
  const before = useEarlierYear(kind, view, cases);
  const conferring = useConsultation(view.id, definition?.asksConsultation === true, atEachVisit);
  const motions = useMotions(view.id, definition?.asksMotion === true || definition?.asksWords === true, atEachVisit);
  const elsewhere = definition === undefined ? yearInstead(view, me, parts, cases) : undefined;
  if (elsewhere !== undefined) {
    const items = [{ topicId: view.id, purpose: 'deliberation' }];
    return <Navigate to={paths.act(elsewhere.id, kind)} state={{ payload: { items } }} replace />;
  }
  if (isPending || before.isPending || isAsked(conferring) || isAsked(motions)) {
    return <PageSkeleton />;
  }
  const facts = withMotion(withConferring(factsOf({ me, loaded, linkage, cases }), conferring.data), motions.data);
  if (definition === undefined || facts === undefined || parts === null || !isActKind(kind)) {
    return (
      <ErrorView
        isPage
        title="没有这项行为"
        text="您在这一事项中不能办理这项行为。"
        action={<LinkButton to={paths.caseOf(view.id)}>查看事项</LinkButton>}
      />
    );
  }
  return (
    <>
      <ActHeader view={view} definition={definition} own={facts.own} />
      <QueryView query={available} isFresh>
        {(answer) => {
          const act = answer.acts.find((candidate) => candidate.kind === kind);
          if (act === undefined) return <NotOurs me={me} caseId={view.id} definition={definition} />;
          return (
            <WithDraft caseId={view.id} kind={kind} accountId={me.accountId} begun={begun}>
              {({ found, prefilled }) => (
                <ActSheet
                  kind={kind}
                  definition={definition}
                  facts={sitting === undefined ? facts : { ...facts, sitting }}
                  version={answer.version}
                  standing={act.refusals}
                  cases={cases}
                  earlier={before.earlier}
                  prefilled={prefilled}
                  accountId={me.accountId}
                  found={found}
                  parts={parts}
                />
              )}
            </WithDraft>
          );
        }}
      </QueryView>
    </>
  );
}

/** Asked for this visit, and not answered yet. */
function isAsked({ isFetching, isFetchedAfterMount }: { isFetching: boolean; isFetchedAfterMount: boolean }): boolean {
  return isFetching && !isFetchedAfterMount;
}

/** The 质询案 that waits for the council, and what was said of the answer to another; nothing is known of it for an act that does not ask. */
function withMotion(facts: Facts | undefined, found: readonly MotionView[] | undefined): Facts | undefined {
  if (facts === undefined || found === undefined) return facts;
  const words = found.find(({ open }) => open !== null)?.open?.words ?? [];
  return { ...facts, motion: submittedAmong(found), words };
}

/** What is open to be recorded; nothing is known of it for an act that does not ask. */
function withConferring(facts: Facts | undefined, found: ConsultationView | null | undefined): Facts | undefined {
  if (facts === undefined || found === undefined) return facts;
  return { ...facts, consultation: found?.state === 'open' ? openConsultationOf(found) : null };
}

/** Whose act it is instead, and where to go on. */
function NotOurs({ me, caseId, definition }: { me: Me; caseId: string; definition: ActDefinition }) {
  const { level } = definition;
  return (
    <ErrorView
      title="不能办理"
      text={
        level === 'both' || level === me.level
          ? `这项行为由${performerNames[definition.by]}办理，您没有办理它的角色。`
          : '这是另一级的法定行为，本单位不办理。'
      }
      action={<ActLinks caseId={caseId} />}
    />
  );
}

type Opened = { found: FoundDraft; prefilled: Typed };

/** What was typed before and not submitted. */
function WithDraft(props: {
  caseId: string;
  kind: ActKind;
  accountId: string;
  begun: Begun;
  children: (opened: Opened) => ReactNode;
}) {
  const { caseId, kind, accountId, begun, children } = props;
  const stored = useStoredDraft({ caseId, kind, accountId });
  return (
    <QueryView query={stored} isFresh>
      {(found) => (
        <DraftOrBegun found={found} begun={begun}>
          {children}
        </DraftOrBegun>
      )}
    </QueryView>
  );
}

/** Where a draft lies and something else was begun, the person says which; what is not taken up is lost only then. */
function DraftOrBegun(props: { found: FoundDraft; begun: Begun; children: (opened: Opened) => ReactNode }) {
  const { found, begun, children } = props;
  const [goesOn, setGoesOn] = useState<'draft' | 'begun'>();
  const hasDraft = found.draft !== null || found.local !== undefined;
  if (!(hasDraft && begun.isInstead) || goesOn === 'draft') {
    return children({ found, prefilled: begun.prefilled });
  }
  if (goesOn === 'begun') return children({ found: withoutTyped(found), prefilled: begun.prefilled });
  return (
    <MessageBox
      type="info"
      title="这项行为已有一份没有办理的草稿"
      description="改用刚才带入的内容后，草稿由新填写的内容代替。"
      action={
        <p className="act-links">
          <Button type="primary" onClick={() => setGoesOn('draft')}>
            继续填写草稿
          </Button>
          <Button onClick={() => setGoesOn('begun')}>改用带入的内容</Button>
        </p>
      }
    />
  );
}

/** The version that is known stays: what is typed instead is saved over it. */
function withoutTyped({ draft }: FoundDraft): FoundDraft {
  return { draft: null, local: undefined, over: draft };
}

/** A sitting is convened for the year and serves several topics: asked for from a topic, the year's sheet opens. */
function yearInstead(
  view: CaseView,
  me: Me,
  parts: SheetParts | null,
  cases: readonly CaseView[],
): CaseView | undefined {
  if (view.kind !== 'topic' || parts?.definitionIn('year', me.kind) === undefined) return undefined;
  return cases.find((other) => other.kind === 'year' && other.year === view.year);
}

/** The day the act was first taken here, where it marks a step. */
function firstDone({ kind }: ActDefinition, own: Track): string | undefined {
  return stepsDoneBy(kind, own.level, own.kind)
    .map((step) => own.done[doneKey(step.id, step.perRound, own.round)]?.on)
    .find((on) => on !== undefined);
}

function ActHeader({ view, definition, own }: { view: CaseView; definition: ActDefinition; own: Track }) {
  // Of a year's acts, such as convening a sitting, each is about something else, and of deputies each speaks for himself.
  const isAgain = definition.repeatable === true && view.kind === 'topic' && definition.by !== 'deputies';
  const done = isAgain ? firstDone(definition, own) : undefined;
  return (
    <PageHeader
      title={definition.title}
      crumbs={[
        { title: view.name, to: paths.caseOf(view.id) },
        { title: '办理', to: paths.actsOf(view.id) },
      ]}
      lead={
        <span className="act-marks">
          {citedBases(definition.clause, definition.law).map((law) => (
            <ClauseTag key={law} id={law} text={clauseWords(law)} />
          ))}
          <span>{performerNames[definition.by]}办理</span>
          {isCollective(definition) ? <StateTag tone="info" text="集体决定，登记后须经确认" /> : null}
          {done === undefined ? null : <StateTag tone="done" text={`${dateText(done)}已办理，再次办理另记一件`} />}
        </span>
      }
    />
  );
}
