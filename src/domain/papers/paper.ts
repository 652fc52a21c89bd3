import type { Paper as Document } from '../document/paper.ts';

/**
 * A paper as people read it before they decide: headed parts of text, names with what stands for them, or a table. Words only: no codes, no
 * fingerprints, and nobody's identifier.
 */
export type Paper = { title: string; parts: readonly PaperPart[] };

export type PaperPart =
  | { kind: 'text'; heading?: string; text: string }
  | { kind: 'list'; heading?: string; items: readonly string[] }
  | { kind: 'facts'; heading?: string; facts: readonly (readonly [string, string])[] }
  | { kind: 'table'; heading?: string; columns: readonly string[]; rows: readonly (readonly string[])[] };

/** The same as a document that can be shown and printed; `dayWords` writes the days in it as people write them. */
export function documentOf({ parts }: Paper, dayWords: (text: string) => string): Document {
  return parts.flatMap(
    (part): Document => [
      ...(part.heading === undefined ? [] : [{ kind: 'heading' as const, text: part.heading }]),
      contentOf(part, dayWords),
    ],
  );
}

function contentOf(part: PaperPart, dayWords: (text: string) => string): Document[number] {
  switch (part.kind) {
    case 'text':
      return { kind: 'text', text: dayWords(part.text) };
    case 'list':
      return { kind: 'numbered', items: part.items.map(dayWords) };
    case 'facts':
      return { kind: 'facts', facts: part.facts.map(([name, value]) => [name, dayWords(value)] as const) };
    case 'table':
      return {
        kind: 'table',
        title: part.heading ?? '',
        columns: part.columns,
        rows: part.rows.map((row) => row.map((cell) => (cell === '' ? '—' : dayWords(cell)))),
      };
  }
}

/** The parts that say something. */
export function partsOf(...parts: readonly PaperPart[]): readonly PaperPart[] {
  return parts.filter(saysSomething);
}

function saysSomething(part: PaperPart): boolean {
  switch (part.kind) {
    case 'text':
      return part.text.trim() !== '';
    case 'list':
      return part.items.length > 0;
    case 'facts':
      return part.facts.length > 0;
    case 'table':
      return part.rows.length > 0;
  }
}

/** No paper where there is nothing to read. */
export function paperOf(title: string, ...parts: readonly PaperPart[]): readonly Paper[] {
  const filled = partsOf(...parts);
  return filled.length === 0 ? [] : [{ title, parts: filled }];
}
