import type { Me } from '../../contract/sign-in.ts';
import { emptyCaseState } from '../../domain/case-state.ts';
import type { Facts } from '../../domain/procedure/act.ts';
import { type CaseView, trackOf } from '../../domain/procedure/case.ts';
import { type LoadedCase, useCase } from './cases.ts';
import { todayInChina } from './formats.ts';
import type { PeopledLinkage } from './linkage.ts';
import { actorOf } from './me.ts';

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

/** A sitting as its own case tells it; nothing is asked for none. */
export function useSittingOf(sessionId: string | undefined) {
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
