import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actSchemas } from '../src/contract/acts.ts';
import { type FormInput, formOf } from '../src/contract/form-fields.ts';

const fillings = readFileSync(join(import.meta.dirname, '..', 'src', 'web', 'acts', 'initial-values.ts'), 'utf8');

/** Whether a form has rows of which none can be added: what they are about has to stand there from the start. */
function hasRowsForEach(input: FormInput): boolean {
  switch (input.kind) {
    case 'rows':
      return input.each !== undefined || hasRowsForEach(input.row);
    case 'group':
      return input.fields.some((field) => hasRowsForEach(field.input));
    case 'variants':
      return input.variants.some(({ fields }) => fields.some((field) => hasRowsForEach(field.input)));
    default:
      return false;
  }
}

const kinds = Object.entries(actSchemas).flatMap(([kind, schema]) => (hasRowsForEach(formOf(schema)) ? [kind] : []));

test.each(kinds)('the sheet of %s opens with the rows that it asks about', (kind) => {
  expect(fillings).toContain(`'${kind}':`);
});
