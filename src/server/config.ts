import { resolve } from 'node:path';

/** What the environment decides, read once. */
export type Config = {
  port: number;
  host: string;
  /** Embedded database, keys, backups' archive: everything that has to survive. Absolute. */
  dataDirectory: string;
  /** A given PostgreSQL ≥ 15; undefined: the embedded one. */
  databaseUrl: string | undefined;
};

/** Reads the environment; names the variable and what would help when a value is unusable. */
export function configOf(env: Readonly<Record<string, string | undefined>>): Config {
  return {
    port: portOf(env.PORT),
    host: env.HOST || '127.0.0.1',
    dataDirectory: resolve(env.LIANDU_DATA || './data'),
    databaseUrl: urlOf(env.DATABASE_URL),
  };
}

function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return 8080;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT=${text} 不是有效端口，请填写 0 至 65535 之间的整数。`);
  }
  return port;
}

function urlOf(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (!/^postgres(ql)?:\/\//.test(text)) {
    throw new Error('DATABASE_URL 应以 postgres:// 开头，例如 postgres://liandu_owner:口令@主机:5432/liandu。');
  }
  return text;
}
