import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf, RouteContract } from '../../contract/route.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import type { Trx } from '../db/database.ts';

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
  request: FastifyRequest;
  reply: FastifyReply;
} & (R['access'] extends 'signed-in' ? SignedIn : { actor: undefined });

type SignedIn = {
  actor: Actor;
  signInId: string;
  /** Runs a read in the actor's scope. */
  read: <Result>(work: (trx: Trx) => Promise<Result>) => Promise<Result>;
  /**
   * Runs a command in one transaction of the actor's scope. With an `Idempotency-Key` the answer is kept in the same
   * transaction; a repeated request gets it without running `work` again. The result must be the route's answer.
   */
  write: <Result>(work: (trx: Trx) => Promise<Result>) => Promise<Result>;
};

export type Handler<R extends RouteContract> = (call: Call<R>) => Promise<R['produces'] extends string ? unknown : ResponseOf<R>>;
