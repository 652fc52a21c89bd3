import { z } from 'zod';

/** Limits of what people type; the same in the form, the request and the document. */
export const limits = { shortText: 200, longText: 20_000, comment: 2000, rows: 200, standing: 2000 } as const;

/** One line, required. */
export function shortText(title: string) {
  return z
    .string()
    .trim()
    .min(1, `请填写${title}`)
    .max(limits.shortText, `${title}不能超过${limits.shortText}字`)
    .meta({ title });
}

/** Paragraphs, required. */
export function longText(title: string) {
  return z
    .string()
    .trim()
    .min(1, `请填写${title}`)
    .max(limits.longText, `${title}不能超过${limits.longText}字`)
    .meta({ title, widget: 'textarea' });
}

/** Paragraphs that may be left empty. */
export function optionalText(title: string) {
  return z
    .string()
    .trim()
    .max(limits.longText, `${title}不能超过${limits.longText}字`)
    .meta({ title, widget: 'textarea' });
}

/** A figure that follows from what else is known: it stands in the record and nobody types it. */
export function computedNumber(title: string) {
  return z.number().int().min(0).max(10_000).meta({ title, widget: 'computed' });
}

/** A list of at least one row. */
export function rows<Row extends z.ZodObject>(title: string, row: Row) {
  return z.array(row).min(1, `${title}至少填写一项`).max(limits.rows).meta({ title });
}

/** As `rows`, of rows short enough to stand under common headings where the screen is wide. */
export function tableRows<Row extends z.ZodObject>(title: string, row: Row) {
  return rows(title, row).meta({ widget: 'table' });
}

/** A row for every thing there is to answer, judge or hear: the member `each` names the thing, and the form brings the rows. */
export function rowForEach<Row extends z.ZodType>(title: string, each: string, row: Row) {
  return z.array(row).min(1, `${title}至少填写一项`).max(limits.rows).meta({ title, each });
}

/** Rows that are taken from where they have been written together, as they stand there: a sheet shows them and nobody types them there. */
export function standingRows<Row extends z.ZodType>(title: string, row: Row) {
  return z.array(row).max(limits.standing).meta({ title, widget: 'standing' });
}
