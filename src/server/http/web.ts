import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from './app-parts.ts';
import { problem, sendProblem } from './problems.ts';

/**
 * Serves the built browser program: files with a digest in their name for ever, the page itself never from a cache; every other address
 * that a person can type is the page, whose own router answers.
 */
export async function registerWeb(app: App): Promise<void> {
  const { webDirectory } = app.config;
  const isServed = webDirectory !== undefined && existsSync(webDirectory);
  if (isServed) await serveFiles(app.http, webDirectory);
  app.http.setNotFoundHandler((request, reply) => {
    if (!isServed || !isPage(request))
      return sendProblem(reply, problem(404, 'page/not-found', '没有找到', '没有这个地址。'));
    return reply.header('cache-control', 'no-store').sendFile('index.html');
  });
}

async function serveFiles(http: FastifyInstance, root: string): Promise<void> {
  await http.register(fastifyStatic, {
    root,
    index: 'index.html',
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isAsset = /[\\/]assets[\\/]/.test(path);
      reply.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-store');
      if (isAsset) leaveOut(reply, aboutPages);
    },
  });
}

/** What a browser heeds on a page and not on a script or a style: half a kilobyte with each of some eighty files. */
const aboutPages = [
  'content-security-policy',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

function leaveOut(reply: FastifyReply, names: readonly string[]): void {
  for (const name of names) {
    reply.removeHeader(name);
    // helmet writes beside Fastify.
    reply.raw.removeHeader(name);
  }
}

function isPage({ method, url }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/api/') && !url.startsWith('/assets/');
}
