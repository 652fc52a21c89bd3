import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { buildApp } from '../app.ts';
import { openApiText } from '../http/openapi.ts';

/** The API document of the present routes; needs no database, because nothing is asked of it. */
export async function currentOpenApi(): Promise<string> {
  const pool = new pg.Pool({ host: '127.0.0.1', port: 1, max: 1 });
  const app = await buildApp({ database: { pool }, config: documentOnly, clock: () => new Date(0) });
  const text = openApiText(app.http);
  await app.http.close();
  await pool.end();
  return text;
}

const documentOnly = {
  production: true,
  publicUrl: undefined,
  trustProxy: false,
  passwordCost: { memoryCost: 64, timeCost: 1 },
  idleMinutes: { administrator: 1, other: 1 },
  requiresSecondFactor: false,
  secretKey: new Uint8Array(32),
  webDirectory: undefined,
  logLevel: 'silent',
} as const;

export const openApiFile = join(import.meta.dirname, '..', '..', '..', 'docs', 'openapi.json');

if (import.meta.main) {
  await writeFile(openApiFile, await currentOpenApi());
  console.log('docs/openapi.json');
}
