import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { problemSchema } from '../../contract/route.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { signInCookie } from './sign-in-cookie.ts';

/** Collects every route that is registered afterwards into an OpenAPI 3.1 document, served at /api/openapi.json. */
export async function registerOpenApi(http: FastifyInstance): Promise<void> {
  http.addSchema({ $id: 'Problem', ...jsonSchemaOf(problemSchema, 'output') });
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '联督 API',
        version: '1',
        description:
          '两级人大常委会联动监督。错误一律为 RFC 9457 问题，code 稳定。改变状态的请求须带同源的 Origin；POST 可带 Idempotency-Key。',
      },
      components: { securitySchemes: { signIn: { type: 'apiKey', in: 'cookie', name: signInCookie } } },
      security: [{ signIn: [] }],
    },
    refResolver: {
      buildLocalReference: (schema, _base, _fragment, index) => String(schema.$id ?? `schema${index}`),
    },
  });
  let document: string | undefined;
  http.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    document ??= openApiText(http);
    return reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(document);
  });
}

/** The document as it is committed: paths in order, two spaces. Ask after `ready`. */
export function openApiText(http: FastifyInstance): string {
  const document = http.swagger();
  const paths = Object.fromEntries(Object.entries(document.paths ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ ...document, paths }, null, 2)}\n`;
}
