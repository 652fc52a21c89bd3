import type { z } from 'zod';
import { type Problem, problemSchema, type ResponseOf, type RouteContract } from '../../contract/route.ts';

/** The server said no: its problem (RFC 9457) with stable code, clause and refusals. `detail` is Chinese. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail ?? problem.title, options);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

type InputOf<Part, Name extends string> = Part extends z.ZodType ? { [Key in Name]: z.input<Part> } : unknown;

/** What a call must bring: exactly the parts its contract declares. */
export type CallInput<R extends RouteContract> = InputOf<R['params'], 'params'> &
  InputOf<R['query'], 'query'> &
  InputOf<R['body'], 'body'> & { idempotencyKey?: string; signal?: AbortSignal };

type AnyInput = {
  params?: Readonly<Record<string, unknown>>;
  query?: Readonly<Record<string, unknown>>;
  body?: unknown;
  idempotencyKey?: string;
  signal?: AbortSignal;
};

/**
 * Calls a route by its contract and answers its parsed response. Throws ProblemError for every answer of the server that is no success,
 * and for a server that cannot be reached (code `network/unreachable`).
 */
export async function call<R extends RouteContract>(route: R, input: CallInput<R>): Promise<ResponseOf<R>> {
  // Every declared part is in CallInput<R>; a generic R hides that from the compiler.
  const { params, query, body, idempotencyKey, signal } = input as AnyInput;
  const response = await send(`${pathOf(route, params ?? {})}${queryOf(query ?? {})}`, {
    method: route.method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  return answerOf(route, response);
}

/** Sends a form with a file to a route that consumes one. */
export async function upload<R extends RouteContract>(route: R, form: FormData): Promise<ResponseOf<R>> {
  return answerOf(route, await send(pathOf(route, {}), { method: route.method, body: form }));
}

/** The file of a route that answers one, with the name that the server gives it. */
export async function download<R extends RouteContract>(
  route: R,
  input: CallInput<R>,
): Promise<{ name: string; blob: Blob }> {
  // As in `call`.
  const { params, query } = input as AnyInput;
  const response = await send(`${pathOf(route, params ?? {})}${queryOf(query ?? {})}`, { method: route.method });
  if (!response.ok) throw new ProblemError(await problemOf(response));
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { name: name === undefined ? '文件' : decodeURIComponent(name), blob: await response.blob() };
}

/** The address of a route, for a link that downloads. */
export function pathOf(route: RouteContract, params: Readonly<Record<string, unknown>>): string {
  return route.path.replace(/:(\w+)/g, (_match, name: string) => encodeURIComponent(String(params[name] ?? '')));
}

/** A key for one submission: the same form sent twice is done once. */
export function newIdempotencyKey(): string {
  // crypto.randomUUID exists only on https and localhost; an intranet may have neither.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Nobody who knows answered: no network, a server that is down, or a proxy in its place. Trying again later may do. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof ProblemError && (error.problem.status === 0 || error.problem.status >= 500);
}

/** The server understood and said no: asking again changes nothing. One that was too busy, or waited too long, may be asked again. */
export function isRefusal(error: unknown): error is ProblemError {
  if (!(error instanceof ProblemError)) return false;
  const { status } = error.problem;
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: 'same-origin', ...init });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    const unreachable: Problem = {
      type: 'urn:liandu:problem:network/unreachable',
      title: '无法连接服务器',
      status: 0,
      code: 'network/unreachable',
      detail: '无法连接服务器，请检查网络后重试；已填写的内容仍在。',
    };
    throw new ProblemError(unreachable, { cause });
  }
}

async function answerOf<R extends RouteContract>(route: R, response: Response): Promise<ResponseOf<R>> {
  if (!response.ok) throw new ProblemError(await problemOf(response));
  if (response.status === 204) return route.response.parse(undefined) as ResponseOf<R>;
  return route.response.parse(await response.json()) as ResponseOf<R>;
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = problemSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  return {
    type: 'about:blank',
    title: '服务器没有正常应答',
    status: response.status,
    code: 'network/no-problem',
    detail: `服务器应答${response.status}，请稍候重试。`,
  };
}

function queryOf(query: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
