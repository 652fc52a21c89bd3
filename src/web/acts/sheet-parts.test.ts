import { expect, test } from 'vitest';
import { actKinds } from '../../contract/act-kinds.ts';
import { actSchemas } from '../../contract/acts.ts';
import { type FormInput, formOf } from '../../contract/form-fields.ts';
import { acts } from '../../domain/acts.ts';
import { isReceipt } from '../../domain/procedure/check-act.ts';
import { isActKind, loadSheetParts } from './sheet-parts.ts';

const filledIn = acts.filter((act) => !isReceipt(act) && act.kind !== 'begin-session');

test.each(filledIn.map((act) => [`${act.case}/${act.tenant}/${act.kind}`, act] as const))(
  'the kit of its stage has %s as it is declared',
  async (_name, act) => {
    const parts = isActKind(act.kind) ? await loadSheetParts(act.kind) : undefined;
    expect(parts?.definitionIn(act.case, act.tenant)).toBe(act);
  },
);

test('every act is filled in by the schema of its request', async () => {
  for (const kind of actKinds) expect((await loadSheetParts(kind)).schema).toBe(actSchemas[kind]);
});

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

test.each(actKinds.filter((kind) => hasRowsForEach(formOf(actSchemas[kind]))))(
  'the sheet of %s opens with the rows that it asks about',
  async (kind) => {
    expect((await loadSheetParts(kind)).fill).toBeDefined();
  },
);
