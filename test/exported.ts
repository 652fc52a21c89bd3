import readXlsxFile from 'read-excel-file/node';
import type { Client } from './test-app.ts';
import type { TestDatabase } from './test-database.ts';

/** The rows of the spreadsheet at an address, headings first; throws if there is none. */
export async function exportedRows(client: Client, url: string): Promise<readonly (readonly unknown[])[]> {
  const response = await client.get(url);
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}: ${response.body}`);
  const [sheet] = await readXlsxFile(response.rawPayload);
  return sheet?.data ?? [];
}

/** What the audit log says of the lists that left the system, the first first. */
export async function toldExports(db: TestDatabase): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { rows } = await db.owner.query<{ subject: string | null; detail: Record<string, unknown> }>(
    "select subject, detail from audit_entry where category = 'export' and action = 'list-exported' order by at, id",
  );
  return rows.map(({ subject, detail }) => ({ subject, ...detail }));
}
