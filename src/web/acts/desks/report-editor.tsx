import { Button, Form, Select } from 'antd';
import type { Field, Option, Options } from '../../lib/schema-form.ts';
import type { EditorProps } from '../../ui/form/editors.ts';
import { FieldControl } from '../../ui/form/field-control.tsx';
import { ListFrame } from '../../ui/form/row-list.tsx';
import { useSetValue } from '../../ui/form/set-value.ts';
import { Icon } from '../../ui/icons.tsx';
import { useDeskFacts } from '../desk-facts.ts';
import { ReportFindings } from './report-findings.tsx';
import { citationsIn, type Paragraph, withFindings } from './report-form.ts';
import './report-desk.css';

/**
 * A report in paragraphs that number themselves and take their citations along when they are moved or deleted; beside them every finding,
 * with where it stands, cited by one choice.
 */
export function ReportEditor({ field, options, name, path }: EditorProps) {
  const facts = useDeskFacts();
  const form = Form.useFormInstance();
  const change = useSetValue();
  const leftOutPath = [...path.slice(0, -1), 'leftOut'];
  const citations = citationsIn(
    Form.useWatch([...path], { form, preserve: true }),
    Form.useWatch(leftOutPath, { form, preserve: true }),
  );
  const { paragraphs, leftOut } = citations;
  const write = (next: readonly Paragraph[]) => change(path, next);
  const leave = (findingId: string) => {
    change(leftOutPath, [...leftOut, { findingId }]);
    const id = [...leftOutPath, leftOut.length, 'reason'].join('_');
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  return (
    <div className="report-desk">
      <ReportFindings
        citations={citations}
        onCite={(findings, index) => write(withFindings(paragraphs, findings, index))}
        onLeave={leave}
      />
      <ListFrame field={field}>
        {facts.own.level === 'city' ? (
          <p className="form-help">
            一段只引用一项县（市、区）问题的，向该县反馈“采纳”；一段引用多项的，反馈“合并采纳”；列为不写入报告的，反馈“未采纳”和理由。
          </p>
        ) : null}
        <Form.List name={[...name]}>
          {(rows, { add, remove, move }, { errors }) => (
            <>
              {rows.map((row, index) => (
                <ParagraphRow
                  key={row.key}
                  field={field}
                  options={options}
                  index={index}
                  name={row.name}
                  isLast={index === rows.length - 1}
                  onMove={(to) => move(index, to)}
                  onRemove={() => remove(row.name)}
                />
              ))}
              <Form.ErrorList errors={errors} className="form-list-error" />
              <Button
                className="form-add"
                onClick={() => add({ part: 'problem', findingIds: [] })}
                icon={<Icon name="add" />}
              >
                添加{field.title}
              </Button>
            </>
          )}
        </Form.List>
      </ListFrame>
    </div>
  );
}

type RowProps = {
  field: Field;
  options: Options;
  index: number;
  name: number;
  isLast: boolean;
  onMove: (to: number) => void;
  onRemove: () => void;
};

function ParagraphRow({ field, options, index, name, isLast, onMove, onRemove }: RowProps) {
  const { input } = field;
  const fields = input.kind === 'rows' && input.row.kind === 'group' ? input.row.fields : [];
  const said = `第${index + 1}项`;
  return (
    <fieldset className="form-row" aria-label={`${field.title}${said}`}>
      <div className="form-row-head">
        <strong>第{index + 1}段</strong>
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
      {fields.map((member) =>
        member.input.kind === 'references' ? (
          <Form.Item key={member.name} name={[name, member.name]} label={member.title}>
            <Cited title={member.title} choices={options[member.input.widget] ?? []} />
          </Form.Item>
        ) : (
          <FieldControl key={member.name} field={member} options={options} name={[name, member.name]} />
        ),
      )}
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
