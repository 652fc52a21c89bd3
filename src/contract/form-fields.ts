import { z } from 'zod';

/** What one control of a form needs to know; the browser draws it, `parseForm` judges what was typed. */
export type FormInput =
  | { kind: 'text'; widget: 'line' | 'paragraphs' | 'password' | 'time'; maxLength: number | undefined }
  | { kind: 'number' }
  /** Follows from what else is known: it is filled in by whoever knows it, and no control is drawn. */
  | { kind: 'computed' }
  | { kind: 'boolean' }
  /** `folded`: what it holds is nearly always right; it is shown in words and opened to be changed. */
  | { kind: 'date'; layout?: 'folded' }
  | { kind: 'choice'; choices: readonly Choice[] }
  | { kind: 'choices'; choices: readonly Choice[] }
  | { kind: 'reference'; widget: string }
  /** `all`: these are picked from everybody, and so its words tick them all. */
  | { kind: 'references'; widget: string; all?: string }
  | { kind: 'files' }
  | { kind: 'lines'; title: string; maxLength: number | undefined }
  | { kind: 'numbers' }
  /**
   * `one-list-each`: whoever may be chosen stands in exactly one of the group's lists, as in a vote by name. `plain`: the group has a
   * heading elsewhere and no frame of its own.
   */
  | { kind: 'group'; fields: readonly FormField[]; layout?: 'one-list-each' | 'plain' }
  | { kind: 'variants'; discriminator: FormField; variants: readonly Variant[]; layout?: 'plain' }
  /**
   * `each`: one row for every thing of the list that the named member refers to; they stand in the form and none is added. `table`: the
   * rows are short enough to stand under common headings where the screen is wide. `standing`: they are shown and not typed.
   */
  | { kind: 'rows'; row: FormInput; each?: string; layout?: 'table' | 'standing' };

export type Choice = { value: string; label: string };
/** Fields that appear once the discriminator has this value; in the order of the schema, the discriminator left out. */
export type Variant = { value: string; fields: readonly FormField[] };

export type FormField = {
  name: string;
  title: string;
  help: string | undefined;
  required: boolean;
  /** What an empty field becomes: its key is left out, it is null, or it stays as typed. */
  whenEmpty: 'absent' | 'null' | 'typed';
  input: FormInput;
};

export type FormValues = { readonly [name: string]: unknown };
/** `path` as the form's own: object keys and row numbers. */
export type FormError = { path: readonly (string | number)[]; text: string };
export type FormResult<Output> = { ok: true; value: Output } | { ok: false; errors: readonly FormError[] };

type Meta = {
  title?: string;
  widget?: string;
  help?: string;
  all?: string;
  each?: string;
  labels?: Readonly<Record<string, string>>;
};

/** Describes a form by its schema: an object, or a choice between objects. Throws for a schema no form can be made of. */
export function formOf(schema: z.ZodType): FormInput {
  const input = inputOf(schema, '');
  if (input.kind !== 'group' && input.kind !== 'variants') throw new Error(`No form can be made of a ${input.kind}.`);
  return input;
}

/** What stands in the form before anything is typed: empty texts, empty lists, the first level of nested groups. */
export function emptyValues(input: FormInput): FormValues {
  if (input.kind === 'variants') return {};
  if (input.kind !== 'group') throw new Error(`A ${input.kind} has no values of its own.`);
  return Object.fromEntries(input.fields.map((field) => [field.name, emptyValue(field.input)]));
}

/** Judges what was typed by the very schema the server uses; errors are Chinese and stand at their fields. */
export function parseForm<Schema extends z.ZodType>(schema: Schema, typed: FormValues): FormResult<z.output<Schema>> {
  const form = formOf(schema);
  const result = schema.safeParse(cleaned(form, typed), { error: fallbackText });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, errors: result.error.issues.map((issue) => errorOf(issue, form)) };
}

/** Where something stands in a form, in words: the names of what it is in, with the number of a row. */
export function placeAt(form: FormInput, path: readonly (string | number)[]): string {
  const words = path.map((key, index) => {
    if (typeof key === 'number') return `第${key + 1}项`;
    const field = fieldAt(form, path.slice(0, index + 1));
    const isFrame = field === undefined || field.title === field.name || isPlain(field.input);
    return isFrame && index < path.length - 1 ? '' : (field?.title ?? key);
  });
  return words.filter((word) => word !== '').join(' ');
}

/** A group that has its heading elsewhere. */
function isPlain(input: FormInput): boolean {
  return (input.kind === 'group' || input.kind === 'variants') && input.layout === 'plain';
}

function metaOf(schema: z.ZodType): Meta {
  // Our own fields put their titles and widgets there (contract/fields.ts); zod's registry knows them as unknown.
  return (schema.meta() ?? {}) as Meta;
}

