import { objectOf } from '../../../contract/form-fields.ts';
import type { Finding, LeftOut, ReportParagraph } from '../../../domain/research/finding.ts';

/** A paragraph as it stands in the form, perhaps half filled in. */
export type Paragraph = { part?: ReportParagraph['part']; text?: string; findingIds: readonly string[] };

export type Citations = { paragraphs: readonly Paragraph[]; leftOut: readonly LeftOut[] };

/** What stands in the form, read as far as it can be. */
export function citationsIn(paragraphs: unknown, leftOut: unknown): Citations {
  return {
    paragraphs: listOf(paragraphs).map((row) => {
      const { findingIds } = objectOf(row);
      // The controls of the form keep codes and texts under these names; only the list may be missing.
      return { ...(objectOf(row) as Omit<Paragraph, 'findingIds'>), findingIds: listOf(findingIds).map(String) };
    }),
    leftOut: listOf(leftOut).flatMap((row) => {
      const { findingId, reason } = objectOf(row);
      return typeof findingId === 'string' ? [{ findingId, reason: typeof reason === 'string' ? reason : '' }] : [];
    }),
  };
}

/**
 * The paragraphs with these findings cited in the one at that place. Without a place each begins a paragraph of its own after the problems
 * there are, and an empty one is filled first.
 */
export function withFindings(
  paragraphs: readonly Paragraph[],
  findings: readonly Finding[],
  index: number | undefined,
): readonly Paragraph[] {
  if (index !== undefined) {
    const ids = findings.map(({ id }) => id);
    return paragraphs.map((paragraph, place) =>
      place === index ? { ...paragraph, findingIds: [...new Set([...paragraph.findingIds, ...ids])] } : paragraph,
    );
  }
  const begun = findings.map(
    ({ id, title, description }): Paragraph => ({
      part: 'problem',
      text: `${title}。${description}`,
      findingIds: [id],
    }),
  );
  const kept = paragraphs.filter((paragraph) => !isEmptyProblem(paragraph));
  const at = afterProblems(kept);
  return [...kept.slice(0, at), ...begun, ...kept.slice(at)];
}

/** Behind the last problem; where there is none yet, before what follows problems. */
function afterProblems(paragraphs: readonly Paragraph[]): number {
  const last = paragraphs.findLastIndex(({ part }) => part === 'problem');
  if (last >= 0) return last + 1;
  const next = paragraphs.findIndex(({ part }) => part === 'cause' || part === 'suggestion');
  return next >= 0 ? next : paragraphs.length;
}

function isEmptyProblem({ part, text, findingIds }: Paragraph): boolean {
  return part === 'problem' && (text ?? '').trim() === '' && findingIds.length === 0;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
