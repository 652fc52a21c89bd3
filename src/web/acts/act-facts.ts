import { useQuery } from '@tanstack/react-query';
import { listAvailableActs } from '../../contract/acts.ts';
import type { Me } from '../../contract/sign-in.ts';
import type { ActDefinition, Facts } from '../../domain/procedure/act.ts';
import { trackOf } from '../../domain/procedure/case.ts';
import { type LoadedCase, useCase } from '../lib/cases.ts';
import { call } from '../lib/client.ts';
import { todayInChina } from '../lib/formats.ts';
import type { Linkage } from '../lib/linkage.ts';
import { actorOf } from '../lib/me.ts';

/** The acts of a case that are the person's, each with what forbids it now: the server's own answer. */
export function useAvailableActs(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'acts-available'],
    queryFn: () => call(listAvailableActs, { params: { caseId } }),
  });
}

/** Everything the domain's rules ask, as far as the browser knows it; undefined for somebody with no part in the case. */
export function factsOf(input: { me: Me; loaded: LoadedCase; linkage: Linkage }): Facts | undefined {
  const { me, loaded, linkage } = input;
  const own = trackOf(loaded.view, me.tenantId);
  if (own === undefined || loaded.state === null) return undefined;
  const today = todayInChina();
  const { settings, calendar, organisation } = linkage;
  return {
    on: today,
    today,
    actor: actorOf(me),
    view: loaded.view,
    own,
    state: loaded.state,
    settings,
    calendar,
    organisation,
  };
}

/** The sitting an act happens in, when it happens in one: asked for as its own case. */
export function useSitting(definition: ActDefinition | undefined, facts: Facts | undefined, named: unknown) {
  const sessionId = sittingIdOf(definition, facts, named);
  const sitting = useCase(sessionId ?? '');
  const loaded = sessionId === undefined ? undefined : sitting.data;
  if (loaded?.state == null) return undefined;
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
  facts: Facts | undefined,
  named: unknown,
): string | undefined {
  if (definition === undefined || facts === undefined) return undefined;
  if (definition.sitting === 'named') return typeof named === 'string' ? named : undefined;
  if (definition.sitting === 'handling') return facts.own.handlingSession?.sessionId;
  return definition.by === 'session' || definition.sitting === 'deliberation'
    ? facts.own.session?.sessionId
    : undefined;
}
