import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { readItinerary, saveItinerary, suggestItinerary } from '../../contract/itineraries.ts';
import type { Itinerary } from '../../domain/research/itinerary.ts';
import { call, ProblemError } from '../lib/client.ts';

/** What is changed waits so long before it is saved, in milliseconds. */
const pauseMs = 900;

export type FoundItinerary = Awaited<ReturnType<typeof load>>;
export type SavingState = 'untouched' | 'waiting' | 'saved' | 'failed';

const load = (caseId: string) => call(readItinerary, { params: { caseId } });

/** Under the case's key: news of the case asks for it again. */
export function useItinerary(caseId: string) {
  return useQuery({ queryKey: ['case', caseId, 'itinerary'], queryFn: () => load(caseId) });
}

/** Asks for the visits with the fewest days; nothing is saved by it. */
export function useSuggestion(caseId: string) {
  return useMutation({
    mutationFn: (body: { plan: Itinerary; placeIds: string[] }) =>
      call(suggestItinerary, { params: { caseId }, body: { ...body, plan: sent(body.plan) } }),
  });
}

/** Keeps the itinerary as it is changed, on the version that was seen; whoever was overtaken is told and decides. */
export function useKeptItinerary(caseId: string, found: FoundItinerary, untouched: Itinerary) {
  const client = useQueryClient();
  const [plan, setPlan] = useState<Itinerary>(found.saved?.plan ?? untouched);
  const [state, setState] = useState<SavingState>('untouched');
  const [error, setError] = useState<Error | null>(null);
  const version = useRef(found.saved?.version ?? 0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(plan);
  const saving = useRef<Promise<void>>(Promise.resolve());
  const failure = useRef<Error>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const save = async () => {
    try {
      const saved = await call(saveItinerary, { params: { caseId }, body: sentOn(version.current, latest.current) });
      version.current = saved.version;
      client.setQueryData<FoundItinerary>(['case', caseId, 'itinerary'], (before) =>
        before === undefined ? before : { ...before, saved },
      );
      failure.current = undefined;
      setError(null);
      setState('saved');
    } catch (problem) {
      failure.current = problem instanceof Error ? problem : new Error(String(problem));
      setError(failure.current);
      setState('failed');
    }
  };
  // One after the other: each save stands on the version of the last.
  const saveNext = () => {
    timer.current = undefined;
    saving.current = saving.current.then(save);
  };
  return {
    plan,
    state,
    error,
    isOvertaken: error instanceof ProblemError && error.problem.code === 'itinerary/changed',
    change: (changes: Partial<Itinerary>) => {
      latest.current = { ...latest.current, ...changes };
      setPlan(latest.current);
      setState('waiting');
      clearTimeout(timer.current);
      timer.current = setTimeout(saveNext, pauseMs);
    },
    /** Saves what still waits, for whoever needs the plan at the server as it is here. Throws what kept it from being saved. */
    saveNow: async () => {
      if (timer.current !== undefined) {
        clearTimeout(timer.current);
        saveNext();
      }
      await saving.current;
      if (failure.current !== undefined) throw failure.current;
    },
    /** Takes what a colleague has saved instead of the own changes. */
    takeTheirs: async () => {
      const theirs = await client.fetchQuery({ queryKey: ['case', caseId, 'itinerary'], queryFn: () => load(caseId) });
      version.current = theirs.saved?.version ?? 0;
      latest.current = theirs.saved?.plan ?? untouched;
      setPlan(latest.current);
      failure.current = undefined;
      setError(null);
      setState('untouched');
    },
    /** Saves the own changes over what a colleague has saved. */
    takeMine: async () => {
      const theirs = await load(caseId);
      version.current = theirs.saved?.version ?? 0;
      saveNext();
    },
  };
}

function sentOn(version: number, plan: Itinerary) {
  return { version, plan: sent(plan) };
}

/** The wire's lists are not read-only. */
function sent(plan: Itinerary) {
  return {
    ...plan,
    leaderIds: [...plan.leaderIds],
    stops: [...plan.stops],
  };
}
