import { type ReactNode, useState } from 'react';
import { Navigate, useLocation, useParams } from 'react-router';
import type { ActKind } from '../../contract/acts.ts';
import { objectOf } from '../../contract/form-fields.ts';
import type { Me } from '../../contract/sign-in.ts';
import { findAct } from '../../domain/acts.ts';
import type { ActDefinition } from '../../domain/procedure/act.ts';
import { type CaseView, doneKey, type Track, trackOf } from '../../domain/procedure/case.ts';
import { isCollective } from '../../domain/procedure/check-act.ts';
import { stepsDoneBy } from '../../domain/procedure/procedure.ts';
import { performerNames } from '../../domain/procedure/step.ts';
import { paths } from '../app/paths.ts';
import { atEachVisit, type LoadedCase, useCases } from '../lib/cases.ts';
import { citedBases, dateText } from '../lib/formats.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import type { Typed } from '../lib/schema-form.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { ErrorView, PageSkeleton, QueryView } from '../ui/states.tsx';
import { WithCase } from '../ui/with-case.tsx';
import { factsOf, useAvailableActs, useSitting } from './act-facts.ts';
import { isActKind } from './act-schema.ts';
import { ActSheet } from './act-sheet.tsx';
import { type FoundDraft, useStoredDraft } from './use-draft.ts';
import './acts.css';

/** One act: its form, and before any click what the rules say to it. */
export function ActPage() {
  const { caseId = '', kind = '' } = useParams();
  const prefilled = prefilledIn(useLocation().state);
  const visit = useVisit();
  // Answered with one tap beside the invitation itself.
  if (kind === 'answer-invitation') return <Navigate to={paths.deputies} replace />;
  // A move is decided only by somebody who has seen what it moves.
  if (kind === 'move-session' && prefilled === undefined) return <Navigate to={paths.moveSession(caseId)} replace />;
  // Whoever comes again, from the receipt of the same act too, finds a sheet on what is true by now, and not what was done.
  return <Visit key={`${caseId}/${kind}/${visit}`} caseId={caseId} kind={kind} prefilled={prefilled ?? {}} />;
}

function Visit({ caseId, kind, prefilled }: { caseId: string; kind: string; prefilled: Typed }) {
  const cases = useCases({}, atEachVisit);
  return (
    <WithCase caseId={caseId} isFresh>
      {(shown) => (
        <QueryView query={cases} isFresh>
          {(list) => <Act {...shown} cases={list} kind={kind} prefilled={prefilled} />}
        </QueryView>
      )}
    </WithCase>
  );
}

/** Another word each time somebody comes to the page; jumping to a place within it (跳到正文) is no visit. */
function useVisit(): string {
  const { key, hash } = useLocation();
  const [visit, setVisit] = useState(key);
  if (hash === '' && visit !== key) setVisit(key);
  return visit;
}

/** What another page has already asked: the days of a moved session, the topic a session is convened for, a decision that came back. */
function prefilledIn(state: unknown): Typed | undefined {
  const { payload, on, meeting, reasons } = objectOf(state);
  return payload === undefined ? undefined : { payload, on, meeting, reasons };
}

type ActProps = {
  me: Me;
  loaded: LoadedCase;
  linkage: PeopledLinkage;
  cases: readonly CaseView[];
  kind: string;
  prefilled: Typed;
};

function Act({ me, loaded, linkage, cases, kind, prefilled }: ActProps) {
  const { view } = loaded;
  const definition = findAct(view.kind, me.kind, kind);
  const available = useAvailableActs(view.id, atEachVisit);
  const own = trackOf(view, me.tenantId);
  const { sitting, isPending } = useSitting(definition, own, undefined);
  const elsewhere = definition === undefined ? yearInstead(view, me, kind, cases) : undefined;
  if (elsewhere !== undefined) {
    const items = [{ topicId: view.id, purpose: 'deliberation' }];
    return <Navigate to={paths.act(elsewhere.id, kind)} state={{ payload: { items } }} replace />;
  }
  if (isPending) return <PageSkeleton />;
  const facts = factsOf({ me, loaded, linkage, cases });
  if (definition === undefined || facts === undefined || !isActKind(kind)) {
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
            <WithDraft
              caseId={view.id}
              kind={kind}
              accountId={me.accountId}
              isWanted={Object.keys(prefilled).length === 0}
            >
              {(found) => (
                <ActSheet
                  kind={kind}
                  definition={definition}
                  facts={sitting === undefined ? facts : { ...facts, sitting }}
                  version={answer.version}
                  standing={act.refusals}
                  cases={cases}
                  prefilled={prefilled}
                  accountId={me.accountId}
                  found={found}
                />
              )}
            </WithDraft>
          );
        }}
      </QueryView>
    </>
  );
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
      action={
        <p className="act-links">
          <LinkButton to={paths.actsOf(caseId)}>我在这一事项中的办理</LinkButton>
          <LinkButton to={paths.caseOf(caseId)}>查看事项</LinkButton>
        </p>
      }
    />
  );
}

/** What was typed before; a sheet that another page has filled in starts afresh. */
function WithDraft(props: {
  caseId: string;
  kind: ActKind;
  accountId: string;
  isWanted: boolean;
  children: (found: FoundDraft) => ReactNode;
}) {
  const { caseId, kind, accountId, isWanted, children } = props;
  const stored = useStoredDraft({ caseId, kind, accountId });
  if (!isWanted) return children({ draft: null, local: undefined });
  return (
    <QueryView query={stored} isFresh>
      {children}
    </QueryView>
  );
}

/** A sitting is convened for the year and serves several topics: asked for from a topic, the year's sheet opens. */
function yearInstead(view: CaseView, me: Me, kind: string, cases: readonly CaseView[]): CaseView | undefined {
  if (view.kind !== 'topic' || findAct('year', me.kind, kind) === undefined) return undefined;
  return cases.find((other) => other.kind === 'year' && other.year === view.year);
}

/** The day the act was first taken here, where it marks a step. */
function firstDone({ kind }: ActDefinition, own: Track): string | undefined {
  return stepsDoneBy(kind, own.level, own.kind)
    .map((step) => own.done[doneKey(step.id, step.perRound, own.round)]?.on)
    .find((on) => on !== undefined);
}

function ActHeader({ view, definition, own }: { view: CaseView; definition: ActDefinition; own: Track }) {
  // Of a year's acts, such as convening a sitting, each is about something else.
  const isAgain = definition.repeatable === true && view.kind === 'topic';
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
