import type { FastifyRequest } from 'fastify';
import { ForbiddenError } from '../errors.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses every changing request that does not say it comes from our own pages, sign-in included: a browser names the site in
 * Sec-Fetch-Site or Origin, and a foreign page cannot forge either. A program that is no browser sends `Origin` itself.
 */
export function requireOwnOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  if (safeMethods.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  if (site !== undefined && site !== 'same-origin') throw foreignOrigin();
  // A browser's own word that the page is ours; behind a proxy the host may read differently.
  if (site === 'same-origin') return;
  if (origin === undefined || hostOf(origin) !== ownHost(request, publicUrl)) throw foreignOrigin();
}

function ownHost(request: FastifyRequest, publicUrl: string | undefined): string | undefined {
  return publicUrl === undefined ? request.host : hostOf(publicUrl);
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}

function foreignOrigin(): ForbiddenError {
  return new ForbiddenError('request/foreign-origin', '请求不是从本系统的页面发出的，已拒绝。');
}
