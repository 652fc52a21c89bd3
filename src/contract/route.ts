import { z } from 'zod';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One endpoint as both sides know it: the server validates and documents by it, the browser derives its types from it.
 * `response` is the body of the success status; every other status is a problem (RFC 9457).
 */
export type RouteContract = {
  method: Method;
  /** Fastify form: `/api/topics/:topicId`. */
  path: string;
  /** camelCase, unique: the OpenAPI operationId. */
  id: string;
  /** One Chinese sentence for the API document. */
  summary: string;
  tag: string;
  status?: 200 | 201 | 202 | 204;
  /** Who may call it before any rule of the domain is asked: anyone, or any signed-in person. */
  access: 'anyone' | 'signed-in';
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  response: z.ZodType;
  /** Media type of an answer that is not JSON (a download, an event stream); `response` is then not used. */
  produces?: string;
  /** The request is a form with a file instead of JSON. */
  consumes?: 'multipart/form-data';
  /** The answer holds a secret shown once: it is never kept for a repeated Idempotency-Key. */
  secret?: true;
  /** Reachable by an administrator who has not yet set up the second factor that is required of him. */
  beforeSecondFactor?: true;
};

export function defineRoute<const R extends RouteContract>(route: R): R {
  return route;
}

type Inferred<T, Otherwise> = T extends z.ZodType ? z.output<T> : Otherwise;
export type ParamsOf<R extends RouteContract> = Inferred<R['params'], undefined>;
export type QueryOf<R extends RouteContract> = Inferred<R['query'], undefined>;
export type BodyOf<R extends RouteContract> = Inferred<R['body'], undefined>;
export type ResponseOf<R extends RouteContract> = z.output<R['response']>;

/** What a handler may answer: the response, with nothing of it needing to be mutable. */
export type AnswerOf<R extends RouteContract> = Immutable<ResponseOf<R>>;
type Immutable<T> = T extends (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Immutable<T[K]> }
    : T;

export const plainDate = z.iso.date().meta({ description: 'YYYY-MM-DD，北京时间' });
export const uuid = z.uuid();
export const cityCode = z.string().regex(/^\d{6}$/);

export const refusalSchema = z.object({
  code: z.string(),
  force: z.enum(['must', 'in-principle']),
  clause: z.string(),
  text: z.string(),
  field: z.string().optional(),
});

/** RFC 9457, with our stable code and, for a refusal, the clause it rests on. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  clause: z.string().optional(),
  refusals: z.array(refusalSchema).optional(),
  fields: z.array(z.object({ path: z.string(), text: z.string() })).optional(),
});
export type Problem = z.output<typeof problemSchema>;
