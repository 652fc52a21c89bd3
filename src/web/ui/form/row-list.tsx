import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import type { Field } from '../../lib/schema-form.ts';
import { Icon } from '../icons.tsx';
import { TextEntry } from '../text-entry.tsx';

/** Where a control stands: `name` from the list it is in, as antd wants it; `path` from the top, for watching. */
export type Place = { name: readonly (string | number)[]; path: readonly (string | number)[] };

/** The frame of a list: its name, whether it has to be filled in, and what helps. */
export function ListFrame({ field, children }: { field: Field; children: ReactNode }) {
  return (
    <fieldset className="form-group">
      <legend>
        {field.title}
        {field.required ? <span className="required-mark">（必填）</span> : null}
      </legend>
      {field.help === undefined ? null : <p className="form-help">{field.help}</p>}
      {children}
    </fieldset>
  );
}

/**
 * Rows of fields, each a small card; added and removed one by one. With `columns` they stand under common headings where the screen is wide.
 */
export function RowList(
  props: Place & {
    field: Field;
    columns?: readonly Field[];
    /** What stands in a row that is added. */
    fresh?: () => object;
    renderRow: (place: Place) => ReactNode;
  },
) {
  const { field, columns, fresh, renderRow, name, path } = props;
  const isTable = columns !== undefined;
  return (
    <ListFrame field={field}>
      <Form.List name={[...name]}>
        {(rows, { add, remove }, { errors }) => (
          <div
            className={isTable ? 'row-table' : undefined}
            style={isTable ? { ['--row-columns' as string]: columns.map(widthOf).join(' ') } : undefined}
          >
            {isTable && rows.length > 0 ? <Headings columns={columns} /> : null}
            {rows.map((entry, index) => (
              <fieldset key={entry.key} className="form-row" aria-label={`${field.title}第${index + 1}项`}>
                <div className="form-row-head">
                  <span>第{index + 1}项</span>
                  <Button type="text" size="small" onClick={() => remove(entry.name)}>
                    删除<span className="visually-hidden">第{index + 1}项</span>
                  </Button>
                </div>
                {renderRow({ name: [entry.name], path: [...path, entry.name] })}
              </fieldset>
            ))}
            <Form.ErrorList errors={errors} className="form-list-error" />
            <Button className="form-add" onClick={() => add(fresh?.() ?? {})} icon={<Icon name="add" />}>
              添加{field.title}
            </Button>
          </div>
        )}
      </Form.List>
    </ListFrame>
  );
}

/** For the eyes alone: every control of a row has its own label. */
function Headings({ columns }: { columns: readonly Field[] }) {
  return (
    <div className="row-table-head" aria-hidden="true">
      <span />
      {columns.map(({ name, title, required }) => (
        <span key={name} className={required ? 'is-required' : undefined}>
          {title}
        </span>
      ))}
    </div>
  );
}

function widthOf({ input }: Field): string {
  switch (input.kind) {
    case 'date':
      return '10rem';
    case 'number':
      return '6rem';
    case 'text':
      return 'minmax(8rem, 2fr)';
    default:
      return 'minmax(8rem, 1.3fr)';
  }
}

/** One line of text each: units visited, experts invited. */
export function LineList(props: Place & { field: Field; title: string; maxLength: number | undefined }) {
  const { field, title, maxLength, name } = props;
  return (
    <ListFrame field={field}>
      <Form.List name={[...name]}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map((entry, index) => (
              <div key={entry.key} className="form-line">
                <Form.Item name={entry.name} className="form-line-field">
                  <TextEntry widget="line" aria-label={`${title}第${index + 1}项`} maxLength={maxLength} />
                </Form.Item>
                <Button type="text" onClick={() => remove(entry.name)}>
                  删除<span className="visually-hidden">第{index + 1}项</span>
                </Button>
              </div>
            ))}
            <Form.ErrorList errors={errors} className="form-list-error" />
            <Button className="form-add" onClick={() => add('')} icon={<Icon name="add" />}>
              添加{title}
            </Button>
          </>
        )}
      </Form.List>
    </ListFrame>
  );
}
