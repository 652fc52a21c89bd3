import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

const tags = new WeakMap<object, string>();

/**
 * An answer that the browser may keep as long as it asks each time whether it is still the same: 304 without a body for whoever has it
 * already (RFC 9110 §13.1.2). `source`: what the answer is made of and nothing else, the same object for as long as it does not change.
 */
export function unlessKnown<Answer>(
  source: object,
  answer: Answer,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Answer {
  const tag = tags.get(source) ?? tagOf(answer);
  tags.set(source, tag);
  reply.header('etag', tag).header('cache-control', 'private, no-cache');
  if (request.headers['if-none-match'] === tag) reply.code(304).send();
  return answer;
}

/** Weak: the same answer travels compressed or not. */
function tagOf(answer: unknown): string {
  return `W/"${createHash('sha256').update(JSON.stringify(answer)).digest('base64url').slice(0, 22)}"`;
}
