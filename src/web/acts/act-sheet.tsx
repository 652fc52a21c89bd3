import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { type ActKind, type AvailableAct, actSchemas, meetingSchema, takeActRoute } from '../../contract/acts.ts';
import { objectOf, parseForm } from '../../contract/form-fields.ts';
import type { ActDefinition, Facts } from '../../domain/procedure/act.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { checkAct, isCollective } from '../../domain/procedure/check-act.ts';
import { isBlocking, type Refusal } from '../../domain/refusal.ts';
import { call, newIdempotencyKey, ProblemError } from '../lib/client.ts';
import { serverFieldErrors, type Typed } from '../lib/schema-form.ts';
import { FormFromSchema } from '../ui/form/form-from-schema.tsx';
import { MessageBox } from '../ui/message-box.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useSitting } from './act-facts.ts';
import { sheetSchema } from './act-schema.ts';
import { DraftNote } from './draft-note.tsx';
import { Entailed } from './entailed.tsx';
import { initialPayload } from './initial-values.ts';
import { Outgoing } from './outgoing.tsx';
import { peopleNotes } from './people-notes.ts';
import { type Outcome, Receipt } from './receipt.tsx';
import { referenceOptions } from './reference-options.ts';
import { RefusalList } from './refusal-list.tsx';
import { SimilarSuggestions } from './similar-suggestions.tsx';
import { type FoundDraft, useDrafting } from './use-draft.ts';

type Props = {
  kind: ActKind;
  definition: ActDefinition;
  facts: Facts;
  version: number;
  /** What the server says before anything is filled in. */
  standing: AvailableAct['refusals'];
  cases: readonly CaseView[];
  /** What another page has already asked. */
  prefilled: Typed;
  accountId: string;
  /** What was typed before and not submitted. */
  found: FoundDraft;
};

/** The form of one act. The same rules the server asks are asked while it is filled in, so no refusal comes as a surprise. */
export function ActSheet({ kind, definition, facts, version, standing, cases, prefilled, accountId, found }: Props) {
  const [initial] = useState(() => untouchedOf(kind, definition, facts, prefilled));
  const drafting = useDrafting({ caseId: facts.view.id, kind, accountId }, found, initial);
  const [changed, setChanged] = useState<{ revision: number; typed: Typed }>();
  // What the form shows: the last change of this revision, else what it was given.
  const typed = changed?.revision === drafting.revision ? changed.typed : (drafting.typed ?? initial);
  const asked = useDeferredValue(typed);
  const payload = objectOf(asked.payload);
  const take = useTakeAct(kind, definition, facts.view.id, version, drafting.done);
  const { known, complete, refusals } = useJudgement({ kind, definition, facts, standing }, asked);
  const departures = useNamedDepartures(refusals, take.error);
  const schema = useMemo(() => sheetSchema(kind, definition, departures), [kind, definition, departures]);
  const serverErrors = useMemo(() => serverFieldErrors(take.error), [take.error]);
  const options = useMemo(() => referenceOptions(definition, facts, cases), [definition, facts, cases]);
  const notes = useMemo(() => peopleNotes(facts), [facts]);
  if (take.data !== undefined) return <Receipt outcome={take.data} definition={definition} caseId={facts.view.id} />;
  if (standing.some((refusal) => refusal.force === 'must')) {
    return <RefusalList title="目前不能办理" refusals={standing} type="warning" />;
  }
  const blocking = refusals.filter(isBlocking);
  return (
    <div className="act-sheet">
      <ProblemAlert error={take.error} />
      <DraftNote drafting={drafting} schema={schema} options={options} />
      <FormFromSchema
        key={drafting.revision}
        schema={schema}
        initial={drafting.typed ?? initial}
        options={options}
        notes={notes}
        submitText={isCollective(definition) ? '登记，提请确认' : '确认办理'}
        busy={take.isPending}
        serverErrors={serverErrors}
        onTyped={(next) => {
          setChanged({ revision: drafting.revision, typed: next });
          drafting.changed(next);
        }}
        onSubmit={(value) => take.mutate(value)}
        isSubmitDisabled={blocking.length > 0}
      >
        <Entailed definition={definition} facts={known} payload={payload} cases={cases} />
        <SimilarSuggestions kind={kind} caseId={facts.view.id} payload={payload} />
        {blocking.length > 0 ? <RefusalList title="按目前填写的内容不能办理" refusals={blocking} type="error" /> : null}
        {departures.length > 0 ? (
          <MessageBox
            type="info"
            title="原则性规定可以写明理由后办理"
            description="理由载入程序对照表，本单位和市人大常委会都能看到，请只写程序上的原因。"
          />
        ) : null}
        {complete === undefined || blocking.length > 0 ? null : (
          <Outgoing definition={definition} facts={known} payload={complete} />
        )}
      </FormFromSchema>
    </div>
  );
}

