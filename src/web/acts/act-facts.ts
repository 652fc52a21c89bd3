import { useQuery } from '@tanstack/react-query';
import { listAvailableActs } from '../../contract/available-acts.ts';
import type { Me } from '../../contract/sign-in.ts';
import { emptyCaseState } from '../../domain/case-state.ts';
import type { ActDefinition, Facts } from '../../domain/procedure/act.ts';
import { type CaseView, trackOf } from '../../domain/procedure/case.ts';
import { type Asking, type LoadedCase, useCase } from '../lib/cases.ts';
import { call } from '../lib/client.ts';
import { todayInChina } from '../lib/formats.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import { actorOf } from '../lib/me.ts';

/** The acts of a case that are the person's, each with what forbids it now: the server's own answer. */
export function useAvailableActs(caseId: string, asking: Asking = {}) {
  return useQuery({
    queryKey: ['case', caseId, 'acts-available'],
    queryFn: () => call(listAvailableActs, { params: { caseId } }),
    ...asking,
  });
}

type Known = { me: Me; loaded: LoadedCase; linkage: PeopledLinkage; cases: readonly CaseView[] };

/** Everything the domain's rules ask, as far as the browser knows it; undefined for somebody with no part in the case. */
export function factsOf({ me, loaded, linkage, cases }: Known): Facts | undefined {
  const { view, state } = loaded;
  const own = trackOf(view, me.tenantId);
  if (own === undefined) return undefined;
  const today = todayInChina();
  const { settings, calendar, organisation } = linkage;
  // What sits on a sitting is seen from its topics, of whatever year.
  const topics = cases.filter(
    (other) => other.kind === 'topic' && (other.year === view.year || view.topics?.some(({ id }) => id === other.id)),
  );
  return {
    on: today,
    today,
    actor: actorOf(me),
    view,
    own,
    // Deputies see progress and no contents; what they may do asks for none.
    state: state ?? emptyCaseState,
    settings,
    calendar,
    organisation,
    ...(view.kind === 'topic' ? {} : { topics }),
  };
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
  const sessionId = sittingIdOf(definition, own, named);
  const query = useCase(sessionId ?? '');
  if (sessionId === undefined) return { isPending: false, sitting: undefined };
  return { isPending: query.isPending, sitting: sittingIn(query.data) };
}

function sittingIn(loaded: LoadedCase | undefined): Facts['sitting'] {
  if (loaded === undefined || loaded.state === null) return undefined;
  const { session } = loaded.state;
  return {
    caseId: loaded.view.id,
    name: loaded.view.name,
    opens: session.opens,
    closes: session.closes,
    state: session,
  };
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
