import { Navigate, useLocation, useParams } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import { findAct } from '../../domain/acts.ts';
import { performerNames } from '../../domain/procedure/step.ts';
import { paths } from '../app/paths.ts';
import { type LoadedCase, useCase, useCases } from '../lib/cases.ts';
import { type Linkage, useLinkage } from '../lib/linkage.ts';
import { useMe } from '../lib/me.ts';
import type { Typed } from '../lib/schema-form.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { ErrorView, QueryView } from '../ui/states.tsx';
import { factsOf, useAvailableActs } from './act-facts.ts';
import { isActKind } from './act-schema.ts';
import { ActSheet } from './act-sheet.tsx';
import './acts.css';

/** One act: its form, and before any click what the rules say to it. */
export function ActPage() {
  const { caseId = '', kind = '' } = useParams();
  const prefilled = prefilledIn(useLocation().state);
  const me = useMe();
  const loaded = useCase(caseId);
  const linkage = useLinkage();
  // A move is decided only by somebody who has seen what it moves.
  if (kind === 'move-session' && prefilled === undefined) return <Navigate to={paths.moveSession(caseId)} replace />;
  return (
    <QueryView query={me}>
      {(person) => (
        <QueryView query={loaded}>
          {(found) => (
            <QueryView query={linkage}>
              {(facts) => (
                <Act
                  key={`${caseId}/${kind}`}
                  me={person}
                  loaded={found}
                  linkage={facts}
                  kind={kind}
                  prefilled={prefilled ?? {}}
                />
              )}
            </QueryView>
          )}
        </QueryView>
      )}
    </QueryView>
  );
}

/** What another page has already asked: the days of a moved session. */
function prefilledIn(state: unknown): Typed | undefined {
  if (typeof state !== 'object' || state === null || !('payload' in state)) return undefined;
  const { payload } = state;
  return typeof payload === 'object' && payload !== null ? (payload as Typed) : undefined;
}

type ActProps = { me: Me; loaded: LoadedCase; linkage: Linkage; kind: string; prefilled: Typed };

function Act({ me, loaded, linkage, kind, prefilled }: ActProps) {
  const { view } = loaded;
  const definition = findAct(view.kind, me.kind, kind);
  const available = useAvailableActs(view.id);
  const sessions = useCases({ kind: 'session' });
  const facts = factsOf({ me, loaded, linkage });
  const crumbs = [
    { title: view.name, to: paths.caseOf(view.id) },
    { title: '办理', to: paths.actsOf(view.id) },
  ];
  if (definition === undefined || facts === undefined || !isActKind(kind)) {
    return <ErrorView isPage title="没有这项行为" text="您在这一事项中不能办理这项行为。" />;
  }
  return (
    <>
      <PageHeader
        title={definition.title}
        crumbs={crumbs}
        lead={
          <span className="act-marks">
            <ClauseTag id={definition.clause} text={clauseWords(definition.clause)} />
            {(definition.law ?? []).map((law) => (
              <ClauseTag key={law} id={law} text={clauseWords(law)} />
            ))}
            <span>{performerNames[definition.by]}办理</span>
            {definition.by === 'council-of-chairpersons' || definition.by === 'session' ? (
              <StateTag tone="info" text="集体决定，登记后须经确认" />
            ) : null}
          </span>
        }
      />
      <QueryView query={available}>
        {(answer) => {
          const own = answer.acts.find((act) => act.kind === kind);
          if (own === undefined) return <ErrorView isPage title="不能办理" text="您没有办理这项行为的角色。" />;
          return (
            <ActSheet
              kind={kind}
              definition={definition}
              facts={facts}
              version={answer.version}
              standing={own.refusals}
              prefilled={prefilled}
              sessions={sessions.data ?? []}
            />
          );
        }}
      </QueryView>
    </>
  );
}
