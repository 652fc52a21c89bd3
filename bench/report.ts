import type { Measured } from './measure.ts';

/** What was asked of a figure, and what came out. */
export type Goal = { name: string; figure: number; unit: string; atMost: number };

/** One kind of request beside the bare server, as a row. */
export function tableOf(measured: readonly (Measured & { name: string })[]): string {
  const rows = measured.map(({ name, product, bare }) => [
    name,
    product.perSecond.toFixed(0),
    product.p50.toFixed(2),
    product.p99.toFixed(2),
    product.cpuMs.toFixed(2),
    bare.perSecond.toFixed(0),
    bare.p50.toFixed(2),
    bare.p99.toFixed(2),
    bare.cpuMs.toFixed(2),
  ]);
  const heading = ['', 'requests/s', 'p50 ms', 'p99 ms', 'CPU ms', 'bare requests/s', 'p50 ms', 'p99 ms', 'CPU ms'];
  return markdown([heading, ...rows]);
}

export function goalsTable(goals: readonly Goal[]): string {
  const rows = goals.map((goal) => [
    goal.name,
    `${round(goal.figure)} ${goal.unit}`,
    `≤ ${goal.atMost} ${goal.unit}`,
    isMet(goal) ? '✓' : '✗',
  ]);
  return markdown([['goal', 'figure', 'at most', ''], ...rows]);
}

export function isMet({ figure, atMost }: Goal): boolean {
  return figure <= atMost;
}

function round(figure: number): string {
  return figure.toFixed(figure < 100 ? 2 : 0);
}

/** Rows as a table; the first is its heading. */
export function markdown([heading = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = line(heading.map((_cell, column) => (column === 0 ? '---' : '---:')));
  return [line(heading), rule, ...rows.map(line)].join('\n');
}
