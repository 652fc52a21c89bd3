import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import { actRoute, meetingSchema } from '../../contract/act-route.ts';
import type { ActKind } from '../../contract/acts.ts';
import type { AvailableAct } from '../../contract/available-acts.ts';
import { objectOf, parseForm } from '../../contract/form-fields.ts';
import type { ActDefinition, Facts } from '../../domain/procedure/act.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { checkAct, isCollective } from '../../domain/procedure/check-act.ts';
import { isBlocking, type Refusal } from '../../domain/refusal.ts';
import { call, newIdempotencyKey, ProblemError } from '../lib/client.ts';
import { todayInChina, withDateWords } from '../lib/formats.ts';
import { type FieldError, serverFieldErrors, type Typed } from '../lib/schema-form.ts';
import type { Editors } from '../ui/form/editors.ts';
import { FormFromSchema } from '../ui/form/form-from-schema.tsx';
import { MessageBox } from '../ui/message-box.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { PageSkeleton } from '../ui/states.tsx';
import { useIsNarrow } from '../ui/use-is-phone.ts';
import { useSitting } from './act-facts.ts';
import { ActLinks } from './act-links.tsx';
import { asksDay, sheetSchema } from './act-schema.ts';
import type { Desk, DeskProps } from './desk.ts';
import { DeskFacts } from './desk-facts.ts';
import type { EarlierYear } from './fillings/filling.ts';
import { DraftNote, Entailed, loadReceipt, MeetingEditor, Outgoing, Receipt } from './loaded-later.ts';
import { peopleNotes } from './people-notes.ts';
import type { Outcome } from './receipt.tsx';
import { referenceOptions } from './reference-options.ts';
import { RefusalList } from './refusal-list.tsx';
import type { SheetParts } from './sheet-parts.ts';
import { withStanding } from './standing-rows.ts';
import { type FoundDraft, useDrafting } from './use-draft.ts';

type Props = {
  kind: ActKind;
  definition: ActDefinition;
  facts: Facts;
  version: number;
  /** What the server says before anything is filled in. */
  standing: AvailableAct['refusals'];
  cases: readonly CaseView[];
  earlier: EarlierYear | undefined;
  /** What another page has already asked. */
  prefilled: Typed;
  accountId: string;
  /** What was typed before and not submitted. */
  found: FoundDraft;
  parts: SheetParts;
};

