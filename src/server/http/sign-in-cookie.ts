import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpConfig } from './app-parts.ts';

export const signInCookie = 'liandu_sign_in';

/** A fresh token of 256 random bits; only its digest is stored. */
export function newToken(): { token: string; digest: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, digest: digestOfToken(token) };
}

export function digestOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The request's token if it has the shape of one of ours. */
export function tokenOf(request: FastifyRequest): string | undefined {
  const token = request.cookies[signInCookie];
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined;
}

/** HttpOnly and SameSite=Lax always; Secure whenever people reach the installation by https. */
export function setSignInCookie(request: FastifyRequest, reply: FastifyReply, config: HttpConfig, token: string): void {
  reply.setCookie(signInCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(request, config),
  });
}

export function clearSignInCookie(request: FastifyRequest, reply: FastifyReply, config: HttpConfig): void {
  reply.clearCookie(signInCookie, { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps(request, config) });
}

function isHttps(request: FastifyRequest, config: HttpConfig): boolean {
  return request.protocol === 'https' || config.publicUrl?.startsWith('https:') === true;
}
