import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ActKind } from '../../contract/acts.ts';
import { type ActDraft, discardDraft, readDraft, saveDraft } from '../../contract/drafts.ts';
import { type DraftConflict, isSame, mergeDrafts, withValueAt } from '../../contract/merge-drafts.ts';
import { atEachVisit } from '../lib/cases.ts';
import { call, isUnreachable, ProblemError } from '../lib/client.ts';
import type { Typed } from '../lib/schema-form.ts';
import { type Base, forgetLocal, type Kept, keepLocal, localDraft } from './local-draft.ts';

/** Typing pauses this long before what stands in the form is saved. */
const pauseMs = 1200;

export type DraftState =
  | { kind: 'none' }
  | { kind: 'restored'; byName: string; at: string }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  /** Kept in this browser only: the server cannot be reached. */
  | { kind: 'local' }
  /** Kept in this browser only, until somebody signs in again. */
  | { kind: 'signed-out' }
  /** Kept in this browser only: the server does not take it, and says why. */
  | { kind: 'refused'; why: string }
  | { kind: 'merged'; byName: string }
  /** The draft has been given up or its act taken elsewhere; what stood here still stands. */
  | { kind: 'kept' }
  | { kind: 'conflict'; byName: string; conflicts: readonly DraftConflict[] };

type Place = { caseId: string; kind: ActKind; accountId: string };

/** The draft of a form as it is found when the sheet is opened: the server's, and what this browser could not send there. */
export function useStoredDraft({ caseId, kind, accountId }: Place) {
  return useQuery({
    queryKey: ['draft', caseId, kind],
    queryFn: async (): Promise<FoundDraft> => {
      const { draft } = await call(readDraft, { params: { caseId, kind } });
      return { draft, local: localDraft({ caseId, kind, accountId }) };
    },
    // The sheet goes on with what it opened with; a later version of somebody else shows when this one is saved.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: 1,
    ...atEachVisit,
  });
}

export type Drafting = {
  /** What the form is to show; a new `revision` means that it was changed from outside. */
  typed: Typed | undefined;
  revision: number;
  state: DraftState;
  changed: (typed: Typed) => void;
  /** Decides a place that both have changed. */
  settle: (conflict: DraftConflict, value: unknown) => void;
  discard: () => Promise<void>;
  /** The act has been taken: the server has forgotten the draft, this browser does too. */
  done: () => void;
};

/** `over`: a draft that lies there and is not taken up; what is typed instead is saved over it. */
export type FoundDraft = { draft: ActDraft | null; local: Kept | undefined; over?: ActDraft | null };

/** What stands in the form after mine and the server's were brought together, over which version, and what is left to decide. */
type Together = { base: Base; typed: Typed; state: DraftState };
type Attempt =
  | { kind: 'saved'; at: string; base: Base }
  | { kind: 'not-saved'; state: DraftState }
  | ({ kind: 'changed' } & Together);

/** Nothing of either is lost: what one alone has changed is taken, a place that both have changed is to be decided. */
function bringTogether({ base, typed }: Kept, draft: ActDraft | null, untouched: Typed): Together {
  if (draft === null) return { base: { version: 0, typed: untouched }, typed, state: { kind: 'kept' } };
  const { version, typed: theirs, savedByName: byName } = draft;
  const { merged, conflicts } = mergeDrafts(base.typed, typed, theirs);
  const state: DraftState = conflicts.length > 0 ? { kind: 'conflict', byName, conflicts } : { kind: 'merged', byName };
  return { base: { version, typed: theirs }, typed: merged, state };
}

/** Saves on the version that was seen; where somebody has saved since, brings both together instead. */
async function attempt({ caseId, kind }: Place, base: Base, typed: Typed, untouched: Typed): Promise<Attempt> {
  const params = { caseId, kind };
  try {
    const saved = await call(saveDraft, { params, body: { version: base.version, typed: { ...typed } } });
    return { kind: 'saved', at: saved.savedAt, base: { version: saved.version, typed } };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.problem.code !== 'draft/changed') return { kind: 'not-saved', state: unsavedState(error) };
    const { draft } = await call(readDraft, { params });
    return { kind: 'changed', ...bringTogether({ base, typed }, draft, untouched) };
  }
}