/** The form of one act. The same rules the server asks are asked while it is filled in, so no refusal comes as a surprise. */
export function ActSheet(props: Props) {
  useReceiptAtHand();
  const { kind, definition, facts, version, standing, cases, earlier, prefilled, accountId, parts } = props;
  const follow = useFollowing(parts, facts);
  const [initial] = useState(() =>
    follow(untouchedOf(definition, facts, parts.fill?.(facts, earlier) ?? {}, prefilled)),
  );
  const { schema: payloadSchema, desk } = parts;
  const [found] = useState(() => withStanding(props.found, payloadSchema, initial));
  const drafting = useDrafting({ caseId: facts.view.id, kind, accountId }, found, initial);
  const [changed, setChanged] = useState<{ revision: number; typed: Typed }>();
  // What the form shows: the last change of this revision, else what it was given.
  const typed = changed?.revision === drafting.revision ? changed.typed : (drafting.typed ?? initial);
  const asked = useDeferredValue(typed);
  const payload = objectOf(asked.payload);
  const take = useTakeAct(payloadSchema, definition, facts.view.id, { version, onTaken: drafting.done });
  const { known, complete, refusals } = useJudgement({ payloadSchema, definition, facts, standing }, asked);
  const departures = useNamedDepartures(refusals, take.error);
  const schema = useMemo(
    () => sheetSchema(payloadSchema, definition, departures),
    [payloadSchema, definition, departures],
  );
  const serverErrors = useMemo(() => serverFieldErrors(take.error), [take.error]);
  const remarks = useMemo(() => refusals.flatMap(remarkOf), [refusals]);
  const editors = useMemo(() => ({ meeting: MeetingEditor, ...placed(desk.editors) }), [desk.editors]);
  const options = useMemo(
    () => referenceOptions(definition, facts, cases, parts.options),
    [definition, facts, cases, parts.options],
  );
  const notes = useMemo(() => peopleNotes(facts), [facts]);
  if (take.data !== undefined) {
    return (
      <Suspense fallback={<PageSkeleton />}>
        <Receipt outcome={take.data} definition={definition} caseId={facts.view.id} />
      </Suspense>
    );
  }
  if (standing.some((refusal) => refusal.force === 'must')) {
    return (
      <>
        <RefusalList title="目前不能办理" refusals={standing} type="warning" />
        <ActLinks caseId={facts.view.id} />
      </>
    );
  }
  const blocking = refusals.filter(isBlocking);
  const shown = { facts: known, payload, cases };
  return (
    <Sheet papers={desk.papers} shown={shown}>
      <ProblemAlert error={take.error} />
      <Suspense fallback={null}>
        <DraftNote drafting={drafting} schema={schema} options={options} />
      </Suspense>
      <FormFromSchema
        key={drafting.revision}
        schema={schema}
        initial={drafting.typed ?? initial}
        options={options}
        notes={notes}
        editors={editors}
        remarks={remarks}
        submitText={submitTextOf(definition)}
        busy={take.isPending}
        serverErrors={serverErrors}
        follow={parts.computed === undefined ? undefined : follow}
        onTyped={(next) => {
          setChanged({ revision: drafting.revision, typed: next });
          drafting.changed(next);
        }}
        // The proof for the cast: `sheetSchema` has just parsed it.
        onSubmit={(value) => take.mutate(value as Filled)}
        isSubmitDisabled={blocking.length > 0 || drafting.state.kind === 'conflict'}
      >
        {desk.Below === undefined ? null : <desk.Below {...shown} />}
        <Suspense fallback={null}>
          <Entailed definition={definition} facts={known} payload={payload} cases={cases} />
        </Suspense>
        {blocking.length > 0 ? <RefusalList title="按目前填写的内容不能办理" refusals={blocking} type="error" /> : null}
        {departures.length > 0 ? (
          <MessageBox
            type="info"
            title="原则性规定可以写明理由后办理"
            description="理由载入程序对照表，本单位和市人大常委会都能看到，请只写程序上的原因。"
          />
        ) : null}
        {complete === undefined || blocking.length > 0 ? null : (
          <Suspense fallback={null}>
            <Outgoing definition={definition} facts={known} payload={complete} />
          </Suspense>
        )}
      </FormFromSchema>
    </Sheet>
  );
}

/** Fills in what follows from what is typed and from the sitting, on the day that stands in the form. */
function useFollowing({ computed }: SheetParts, facts: Facts): (typed: Typed) => Typed {
  return useCallback(
    (typed: Typed) => {
      if (computed === undefined) return typed;
      const payload = objectOf(typed.payload);
      const on = typedDay(typed.on) ?? facts.on;
      const next = { ...typed, payload: { ...payload, ...computed({ ...facts, on }, payload) } };
      return JSON.stringify(next) === JSON.stringify(typed) ? typed : next;
    },
    [computed, facts],
  );
}

/** The form, and the papers it is filled in by: beside it where there is room, otherwise folded above it. */
function Sheet({ papers, shown, children }: { papers: Desk['papers']; shown: DeskProps; children: ReactNode }) {
  const isNarrow = useIsNarrow();
  const sheet = (
    <div className="act-sheet">
      <DeskFacts value={shown.facts}>{children}</DeskFacts>
    </div>
  );
  if (papers === undefined) return sheet;
  const { title, Content } = papers;
  return (
    <div className="act-desk">
      {isNarrow ? (
        <details className="act-papers">
          <summary>
            <h2>{title}</h2>
          </summary>
          <Content {...shown} />
        </details>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: papers that scroll must be reachable by keyboard
        <aside className="act-papers" aria-label={title} tabIndex={0}>
          <h2>{title}</h2>
          <Content {...shown} />
        </aside>
      )}
      {sheet}
    </div>
  );
}

function submitTextOf(definition: ActDefinition): string {
  if (isCollective(definition)) return '登记，提请确认';
  return definition.by === 'deputies' ? '提交' : '确认办理';
}

/** As the schema of the sheet parsed it. */
type Filled = { payload?: unknown; meeting?: { date: string }; reasons?: unknown; on?: string };

