import type { CaseState } from '../case-state.ts';
import type { Attachment } from '../package/attachment.ts';
import type { PackageKind } from '../package/contents.ts';
import { receiveKind } from '../package/receive.ts';
import type { Evidence } from './demand.ts';
import type { ProblemLine, ProblemRound } from './problem-line.ts';

/** An act of the own record, as it is told apart and read. */
export type RecordedAct = { seq: number; kind: string; payload: unknown };

/**
 * Where a link of a line was written: in an act of the own record, in a row of it (`paragraphs/3`), or in a package that was received.
 * Only what the tenant itself holds is named.
 */
export type Source = { in: 'act'; seq: number; row: string | undefined } | { in: 'package'; packageId: string };

export type LineSources = {
  finding: Source | undefined;
  /** The own report's paragraph, or where the report says why not. */
  report: Source | undefined;
  /** What the city answered to a county's finding. */
  answer: Source | undefined;
  /** What the city told of its handling. */
  outcome: Source | undefined;
  demand: Source | undefined;
  /** Where the opinion says why it asks for nothing. */
  notAsked: Source | undefined;
  rounds: readonly RoundSources[];
};

export type RoundSources = {
  no: number;
  answer: Source | undefined;
  evidence: (entry: Evidence) => Source | undefined;
  verdict: Source | undefined;
  assessment: Source | undefined;
};

/** The sources of one line among the acts of the case, in the order of the chain. */
export function lineSources(line: ProblemLine, acts: readonly RecordedAct[]): LineSources {
  const { finding, fromTenantId, demand, rounds } = line;
  const id = finding?.id;
  const isFinding = (row: Row) => row.id === id;
  const saysFinding = (row: Row) => row.findingId === id;
  const none = { finding: undefined, report: undefined, answer: undefined, outcome: undefined, notAsked: undefined };
  return {
    ...none,
    ...(id === undefined
      ? {}
      : {
          finding:
            fromTenantId === undefined
              ? madeBy(acts, id, 'record-finding')
              : received(acts, 'research-report', 'findings', isFinding),
          report: reportSource(acts, id),
          answer: received(acts, 'finding-answers', 'answers', saysFinding),
          outcome: received(acts, 'finding-outcomes', 'outcomes', saysFinding),
          notAsked: done(acts, 'compile-opinion', 'withoutDemand', saysFinding),
        }),
    demand: demand === undefined ? undefined : demandSource(acts, demand.id),
    rounds: demand === undefined ? [] : rounds.map((round) => roundSources(round, demand.id, acts)),
  };
}

/** Findings and demands that an act or a package speaks of, by their ids: the way back from a paragraph, a row or a package to the lines. */
export function problemIdsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(problemIdsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]): readonly string[] => {
    if ((key === 'findingId' || key === 'demandId') && typeof member === 'string') return [member];
    if (key === 'findingIds' || key === 'demandIds') return rowsOf(member).map(String);
    if (key === 'findings' || key === 'demands') return [...idsOf(member), ...problemIdsIn(member)];
    return problemIdsIn(member);
  });
}

/** Every finding and demand of which the tenant has a line. */
export function problemIdsOf({ research, handling }: CaseState): readonly string[] {
  const findings = [...research.findings, ...Object.values(research.countyFindings).flat()];
  return [...findings, ...handling.demands].map(({ id }) => id);
}

/** Whether a finding or a demand came to be by that act: its id ends with the act's place in the chain (`idOf`). */
export function isMadeBy(problemId: string, seq: number): boolean {
  return seqIn(problemId) === seq;
}

type Row = Readonly<Record<string, unknown>>;

function demandSource(acts: readonly RecordedAct[], demandId: string): Source | undefined {
  const isDemand = (row: Row) => row.id === demandId;
  const no = demandId.split('-')[3];
  return (
    madeBy(acts, demandId, 'compile-opinion', no === undefined ? undefined : `demands/${no}`) ??
    received(acts, 'demands', 'demands', isDemand) ??
    received(acts, 'results', 'demands', isDemand)
  );
}

/** The own report: a paragraph that cites the finding, a reason why none does, or the answer given after it was final. */
function reportSource(acts: readonly RecordedAct[], id: string): Source | undefined {
  const says = (row: Row) => row.findingId === id;
  return (
    done(acts, 'finalise-research-report', 'paragraphs', ({ findingIds }) => rowsOf(findingIds).includes(id)) ??
    done(acts, 'finalise-research-report', 'leftOut', says) ??
    done(acts, 'answer-late-findings', 'answers', says)
  );
}

