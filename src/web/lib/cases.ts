import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { type caseViewSchema, listCases, readCase } from '../../contract/cases.ts';
import type { CaseState } from '../../domain/case-state.ts';
import type { CaseKind, CaseView } from '../../domain/procedure/case.ts';
import { call } from './client.ts';

export type LoadedCase = {
  view: CaseView;
  /** The own tenant's contents; null for those who see progress only. */
  state: CaseState | null;
  /** Whether the reader is in the topic's joint research team. */
  isInTeam: boolean;
  /** Steps of the own tenant whose decision is entered and waits for its confirmation. */
  enteredSteps: readonly string[];
  superseded: Awaited<ReturnType<typeof loadCase>>['superseded'];
};

/** For what something is begun with: asked for at each visit, however lately it was, because news of an act takes a moment to arrive. */
export const atEachVisit = { refetchOnMount: 'always' } as const;
export type Asking = Partial<typeof atEachVisit>;

/** One case with the own contents; nothing is asked for an empty id. Live news asks for it again. */
export function useCase(caseId: string, asking: Asking = {}) {
  return useQuery({ queryKey: ['case', caseId], queryFn: () => loadCase(caseId), enabled: caseId !== '', ...asking });
}

/** Cases of a year, or of one kind, or all. */
export function useCases(filter: { year?: number; kind?: CaseKind }, asking: Asking = {}) {
  return useQuery({
    queryKey: ['cases', filter],
    queryFn: async () => (await call(listCases, { query: filter })).cases.map(domainView),
    ...asking,
  });
}

/** One case as the server answers it. */
export async function loadCase(caseId: string) {
  const { view, state, isInTeam, enteredSteps, superseded } = await call(readCase, { params: { caseId } });
  // `state` is the domain's own fold, sent as it is (contract/cases.ts).
  return { view: domainView(view), state: state as CaseState | null, isInTeam, enteredSteps, superseded };
}

/** The wire leaves absent members out, so the optional members of the schema are the domain's exact ones. */
function domainView(view: z.output<typeof caseViewSchema>): CaseView {
  return view as CaseView;
}
