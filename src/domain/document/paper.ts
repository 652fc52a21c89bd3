import { withDayTexts } from '../calendar/day-text.ts';
import type { Demand } from '../handling/demand.ts';

/** One part of an official paper. What it says is written out: no identifier, code or stored date is left in it. */
export type PaperPart =
  | { kind: 'heading'; text: string }
  /** Paragraphs as they were typed, a line each. */
  | { kind: 'text'; text: string }
  | { kind: 'numbered'; items: readonly string[] }
  | { kind: 'facts'; facts: readonly PaperFact[] }
  | { kind: 'table'; title: string; columns: readonly string[]; rows: readonly (readonly string[])[] };

export type PaperFact = readonly [name: string, value: string];

/** The parts of a paper in the order in which they are read. */
export type Paper = readonly PaperPart[];

/** A paper that lies on the table among others. */
export type TitledPaper = { title: string; parts: Paper };

/** What a paper refers to and does not carry itself, as far as its reader knows it. */
export type PaperSource = {
  nameOf: (id: string) => string | undefined;
  demands: readonly Demand[];
};

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** Sections under numbered headings, 一、二、三; those without anything to say are left out and not counted. */
export function sectionsOf(sections: readonly (readonly [title: string, parts: Paper])[]): Paper {
  return sections
    .filter(([, parts]) => parts.length > 0)
    .flatMap(([title, parts], index) => [
      { kind: 'heading' as const, text: `${digits[index + 1] ?? index + 1}、${title}` },
      ...parts,
    ]);
}

/** Parts under a heading of their own; no heading where there is nothing to say. */
export function headed(heading: string, parts: Paper): Paper {
  return parts.length === 0 ? [] : [{ kind: 'heading', text: heading }, ...parts];
}

/** A paper of the own record, with the stored days in it written out; none where there is nothing to read. */
export function titled(title: string, ...parts: readonly Paper[]): readonly TitledPaper[] {
  const filled = parts.flat().map(withDays);
  return filled.length === 0 ? [] : [{ title, parts: filled }];
}

function withDays(part: PaperPart): PaperPart {
  switch (part.kind) {
    case 'heading':
      return part;
    case 'text':
      return { ...part, text: withDayTexts(part.text) };
    case 'numbered':
      return { ...part, items: part.items.map(withDayTexts) };
    case 'facts':
      return { ...part, facts: part.facts.map(([name, value]) => [name, withDayTexts(value)] as const) };
    case 'table':
      return { ...part, rows: part.rows.map((row) => row.map(withDayTexts)) };
  }
}

/** Nothing where nothing was typed. */
export function textOf(text: string | null): Paper {
  return text === null || text.trim() === '' ? [] : [{ kind: 'text', text }];
}

/** Nothing where there is no item. */
export function numberedOf(items: readonly string[]): Paper {
  return items.length === 0 ? [] : [{ kind: 'numbered', items }];
}

/** Names with their values; what has no value is left out. */
export function factsOf(...facts: readonly (readonly [name: string, value: string | null | undefined])[]): Paper {
  const said = facts.flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, value] as const],
  );
  return said.length === 0 ? [] : [{ kind: 'facts', facts: said }];
}

/** Nothing where there is no row. */
export function tableOf(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly (string | undefined)[])[],
): Paper {
  if (rows.length === 0) return [];
  return [{ kind: 'table', title, columns, rows: rows.map((row) => row.map((cell) => cell || '—')) }];
}

/** A demand as a paper about it names it: its number and its text. Who has not received the demands is told so. */
export function demandIn({ demands }: PaperSource, demandId: string): { no: string; text: string } {
  const demand = demands.find((candidate) => candidate.id === demandId);
  if (demand === undefined) return { no: '—', text: '审议意见尚未签收，签收后可见要求原文' };
  return { no: String(demand.no), text: demand.text };
}

/** The rows in the order of the demands they are about. */
export function byDemand<Row extends { demandId: string }>({ demands }: PaperSource, rows: readonly Row[]): Row[] {
  const placeOf = ({ demandId }: Row) => demands.findIndex(({ id }) => id === demandId);
  return rows.toSorted((one, other) => placeOf(one) - placeOf(other));
}
