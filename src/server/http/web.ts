import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { App } from './app-parts.ts';
import { problem, sendProblem } from './problems.ts';

/**
 * Serves the built browser program: files with a digest in their name for ever, the page itself never from a cache; every other address
 * that a person can type is the page, whose own router answers.
 */
export async function registerWeb(app: App): Promise<void> {
  const { webDirectory } = app.config;
  if (webDirectory === undefined || !existsSync(webDirectory)) return;
  await app.http.register(fastifyStatic, {
    root: webDirectory,
    wildcard: true,
    index: 'index.html',
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-store');
    },
  });
  app.http.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/') && !/^\/assets\//.test(request.url);
    if (!isPage) return sendProblem(reply, problem(404, 'page/not-found', '没有找到', '没有这个地址。'));
    return reply.header('cache-control', 'no-store').sendFile('index.html');
  });
}
