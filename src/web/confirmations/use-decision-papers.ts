import { useQuery } from '@tanstack/react-query';
import { type DateChange, previewMove } from '../../contract/cases.ts';
import type { EnteredActView } from '../../contract/entered-acts.ts';
import { objectOf } from '../../contract/form-fields.ts';
import type { Me } from '../../contract/sign-in.ts';
import { decisionPapers } from '../../domain/document/decision-papers.ts';
import type { TitledPaper } from '../../domain/document/paper.ts';
import { isOfHandlingSession } from '../../domain/session/sitting-progress.ts';
import { factsOf, useSittingOf } from '../lib/case-facts.ts';
import { atEachVisit, useCase, useCases } from '../lib/cases.ts';
import { call } from '../lib/client.ts';
import { usePeopledLinkage } from '../lib/linkage.ts';

/** What a meeting decided on, as it lies in the own record; undefined until it is known. */
export function useDecisionPapers(act: EnteredActView, me: Me): readonly TitledPaper[] | undefined {
  // What is remembered from an earlier page may be an earlier text.
  const loaded = useCase(act.caseId, atEachVisit);
  const linkage = usePeopledLinkage();
  const cases = useCases({});
  const own = loaded.data?.view.tracks.find(({ tenantId }) => tenantId === me.tenantId);
  const { sitting, isPending } = useSittingOf(
    isOfHandlingSession(act.kind) ? own?.handlingSession?.sessionId : own?.session?.sessionId,
  );
  if (
    !loaded.isFetchedAfterMount ||
    loaded.data === undefined ||
    linkage.data === undefined ||
    cases.data === undefined ||
    isPending
  )
    return undefined;
  const facts = factsOf({ me, loaded: loaded.data, linkage: linkage.data, cases: cases.data });
  if (facts === undefined) return [];
  return decisionPapers(act.kind, act.payload, {
    ...facts,
    on: act.on,
    ...(sitting === undefined ? {} : { sitting }),
  });
}

export type Moved = { changes: readonly DateChange[]; isAsSeen: boolean };

/** The dates that a moved sitting changes, as they would change now, and whether that is still what the office had seen. */
export function useMovedDates(act: EnteredActView): { data: Moved | undefined; isWanted: boolean } {
  const { opens, closes, seenChangeSet } = objectOf(act.payload);
  const isWanted = act.kind === 'move-session' && act.state === 'waiting';
  const { data } = useQuery({
    queryKey: ['case', act.caseId, 'move', opens, closes],
    queryFn: async () => {
      const body = { opens: String(opens), closes: String(closes) };
      const { changes, digest } = await call(previewMove, { params: { sessionId: act.caseId }, body });
      return { changes, isAsSeen: digest === seenChangeSet };
    },
    enabled: isWanted,
  });
  return { data, isWanted };
}
