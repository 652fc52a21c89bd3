import type { Grade } from '../ballot/satisfaction.ts';
import { tenantNameOf } from '../organisation/facts.ts';
import type { PackageDraft } from '../package/package.ts';
import { receiveAct } from '../package/receive.ts';
import type { Facts } from '../procedure/act.ts';
import { withResearch } from '../research/with-research.ts';
import type { Verdict } from './demand.ts';
import type { FindingOutcome } from './finding-outcome.ts';

type Judged = { verdicts: readonly Verdict[]; grade: Grade | null };

/**
 * An extract for each county of what became of its findings, and of nobody else's: sealed when the city publishes, and again with verdict
 * and grade when its session has assessed the handling (S2.10, S3.3, S5.3).
 */
export function outcomePackages(facts: Facts, judged: Judged): readonly PackageDraft[] {
  const { own, view, state } = facts;
  if (own.level !== 'city') return [];
  const declined = new Set(
    state.research.answers.flatMap((answer) => (answer.answer === 'declined' ? [answer.findingId] : [])),
  );
  return Object.entries(state.research.countyFindings).flatMap(([countyId, findings]) => {
    const taken = findings.filter(({ id }) => !declined.has(id));
    if (taken.length === 0) return [];
    const outcomes = taken.map(({ id }) => outcomeOf(id, facts, judged));
    return [
      {
        kind: 'finding-outcomes' as const,
        title: `“${view.name}”发现问题办理情况反馈`,
        addresseeIds: [countyId],
        content: { outcomes },
      },
    ];
  });
}

function outcomeOf(
  findingId: string,
  { state: { handling, deliberation }, organisation, on }: Facts,
  { verdicts, grade }: Judged,
): FindingOutcome {
  const demands = handling.demands.filter(({ findingIds }) => findingIds.includes(findingId));
  const left = deliberation.opinion?.withoutDemand.find((entry) => entry.findingId === findingId);
  return {
    findingId,
    reason: demands.length === 0 ? (left?.reason ?? null) : null,
    demands: demands.map(({ id, no, text, organId }) => ({
      no,
      text,
      organName: tenantNameOf(organisation, organId),
      verdict: verdicts.findLast(({ demandId }) => demandId === id)?.verdict ?? null,
    })),
    grade,
    on,
  };
}

/** The newest word on each finding holds. */
export const receiveOutcomes = receiveAct('finding-outcomes', 'topic', 'body', (state, { content }) => {
  const fresh = new Set(content.outcomes.map(({ findingId }) => findingId));
  const kept = state.research.outcomes.filter(({ findingId }) => !fresh.has(findingId));
  return withResearch(state, { outcomes: [...kept, ...content.outcomes] });
});
