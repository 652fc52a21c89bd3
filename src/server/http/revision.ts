import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

const tags = new WeakMap<object, string>();

/**
 * An answer that the browser may keep as long as it asks each time whether it is still the same: whoever has it already gets 304 without a
 * body (RFC 9110 §13.1.2, `registerRoute`). `source`: what the answer is made of and nothing else, the same object for as long as it does
 * not change.
 */
export function withRevision<Answer>(source: object, answer: Answer, reply: FastifyReply): Answer {
  const tag = tags.get(source) ?? tagOf(answer);
  tags.set(source, tag);
  reply.header('etag', tag).header('cache-control', 'private, no-cache');
  return answer;
}

/** Weak: the same answer travels compressed or not. */
function tagOf(answer: unknown): string {
  return `W/"${createHash('sha256').update(JSON.stringify(answer)).digest('base64url').slice(0, 22)}"`;
}