function useTakeAct(
  payload: z.ZodType,
  definition: ActDefinition,
  caseId: string,
  { version, onTaken }: { version: number; onTaken: () => void },
) {
  const client = useQueryClient();
  // One key for one content: trying again after a broken connection does not do it twice.
  const key = useRef({ content: '', key: '' });
  return useMutation({
    mutationFn: async (sheet: Filled): Promise<Outcome> => {
      const route = actRoute(definition.kind, payload, definition);
      const on = sheet.on ?? sheet.meeting?.date ?? todayInChina();
      const body = { payload: {}, reasons: {}, ...sheet, on, version };
      const content = JSON.stringify(body);
      if (key.current.content !== content) key.current = { content, key: newIdempotencyKey() };
      // `sheetSchema` was built of the schema of this kind and has just parsed the sheet.
      const outcome = await call(route, { params: { caseId }, body: body as never, idempotencyKey: key.current.key });
      return { ...outcome, on };
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

type Judged = Pick<Props, 'definition' | 'facts' | 'standing'> & { payloadSchema: z.ZodType };

/** What the rules say to the form, with the sitting that it names; its payload once it is complete. */
function useJudgement(judged: Judged, asked: Typed) {
  const { payloadSchema, definition, facts, standing } = judged;
  const named = useSitting(definition, facts.own, objectOf(asked.payload).sessionId).sitting;
  const sitting = named ?? facts.sitting;
  return useMemo(() => {
    const on = typedDay(asked.on) ?? typedDay(objectOf(asked.meeting).date) ?? facts.on;
    const known = { ...facts, ...(sitting === undefined ? {} : { sitting }), on };
    const payload = parseForm(payloadSchema, objectOf(asked.payload));
    const refusals = judgeTyped({ payloadSchema, definition, facts: known, standing }, asked);
    return { known, complete: payload.ok ? payload.value : undefined, refusals };
  }, [payloadSchema, definition, facts, sitting, standing, asked]);
}

/** What the rules say to what stands in the form; to an unfinished form only what holds whatever is filled in. */
function judgeTyped({ payloadSchema, definition, facts, standing }: Judged, typed: Typed): readonly Refusal[] {
  const known = standing.map(({ field, ...refusal }) => ({ ...refusal, ...(field === undefined ? {} : { field }) }));
  const payload = parseForm(payloadSchema, objectOf(typed.payload));
  const meeting = meetingSchema.safeParse(typed.meeting);
  if (!payload.ok) return known;
  const refusals = checkAct(definition, payload.value, facts, meeting.success ? meeting.data : undefined);
  // Of a meeting that is not filled in yet the form itself says what is missing.
  return meeting.success ? refusals : refusals.filter(({ field }) => field !== 'meeting');
}

/** A refusal that is about one field stands there too, as long as it holds. */
function remarkOf({ field, text, at }: Refusal): readonly FieldError[] {
  if (at !== undefined) return at.flatMap((place) => remarkAt(place.field, place.text));
  return field === undefined ? [] : remarkAt(field, text);
}

function remarkAt(field: string, text: string): readonly FieldError[] {
  const keys = field.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  return [{ path: field === 'on' || field === 'meeting' ? keys : ['payload', ...keys], text: withDateWords(text) }];
}

/** A desk names places of its payload; the sheet has it among other things. */
function placed(editors: Editors | undefined): Editors {
  return Object.fromEntries(Object.entries(editors ?? {}).map(([place, editor]) => [`payload/${place}`, editor]));
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
function untouchedOf(definition: ActDefinition, facts: Facts, filled: Typed, prefilled: Typed): Typed {
  const { payload, on = dayOf(definition, facts), meeting, reasons } = prefilled;
  return {
    payload: { ...filled, ...objectOf(payload) },
    ...(asksDay(definition) ? { on } : {}),
    ...(meeting === undefined ? meetingOf(definition, facts) : { meeting }),
    ...(reasons === undefined ? {} : { reasons }),
  };
}

/** What a sitting decides happens in it: once it is over, its first day is offered. Everything else happens when it is recorded. */
function dayOf({ by }: ActDefinition, { today, sitting, view, state }: Facts): string {
  const held = view.kind === 'session' ? state.session : sitting;
  const isOver = held !== undefined && held.opens !== '' && today > held.closes;
  return by === 'session' && isOver ? held.opens : today;
}

function typedDay(typed: unknown): string | undefined {
  return typeof typed === 'string' && typed !== '' ? typed : undefined;
}

function meetingOf(definition: ActDefinition, facts: Facts): Typed {
  if (definition.by !== 'council-of-chairpersons') return {};
  return { meeting: { date: facts.today, name: '主任会议', presentIds: [] } };
}

/** The receipt is there before it is needed: an act that was taken is never followed by a page that could not be loaded. */
function useReceiptAtHand(): void {
  useEffect(() => {
    // Away from the server nothing is lost: it is asked for again when the act was taken.
    loadReceipt().catch(() => undefined);
  }, []);
}
