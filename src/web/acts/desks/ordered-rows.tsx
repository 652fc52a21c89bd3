import { Button, Form, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Field, Option, Options } from '../../lib/schema-form.ts';
import { FieldControl } from '../../ui/form/field-control.tsx';
import { Icon } from '../../ui/icons.tsx';

type Props = {
  field: Field;
  options: Options;
  name: readonly (string | number)[];
  /** 段 of a report, 项 of an opinion. */
  unit: string;
  /** What a row begins with. */
  blank: object;
  /** What there is to say of the row at that place. */
  noteOf?: (index: number) => ReactNode;
};

/** Rows of a text that number themselves; moved or deleted they take what they cite along. */
export function OrderedRows({ field, options, name, unit, blank, noteOf }: Props) {
  return (
    <Form.List name={[...name]}>
      {(rows, { add, remove, move }, { errors }) => (
        <>
          {rows.map((row, index) => (
            <Row
              key={row.key}
              field={field}
              options={options}
              index={index}
              unit={unit}
              name={row.name}
              isLast={index === rows.length - 1}
              note={noteOf?.(index)}
              onMove={(to) => move(index, to)}
              onRemove={() => remove(row.name)}
            />
          ))}
          <Form.ErrorList errors={errors} className="form-list-error" />
          <Button className="form-add" onClick={() => add({ ...blank })} icon={<Icon name="add" />}>
            添加{field.title}
          </Button>
        </>
      )}
    </Form.List>
  );
}

type RowProps = {
  field: Field;
  options: Options;
  index: number;
  unit: string;
  name: number;
  isLast: boolean;
  note: ReactNode;
  onMove: (to: number) => void;
  onRemove: () => void;
};

function Row({ field, options, index, unit, name, isLast, note, onMove, onRemove }: RowProps) {
  const { input } = field;
  const fields = input.kind === 'rows' && input.row.kind === 'group' ? input.row.fields : [];
  const said = `第${index + 1}项`;
  return (
    <fieldset className="form-row" aria-label={`${field.title}${said}`}>
      <div className="form-row-head">
        <strong>
          第{index + 1}
          {unit}
        </strong>
        <span>
          <Button type="text" size="small" disabled={index === 0} onClick={() => onMove(index - 1)}>
            上移<span className="visually-hidden">{said}</span>
          </Button>
          <Button type="text" size="small" disabled={isLast} onClick={() => onMove(index + 1)}>
            下移<span className="visually-hidden">{said}</span>
          </Button>
          <Button type="text" size="small" onClick={onRemove}>
            删除<span className="visually-hidden">{said}</span>
          </Button>
        </span>
      </div>
      <div className="ordered-fields">
        {fields.map((member) =>
          member.input.kind === 'references' ? (
            <Form.Item key={member.name} name={[name, member.name]} label={member.title} className="ordered-cited">
              <Cited title={member.title} choices={options[member.input.widget] ?? []} />
            </Form.Item>
          ) : (
            <FieldControl key={member.name} field={member} options={options} name={[name, member.name]} />
          ),
        )}
      </div>
      {note}
    </fieldset>
  );
}

type CitedProps = { id?: string; value?: string[]; onChange?: (ids: string[]) => void };

function Cited({ title, choices, ...field }: CitedProps & { title: string; choices: readonly Option[] }) {
  if (choices.length === 0) return <p className="nothing-to-choose">还没有登记发现的问题。</p>;
  return (
    <Select<string[]>
      {...field}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="输入问题或地点查找，可多选"
      options={choices.map(({ value, label }) => ({ value: String(value), label }))}
      aria-label={title}
    />
  );
}
