import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import type { Field, FieldInput, Option } from '../../lib/schema-form.ts';
import { ListFrame, type Place } from './row-list.tsx';
import { useSetValue } from './set-value.ts';

/** So many choices can be set for all rows with one button each; more would crowd the head. */
const quickAtMost = 4;

/**
 * One row for everything there is to answer: what it is stands at its head, with what is known of it; nothing is added or removed. A
 * choice that is the same for most rows is made once for all and changed where it differs.
 */
export function EachList(
  props: Place & {
    field: Field;
    row: FieldInput;
    /** The member that names the thing. */
    each: string;
    choices: readonly Option[];
    renderRow: (place: Place) => ReactNode;
  },
) {
  const { field, row, each, choices, renderRow, name, path } = props;
  const form = Form.useFormInstance();
  const change = useSetValue();
  const known = new Map(choices.map((choice) => [choice.value, choice]));
  const values: unknown = Form.useWatch([...path], { form, preserve: true });
  const rows = Array.isArray(values) ? (values as readonly Record<string, unknown>[]) : [];
  const setAll = (member: string, value: string) => {
    for (const index of rows.keys()) change([...path, index, member], value);
  };
  return (
    <ListFrame field={field}>
      {rows.length > 1 ? <ForAll row={row} setAll={setAll} /> : null}
      <Form.List name={[...name]}>
        {(entries, _operations, { errors }) => (
          <>
            {entries.map((entry) => {
              const thing = known.get(rows[entry.name]?.[each] as string | number);
              return (
                <fieldset key={entry.key} className="form-row each-row" aria-label={thing?.label ?? field.title}>
                  <div className="each-head">
                    <strong>{thing?.label ?? '（已不在清单中）'}</strong>
                    {thing?.detail?.map((line) => (
                      <p key={line} className="each-detail">
                        {line}
                      </p>
                    ))}
                  </div>
                  <div className="each-fields">{renderRow({ name: [entry.name], path: [...path, entry.name] })}</div>
                </fieldset>
              );
            })}
            {entries.length === 0 ? <p className="nothing-to-choose">目前没有需要填写的“{field.title}”。</p> : null}
            <Form.ErrorList errors={errors} className="form-list-error" />
          </>
        )}
      </Form.List>
    </ListFrame>
  );
}

/** Sets a choice for all rows with one button each. */
export function ForAll({ row, setAll }: { row: FieldInput; setAll: (member: string, value: string) => void }) {
  const quick = fieldsOf(row).filter(({ input }) => input.kind === 'choice' && input.choices.length <= quickAtMost);
  if (quick.length === 0) return null;
  return (
    <div className="each-all">
      {quick.map(({ name, title, input }) => (
        <fieldset key={name} className="each-all-one" aria-label={`全部设置${title}`}>
          <span>{title}全部设为</span>
          {(input.kind === 'choice' ? input.choices : []).map(({ value, label }) => (
            <Button key={value} size="small" onClick={() => setAll(name, value)}>
              {label}
            </Button>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function fieldsOf(row: FieldInput): readonly Field[] {
  if (row.kind === 'variants') return [row.discriminator];
  return row.kind === 'group' ? row.fields : [];
}

/** The widget whose options name the things. */
export function widgetOf(row: FieldInput, each: string): string | undefined {
  const all = row.kind === 'variants' ? row.variants.flatMap(({ fields }) => fields) : fieldsOf(row);
  const input = all.find((field) => field.name === each)?.input;
  return input?.kind === 'reference' ? input.widget : undefined;
}

/** The row without the member that stands at its head. */
export function withoutField(row: FieldInput, each: string): FieldInput {
  const rest = (fields: readonly Field[]) => fields.filter((field) => field.name !== each);
  if (row.kind === 'group') return { ...row, fields: rest(row.fields) };
  if (row.kind !== 'variants') return row;
  return { ...row, variants: row.variants.map((variant) => ({ ...variant, fields: rest(variant.fields) })) };
}