type Sheet = { payload?: unknown; meeting?: unknown; reasons?: unknown; on: string };

function useTakeAct(kind: ActKind, definition: ActDefinition, caseId: string, version: number, onTaken: () => void) {
  const client = useQueryClient();
  // One key for one content: trying again after a broken connection does not do it twice.
  const key = useRef({ content: '', key: '' });
  return useMutation({
    mutationFn: async (sheet: Sheet): Promise<Outcome> => {
      const route = takeActRoute(kind, definition.title, definition.clause);
      const body = { payload: {}, reasons: {}, ...sheet, version };
      const content = JSON.stringify(body);
      if (key.current.content !== content) key.current = { content, key: newIdempotencyKey() };
      // `sheetSchema` was built of the schema of this kind and has just parsed the sheet.
      const outcome = await call(route, { params: { caseId }, body: body as never, idempotencyKey: key.current.key });
      return { ...outcome, on: sheet.on };
    },
    onSuccess: () => {
      onTaken();
      void client.invalidateQueries();
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.problem.code === 'case/changed') {
        void client.invalidateQueries({ queryKey: ['case', caseId] });
      }
    },
  });
}

type Judged = Pick<Props, 'kind' | 'definition' | 'facts' | 'standing'>;

/** What the rules say to the form, with the sitting that it names; its payload once it is complete. */
function useJudgement(judged: Judged, asked: Typed) {
  const { kind, definition, facts, standing } = judged;
  const named = useSitting(definition, facts.own, objectOf(asked.payload).sessionId).sitting;
  const sitting = named ?? facts.sitting;
  return useMemo(() => {
    const on = typeof asked.on === 'string' && asked.on !== '' ? asked.on : facts.on;
    const known = { ...facts, ...(sitting === undefined ? {} : { sitting }), on };
    const payload = parseForm(actSchemas[kind], objectOf(asked.payload));
    const refusals = judgeTyped({ kind, definition, facts: known, standing }, asked);
    return { known, complete: payload.ok ? payload.value : undefined, refusals };
  }, [kind, definition, facts, sitting, standing, asked]);
}

/** What the rules say to what stands in the form; to an unfinished form only what holds whatever is filled in. */
function judgeTyped({ kind, definition, facts, standing }: Judged, typed: Typed): readonly Refusal[] {
  const known = standing.map(({ field, ...refusal }) => ({ ...refusal, ...(field === undefined ? {} : { field }) }));
  const payload = parseForm(actSchemas[kind], objectOf(typed.payload));
  const meeting = meetingSchema.safeParse(typed.meeting);
  const needsMeeting = definition.by === 'council-of-chairpersons';
  if (!payload.ok || (needsMeeting && !meeting.success)) return known;
  return checkAct(definition, payload.value, facts, needsMeeting && meeting.success ? meeting.data : undefined);
}

/** Departures named so far keep their field while the person goes on typing; the server may name one that the browser cannot know. */
function useNamedDepartures(refusals: readonly Refusal[], error: Error | null): readonly Refusal[] {
  const fromServer = error instanceof ProblemError ? (error.problem.refusals ?? []) : [];
  const all = [...refusals, ...fromServer].filter((refusal) => refusal.force === 'in-principle');
  const seen = new Map(all.map((refusal) => [refusal.code, refusal]));
  const fingerprint = [...seen.values()].map(({ code, text }) => `${code} ${text}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fingerprint says whether anything changed
  return useMemo(
    () => [...seen.values()].map(({ code, force, clause, text }) => ({ code, force, clause, text })),
    [fingerprint],
  );
}

/** What stands in the form before anything is typed. */
function untouchedOf(kind: ActKind, definition: ActDefinition, facts: Facts, prefilled: Typed): Typed {
  const { payload, on = dayOf(facts), meeting, reasons } = prefilled;
  return {
    payload: { ...initialPayload(kind, facts), ...objectOf(payload) },
    on,
    ...(meeting === undefined ? meetingOf(definition, facts) : { meeting }),
    ...(reasons === undefined ? {} : { reasons }),
  };
}

/** Of a sitting that is over, its first day is offered: its acts happened then. */
function dayOf({ today, sitting }: Facts): string {
  return sitting !== undefined && sitting.opens !== '' && today > sitting.closes ? sitting.opens : today;
}

function meetingOf(definition: ActDefinition, facts: Facts): Typed {
  if (definition.by !== 'council-of-chairpersons') return {};
  return { meeting: { date: facts.today, name: '主任会议', presentIds: [] } };
}
