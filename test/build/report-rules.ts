/** An act as it stands in a chain: payloads are data, each rule knows the fields of the kinds it asks about. */
type Act = { kind: string; payload: Readonly<Record<string, unknown>> };
type Finding = { id: string };
type Answer = { findingId: string; answer: string; paragraphNo: number; reason: string };
type Report = { paragraphs: { findingIds: string[] }[]; leftOut: { findingId: string; reason: string }[] };

/** Findings the city has signed for, and what it says to them, from the receipts and its own acts (S2.10). */
export function findingsAnswered(acts: readonly Act[]): boolean {
  const received = acts.filter(({ kind }) => kind === 'receive-package/research-report');
  const findings = received.flatMap(({ payload }) => (payload.content as { findings: Finding[] }).findings);
  const report = reportIn(acts);
  const late = acts.filter(({ kind }) => kind === 'answer-late-findings');
  const answers = late.flatMap(({ payload }) => payload.answers as Answer[]);
  return findings.every(({ id }) => {
    const own = answers.filter(({ findingId }) => findingId === id);
    if (report !== undefined && standsIn(report, id)) return own.length === 0;
    const [answer] = own;
    if (own.length !== 1 || answer === undefined) return false;
    return answer.answer === 'declined'
      ? answer.reason.trim() !== ''
      : report?.paragraphs[answer.paragraphNo - 1] !== undefined;
  });
}

/** The findings a body has recorded itself stand in its report, or it says why not (S2.8). */
export function ownFindingsStand(acts: readonly Act[], findings: readonly Finding[]): boolean {
  const report = reportIn(acts);
  return report !== undefined && findings.every(({ id }) => standsIn(report, id));
}

function reportIn(acts: readonly Act[]): Report | undefined {
  return acts.findLast(({ kind }) => kind === 'finalise-research-report')?.payload as Report | undefined;
}

/** Cited, or left out once with a reason; never both. */
function standsIn({ paragraphs, leftOut }: Report, id: string): boolean {
  const left = leftOut.filter(({ findingId }) => findingId === id);
  const isCited = paragraphs.some(({ findingIds }) => findingIds.includes(id));
  return isCited ? left.length === 0 : left.length === 1 && left[0]?.reason.trim() !== '';
}
