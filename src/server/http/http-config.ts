import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HttpConfig } from './app-parts.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How this installation answers, from the environment. `LIANDU_URL`: the address people type (https makes cookies Secure);
 * `LIANDU_PROXIES`: addresses of trusted reverse proxies; `LIANDU_SECOND_FACTOR=administrators`: required of administrators (SEC-04);
 * `LIANDU_IDLE_MINUTES` and `LIANDU_IDLE_MINUTES_ADMINISTRATORS`: idle time-outs; `NODE_ENV=development` checks every answer.
 */
export async function httpConfigOf(
  env: Environment,
  place: { dataDirectory: string; webDirectory: string },
): Promise<HttpConfig> {
  return {
    production: env.NODE_ENV !== 'development' && env.NODE_ENV !== 'test',
    publicUrl: urlOf(env.LIANDU_URL),
    trustProxy: textOf(env.LIANDU_PROXIES) ?? false,
    passwordCost: { memoryCost: 19_456, timeCost: 2 },
    idleMinutes: {
      administrator: minutesOf(env, 'LIANDU_IDLE_MINUTES_ADMINISTRATORS', 30),
      other: minutesOf(env, 'LIANDU_IDLE_MINUTES', 8 * 60),
    },
    requiresSecondFactor: env.LIANDU_SECOND_FACTOR === 'administrators',
    secretKey: await secretKeyIn(place.dataDirectory),
    webDirectory: place.webDirectory,
    logLevel: textOf(env.LIANDU_LOG) ?? 'warn',
  };
}

/** The installation's key, made once and readable by its user only. A backup of the database alone opens no TOTP secret. */
async function secretKeyIn(dataDirectory: string): Promise<Uint8Array> {
  await mkdir(dataDirectory, { recursive: true });
  const file = join(dataDirectory, 'secret.key');
  if (!existsSync(file)) {
    // 'wx': of two processes that start together one writes, and both read the same.
    await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(() => undefined);
  }
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex');
  if (key.length !== 32)
    throw new Error(`${file} 不是32字节的密钥。请从备份恢复该文件；没有它，已启用的动态口令须逐个重置。`);
  return key;
}

function urlOf(text: string | undefined): string | undefined {
  const url = textOf(text);
  if (url !== undefined && !/^https?:\/\/[^/]+\/?$/.test(url)) {
    throw new Error(`LIANDU_URL=${url} 应是不带路径的网址，例如 https://liandu.example。`);
  }
  return url?.replace(/\/$/, '');
}

function minutesOf(env: Environment, name: string, otherwise: number): number {
  const text = textOf(env[name]);
  if (text === undefined) return otherwise;
  const minutes = Number(text);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 24 * 60)
    throw new Error(`${name}=${text} 应是1至1440之间的整数（分钟）。`);
  return minutes;
}

function textOf(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text;
}
