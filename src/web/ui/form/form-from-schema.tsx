import { Button, Form, type FormInstance } from 'antd';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { z } from 'zod';
import { describeForm, type FieldError, holdsAt, judge, type Options, type Typed } from '../../lib/schema-form.ts';
import { type Editors, FormEditors } from './editors.ts';
import { FieldList } from './field-list.tsx';
import { FormNotes, type Notes } from './notes.ts';
import { FormSetValue, type SetValue } from './set-value.ts';

/**
 * A form made of a schema: one control per member, the very schema as judge, Chinese errors at their fields. `options` gives what can be
 * chosen for each reference widget. Typed values survive a schema that changes while the form is open.
 */
export function FormFromSchema<Schema extends z.ZodType>(props: {
  schema: Schema;
  initial?: Typed;
  options?: Options;
  /** What the numbers of chosen people mean. */
  notes?: Notes;
  /** Controls of their own for some members. */
  editors?: Editors;
  /** What is to be said of fields as they stand, beside errors: it does not keep anybody from submitting. */
  remarks?: readonly FieldError[];
  submitText: string;
  busy: boolean;
  /** Errors that the server found in what was sent last. */
  serverErrors?: readonly FieldError[];
  onSubmit: (value: z.output<Schema>) => void;
  onTyped?: (typed: Typed) => void;
  /** What stands in the form once that is filled in which follows from the rest; the same object where nothing does. */
  follow?: ((typed: Typed) => Typed) | undefined;
  /** Between the fields and the button. */
  children?: ReactNode;
  isSubmitDisabled?: boolean;
  actions?: ReactNode;
}) {
  const { schema, initial, options = {}, submitText, busy, serverErrors = [], onSubmit, onTyped, children } = props;
  const [form] = Form.useForm<Typed>();
  const frame = useRef<HTMLDivElement>(null);
  const described = useMemo(() => describeForm(schema), [schema]);
  const start = useMemo(() => ({ ...described.empty, ...initial }), [described, initial]);
  const show = (errors: readonly FieldError[]) => {
    forgetErrors(form, () => true);
    form.setFields(errors.map(({ path, text }) => ({ name: [...path], errors: [text] })));
    requestAnimationFrame(() => focusFirstError(frame.current));
  };
  // What the server says belongs to what was sent, not to the rendering: shown once for each answer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer alone decides
  useEffect(() => {
    if (serverErrors.length > 0) show(serverErrors);
  }, [serverErrors]);
  useRemarks(form, props.remarks ?? noRemarks);
  const told = () => onTyped?.(followed(form, props.follow));
  const setValue: SetValue = (path, value) => {
    form.setFieldValue([...path], value);
    forgetErrors(form, (at) => path.every((key, index) => at[index] === key));
    told();
  };
  const submit = () => {
    const judged = judge(schema, followed(form, props.follow));
    if (judged.ok) onSubmit(judged.value);
    else show(judged.errors);
  };
  return (
    <div ref={frame}>
      <Form
        form={form}
        layout="vertical"
        requiredMark
        initialValues={start}
        scrollToFirstError
        disabled={busy}
        onFinish={submit}
        onValuesChange={(changed) => {
          forgetErrors(form, (path) => holdsAt(changed, path));
          told();
        }}
      >
        <FormNotes value={props.notes ?? noNotes}>
          <FormEditors value={props.editors ?? noEditors}>
            <FormSetValue value={setValue}>
              <FieldList input={described.input} options={options} name={[]} path={[]} />
            </FormSetValue>
          </FormEditors>
        </FormNotes>
        {children}
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={busy} disabled={props.isSubmitDisabled === true}>
            {submitText}
          </Button>
          {props.actions}
        </div>
      </Form>
    </div>
  );
}

/** What stands in the form, with what follows from it. */
function followed(form: FormInstance<Typed>, follow: ((typed: Typed) => Typed) | undefined): Typed {
  const typed: Typed = form.getFieldsValue(true);
  const next = follow?.(typed) ?? typed;
  if (next !== typed) form.setFieldsValue(next);
  return next;
}

const noNotes: Notes = {};
const noEditors: Editors = {};
const noRemarks: readonly FieldError[] = [];

/** Each remark stands at its field for as long as it holds. */
function useRemarks(form: FormInstance<Typed>, remarks: readonly FieldError[]): void {
  const shown = useRef<readonly FieldError[]>(noRemarks);
  useEffect(() => {
    const over = shown.current.filter(({ path }) => !remarks.some((other) => other.path.join('/') === path.join('/')));
    form.setFields([
      ...over.map(({ path }) => ({ name: [...path], warnings: [] })),
      ...remarks.map(({ path, text }) => ({ name: [...path], warnings: [text] })),
    ]);
    shown.current = remarks;
  }, [form, remarks]);
}

/** Without rules of their own the fields keep an error until it is taken away: it goes with what it was about. */
function forgetErrors(form: FormInstance<Typed>, isOver: (path: readonly (string | number)[]) => boolean): void {
  const over = form.getFieldsError().filter(({ name, errors }) => errors.length > 0 && isOver(name));
  if (over.length > 0) form.setFields(over.map(({ name }) => ({ name, errors: [] })));
}

function focusFirstError(frame: HTMLElement | null): void {
  const item = frame?.querySelector('.ant-form-item-has-error, .ant-form-item-explain-error');
  const control = item?.closest('.ant-form-item')?.querySelector('input, textarea, select, button');
  if (control instanceof HTMLElement) control.focus();
}