function inputOf(schema: z.ZodType, title: string): FormInput {
  const meta = metaOf(schema);
  const inner = unwrapped(schema);
  const merged: Meta = { ...metaOf(inner), ...meta };
  if (inner instanceof z.ZodObject) return groupOf(inner, merged);
  if (inner instanceof z.ZodDiscriminatedUnion) {
    return { ...variantsOf(inner), ...(merged.widget === 'plain' ? { layout: merged.widget } : {}) };
  }
  if (inner instanceof z.ZodArray) return arrayOf(inner, merged, title);
  if (inner instanceof z.ZodEnum) return { kind: 'choice', choices: choicesOf(inner.options.map(String), merged) };
  if (inner instanceof z.ZodLiteral)
    return { kind: 'choice', choices: choicesOf([...inner.values].map(String), merged) };
  if (inner instanceof z.ZodBoolean) return { kind: 'boolean' };
  if (inner instanceof z.ZodNumber) return { kind: merged.widget === 'computed' ? 'computed' : 'number' };
  if (inner.def.type === 'string') return textOf(inner, merged);
  throw new Error(`No form field can be made of ${inner.def.type} (${title || 'untitled'}).`);
}

function groupOf(schema: z.ZodObject, meta: Meta): FormInput {
  const fields = fieldsOf(schema);
  const { widget } = meta;
  return widget === 'one-list-each' || widget === 'plain'
    ? { kind: 'group', fields, layout: widget }
    : { kind: 'group', fields };
}

function textOf(schema: z.ZodType, meta: Meta): FormInput {
  const format = 'format' in schema.def ? schema.def.format : undefined;
  if (format === 'date') return meta.widget === 'folded' ? { kind: 'date', layout: 'folded' } : { kind: 'date' };
  switch (meta.widget) {
    case undefined:
      return { kind: 'text', widget: 'line', maxLength: maxLengthOf(schema) };
    case 'textarea':
      return { kind: 'text', widget: 'paragraphs', maxLength: maxLengthOf(schema) };
    case 'computed':
      return { kind: 'computed' };
    case 'password':
    case 'time':
      return { kind: 'text', widget: meta.widget, maxLength: maxLengthOf(schema) };
    default:
      return { kind: 'reference', widget: meta.widget };
  }
}

function maxLengthOf(schema: z.ZodType): number | undefined {
  return schema instanceof z.ZodString ? (schema.maxLength ?? undefined) : undefined;
}

function arrayOf(schema: z.ZodArray, meta: Meta, title: string): FormInput {
  if (meta.widget === 'files') return { kind: 'files' };
  // An array's element of the public API is typed as the core type; every schema of the contract is a classic one.
  const element = inputOf(schema.element as z.ZodType, title);
  switch (element.kind) {
    case 'reference':
      return { kind: 'references', widget: element.widget, ...(meta.all === undefined ? {} : { all: meta.all }) };
    case 'choice':
      return { kind: 'choices', choices: element.choices };
    case 'number':
      return { kind: 'numbers' };
    case 'text':
      return {
        kind: 'lines',
        title: metaOf(schema.element as z.ZodType).title ?? title,
        maxLength: element.maxLength,
      };
    default:
      return {
        kind: 'rows',
        row: element,
        ...(meta.each === undefined ? {} : { each: meta.each }),
        ...(meta.widget === 'table' || meta.widget === 'standing' ? { layout: meta.widget } : {}),
      };
  }
}

function fieldsOf(schema: z.ZodObject): FormField[] {
  return Object.entries(schema.shape).map(([name, member]) => fieldOf(name, member as z.ZodType));
}

function fieldOf(name: string, schema: z.ZodType): FormField {
  const inner = unwrapped(schema);
  const meta: Meta = { ...metaOf(inner), ...metaOf(schema) };
  const title = meta.title ?? name;
  const input = inputOf(schema, title);
  return {
    name,
    title,
    help: meta.help,
    required: isRequired(schema, input),
    whenEmpty: whenEmptyOf(schema),
    input,
  };
}

function whenEmptyOf(schema: z.ZodType): FormField['whenEmpty'] {
  if (schema instanceof z.ZodNullable) return 'null';
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault) {
    return 'absent';
  }
  return 'typed';
}

/** A field is marked as required when what an untouched form holds would be refused. */
function isRequired(schema: z.ZodType, input: FormInput): boolean {
  if (whenEmptyOf(schema) !== 'typed' || input.kind === 'computed') return false;
  const inner = unwrapped(schema);
  // Nothing chosen is no text at all, whatever an empty text would be.
  if (input.kind === 'reference') return true;
  if (inner.def.type === 'string') return !schema.safeParse('').success;
  if (inner instanceof z.ZodArray) return !schema.safeParse([]).success;
  return !(inner instanceof z.ZodBoolean);
}

