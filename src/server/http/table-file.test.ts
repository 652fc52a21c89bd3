import { inflateRawSync } from 'node:zlib';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { type TableColumn, tableRowLimit, writeTable } from './table-file.ts';

type Row = { text: string | null; day: string | null; count: number | null };

const columns: readonly TableColumn<Row>[] = [
  { title: '内容', width: 30, value: (row) => row.text },
  { title: '日期', width: 12, kind: 'date', value: (row) => row.day },
  { title: '数量', width: 8, kind: 'number', value: (row) => row.count },
];
const row = (text: string | null): Row => ({ text, day: '2026-02-28', count: 3 });

async function written(rows: readonly Row[], name = '清单') {
  const bytes = await writeTable({ name, columns, rows });
  const [sheet] = await readXlsxFile(bytes);
  return { bytes, sheet: sheet?.sheet, data: sheet?.data ?? [] };
}

describe('a list as a spreadsheet', () => {
  test('has the Chinese titles first, then a row each, with days as days and counts as numbers', async () => {
    const { data } = await written([row('一'), { text: null, day: null, count: null }]);
    expect(data[0]).toEqual(['内容', '日期', '数量']);
    expect(data[1]).toEqual(['一', new Date('2026-02-28T00:00:00Z'), 3]);
    expect(data[2] ?? []).not.toContain('null');
  });

  test.each(['=1+1', '+8612345', '-2', '@SUM(A1)', "=cmd|'/C calc'!A0", '\t=1', '=HYPERLINK("http://x","y")'])(
    'keeps %s as text that a spreadsheet does not calculate, even when the cell is edited',
    async (text) => {
      const { bytes, data } = await written([row(text)]);
      expect(data[1]?.[0]).toBe(text.trim());
      const sheet = entryOf(bytes, 'xl/worksheets/sheet1.xml');
      expect(sheet).not.toContain('<f>');
      const cell = /<c r="A2"[^>]*>/.exec(sheet)?.[0] ?? '';
      expect(cell).toMatch(/ t="(s|inlineStr)"/);
      expect(formatOf(bytes, Number(/ s="(\d+)"/.exec(cell)?.[1]))).toBe('@');
    },
  );

  test('survives what no XML may hold, and a text longer than a cell', async () => {
    const { data } = await written([row('甲\u0000乙\u001b丙\ud800'), row('字'.repeat(40_000))]);
    expect(data[1]?.[0]).toBe('甲乙丙');
    expect(String(data[2]?.[0])).toHaveLength(32_767);
    expect(String(data[2]?.[0]).at(-1)).toBe('…');
  });

  test('takes any name for its sheet', async () => {
    const { sheet } = await written([row('一')], `联动看板 [甲/乙]:*? ${'长'.repeat(40)}`);
    expect(sheet).toHaveLength(31);
  });

  test('says so when there are more rows than go into one file', async () => {
    const { data } = await written(Array.from({ length: tableRowLimit + 1 }, () => row('一')));
    expect(data).toHaveLength(tableRowLimit + 2);
    expect(data.at(-1)?.[0]).toContain('缩小筛选范围');
  });
});

/** The number format of a style; `@` is the text format. */
function formatOf(bytes: Buffer, style: number): string | undefined {
  const styles = entryOf(bytes, 'xl/styles.xml');
  const cellStyles = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? '';
  const id = /numFmtId="(\d+)"/.exec([...cellStyles.matchAll(/<xf [^>]*>/g)][style]?.[0] ?? '')?.[1];
  return new RegExp(`<numFmt numFmtId="${id}" formatCode="([^"]*)"`).exec(styles)?.[1];
}

/** One file of a zip, found through its central directory. */
function entryOf(zip: Buffer, wanted: string): string {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < zip.readUInt16LE(end + 10); index += 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (name === wanted) {
      const local = zip.readUInt32LE(at + 42);
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const bytes = zip.subarray(from, from + zip.readUInt32LE(at + 20));
      return (zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new Error(`The zip has no ${wanted}.`);
}
