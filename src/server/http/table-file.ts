import type { FastifyReply } from 'fastify';
import type { SheetData } from 'write-excel-file/node';
import { workbookMediaType } from '../../contract/workbook.ts';
import type { Trx } from '../db/database.ts';
import { type AuditBy, recordAudit } from './audit-store.ts';
import { sendDownload } from './file-routes.ts';

/** One column of a list as a file: its Chinese title and what of a row stands in it. `date`: the value is a day, YYYY-MM-DD. */
export type TableColumn<Row> = {
  title: string;
  /** In characters. */
  width: number;
  kind?: 'text' | 'date' | 'number';
  value: (row: Row) => string | number | null;
};

export type Table<Row> = {
  /** What the list is, in Chinese: the sheet's name and the beginning of the file's. */
  name: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
};

/** So many rows go into one file; whoever needs more narrows the list. */
export const tableRowLimit = 10_000;

/** The most characters that a cell of a spreadsheet holds. */
const cellLimit = 32_767;

/**
 * A list as a spreadsheet (.xlsx). Texts are text cells in text format, whatever they begin with: nothing that somebody typed is taken for
 * a formula, neither when the file is opened nor when a cell of it is edited.
 */
export async function writeTable<Row>({ name, columns, rows }: Table<Row>): Promise<Buffer> {
  // Most requests need no spreadsheet: the writer is loaded with the first one that does.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const titles = columns.map(({ title }) => ({
    value: title,
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: '#eeeeee',
  }));
  const data: SheetData = [
    titles,
    ...rows.slice(0, tableRowLimit).map((row) => columns.map((column) => cellOf(column, row))),
    ...(rows.length > tableRowLimit ? [[textCell(`只导出前${tableRowLimit}行，请缩小筛选范围。`)]] : []),
  ];
  const sheet = {
    sheet: sheetNameOf(name),
    data,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  };
  return writeXlsxFile([sheet], { fontFamily: '宋体', fontSize: 11 }).toBuffer();
}

/** Who downloads a list, on which day, and the answer it goes into. */
export type DownloadBy = AuditBy & { today: string; reply: FastifyReply };

/**
 * Makes the list the handler's answer, as a download, with the entry in the audit log that it left the system. `detail` says which part of
 * the list, never contents.
 */
export async function sendTable<Row>(
  trx: Trx,
  by: DownloadBy,
  table: Table<Row>,
  about: { list: string; subject?: string; detail?: Readonly<Record<string, unknown>> },
): Promise<Buffer> {
  const { list, subject, detail = {} } = about;
  // What somebody searched for is not recorded.
  const said = Object.entries(detail).filter(([key, value]) => key !== 'text' && value !== null && value !== undefined);
  await recordAudit(trx, by, {
    category: 'export',
    action: 'list-exported',
    ...(subject === undefined ? {} : { subject }),
    detail: { ...Object.fromEntries(said), list, name: table.name, rows: Math.min(table.rows.length, tableRowLimit) },
  });
  const name = `${table.name}-${by.today}.xlsx`;
  return sendDownload(by.reply, { name, mediaType: workbookMediaType, bytes: await writeTable(table) });
}

/** 2026-11-24 09:30, the civil time in China of an instant, as it sorts in a spreadsheet. */
export function momentCell(instant: string): string {
  return new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

function cellOf<Row>(column: TableColumn<Row>, row: Row): SheetData[number][number] {
  const value = column.value(row);
  if (value === null || value === '') return null;
  if (column.kind === 'number') return { value: Number(value), type: Number };
  if (column.kind === 'date') return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  return textCell(String(value));
}

function textCell(text: string): SheetData[number][number] {
  return { value: textOf(text), type: String, format: '@', wrap: text.length > 40, alignVertical: 'top' };
}

/** XML has no place for control characters, a cell none for more than its limit. */
function textOf(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed();
  return plain.length <= cellLimit ? plain : `${plain.slice(0, cellLimit - 1)}…`;
}

/** A sheet's name has at most 31 characters and none of \ / ? * [ ] : */
function sheetNameOf(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}