function variantsOf(schema: z.ZodDiscriminatedUnion): Extract<FormInput, { kind: 'variants' }> {
  const key = schema.def.discriminator;
  const options = schema.options.filter((option): option is z.ZodObject => option instanceof z.ZodObject);
  const described = options.map((option) => ({ fields: fieldsOf(option) }));
  const discriminators = described.flatMap(({ fields }) => fields.filter((field) => field.name === key));
  const [first] = discriminators;
  if (first === undefined) throw new Error(`The choice by ${key} has no options.`);
  const choices = discriminators.flatMap(({ input }) => (input.kind === 'choice' ? input.choices : []));
  return {
    kind: 'variants',
    discriminator: { ...first, required: true, whenEmpty: 'typed', input: { kind: 'choice', choices } },
    variants: described.flatMap(({ fields }) => {
      const own = fields.find((field) => field.name === key)?.input;
      const values = own?.kind === 'choice' ? own.choices.map((choice) => choice.value) : [];
      return values.map((value) => ({ value, fields: fields.filter((field) => field.name !== key) }));
    }),
  };
}

function choicesOf(values: readonly string[], meta: Meta): Choice[] {
  return values.map((value) => ({ value, label: meta.labels?.[value] ?? value }));
}

/** The schema under `optional`, `nullable` and `default`. */
function unwrapped(schema: z.ZodType): z.ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  ) {
    return unwrapped(schema.def.innerType as z.ZodType);
  }
  return schema;
}

function emptyValue(input: FormInput): unknown {
  switch (input.kind) {
    case 'text':
      return '';
    case 'boolean':
      return false;
    case 'choices':
    case 'references':
    case 'files':
    case 'lines':
    case 'numbers':
    case 'rows':
      return [];
    case 'group':
    case 'variants':
      return emptyValues(input);
    case 'number':
    case 'computed':
    case 'date':
    case 'choice':
    case 'reference':
      return undefined;
  }
}

/** What was typed, without what belongs to another variant and without the keys of empty optional fields. */
function cleaned(input: FormInput, value: unknown): unknown {
  switch (input.kind) {
    case 'group':
      return cleanedFields(input.fields, objectOf(value));
    case 'variants': {
      const object = objectOf(value);
      const chosen = object[input.discriminator.name];
      const variant = input.variants.find((candidate) => candidate.value === chosen);
      return { ...cleanedFields(variant?.fields ?? [], object), [input.discriminator.name]: chosen };
    }
    case 'rows':
      return Array.isArray(value) ? value.map((row) => cleaned(input.row, row)) : [];
    case 'lines':
      return Array.isArray(value) ? value.map((line) => line ?? '') : [];
    case 'text':
      return value ?? '';
    case 'boolean':
      return value ?? false;
    case 'choices':
    case 'references':
    case 'files':
    case 'numbers':
      return value ?? [];
    case 'date':
    case 'reference':
    case 'number':
      return value === '' || value === null ? undefined : value;
    default:
      return value;
  }
}

function cleanedFields(fields: readonly FormField[], object: FormValues): FormValues {
  const entries = fields.flatMap((field): [string, unknown][] => {
    const value = cleaned(field.input, object[field.name]);
    if (value !== undefined && value !== '') return [[field.name, value]];
    if (field.whenEmpty === 'absent') return [];
    return [[field.name, field.whenEmpty === 'null' ? null : value]];
  });
  return Object.fromEntries(entries);
}

/** The fields by name of what stands in a form; of anything that is no object, none. */
export function objectOf(value: unknown): FormValues {
  // Anything but an object has no fields; reading a key of it gives undefined.
  return typeof value === 'object' && value !== null ? (value as FormValues) : {};
}

/** Marks what the schema has no own words for; `errorOf` puts the field's name in. */
const unworded = '\u0000';

function fallbackText(): string {
  return unworded;
}

function errorOf(issue: z.core.$ZodIssue, form: FormInput): FormError {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.message !== unworded) return { path, text: issue.message };
  const field = fieldAt(form, path);
  return { path, text: emptyText(field, issue) };
}

function emptyText(field: FormField | undefined, issue: z.core.$ZodIssue): string {
  const name = field?.title ?? '';
  if (issue.code === 'too_big') return `${name}超过上限${String(issue.maximum)}`;
  if (issue.code === 'too_small' && field?.input.kind === 'number') return `${name}不能小于${String(issue.minimum)}`;
  const verb = field === undefined || ['text', 'number', 'lines', 'rows'].includes(field.input.kind) ? '填写' : '选择';
  return `请${verb}${name}`;
}

/** The field of a form at a path: object keys and row numbers. */
export function fieldAt(input: FormInput, path: readonly (string | number)[]): FormField | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return undefined;
  if (input.kind === 'rows') return fieldAt(input.row, rest);
  const field = fieldsIn(input).find((candidate) => candidate.name === key);
  if (field === undefined || rest.length === 0) return field;
  return fieldAt(field.input, rest) ?? field;
}

function fieldsIn(input: FormInput): readonly FormField[] {
  if (input.kind === 'group') return input.fields;
  if (input.kind === 'variants') return [input.discriminator, ...input.variants.flatMap((variant) => variant.fields)];
  return [];
}
