import type { EditorProps } from '../../ui/form/editors.ts';
import { FieldList } from '../../ui/form/field-list.tsx';
import { RowList } from '../../ui/form/row-list.tsx';

/** Findings that lead to no demand: a body that has none has nothing to say of them. */
export function FindingsLeft({ field, options, name, path }: EditorProps) {
  const row = field.input.kind === 'rows' ? field.input.row : undefined;
  if (row === undefined || (options.finding ?? []).length === 0) return null;
  return (
    <RowList
      field={field}
      {...(row.kind === 'group' ? { columns: row.fields } : {})}
      renderRow={(place) => <FieldList input={row} options={options} {...place} />}
      name={name}
      path={path}
    />
  );
}
