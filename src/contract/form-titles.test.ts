import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { actKinds } from './act-kinds.ts';
import { meetingSchema } from './act-route.ts';
import { actSchemas } from './acts.ts';
import { type FormInput, formOf } from './form-fields.ts';
import { setUp } from './setup.ts';

/** Everything the screen would name or offer in letters that are not Chinese: fields, choices, the words that tick everybody. */
function unnamed(input: FormInput, path: string): string[] {
  switch (input.kind) {
    case 'group':
      return input.fields.flatMap((field) => unnamedField(field, path));
    case 'variants':
      return [input.discriminator, ...input.variants.flatMap((variant) => variant.fields)].flatMap((field) =>
        unnamedField(field, path),
      );
    case 'rows':
      return unnamed(input.row, `${path}[]`);
    case 'lines':
      return isChinese(input.title) ? [] : [`${path}[]`];
    case 'choice':
    case 'choices':
      return input.choices.filter(({ label }) => !isChinese(label)).map(({ value }) => `${path}=${value}`);
    case 'references':
      return input.all === undefined || isChinese(input.all) ? [] : [`${path} ${input.all}`];
    default:
      return [];
  }
}

function unnamedField(field: { name: string; title: string; input: FormInput }, path: string): string[] {
  const place = `${path}.${field.name}`;
  return [...(isChinese(field.title) ? [] : [place]), ...unnamed(field.input, place)];
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

describe.each(actKinds)('the sheet of %s', (kind) => {
  test('names every field and every choice in Chinese', () => {
    expect(unnamed(formOf(actSchemas[kind]), kind)).toEqual([]);
  });

  test('asks for what exists already by a picker, for days by a calendar, for files by an upload, never by its identifier', () => {
    const typed = textFields(formOf(actSchemas[kind]), kind).filter(([name]) => /(Ids?|On|[dD]ate|digest)$/.test(name));
    expect(typed.map(([, path]) => path)).toEqual([]);
    expect(bareIdentifiers(z.toJSONSchema(actSchemas[kind], { io: 'input' }), kind)).toEqual([]);
  });
});

/** Identifiers without a picker, anywhere in what a request may hold. */
function bareIdentifiers(node: unknown, path: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'format' in node && node.format === 'uuid' && !('widget' in node) ? [path] : [];
  return [...own, ...Object.entries(node).flatMap(([key, member]) => bareIdentifiers(member, `${path}/${key}`))];
}

/** Fields that are filled in as free text, by their last name and whole path. */
function textFields(input: FormInput, path: string): (readonly [string, string])[] {
  switch (input.kind) {
    case 'group':
      return input.fields.flatMap((field) => textField(field, path));
    case 'variants':
      return input.variants.flatMap((variant) => variant.fields.flatMap((field) => textField(field, path)));
    case 'rows':
      return textFields(input.row, `${path}[]`);
    default:
      return [];
  }
}

function textField(field: { name: string; input: FormInput }, path: string): (readonly [string, string])[] {
  const place = `${path}.${field.name}`;
  const own = field.input.kind === 'text' || field.input.kind === 'lines';
  return [...(own ? [[field.name, place] as const] : []), ...textFields(field.input, place)];
}

test.each([
  ['the meeting of a collective decision', meetingSchema],
  ['the first set-up', setUp.body],
] as readonly (readonly [string, z.ZodType])[])('%s names every field in Chinese', (_name, schema) => {
  expect(unnamed(formOf(schema), '')).toEqual([]);
});

test('every kind of act has its schema, and no schema is of another', () => {
  expect(Object.keys(actSchemas).toSorted()).toEqual([...actKinds].toSorted());
});
