import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ActKind } from '../../contract/acts.ts';
import { type ActDraft, discardDraft, readDraft, saveDraft } from '../../contract/drafts.ts';
import { type DraftConflict, isSame, mergeDrafts, withValueAt } from '../../contract/merge-drafts.ts';
import { call, ProblemError } from '../lib/client.ts';
import type { Typed } from '../lib/schema-form.ts';
import { forgetLocal, keepLocal, localDraft } from './local-draft.ts';

/** Typing pauses this long before what stands in the form is saved. */
const pauseMs = 1200;

export type DraftState =
  | { kind: 'none' }
  | { kind: 'restored'; byName: string; at: string }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  /** Kept in this browser only: the server cannot be reached. */
  | { kind: 'local' }
  | { kind: 'merged'; byName: string }
  | { kind: 'conflict'; byName: string; conflicts: readonly DraftConflict[] };

type Place = { caseId: string; kind: ActKind; accountId: string };

/** The draft of a form as it is found when the sheet is opened; a newer copy of this browser wins over the server's. */
export function useStoredDraft({ caseId, kind, accountId }: Place) {
  return useQuery({
    queryKey: ['draft', caseId, kind],
    queryFn: async (): Promise<FoundDraft> => {
      const { draft } = await call(readDraft, { params: { caseId, kind } });
      return { draft, local: localDraft({ caseId, kind, accountId }, draft?.savedAt) };
    },
    // The sheet goes on with what it opened with; a later version of somebody else shows when this one is saved.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: 1,
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

export type FoundDraft = { draft: ActDraft | null; local: Typed | undefined };

type Base = { version: number; typed: Typed };
type Attempt =
  | { kind: 'saved'; at: string; base: Base }
  | { kind: 'unreachable' }
  | { kind: 'changed'; byName: string; base: Base; merged: Typed; conflicts: readonly DraftConflict[] };

/** Saves on the version that was seen; where somebody has saved since, brings both together instead. */
async function attempt({ caseId, kind }: Place, base: Base, typed: Typed, untouched: Typed): Promise<Attempt> {
  const params = { caseId, kind };
  try {
    const saved = await call(saveDraft, { params, body: { version: base.version, typed: { ...typed } } });
    return { kind: 'saved', at: saved.savedAt, base: { version: saved.version, typed } };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.problem.code !== 'draft/changed') return { kind: 'unreachable' };
    const { draft } = await call(readDraft, { params });
    const theirs = draft?.typed ?? untouched;
    const now = { version: draft?.version ?? 0, typed: theirs };
    return { kind: 'changed', byName: draft?.savedByName ?? '', base: now, ...mergeDrafts(base.typed, typed, theirs) };
  }
}

/**
 * Keeps what is typed: at once in this browser, after a pause on the server, on the version that was seen. What a colleague has saved
 * meanwhile is merged; a place that both have changed is shown and decided by the person.
 */
export function useDrafting(place: Place, found: FoundDraft, untouched: Typed): Drafting {
  const [shown, setShown] = useState(() => ({ typed: found.local ?? found.draft?.typed, revision: 0 }));
  const [state, setState] = useState<DraftState>(() => firstState(found));
  const base = useRef<Base>({ version: found.draft?.version ?? 0, typed: found.draft?.typed ?? untouched });
  const latest = useRef<Typed | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const show = (typed: Typed | undefined) => {
    latest.current = typed;
    setShown(({ revision }) => ({ typed, revision: revision + 1 }));
  };
  const save = async (): Promise<void> => {
    const typed = latest.current;
    if (typed === undefined || isSame(typed, base.current.typed)) return;
    setState({ kind: 'saving' });
    const outcome = await attempt(place, base.current, typed, untouched);
    if (outcome.kind === 'unreachable') return setState({ kind: 'local' });
    base.current = outcome.base;
    if (outcome.kind === 'saved') {
      forgetLocal(place);
      return setState({ kind: 'saved', at: outcome.at });
    }
    const { byName, conflicts, merged } = outcome;
    show(merged);
    setState(conflicts.length > 0 ? { kind: 'conflict', byName, conflicts } : { kind: 'merged', byName });
    if (conflicts.length === 0) saveLater();
  };
  const saveLater = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), pauseMs);
  };
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
      keepLocal(place, typed);
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
      show(undefined);
      setState({ kind: 'none' });
    },
    done: forget,
  };
}

function firstState({ draft, local }: FoundDraft): DraftState {
  if (local !== undefined) return { kind: 'restored', byName: '本机', at: '' };
  return draft === null ? { kind: 'none' } : { kind: 'restored', byName: draft.savedByName, at: draft.savedAt };
}
