import { Form } from 'antd';
import { Suspense } from 'react';
import type { Field, FieldInput, Options } from '../../lib/schema-form.ts';
import { EachList, widgetOf, withoutField } from './each-list.tsx';
import { useEditor } from './editors.ts';
import { FieldControl } from './field-control.tsx';
import { useNote } from './notes.ts';
import { OneListEach } from './one-list-each.tsx';
import { LineList, type Place, RowList } from './row-list.tsx';

/** The fields of a group, or of a choice between groups. */
export function FieldList({ input, options, name, path }: Place & { input: FieldInput; options: Options }) {
  if (input.kind === 'variants') return <Variants input={input} options={options} name={name} path={path} />;
  if (input.kind !== 'group') return null;
  return input.fields.map((field) => (
    <FieldItem key={field.name} field={field} options={options} name={name} path={path} />
  ));
}

function Variants(props: Place & { input: Extract<FieldInput, { kind: 'variants' }>; options: Options }) {
  const { input, options, name, path } = props;
  const form = Form.useFormInstance();
  const chosen: unknown = Form.useWatch([...path, input.discriminator.name], form);
  const variant = input.variants.find((candidate) => candidate.value === chosen);
  return (
    <>
      <FieldItem field={input.discriminator} options={options} name={name} path={path} />
      {variant?.fields.map((field) => (
        <FieldItem key={field.name} field={field} options={options} name={name} path={path} />
      ))}
    </>
  );
}

function FieldItem({ field, options, name, path }: Place & { field: Field; options: Options }) {
  const place = { name: [...name, field.name], path: [...path, field.name] };
  const Editor = useEditor(place.path);
  if (Editor !== undefined) {
    return (
      // An editor may be loaded for the first form that has one.
      <Suspense fallback={null}>
        <Editor field={field} options={options} {...place} />
      </Suspense>
    );
  }
  switch (field.input.kind) {
    case 'computed':
      return null;
    case 'group':
      if (field.input.layout === 'one-list-each') {
        return <ListsOfPeople field={field} input={field.input} options={options} {...place} />;
      }
      return <Group field={field} options={options} {...place} />;
    case 'variants':
      return <Group field={field} options={options} {...place} />;
    case 'rows': {
      const { row, each, layout } = field.input;
      // Whoever shows them does so by an editor; they stand in the form all the same.
      if (layout === 'standing') return null;
      if (each !== undefined) return <OneForEach field={field} row={row} each={each} options={options} {...place} />;
      return (
        <RowList
          field={field}
          {...(layout === 'table' && row.kind === 'group' ? { columns: row.fields } : {})}
          renderRow={(rowPlace) => <FieldList input={row} options={options} {...rowPlace} />}
          {...place}
        />
      );
    }
    case 'lines':
      return <LineList field={field} title={field.input.title} maxLength={field.input.maxLength} {...place} />;
    default:
      return <FieldControl field={field} options={options} name={place.name} />;
  }
}

function OneForEach(props: Place & { field: Field; row: FieldInput; each: string; options: Options }) {
  const { field, row, each, options, name, path } = props;
  const rest = withoutField(row, each);
  return (
    <EachList
      field={field}
      row={rest}
      each={each}
      choices={options[widgetOf(row, each) ?? ''] ?? []}
      renderRow={(place) => <FieldList input={rest} options={options} {...place} />}
      name={name}
      path={path}
    />
  );
}

type GroupProps = Place & { field: Field; options: Options };

function Group({ field, options, name, path }: GroupProps) {
  const { input } = field;
  if ((input.kind === 'group' || input.kind === 'variants') && input.layout === 'plain') {
    return <FieldList input={input} options={options} name={name} path={path} />;
  }
  return (
    <fieldset className="form-group">
      {field.title === field.name ? null : <legend>{field.title}</legend>}
      {field.help === undefined ? null : <p className="form-help">{field.help}</p>}
      <FieldList input={field.input} options={options} name={name} path={path} />
    </fieldset>
  );
}

/** The lists of the group become one table of names; what else the group asks stands above it. */
function ListsOfPeople(props: GroupProps & { input: Extract<FieldInput, { kind: 'group' }> }) {
  const { field, input, options, name, path } = props;
  const noteOf = useNote(field.name);
  const lists = input.fields.filter((member) => member.input.kind === 'references');
  const others = input.fields.filter((member) => !lists.includes(member));
  const people = lists[0]?.input;
  return (
    <fieldset className="form-group">
      <legend>{field.title}</legend>
      <FieldList input={{ kind: 'group', fields: others }} options={options} name={name} path={path} />
      <Form.Item name={[...name]}>
        <OneListEach
          title={field.title}
          lists={lists}
          choices={people?.kind === 'references' ? (options[people.widget] ?? []) : []}
          noteOf={noteOf}
        />
      </Form.Item>
    </fieldset>
  );
}
