import type { EditorProps } from '../../ui/form/editors.ts';
import { FieldControl } from '../../ui/form/field-control.tsx';
import type { Desk } from '../desk.ts';

/** Asked only where there is an extension research that a finding can come from (S2.7). */
function Extension({ field, options, name }: EditorProps) {
  if ((options.extension ?? []).length === 0) return null;
  return <FieldControl field={field} options={options} name={name} />;
}

export const desk: Desk = { editors: { extensionId: Extension } };
