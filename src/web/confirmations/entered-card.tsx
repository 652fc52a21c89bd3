import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type EnteredActView, enteredStateNames, withdrawEnteredAct } from '../../contract/entered-acts.ts';
import type { Me } from '../../contract/sign-in.ts';
import { checkWithdrawer } from '../../domain/procedure/confirmation.ts';
import { paths } from '../app/paths.ts';
import { useCase, useCases } from '../lib/cases.ts';
import { call, newIdempotencyKey } from '../lib/client.ts';
import { dateText, momentText } from '../lib/formats.ts';
import { usePeopledLinkage } from '../lib/linkage.ts';
import { has } from '../lib/me.ts';
import { namesInState, namesOf } from '../lib/names.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { FactRows } from '../ui/fact-list.tsx';
import { useFeedback } from '../ui/feedback.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import type { NameOf } from '../ui/value-view.tsx';
import { Decide } from './decide.tsx';
import { DecisionContent, useReading } from './decision-content.tsx';
import './confirmations.css';

const stateTones = { waiting: 'soon', confirmed: 'done', 'sent-back': 'overdue', withdrawn: 'off' } as const;

/** One decision of a meeting that the office has entered: who took it when, what on, and what may be done with it. */
export function EnteredCard({ act, me }: { act: EnteredActView; me: Me }) {
  const nameOf = useNames(act.caseId);
  const reading = useReading(act, me);
  return (
    <article aria-label={act.title}>
      <header className="entered-head">
        <h2>{act.title}</h2>
        <span className="act-marks">
          <ClauseTag id={act.clause} text={clauseWords(act.clause)} />
          <StateTag tone={stateTones[act.state]} text={enteredStateNames[act.state]} />
        </span>
      </header>
      <p className="entered-case">
        <Link to={paths.caseOf(act.caseId)}>{act.caseName}</Link>
      </p>
      <EntryFacts act={act} nameOf={nameOf} />
      <DecisionContent act={act} reading={reading} nameOf={nameOf} />
      {act.state === 'waiting' && has(me, 'chairperson') ? <Decide act={act} left={reading.left} /> : null}
      {checkWithdrawer(me, act.enteredBy).length === 0 ? <OfTheOffice act={act} /> : null}
    </article>
  );
}

function EntryFacts({ act, nameOf }: { act: EnteredActView; nameOf: NameOf }) {
  const { meeting } = act;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['日期', dateText(act.on)],
    [
      '会议',
      meeting === null
        ? undefined
        : `${meeting.name}（${dateText(meeting.date)}），${nameOf(meeting.chairId) ?? ''}主持，出席${meeting.presentIds.length}人：${meeting.presentIds.map((id) => nameOf(id) ?? '').join('、')}`,
    ],
    ['登记', `${act.enteredByName}，${momentText(act.enteredAt)}`],
    ['变通理由', Object.values(act.reasons).join('；') || undefined],
    ['退回理由', act.sendBackReason ?? undefined],
  ];
  return <FactRows facts={facts} />;
}

/** What the office may still do with its entry: take it back while it waits, and fill it in again once it has come back. */
function OfTheOffice({ act }: { act: EnteredActView }) {
  const { message } = useFeedback();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () =>
      call(withdrawEnteredAct, { params: { enteredId: act.id }, body: {}, idempotencyKey: newIdempotencyKey() }),
    onSuccess: () => {
      void message.success('已撤回，可以在“已撤回”中改好后重新登记');
      return client.invalidateQueries();
    },
  });
  switch (act.state) {
    case 'waiting':
      return (
        <div className="decide">
          <ProblemAlert error={withdraw.error} />
          <div className="decide-buttons">
            <ConfirmButton
              question={`撤回“${act.title}”？`}
              detail="撤回后不再等待确认，可以在“已撤回”中改好后重新登记。"
              onConfirm={() => withdraw.mutateAsync()}
              button={{ loading: withdraw.isPending }}
            >
              撤回
            </ConfirmButton>
          </div>
        </div>
      );
    case 'sent-back':
    case 'withdrawn':
      return (
        <p className="decide">
          <Link to={paths.act(act.caseId, act.kind)} state={contentOf(act)}>
            改好后重新登记
          </Link>
        </p>
      );
    case 'confirmed':
      return null;
  }
}

/** What was filled in, for a sheet that goes on from there. */
function contentOf({ on, payload, meeting, reasons }: EnteredActView) {
  return { on, payload, reasons, ...(meeting === null ? {} : { meeting }), isInstead: true };
}

function useNames(caseId: string): NameOf {
  const linkage = usePeopledLinkage();
  const loaded = useCase(caseId);
  const organisation = linkage.data === undefined ? new Map() : namesOf(linkage.data.organisation);
  const own = namesInState(loaded.data?.state ?? null);
  // A session is convened for topics, which are cases of their own.
  const cases = useCases({});
  const topics = new Map((cases.data ?? []).map((view) => [view.id, view.name]));
  return (id) => own.get(id) ?? organisation.get(id) ?? topics.get(id);
}