function unsavedState(error: ProblemError): DraftState {
  if (isUnreachable(error)) return { kind: 'local' };
  return error.problem.status === 401 ? { kind: 'signed-out' } : { kind: 'refused', why: error.message };
}

/**
 * Keeps what is typed: at once in this browser, after a pause on the server, on the version that was seen. What a colleague has saved
 * meanwhile is merged; a place that both have changed is shown and decided by the person.
 */
export function useDrafting(place: Place, found: FoundDraft, untouched: Typed): Drafting {
  const [start] = useState(() => startOf(found, untouched));
  const [shown, setShown] = useState({ typed: start.typed, revision: 0 });
  const [state, setState] = useState(start.state);
  const base = useRef(start.base);
  /** The version this browser's copy is kept over: an undecided conflict is found again when the sheet is opened again. */
  const keptOver = useRef(found.local?.base ?? start.base);
  const latest = useRef(found.local === undefined ? undefined : start.typed);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = (typed: Typed | undefined) => {
    latest.current = typed;
    setShown(({ revision }) => ({ typed, revision: revision + 1 }));
  };
  const save = async (): Promise<void> => {
    const typed = latest.current;
    if (typed === undefined || isSame(typed, base.current.typed)) return;
    setState({ kind: 'saving' });
    const outcome = await attempt(place, base.current, typed, untouched);
    if (outcome.kind === 'not-saved') return setState(outcome.state);
    base.current = outcome.base;
    if (outcome.kind === 'saved') {
      keptOver.current = outcome.base;
      if (latest.current === typed) forgetLocal(place);
      return setState({ kind: 'saved', at: outcome.at });
    }
    show(outcome.typed);
    setState(outcome.state);
    if (outcome.state.kind !== 'conflict') saveLater();
  };
  const saveLater = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), pauseMs);
  };
  useOnOpenAndOnline(() => {
    if (state.kind !== 'conflict' && latest.current !== undefined) saveLater();
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const forget = () => {
    clearTimeout(timer.current);
    latest.current = undefined;
    forgetLocal(place);
  };

  return {
    ...shown,
    state,
    changed: (typed) => {
      if (isSame(typed, latest.current ?? shown.typed ?? untouched)) return;
      latest.current = typed;
      keepLocal(place, { base: keptOver.current, typed });
      // While a conflict is open nothing is written over; the person decides first.
      if (state.kind !== 'conflict') saveLater();
    },
    settle: (conflict, value) => {
      if (state.kind !== 'conflict') return;
      show(withValueAt(latest.current ?? {}, conflict.path, value));
      const conflicts = state.conflicts.filter((other) => other !== conflict);
      setState(conflicts.length > 0 ? { ...state, conflicts } : { kind: 'merged', byName: state.byName });
      if (conflicts.length === 0) saveLater();
    },
    discard: async () => {
      await call(discardDraft, { params: { caseId: place.caseId, kind: place.kind } });
      forget();
      base.current = { version: 0, typed: untouched };
      keptOver.current = base.current;
      show(undefined);
      setState({ kind: 'none' });
    },
    done: forget,
  };
}

/** What could not be sent is sent when the sheet is opened again and when the network returns, without another key being pressed. */
function useOnOpenAndOnline(resume: () => void): void {
  const onResume = useEffectEvent(resume);
  useEffect(() => {
    onResume();
    const listener = () => onResume();
    window.addEventListener('online', listener);
    return () => window.removeEventListener('online', listener);
  }, []);
}

function startOf(
  { draft, local, over = null }: FoundDraft,
  untouched: Typed,
): { base: Base; typed: Typed | undefined; state: DraftState } {
  if (over !== null)
    return { base: { version: over.version, typed: over.typed }, typed: undefined, state: { kind: 'none' } };
  const base = { version: draft?.version ?? 0, typed: draft?.typed ?? untouched };
  if (local !== undefined && local.base.version !== base.version) return bringTogether(local, draft, untouched);
  if (local !== undefined) return { base, typed: local.typed, state: { kind: 'restored', byName: '本机', at: '' } };
  if (draft === null) return { base, typed: undefined, state: { kind: 'none' } };
  return { base, typed: draft.typed, state: { kind: 'restored', byName: draft.savedByName, at: draft.savedAt } };
}
