import { Link } from 'react-router';
import type { EarlierProblem } from '../../domain/handling/earlier-problem.ts';
import type { ProblemLine } from '../../domain/handling/problem-line.ts';
import type { LineSources, Source } from '../../domain/handling/problem-sources.ts';
import type { LaterProblem } from '../../domain/handling/stood-again.ts';
import type { Level, TenantKind } from '../../domain/organisation/tenant.ts';
import { paths } from '../app/paths.ts';
import type { Linkage } from '../lib/linkage.ts';

/** Who reads, whether what is missing can still come, and what is known besides the lines. */
export type Known = {
  linkage: Linkage;
  reader: TenantKind;
  level: Level;
  caseId: string;
  isOver: boolean;
  /** For a county: whether the city has ended its own supervision of the topic. */
  isCityOver: boolean;
  /** Undefined while the own acts are not known. */
  sourcesOf: (line: ProblemLine) => LineSources | undefined;
  earlierOf: (line: ProblemLine) => readonly EarlierProblem[];
  /** What the committee has said the problem of a line is not. */
  apartOf: (line: ProblemLine) => readonly EarlierProblem[];
  /** What later topics found or asked for that is like the demand of a line. */
  laterOf: (line: ProblemLine) => readonly LaterProblem[];
  mayTellApart: boolean;
};

/** A line is about its finding and its demand. */
export function problemIdsOfLine({ finding, demand }: ProblemLine): readonly string[] {
  return [finding, demand].flatMap((one) => (one === undefined ? [] : [one.id]));
}

/** The page where a link of a line was written; undefined where the reader does not hold it. */
export function pathOfSource(caseId: string, source: Source | undefined): string | undefined {
  if (source === undefined) return undefined;
  return source.in === 'act' ? paths.actIn(caseId, source.seq, source.row) : paths.packageOf(source.packageId);
}

/** Behind what is told: the way to where it was written. */
export function SourceLink({ to, of }: { to: string | undefined; of: string }) {
  if (to === undefined) return null;
  return (
    <Link to={to} className="source-link">
      出处<span className="visually-hidden">：{of}</span>
    </Link>
  );
}
