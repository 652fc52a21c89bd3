import type { FastifyInstance } from 'fastify';
import type { RouteContract } from '../../contract/route.ts';
import type { Database } from '../db/database.ts';
import type { Live } from './live.ts';

/** The wall clock of the installation; a test moves it. */
export type Clock = () => Date;

/** How this installation signs people in and answers; made once from the environment by `httpConfigOf`. */
export type HttpConfig = {
  /** Development and tests validate every answer against its contract; production serialises by the compiled schema. */
  production: boolean;
  /** What people type in the browser, such as `https://liandu.example`; undefined: whatever Host the request names. */
  publicUrl: string | undefined;
  /** Addresses of reverse proxies whose X-Forwarded-* is believed; false: none. */
  trustProxy: string | false;
  /** argon2id: kibibytes and passes. */
  passwordCost: { memoryCost: number; timeCost: number };
  idleMinutes: { administrator: number; other: number };
  /** Administrators must use a second factor (SEC-04). */
  requiresSecondFactor: boolean;
  /** 32 bytes that encrypt TOTP secrets. */
  secretKey: Uint8Array;
  /** Directory of the built browser program; undefined: not served. */
  webDirectory: string | undefined;
  logLevel: string;
};

/** What routes are made of: the HTTP server, the database they may ask, the clock, and the live updates they wake. */
export type App = {
  http: FastifyInstance;
  database: Database;
  clock: Clock;
  config: HttpConfig;
  live: Live;
  /** Every registered contract, for the generated tests. */
  contracts: RouteContract[];
};
