import readXlsxFile from 'read-excel-file/node';
import type { Client } from './test-app.ts';

/** The rows of the spreadsheet at an address, headings first; throws if there is none. */
export async function exportedRows(client: Client, url: string): Promise<readonly (readonly unknown[])[]> {
  const response = await client.get(url);
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}: ${response.body}`);
  const [sheet] = await readXlsxFile(response.rawPayload);
  return sheet?.data ?? [];
}
