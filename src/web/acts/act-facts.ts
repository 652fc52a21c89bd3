import { useQuery } from '@tanstack/react-query';
import { listAvailableActs } from '../../contract/available-acts.ts';
import type { ActDefinition, Facts } from '../../domain/procedure/act.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { useSittingOf } from '../lib/case-facts.ts';
import { type Asking, useCase } from '../lib/cases.ts';
import { call } from '../lib/client.ts';

/** The acts of a case that are the person's, each with what forbids it now: the server's own answer. */
export function useAvailableActs(caseId: string, asking: Asking = {}) {
  return useQuery({
    queryKey: ['case', caseId, 'acts-available'],
    queryFn: () => call(listAvailableActs, { params: { caseId } }),
    ...asking,
  });
}

/** The latest year before that the own unit has on record, for what is done every year anew; asked for only where a form begins with it. */
export function useEarlierYear(kind: string, view: CaseView, cases: readonly CaseView[]) {
  const asks = beginsWithEarlier.includes(kind) && view.kind === 'year';
  const before = cases.filter((other) => other.kind === 'year' && other.year < view.year);
  const [latest] = before.toSorted((one, other) => other.year - one.year);
  const query = useCase(asks ? (latest?.id ?? '') : '');
  if (!asks || latest === undefined) return { isPending: false, earlier: undefined };
  const state = query.data?.state ?? null;
  return { isPending: query.isPending, earlier: state === null ? undefined : { year: latest.year, state } };
}

const beginsWithEarlier: readonly string[] = ['open-solicitation'];

/**
 * The sitting an act happens in, as its own case. `named`: what stands in the form of an act that names its sitting. Pending is told
 * apart from none, so that a form does not open before it is known.
 */
export function useSitting(definition: ActDefinition | undefined, own: Facts['own'] | undefined, named: unknown) {
  return useSittingOf(sittingIdOf(definition, own, named));
}

function sittingIdOf(
  definition: ActDefinition | undefined,
  own: Facts['own'] | undefined,
  named: unknown,
): string | undefined {
  if (definition === undefined || own === undefined || definition.case !== 'topic') return undefined;
  if (definition.sitting === 'named') return typeof named === 'string' && named !== '' ? named : undefined;
  return definition.sitting === 'handling' ? own.handlingSession?.sessionId : own.session?.sessionId;
}
