import { similarIndexOf } from '../topic/similar.ts';
import { similarGroupsOf } from '../topic/similar-groups.ts';
import type { Finding } from './finding.ts';

/** A problem of one county: a finding that it sent, or a problem that its session named in its opinion. */
export type CountyProblem = {
  id: string;
  tenantId: string;
  title: string;
  text: string;
  severity?: Finding['severity'];
  /** Of a finding: its own id. */
  findingId?: string;
};

/** Problems that ask for the same, in whatever county they were seen. */
export type ProblemRow = {
  /** What they are called, without the name of a county. */
  title: string;
  tenantIds: readonly string[];
  findingIds: readonly string[];
  problems: readonly CountyProblem[];
};

type County = { tenantId: string; shortName: string; name: string };
type Known = {
  countyFindings: Readonly<Record<string, readonly Finding[]>>;
  countyResults: Readonly<Record<string, { problems: readonly string[] }>>;
};

/**
 * The counties' problems as rows of a matrix, those that most counties share first (S3.4). Alike by the same measure as suggestions, over
 * pairs of neighbouring characters: a browser has no dictionary, and a problem's title is short. What is like nothing else is a row of its own.
 */
export function problemRowsOf(known: Known, counties: readonly County[]): readonly ProblemRow[] {
  const problems = problemsOf(known);
  const names = placeNamesOf(counties);
  const byId = new Map(problems.map((problem) => [problem.id, problem]));
  const index = similarIndexOf(
    problems.map(({ id, tenantId, title, text }) => ({
      id,
      // The title says what the matter is; the description only how it shows.
      words: [...pairsIn(bare(title, names)), ...pairsIn(bare(title, names)), ...pairsIn(bare(text, names))],
      place: tenantId,
    })),
    { ofOneMatter: true },
  );
  const groups = similarGroupsOf(index, 'across').map(({ ids }) => ids.flatMap((id) => byId.get(id) ?? []));
  const grouped = new Set(groups.flat().map(({ id }) => id));
  const alone = problems.filter(({ id }) => !grouped.has(id)).map((problem) => [problem]);
  return [...groups, ...alone].map((group) => rowOf(group, names)).toSorted(byReach);
}

function problemsOf({ countyFindings, countyResults }: Known): CountyProblem[] {
  const found = Object.entries(countyFindings).flatMap(([tenantId, findings]) =>
    findings.map(({ id, title, description, severity }) => {
      return { id: `finding/${id}`, tenantId, title, text: description, severity, findingId: id };
    }),
  );
  const named = Object.entries(countyResults).flatMap(([tenantId, { problems }]) =>
    problems.map((title, index) => ({ id: `result/${tenantId}/${index}`, tenantId, title, text: '' })),
  );
  return [...found, ...named];
}

function rowOf(problems: readonly CountyProblem[], names: readonly string[]): ProblemRow {
  const prominent = problems.find(({ severity }) => severity === 'prominent') ?? problems[0];
  return {
    title: bare(prominent?.title ?? '', names).trim() || (prominent?.title ?? ''),
    tenantIds: [...new Set(problems.map(({ tenantId }) => tenantId))],
    findingIds: problems.flatMap(({ findingId }) => findingId ?? []),
    problems,
  };
}

function byReach(one: ProblemRow, other: ProblemRow): number {
  return other.tenantIds.length - one.tenantIds.length || other.problems.length - one.problems.length;
}

/** 涪城区, 涪城: the longer first, so that nothing of it stays. */
function placeNamesOf(counties: readonly County[]): readonly string[] {
  return counties
    .flatMap(({ shortName, name }) => [name.replace(/人大常委会$|人民代表大会常务委员会$/u, ''), shortName])
    .toSorted((one, other) => other.length - one.length);
}

function bare(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(name, ''), text);
}

function pairsIn(text: string): string[] {
  const runs = text.split(/[^\p{Script=Han}a-zA-Z0-9]+/u);
  return runs.flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - 1) }, (_none, at) => run.slice(at, at + 2)),
  );
}
