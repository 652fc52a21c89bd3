import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, RouteContract } from '../../contract/route.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import { inScope, type Trx } from '../db/database.ts';
import { ConflictError, NotSignedInError, UnacceptableError } from '../errors.ts';
import { signInOf } from './access.ts';
import type { App } from './app-parts.ts';
import { claimKey, keepAnswer } from './idempotency-store.ts';
import { hasAnnounced } from './live.ts';

/** Where a request came from, for the audit log. */
export type Origin = { address: string; userAgent: string };

/** One request as a handler sees it: parsed input, who asks, and a transaction in his scope. */
export type Call<R extends RouteContract> = {
  params: ParamsOf<R>;
  query: QueryOf<R>;
  body: BodyOf<R>;
  origin: Origin;
  /** The server's clock, as an ISO instant with Z. */
  at: string;
  /** The same moment's day in Beijing. */
  today: string;
  request: FastifyRequest;
  reply: FastifyReply;
} & (R['access'] extends 'signed-in' ? SignedInCall<R> : unknown);

type SignedInCall<R extends RouteContract> = {
  actor: Actor;
  signInId: string;
  /** Runs a read in the actor's scope. */
  read: <Result>(work: (trx: Trx) => Promise<Result>) => Promise<Result>;
  /**
   * Runs a command in one transaction of the actor's scope; what it returns is the route's answer. With an `Idempotency-Key` the answer
   * is kept in the same transaction, and a repeated request gets it without running `work` again.
   */
  write: (work: (trx: Trx) => Promise<AnswerOf<R>>) => Promise<AnswerOf<R>>;
};

export type Handler<R extends RouteContract> = (
  call: Call<R>,
) => Promise<R['produces'] extends string ? unknown : AnswerOf<R>>;

/** Not a failure: the command ran before under this key, and this was its answer. */
export class ReplayedAnswer extends Error {
  readonly answer: unknown;

  constructor(answer: unknown) {
    super('Answered before under the same Idempotency-Key.');
    this.name = 'ReplayedAnswer';
    this.answer = answer;
  }
}

/** The call of one request, after validation. */
export function callOf<R extends RouteContract>(
  app: App,
  contract: R,
  request: FastifyRequest,
  reply: FastifyReply,
): Call<R> {
  const now = app.clock();
  const common = {
    params: request.params,
    query: request.query,
    body: request.body,
    origin: originOf(request),
    at: now.toISOString(),
    today: dayInBeijing(now),
    request,
    reply,
  };
  const signIn = signInOf(request);
  // The proof for both casts: Fastify replaced params, query and body by what the contract's own schemas parsed, and `requireAccess` let a
  // signed-in contract through only with a sign-in.
  if (contract.access === 'anyone') return common as unknown as Call<R>;
  if (signIn === undefined) throw new NotSignedInError('sign-in/required', '请先登录。');
  const { actor, signInId } = signIn;
  return {
    ...common,
    actor,
    signInId,
    read: (work: (trx: Trx) => Promise<unknown>) => inScope(app.database, actor, work),
    write: (work: (trx: Trx) => Promise<unknown>) => runCommand(app, contract, { request, actor, at: common.at }, work),
  } as unknown as Call<R>;
}

/** Address and program of the caller, cut to what the audit log keeps. */
export function originOf(request: FastifyRequest): Origin {
  return { address: request.ip, userAgent: (request.headers['user-agent'] ?? '').slice(0, 200) };
}

/** The civil day in China (UTC+8, no daylight saving) as YYYY-MM-DD. */
export function dayInBeijing(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

type CommandRequest = { request: FastifyRequest; actor: Actor; at: string };

async function runCommand(
  app: App,
  contract: RouteContract,
  command: CommandRequest,
  work: (trx: Trx) => Promise<unknown>,
): Promise<unknown> {
  const key = keyOf(contract, command.request);
  let announced = false;
  const answer = await inScope(app.database, command.actor, async (trx) => {
    if (key !== undefined) await claimOrReplay(trx, command, key);
    const result = await work(trx);
    if (key !== undefined) {
      keepAnswer(trx, command.actor, key, {
        status: contract.status ?? 200,
        body: JSON.stringify(result ?? null),
      });
    }
    announced = hasAnnounced(trx);
    return result;
  });
  if (announced) app.live.wake();
  return answer;
}

function keyOf(contract: RouteContract, request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (contract.method !== 'POST' || contract.secret === true || contract.consumes !== undefined || key === undefined)
    return undefined;
  if (typeof key === 'string' && /^[\x21-\x7e]{8,200}$/.test(key)) return key;
  throw new UnacceptableError('idempotency/malformed-key', '幂等键须为8至200个可见字符。');
}

async function claimOrReplay(trx: Trx, { request, actor, at }: CommandRequest, key: string): Promise<void> {
  const digest = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
  const earlier = await claimKey(trx, actor, { key, digest, at });
  if (earlier === undefined) return;
  if (!digest.equals(earlier.requestDigest)) {
    throw new UnacceptableError('idempotency/other-request', '同一个幂等键已用于另一个请求，请换一个键。');
  }
  // Claimed and answered in one transaction: without an answer the row cannot be seen. Kept as a conflict all the same.
  if (earlier.body === null) throw new ConflictError('idempotency/in-progress', '同一个请求正在办理，请稍候。');
  throw new ReplayedAnswer(JSON.parse(earlier.body));
}
