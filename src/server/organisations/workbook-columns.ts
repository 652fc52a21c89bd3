import { isPlainDate } from '../../domain/calendar/counting.ts';
import type { PlainDateText } from '../../domain/procedure/case.ts';

/** What a cell of a spreadsheet holds when it is read. */
export type Cell = string | number | boolean | Date | null;

/** One column of a sheet: how people see it, and how its cells become values and back. */
export type Column<Value> = {
  title: string;
  /** One sentence for the sheet 说明. */
  help: string;
  /** In characters. */
  width: number;
  required: boolean;
  /** Only there for the reader's eyes, or kept elsewhere: never a difference between two rows. */
  aside: boolean;
  read(cell: Cell): Reading<Value>;
  // A method, so that a column of one kind of value may stand in a table of columns of any kind.
  write(value: Value): string | number | null;
};

/** A problem is the part of a Chinese sentence that follows the place: `“2021-02-30”不是有效日期`. */
export type Reading<Value> = { value: Value } | { problem: string };

type Words = { title: string; help: string; width?: number; aside?: boolean };

const longestText = 200;

export function text(words: Words): Column<string> {
  return column(words, true, readText, (value) => value);
}

export function optionalText(words: Words): Column<string | undefined> {
  return optional(words, readText, (value) => value);
}

export function date(words: Words): Column<PlainDateText> {
  return column({ width: 14, ...words }, true, readDate, (value) => value);
}

export function optionalDate(words: Words): Column<PlainDateText | undefined> {
  return optional({ width: 14, ...words }, readDate, (value) => value);
}

export function integer(words: Words & { least: number }): Column<number> {
  return column({ width: 12, ...words }, true, integerFrom(words.least), (value) => value);
}

export function optionalInteger(words: Words & { least: number }): Column<number | undefined> {
  return optional({ width: 12, ...words }, integerFrom(words.least), (value) => value);
}

/** One of a few values, each written as a word. */
export function choice<Value extends string>(words: Words, names: Readonly<Record<Value, string>>): Column<Value> {
  // A cast: Object.entries forgets that the keys are the values' literal types.
  const pairs = Object.entries(names) as [Value, string][];
  const read = (cell: Cell): Reading<Value> => {
    const word = shownOf(cell);
    const pair = pairs.find(([, name]) => name === word);
    const allowed = pairs.map(([, name]) => name).join('、');
    return pair === undefined ? { problem: `“${word}”不在可填的范围内；可填：${allowed}` } : { value: pair[0] };
  };
  return column(
    { ...words, help: `${words.help}可填：${pairs.map(([, name]) => name).join('、')}` },
    true,
    read,
    (value) => names[value],
  );
}

/** A code of six digits (GB/T 2260). */
export function areaCode(words: Words): Column<string> {
  const read = (cell: Cell): Reading<string> => {
    const code = shownOf(cell);
    return /^\d{6}$/.test(code) ? { value: code } : { problem: `“${code}”不是六位行政区划代码，例如 510700` };
  };
  return column({ width: 14, ...words }, true, read, (value) => value);
}

function column<Value>(
  words: Words,
  required: boolean,
  read: Column<Value>['read'],
  write: Column<Value>['write'],
): Column<Value> {
  const { title, help, width = 20, aside = false } = words;
  return {
    title,
    help,
    width,
    aside,
    required,
    read: (cell) => (isEmpty(cell) ? { problem: '未填写' } : read(cell)),
    write,
  };
}

function optional<Value>(
  words: Words,
  read: (cell: Cell) => Reading<Value>,
  write: (value: Value) => string | number,
): Column<Value | undefined> {
  return {
    ...column<Value | undefined>(words, false, read, (value) => (value === undefined ? null : write(value))),
    read: (cell) => (isEmpty(cell) ? { value: undefined } : read(cell)),
  };
}

/** Spaces alone are nothing: people clear a cell with the space bar. */
export function isEmpty(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}

function readText(cell: Cell): Reading<string> {
  const shown = shownOf(cell);
  if (shown.length > longestText) return { problem: `有${shown.length}个字，不能超过${longestText}个字` };
  return { value: shown };
}

function integerFrom(least: number) {
  return (cell: Cell): Reading<number> => {
    const shown = shownOf(cell);
    const value = Number(shown);
    if (Number.isSafeInteger(value) && value >= least) return { value };
    return { problem: `“${shown}”不是不小于${least}的整数` };
  };
}

/** A date cell, or a date typed as text in one of the ways people write it. */
function readDate(cell: Cell): Reading<PlainDateText> {
  const shown = shownOf(cell);
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(shown);
  const [, year, month = '', day = ''] = match ?? [];
  const plain = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year !== undefined && isPlainDate(plain)) return { value: plain };
  return { problem: `“${shown}”不是有效日期；请按“2021-10-29”的样式填写` };
}

function shownOf(cell: Cell): string {
  // Spreadsheets keep dates as fractions of days: a second more than makes up for what rounding took.
  if (cell instanceof Date) return new Date(cell.getTime() + 1000).toISOString().slice(0, 10);
  return cell === null ? '' : String(cell).trim();
}
