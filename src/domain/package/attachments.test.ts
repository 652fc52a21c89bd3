import { expect, test } from 'vitest';
import { checkAttachments } from './attachments.ts';

const report = { digest: 'a'.repeat(64), name: '报告.pdf', size: 120 };
const table = { digest: 'b'.repeat(64), name: '台账.xlsx', size: 80 };

test('files that the sender uploaded are sealed; no attachment needs no file', () => {
  expect(checkAttachments([report], [table, report])).toEqual([]);
  expect(checkAttachments([], [])).toEqual([]);
});

test('a file that the sender did not upload is refused by name', () => {
  expect(checkAttachments([report, table], [report])).toMatchObject([
    { code: 'package/attachment-not-own', force: 'must', clause: 'S5.3', field: 'attachments' },
  ]);
  expect(checkAttachments([report, table], [report])[0]?.text).toContain('“台账.xlsx”');
});

test('the name and the size are those of the upload', () => {
  for (const changed of [{ name: '别的.pdf' }, { size: 121 }]) {
    expect(checkAttachments([{ ...report, ...changed }], [report])).toHaveLength(1);
  }
});
