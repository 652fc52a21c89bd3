import { Form, Select } from 'antd';
import { useId } from 'react';
import { limits } from '../../../contract/fields.ts';
import type { Field, Options } from '../../lib/schema-form.ts';
import type { EditorProps } from '../../ui/form/editors.ts';
import { FieldControl } from '../../ui/form/field-control.tsx';
import { type Place, RowList } from '../../ui/form/row-list.tsx';
import { TextEntry } from '../../ui/text-entry.tsx';

/** By whom one looks for somebody: his house first, then who he is. */
const order = ['tenantId', 'capacity', 'name', 'leave'] as const;

/** Those who attend without a vote, one line each under common headings; names that are registered are offered. */
export function ObserversTable({ field, options, name, path }: EditorProps) {
  const fields = field.input.kind === 'rows' && field.input.row.kind === 'group' ? field.input.row.fields : [];
  const columns = order.flatMap((wanted) => fields.filter((column) => column.name === wanted));
  return (
    <RowList
      field={field}
      columns={columns}
      renderRow={(place) => <Observer columns={columns} options={options} {...place} />}
      name={name}
      path={path}
    />
  );
}

function Observer({ columns, options, name, path }: Place & { columns: readonly Field[]; options: Options }) {
  const form = Form.useFormInstance();
  const tenantId: unknown = Form.useWatch([...path, 'tenantId'], { form, preserve: true });
  const listId = useId();
  const names = (options['name-of-tenant'] ?? []).filter(({ value }) => value === tenantId);
  return columns.map((column) => {
    const { title, required, input } = column;
    const place = [...name, column.name];
    switch (column.name) {
      case 'name':
        return (
          <Form.Item key={column.name} name={place} label={title} required={required}>
            <NameEntry listId={listId} names={names.map(({ label }) => label)} />
          </Form.Item>
        );
      case 'capacity':
        return (
          <Form.Item key={column.name} name={place} label={title} required={required}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={input.kind === 'choice' ? [...input.choices] : []}
              aria-label={title}
            />
          </Form.Item>
        );
      default:
        return <FieldControl key={column.name} field={column} options={options} name={place} />;
    }
  });
}

type NameProps = {
  id?: string;
  value?: string;
  onChange?: (name: string) => void;
  listId: string;
  names: readonly string[];
};

/** A name is typed, or taken from those registered for the house. */
function NameEntry({ id, value, onChange, listId, names }: NameProps) {
  return (
    <>
      <TextEntry
        widget="line"
        {...(id === undefined ? {} : { id })}
        value={value ?? ''}
        maxLength={limits.shortText}
        list={listId}
        placeholder={names.length > 1 ? '请选择或填写' : ''}
        onChange={({ target }) => onChange?.(target.value)}
      />
      <datalist id={listId}>
        {names.map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
    </>
  );
}
