import { type Cell, isEmpty } from './workbook-columns.ts';
import {
  emptySheets,
  instructionsSheetName,
  type SheetKey,
  type SheetSpec,
  sheetKeys,
  sheets,
  type WorkbookRow,
} from './workbook-sheets.ts';
import { unpackedSizeOf } from './zip-size.ts';

/** Where in a workbook: `row` counts from 1 with the titles in row 1; null is the sheet as a whole or the row as a whole. */
export type Place = { sheet: string; row: number | null; column: string | null };
export type WorkbookProblem = Place & { text: string };

export type ReadRow<Key extends SheetKey> = { row: number; values: WorkbookRow<Key> };

export type ParsedWorkbook = {
  rows: { [Key in SheetKey]: ReadRow<Key>[] };
  /** What could be read of rows that have a problem: others may refer to them without a second complaint. */
  broken: { [Key in SheetKey]: Partial<WorkbookRow<Key>>[] };
  /** Sheets the file does not have: nothing is said about them. */
  absent: SheetKey[];
  problems: WorkbookProblem[];
};

/** An organisation of ten million people fills a few megabytes; more is no workbook of ours. */
const largestUnpacked = 100_000_000;
const mostRows = 50_000;

/** Reads a workbook; everything wrong with single cells, titles and sheets is in `problems`, with its place. Never throws for content. */
export async function parseWorkbook(bytes: Buffer): Promise<ParsedWorkbook> {
  const parsed = emptyWorkbook();
  const read = await readSheets(bytes);
  if (read === undefined) {
    parsed.problems.push(problemAt('', null, null, '文件不是可读取的 .xlsx 工作簿；请用模板填写，并以 .xlsx 格式保存'));
    return parsed;
  }
  for (const { sheet } of read) {
    if (sheet !== instructionsSheetName && !sheetKeys.some((key) => sheets[key].name === sheet)) {
      parsed.problems.push(
        problemAt(
          sheet,
          null,
          null,
          `不认识的工作表；可用的工作表：${sheetKeys.map((key) => sheets[key].name).join('、')}`,
        ),
      );
    }
  }
  for (const key of sheetKeys) {
    const found = read.find(({ sheet }) => sheet === sheets[key].name);
    if (found === undefined) parsed.absent.push(key);
    else parseSheet(key, found.data, parsed);
  }
  return parsed;
}

/** A problem as one sentence: `工作表“任职”第 12 行“截止日期”列：“2021-02-30”不是有效日期。` */
export function problemInWords({ sheet, row, column, text }: WorkbookProblem): string {
  const place = [
    sheet === '' ? '' : `工作表“${sheet}”`,
    row === null ? '' : `第 ${row} 行`,
    column === null ? '' : `“${column}”列`,
  ].join('');
  return `${place}${place === '' ? '' : '：'}${text.replace(/。$/, '')}。`;
}

export function problemAt(sheet: string, row: number | null, column: string | null, text: string): WorkbookProblem {
  return { sheet, row, column, text };
}

/** Sheets of a file with their cells; undefined for a file that is no workbook, or too large a one. */
export async function readSheets(bytes: Buffer): Promise<{ sheet: string; data: Cell[][] }[] | undefined> {
  const size = unpackedSizeOf(bytes);
  if (size === undefined || size > largestUnpacked) return undefined;
  // Loaded when somebody imports, not with every start.
  const { default: readXlsxFile } = await import('read-excel-file/node');
  try {
    // A cast: the library types a cell as `typeof Date` where it gives a Date.
    return (await readXlsxFile(bytes)) as unknown as { sheet: string; data: Cell[][] }[];
  } catch {
    // Whatever the library says of a broken file, the person can only choose another one.
    return undefined;
  }
}

function parseSheet(key: SheetKey, data: readonly Cell[][], parsed: ParsedWorkbook): void {
  const spec: SheetSpec = sheets[key];
  const [titles = [], ...rest] = data;
  const columns = columnsOf(spec, titles, parsed.problems);
  if (rest.length > mostRows) {
    parsed.problems.push(problemAt(spec.name, null, null, `有${rest.length}行，不能超过${mostRows}行`));
    return;
  }
  for (const [index, cells] of rest.entries()) {
    if (cells.every(isEmpty)) continue;
    parseRow(key, { spec, columns, cells, row: index + 2 }, parsed);
  }
}

/** Where each column stands; people move columns about. */
function columnsOf(spec: SheetSpec, titles: readonly Cell[], problems: WorkbookProblem[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  const known = Object.entries(spec.columns);
  for (const [position, cell] of titles.entries()) {
    if (isEmpty(cell)) continue;
    const title = String(cell).trim();
    const [name] = known.find(([, column]) => column.title === title) ?? [];
    if (name === undefined) {
      const allowed = known.map(([, column]) => column.title).join('、');
      problems.push(problemAt(spec.name, 1, title, `不认识的列；可用的列：${allowed}`));
    } else if (positions.has(name)) problems.push(problemAt(spec.name, 1, title, '列重复出现'));
    else positions.set(name, position);
  }
  for (const [name, column] of known) {
    if (column.required && !positions.has(name)) problems.push(problemAt(spec.name, 1, column.title, '缺少这一列'));
  }
  return positions;
}

type RawRow = { spec: SheetSpec; columns: ReadonlyMap<string, number>; cells: readonly Cell[]; row: number };

function parseRow(key: SheetKey, { spec, columns, cells, row }: RawRow, parsed: ParsedWorkbook): void {
  const values: Record<string, unknown> = {};
  let isBroken = false;
  for (const [name, column] of Object.entries(spec.columns)) {
    const position = columns.get(name);
    const reading = column.read(position === undefined ? null : (cells[position] ?? null));
    if ('value' in reading) values[name] = reading.value;
    else {
      isBroken = true;
      // A column that is missing altogether was already named once.
      if (position !== undefined) parsed.problems.push(problemAt(spec.name, row, column.title, reading.problem));
    }
  }
  // Casts: every column of the sheet was read by its own reader, so `values` is a row of this very sheet.
  if (isBroken) (parsed.broken[key] as unknown[]).push(values);
  else (parsed.rows[key] as unknown[]).push({ row, values });
}

function emptyWorkbook(): ParsedWorkbook {
  return {
    rows: emptySheets(),
    broken: emptySheets(),
    absent: [],
    problems: [],
  };
}
