import type { Refusal } from '../domain/refusal.ts';

/** The domain said no: answered 409 with every refusal, the first one's code and clause on top. */
export class RefusedError extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(`Refused: ${refusals.map((refusal) => refusal.code).join(', ')}`);
    this.name = 'RefusedError';
    this.refusals = refusals;
  }
}

/** Throws RefusedError with all of them, when there are any. */
export function refuseAny(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new RefusedError(refusals);
}

/** There is no such thing for this actor: answered 404 whether it is missing or hidden. `kind` is a word of the glossary. */
export class NotFoundError extends Error {
  readonly kind: string;

  constructor(kind: string, id: string) {
    super(`No ${kind} ${id}.`);
    this.name = 'NotFoundError';
    this.kind = kind;
  }
}

/** Somebody else was faster (version, unique key): answered 409. `text` is Chinese and says what would help. */
export class ConflictError extends Error {
  readonly code: string;
  readonly text: string;

  constructor(code: string, text: string, options?: ErrorOptions) {
    super(`Conflict: ${code}`, options);
    this.name = 'ConflictError';
    this.code = code;
    this.text = text;
  }
}

/** Signed in, but not one who may: answered 403. */
export class ForbiddenError extends Error {
  readonly code: string;
  readonly text: string;

  constructor(code: string, text: string) {
    super(`Forbidden: ${code}`);
    this.name = 'ForbiddenError';
    this.code = code;
    this.text = text;
  }
}

/** Not signed in, or the sign-in did not succeed: answered 401. */
export class NotSignedInError extends Error {
  readonly code: string;
  readonly text: string;

  constructor(code: string, text: string) {
    super(`Not signed in: ${code}`);
    this.name = 'NotSignedInError';
    this.code = code;
    this.text = text;
  }
}

/** The request is well formed but this content is not taken (file type, 密级, reused key): answered 422. */
export class UnacceptableError extends Error {
  readonly code: string;
  readonly text: string;
  readonly clause: string | undefined;

  constructor(code: string, text: string, clause?: string) {
    super(`Unacceptable: ${code}`);
    this.name = 'UnacceptableError';
    this.code = code;
    this.text = text;
    this.clause = clause;
  }
}
