import type { z } from 'zod';
import { type FormField, type FormInput, formOf, objectOf } from '../../contract/form-fields.ts';
import type { Typed } from '../lib/schema-form.ts';
import type { FoundDraft } from './use-draft.ts';

/** A draft keeps what was typed; rows that were written elsewhere stand in it as they stand there now. */
export function withStanding(found: FoundDraft, payload: z.ZodType, untouched: Typed): FoundDraft {
  const names = standingNames(payload);
  if (names.length === 0) return found;
  const now = objectOf(untouched.payload);
  const current = Object.fromEntries(names.map((name) => [name, now[name]]));
  const refreshed = <Kept extends { typed: Typed }>(kept: Kept): Kept => ({
    ...kept,
    typed: { ...kept.typed, payload: { ...objectOf(kept.typed.payload), ...current } },
  });
  return {
    ...found,
    draft: found.draft === null ? null : refreshed(found.draft),
    local: found.local === undefined ? undefined : refreshed(found.local),
  };
}

function standingNames(payload: z.ZodType): string[] {
  const standing = fieldsOf(formOf(payload)).filter(
    ({ input }) => input.kind === 'rows' && input.layout === 'standing',
  );
  return [...new Set(standing.map(({ name }) => name))];
}

function fieldsOf(form: FormInput): readonly FormField[] {
  if (form.kind === 'variants') return form.variants.flatMap(({ fields }) => fields);
  return form.kind === 'group' ? form.fields : [];
}
