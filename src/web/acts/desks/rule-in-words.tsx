import { Form } from 'antd';
import { useState } from 'react';
import { satisfactionRules } from '../../../domain/ballot/satisfaction-rule.ts';
import type { EditorProps } from '../../ui/form/editors.ts';
import { FieldControl } from '../../ui/form/field-control.tsx';

/** The rule that is set, with its basis, in words; another is chosen only by somebody who means to. */
export function RuleInWords({ field, options, name, path }: EditorProps) {
  const [isOpen, setOpen] = useState(false);
  const form = Form.useFormInstance();
  // While it stands in words there is no control that would hold it.
  const chosen: unknown = Form.useWatch([...path], { form, preserve: true });
  const rule = satisfactionRules.find(({ id }) => id === chosen);
  if (isOpen || rule === undefined) return <FieldControl field={field} options={options} name={name} />;
  return (
    <Form.Item label={field.title}>
      <span className="date-entry">
        <strong>{rule.name}</strong>
        <span className="date-entry-words">依据：{rule.basis}</span>
        <button type="button" className="link-button" onClick={() => setOpen(true)} aria-label={`修改${field.title}`}>
          修改
        </button>
      </span>
    </Form.Item>
  );
}
