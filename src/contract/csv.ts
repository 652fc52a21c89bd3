/** Rows as spreadsheets read them: every cell quoted, none taken for a formula, line ends as RFC 4180 has them. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

/** Before a file's text, so that a spreadsheet takes it for UTF-8. */
export const utf8Mark = '\uFEFF';

function cellOf(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}
