import { dayText } from '../calendar/day-text.ts';
import type { CaseState } from '../case-state.ts';
import { type OrganisationFacts, tenantNameOf } from '../organisation/facts.ts';
import type { Facts } from '../procedure/act.ts';
import { trackOf } from '../procedure/case.ts';
import type { Finding } from '../research/finding.ts';
import { placeNameOf } from '../research/places.ts';
import { type ProblemLine, problemLinesOf, problemReportText } from './problem-line.ts';

/** A finding with everything the list of findings is searched, narrowed and ordered by. */
export type FindingRow = {
  finding: Finding;
  /** The body that found it, by its id and in short. */
  bodyId: string;
  isOwn: boolean;
  source: string;
  place: string;
  stands: ProblemLine['stands'];
  /** What reports made of it; undefined while none has. */
  report: string | undefined;
  /** How it read before its last correction, and why that was made. */
  corrected: string | undefined;
};

type Known = { state: CaseState; view: Facts['view']; organisation: OrganisationFacts; ownTenantId: string };

/** Every finding of a topic that a body knows, the own ones in the order they were recorded, then those that counties sent. */
export function findingRowsOf({ state, view, organisation, ownTenantId }: Known): readonly FindingRow[] {
  const corrections = Map.groupBy(state.research.findingCorrections, ({ before }) => before.id);
  const seen = new Set<string>();
  // A finding that two demands rest on has two lines, and one row here.
  return problemLinesOf(state).flatMap((line): FindingRow[] => {
    const { finding, fromTenantId, stands } = line;
    if (finding === undefined || seen.has(finding.id)) return [];
    seen.add(finding.id);
    const last = corrections.get(finding.id)?.at(-1);
    return [
      {
        finding,
        bodyId: fromTenantId ?? ownTenantId,
        isOwn: fromTenantId === undefined,
        source:
          fromTenantId === undefined
            ? '本级'
            : (trackOf(view, fromTenantId)?.shortName ?? tenantNameOf(organisation, fromTenantId)),
        place: placeNameOf(finding.place, { organisation, view }),
        stands,
        report: problemReportText(line),
        corrected:
          last === undefined ? undefined : `${dayText(last.on)}更正，原为“${last.before.title}”，理由：${last.reason}`,
      },
    ];
  });
}
