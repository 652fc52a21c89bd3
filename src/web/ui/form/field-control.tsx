import { Checkbox, Form, Input, Select } from 'antd';
import { type ComponentProps, lazy, type ReactNode, Suspense, useState } from 'react';
import { dateWithWeekday } from '../../lib/formats.ts';
import type { Field, Option, Options } from '../../lib/schema-form.ts';
import { useFits } from '../../lib/use-fits.ts';
import { NumberEntry } from '../number-entry.tsx';
import { TextEntry } from '../text-entry.tsx';
import { CheckList, seenAtOnce } from './check-list.tsx';
import { useNote } from './notes.ts';
import { RadioList } from './radio-list.tsx';

/** Few sheets ask for files. */
const FileField = lazy(async () => ({ default: (await import('./file-field.tsx')).FileField }));

/** Up to so many choices are all shown; more are searched. */
const shownAtMost = { one: 5, many: seenAtOnce } as const;

/** One labelled control. */
export function FieldControl(props: { field: Field; options: Options; name: readonly (string | number)[] }) {
  const { field, options, name } = props;
  const { input, title, required, help } = field;
  if (input.kind === 'boolean') {
    return (
      <Form.Item name={[...name]} valuePropName="checked" extra={help}>
        <Checkbox>{title}</Checkbox>
      </Form.Item>
    );
  }
  return (
    <Form.Item name={[...name]} label={title} required={required} extra={help}>
      {controlOf(field, options)}
    </Form.Item>
  );
}

function controlOf({ input, title, required }: Field, options: Options): ReactNode {
  switch (input.kind) {
    case 'text':
      return textControl(input.widget, input.maxLength);
    case 'number':
      return <NumberEntry />;
    case 'date':
      return input.layout === 'folded' ? <FoldedDate title={title} /> : <DateEntry />;
    case 'choice':
      return <OneOf title={title} choices={input.choices} isClearable={!required} />;
    case 'choices':
      return <ManyOf title={title} choices={input.choices} />;
    case 'reference':
      return <OneOf title={title} choices={options[input.widget] ?? []} isClearable={!required} isReference />;
    case 'references':
      return <People title={title} input={input} choices={options[input.widget] ?? []} />;
    case 'numbers':
      return <Numbers title={title} />;
    case 'files':
      return <Files />;
    default:
      return null;
  }
}

function textControl(widget: 'line' | 'paragraphs' | 'password' | 'time', maxLength: number | undefined): ReactNode {
  switch (widget) {
    case 'line':
    case 'paragraphs':
      return <TextEntry widget={widget} maxLength={maxLength} />;
    case 'password':
      return <Input.Password autoComplete="new-password" />;
    case 'time':
      return <Input type="time" className="date-field" />;
  }
}

/** The browser's own calendar; the words beside it are the same in every browser. */
function DateEntry({ value, ...field }: Chosen<string>) {
  return (
    <span className="date-entry">
      <Input
        {...field}
        type="date"
        className="date-field"
        value={value ?? ''}
        onChange={(event) => field.onChange?.(event.target.value)}
      />
      {value === undefined || value === '' ? null : <span className="date-entry-words">{dateWithWeekday(value)}</span>}
    </span>
  );
}

/** A day in words, with a button that opens it. */
function FoldedDate({ title, ...field }: Chosen<string> & { title: string }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen || field.value === undefined || field.value === '') return <DateEntry {...field} />;
  return (
    <span className="date-entry">
      <time dateTime={field.value}>{dateWithWeekday(field.value)}</time>
      <button type="button" className="link-button" onClick={() => setOpen(true)} aria-label={`修改${title}`}>
        修改
      </button>
    </span>
  );
}

type Chosen<Value> = { id?: string; value?: Value; onChange?: (value: Value) => void };
type Choices = { title: string; choices: readonly Option[] };

export function OneOf(props: Chosen<string | number> & Choices & { isClearable: boolean; isReference?: boolean }) {
  const { title, choices, isClearable, isReference = false, ...field } = props;
  const [sought, setSought] = useState('');
  const fits = useFits(sought);
  if (choices.length === 0 && isReference) return <NothingToChoose title={title} />;
  if (!isReference && choices.length <= shownAtMost.one) {
    return <RadioList {...field} title={title} choices={choices} />;
  }
  return (
    <Select
      {...field}
      showSearch={{ filterOption: (typed, option) => fits(option?.label ?? '', typed), onSearch: setSought }}
      allowClear={isClearable}
      placeholder="请选择，可输入汉字或者拼音查找"
      options={[...choices]}
      aria-label={title}
    />
  );
}

/** Everybody as a check-list when most of them are ticked, otherwise those who are looked for. */
function People(
  props: Chosen<(string | number)[]> & Choices & { input: Extract<Field['input'], { kind: 'references' }> },
) {
  const { input, ...field } = props;
  const noteOf = useNote(input.widget);
  if (input.all === undefined || props.choices.length === 0) return <ManyOf {...field} isReference />;
  return <CheckList {...field} all={input.all} noteOf={noteOf} />;
}

function ManyOf(props: Chosen<(string | number)[]> & Choices & { isReference?: boolean }) {
  const { title, choices, isReference = false, ...field } = props;
  if (choices.length === 0) return <NothingToChoose title={title} />;
  const chosen = field.value ?? [];
  const isAll = chosen.length === choices.length;
  const toggle = (
    <button
      type="button"
      className="link-button"
      onClick={() => field.onChange?.(isAll ? [] : choices.map((choice) => choice.value))}
    >
      {isAll ? '全部取消' : `全部选择（${choices.length}）`}
    </button>
  );
  if (choices.length <= shownAtMost.many) {
    return (
      <fieldset className="choices" aria-label={title} id={field.id}>
        <Checkbox.Group
          options={[...choices]}
          value={chosen}
          onChange={(values) => field.onChange?.(values)}
          className="choice-list"
        />
        {isReference && choices.length > 2 ? toggle : null}
      </fieldset>
    );
  }
  return (
    <div className="choices">
      <Select
        {...field}
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="输入姓名或名称查找，可多选"
        options={[...choices]}
        aria-label={title}
        maxTagCount="responsive"
      />
    </div>
  );
}

/** Whole numbers typed one after another. */
function Numbers({ title, value = [], onChange, id }: Chosen<number[]> & { title: string }) {
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="tags"
      open={false}
      suffixIcon={null}
      tokenSeparators={[',', '，', '、', ' ']}
      placeholder="输入数字，回车添加"
      aria-label={title}
      value={value.map(String)}
      onChange={(typed: string[]) => onChange?.(typed.map(Number).filter(Number.isInteger))}
    />
  );
}

/** Form hands the value to its child, which is handed on. */
function Files(field: ComponentProps<typeof FileField>) {
  return (
    <Suspense fallback={<p className="nothing-to-choose">正在载入</p>}>
      <FileField {...field} />
    </Suspense>
  );
}

function NothingToChoose({ title }: { title: string }) {
  return <p className="nothing-to-choose">目前没有可以选择的“{title}”。</p>;
}
