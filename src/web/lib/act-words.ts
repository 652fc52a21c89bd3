import { actSchemas } from '../../contract/acts.ts';
import { describeForm, type FieldInput } from './schema-form.ts';

/** The form an act was filled in with, to show what it says; undefined for a receipt, which has none. */
export function formOfAct(kind: string): FieldInput | undefined {
  if (!(kind in actSchemas)) return undefined;
  // `in` has just shown that it is one of the keys.
  return describeForm(actSchemas[kind as keyof typeof actSchemas]).input;
}
