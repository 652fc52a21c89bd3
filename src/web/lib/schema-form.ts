import type { z } from 'zod';
import {
  emptyValues,
  type FormError,
  type FormField,
  type FormInput,
  type FormValues,
  formOf,
  objectOf,
  parseForm,
} from '../../contract/form-fields.ts';
import { ProblemError } from './client.ts';

/** The contract's description of a form, under the names the design system draws it by. */
export type Field = FormField;
export type FieldInput = FormInput;
export type Typed = FormValues;
export type FieldError = FormError;

/** What can be chosen where a form refers to something that exists already. */
export type Option = {
  value: string | number;
  label: string;
  /** What else is known of it, line by line, where there is room for it. */
  detail?: readonly string[];
};
export type Options = Readonly<Record<string, readonly Option[]>>;

/** A schema as a form: its controls, and what they hold before anything is typed. */
export function describeForm(schema: z.ZodType): { input: FieldInput; empty: Typed } {
  const input = formOf(schema);
  return { input, empty: emptyValues(input) };
}

/** Judges what was typed by the schema of the request. */
export function judge<Schema extends z.ZodType>(schema: Schema, typed: Typed) {
  return parseForm(schema, typed);
}

/**
 * What a filled-in form shows: its fields in order, each with what it holds (undefined where nothing does); of a choice, the
 * discriminator and the members of what was chosen.
 */
export function membersOf(input: FieldInput, value: unknown): readonly { field: Field; value: unknown }[] {
  const object = objectOf(value);
  return fieldsShown(input, object).map((field) => ({ field, value: object[field.name] }));
}

function fieldsShown(input: FieldInput, object: Typed): readonly Field[] {
  if (input.kind === 'group') return input.fields;
  if (input.kind !== 'variants') return [];
  const chosen = object[input.discriminator.name];
  const variant = input.variants.find((candidate) => candidate.value === chosen);
  return [input.discriminator, ...(variant?.fields ?? [])];
}

/** Whether what was typed says anything at a path. */
export function holdsAt(typed: Typed, path: FieldError['path']): boolean {
  return path.reduce<unknown>((value, key) => objectOf(value)[key], typed) !== undefined;
}

/** A list as it stands in a form; of anything else, an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Errors the server found, at the fields of the form; `prefix` is where the form stands in the request body. */
export function serverFieldErrors(error: unknown, prefix: readonly string[] = []): FieldError[] {
  if (!(error instanceof ProblemError)) return [];
  return (error.problem.fields ?? []).map(({ path, text }) => {
    const keys = path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    const within = prefix.every((key, index) => keys[index] === key);
    return { path: within ? keys.slice(prefix.length) : keys, text };
  });
}
