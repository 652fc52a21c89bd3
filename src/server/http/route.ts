import type { FastifyReply, FastifyRequest, FastifySchema, RouteOptions } from 'fastify';
import type { z } from 'zod';
import type { RouteContract } from '../../contract/route.ts';
import { ForbiddenError, NotSignedInError } from '../errors.ts';
import { recogniseSignIn, signInOf } from './access.ts';
import type { App } from './app-parts.ts';
import { callOf, type Handler, ReplayedAnswer } from './call.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { InvalidRequestError } from './problems.ts';

/** What a few routes need beyond their contract: an own rate limit, event streams, a larger body. */
export type RouteExtras = Pick<RouteOptions, 'config' | 'bodyLimit' | 'sse'>;

const problemStatuses = ['400', '401', '403', '404', '409', '422', '429'] as const;

const problemResponse = {
  description: '问题（RFC 9457）',
  content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
};
// For the document only: the handler reads the form as a stream.
const formSchema = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] };

/**
 * Serves a contract: asks who it is, parses params, query and body, runs the handler and sends its answer under the contract's status.
 * Everything thrown becomes a problem. Outside production an answer that does not fit its contract is a 500.
 */
export function registerRoute<const R extends RouteContract>(
  app: App,
  contract: R,
  handler: Handler<R>,
  extras: RouteExtras = {},
): void {
  app.contracts.push(contract);
  const status = contract.status ?? 200;
  app.http.route({
    ...extras,
    method: contract.method,
    url: contract.path,
    schema: schemaOf(contract),
    validatorCompiler: ({ httpPart }) => validatorOf(contract, httpPart ?? 'body'),
    ...(app.config.production
      ? {}
      : { serializerCompiler: ({ httpStatus }) => checkedSerializer(contract, httpStatus === String(status)) }),
    onRequest: async (request) => requireAccess(app, contract, request),
    handler: async (request, reply) => {
      const answer = await answerOf(app, contract, handler, { request, reply });
      if (reply.sent || contract.produces !== undefined) return answer;
      reply.code(status);
      if (status === 204) return reply.send();
      if (isKnown(request, reply)) return reply.code(304).send();
      if (reply.getHeader('cache-control') === undefined) reply.header('cache-control', 'no-store');
      return answer;
    },
  });
}

/** Whether the browser has this very revision of the answer (`withRevision`). */
function isKnown({ headers }: FastifyRequest, reply: FastifyReply): boolean {
  const revision = reply.getHeader('etag');
  return revision !== undefined && headers['if-none-match'] === revision;
}

async function answerOf<R extends RouteContract>(
  app: App,
  contract: R,
  handler: Handler<R>,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<unknown> {
  try {
    return await handler(callOf(app, contract, request, reply));
  } catch (error) {
    if (!(error instanceof ReplayedAnswer)) throw error;
    reply.header('idempotency-replayed', 'true');
    return error.answer;
  }
}

async function requireAccess(app: App, contract: RouteContract, request: FastifyRequest): Promise<void> {
  if (contract.access === 'anyone') return;
  await recogniseSignIn(app, request);
  const signIn = signInOf(request);
  if (signIn === undefined)
    throw new NotSignedInError('sign-in/required', '您还没有登录，或者登录已经失效，请重新登录。');
  if (signIn.lacksSecondFactor && contract.beforeSecondFactor !== true) {
    throw new ForbiddenError('sign-in/second-factor-required', '管理员须先启用动态口令，再进行其他操作。');
  }
}

function validatorOf(contract: RouteContract, part: string) {
  const schema = partSchema(contract, part);
  return (data: unknown) => {
    if (schema === undefined) return { value: data };
    // A body that was not sent at all reads as an empty one, so that the answer names the missing fields.
    const parsed = schema.safeParse(data ?? {});
    return parsed.success ? { value: parsed.data } : { error: new InvalidRequestError(part, parsed.error.issues) };
  };
}

function partSchema(contract: RouteContract, part: string): z.ZodType | undefined {
  if (part === 'params') return contract.params;
  if (part === 'querystring') return contract.query;
  return part === 'body' ? contract.body : undefined;
}

function checkedSerializer(contract: RouteContract, isSuccess: boolean) {
  return (data: unknown): string => JSON.stringify(isSuccess ? contract.response.parse(data) : data);
}

function schemaOf(contract: RouteContract): FastifySchema & Record<string, unknown> {
  return {
    operationId: contract.id,
    summary: contract.summary,
    tags: [contract.tag],
    ...(contract.access === 'anyone' ? { security: [] } : {}),
    ...(contract.params === undefined ? {} : { params: jsonSchemaOf(contract.params, 'input') }),
    ...(contract.query === undefined ? {} : { querystring: jsonSchemaOf(contract.query, 'input') }),
    ...(contract.body === undefined ? {} : { body: jsonSchemaOf(contract.body, 'input') }),
    ...(contract.consumes === undefined ? {} : { consumes: [contract.consumes], body: formSchema }),
    ...(contract.produces === undefined ? {} : { produces: [contract.produces] }),
    response: responsesOf(contract),
  };
}

function responsesOf(contract: RouteContract): Record<string, unknown> {
  const status = contract.status ?? 200;
  const problems = problemStatuses.map((code) => [code, problemResponse] as const);
  return { [status]: successSchema(contract, status), ...Object.fromEntries(problems) };
}

function successSchema(contract: RouteContract, status: number): Record<string, unknown> {
  if (status === 204) return { description: '完成', type: 'null' };
  if (contract.produces !== undefined)
    return { description: '内容', content: { [contract.produces]: { schema: { type: 'string' } } } };
  return { description: '成功', ...jsonSchemaOf(contract.response, 'output') };
}