function roundSources(round: ProblemRound, demandId: string, acts: readonly RecordedAct[]): RoundSources {
  const { no, answer, verdict } = round;
  const isOf = (row: Row) => row.demandId === demandId;
  return {
    no,
    answer:
      answer === undefined
        ? undefined
        : (done(acts, 'answer-demands', 'answers', (row) => saysTheSame(row, answer)) ??
          received(acts, 'demand-answers', 'answers', isOf, no)),
    evidence: (entry) => {
      const isEntry = (row: Row) =>
        isOf(row) && row.text === entry.text && sameFiles(row.attachments, entry.attachments);
      return done(acts, 'submit-evidence', 'evidence', isEntry) ?? received(acts, 'evidence', 'evidence', isEntry, no);
    },
    verdict:
      verdict === undefined
        ? undefined
        : (done(acts, 'give-verdicts', 'verdicts', (row) => saysTheSame(row, verdict), no) ??
          received(acts, 'verdicts', 'verdicts', isOf, no)),
    assessment: round.assessment === null ? undefined : assessmentSource(acts, no),
  };
}

/** A body assesses once a round; an organ and a party office are told of it. */
function assessmentSource(acts: readonly RecordedAct[], round: number): Source | undefined {
  const own = acts.filter(({ kind }) => kind === 'assess-handling')[round - 1];
  if (own !== undefined) return { in: 'act', seq: own.seq, row: undefined };
  const told = acts.findLast((act) => act.kind === receiveKind('handling-result') && contentOf(act).round === round);
  return told === undefined ? undefined : packageOf(told);
}

function madeBy(
  acts: readonly RecordedAct[],
  problemId: string,
  kind: string,
  row: string | undefined = undefined,
): Source | undefined {
  const act = acts.find((one) => one.kind === kind && isMadeBy(problemId, one.seq));
  return act === undefined ? undefined : { in: 'act', seq: act.seq, row };
}

/** The last own act of that kind with such a row; a body acts once a round, so the act of a round is named by its place. */
function done(
  acts: readonly RecordedAct[],
  kind: string,
  list: string,
  fits: (row: Row) => boolean,
  round?: number,
): Source | undefined {
  const ofKind = acts.filter((act) => act.kind === kind);
  const ofRound = round === undefined ? ofKind : ofKind.slice(round - 1, round);
  for (const { seq, payload } of ofRound.toReversed()) {
    const at = rowsOf(objectIn(payload)[list]).findIndex((row) => fits(objectIn(row)));
    if (at >= 0) return { in: 'act', seq, row: `${list}/${at + 1}` };
  }
  return undefined;
}

/** The last package of that kind, of that round where one is named, with such a row. */
function received(
  acts: readonly RecordedAct[],
  kind: PackageKind,
  list: string,
  fits: (row: Row) => boolean,
  round?: number,
): Source | undefined {
  const act = acts.findLast((one) => {
    if (one.kind !== receiveKind(kind)) return false;
    const content = contentOf(one);
    if (round !== undefined && content.round !== round) return false;
    return rowsOf(content[list]).some((row) => fits(objectIn(row)));
  });
  return act === undefined ? undefined : packageOf(act);
}

function packageOf({ payload }: RecordedAct): Source | undefined {
  const { packageId } = objectIn(payload);
  return typeof packageId === 'string' ? { in: 'package', packageId } : undefined;
}

function contentOf({ payload }: RecordedAct): Row {
  return objectIn(objectIn(payload).content);
}

function objectIn(value: unknown): Row {
  // The proof: every object has its members by name.
  return typeof value === 'object' && value !== null ? (value as Row) : {};
}

function rowsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function idsOf(rows: unknown): string[] {
  return rowsOf(rows).flatMap((row) => {
    const { id } = objectIn(row);
    return typeof id === 'string' ? [id] : [];
  });
}

function saysTheSame(row: Row, said: object): boolean {
  return Object.entries(said).every(([key, value]) => row[key] === value);
}

function sameFiles(files: unknown, attachments: readonly Attachment[]): boolean {
  const digests = rowsOf(files).map((file) => objectIn(file).digest);
  return digests.length === attachments.length && attachments.every(({ digest }) => digests.includes(digest));
}

function seqIn(problemId: string): number {
  return Number(problemId.split('-')[2]);
}
