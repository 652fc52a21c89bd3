import { Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import type { Option } from '../../lib/schema-form.ts';

type Value = string | number;

/** A name alone has fewer signs than this; one with its post stands in a wider column, in one line. */
const longName = 8;

/** So many names are seen at a glance; more are searched. */
export const seenAtOnce = 14;

/** Everybody who can be ticked, with one button for all; how many there are, and what that means, stands below. */
export function CheckList(props: {
  id?: string;
  title: string;
  /** The words that tick everybody. */
  all: string;
  choices: readonly Option[];
  value?: readonly Value[];
  onChange?: (value: Value[]) => void;
  noteOf?: ((count: number) => string) | undefined;
}) {
  const { id, title, all, choices, value = [], onChange, noteOf } = props;
  const [sought, setSought] = useState('');
  const countId = useId();
  const chosen = new Set(value);
  // In the order of the list, whatever order they were ticked in.
  const change = (ids: ReadonlySet<Value>) =>
    onChange?.(choices.map((choice) => choice.value).filter((choice) => ids.has(choice)));
  const toggle = (choice: Value) => {
    const next = new Set(chosen);
    if (!next.delete(choice)) next.add(choice);
    change(next);
  };
  const shown = choices.filter(({ label }) => label.includes(sought.trim()));
  return (
    <fieldset className="choices" id={id} aria-label={title} aria-describedby={countId}>
      <div className="people-bar">
        <button type="button" className="people-all" onClick={() => change(new Set(choices.map(({ value }) => value)))}>
          {all}（{choices.length}）
        </button>
        <button type="button" className="people-all" onClick={() => change(new Set())} disabled={chosen.size === 0}>
          全部取消
        </button>
        {choices.length > seenAtOnce ? <Search title={title} value={sought} onChange={setSought} /> : null}
      </div>
      <ul className={choices.some(({ label }) => label.length > longName) ? 'check-list is-wide' : 'check-list'}>
        {shown.map((choice) => (
          <li key={choice.value}>
            <Checkbox checked={chosen.has(choice.value)} onChange={() => toggle(choice.value)}>
              {choice.label}
            </Checkbox>
          </li>
        ))}
        {shown.length === 0 ? <li className="form-help">没有姓名含“{sought}”的人</li> : null}
      </ul>
      <p id={countId} className="people-count" aria-live="polite">
        已选{chosen.size}人，共{choices.length}人{noteOf === undefined ? '' : `。${noteOf(chosen.size)}`}
      </p>
    </fieldset>
  );
}

/** Narrows a long list of names. Enter would submit the form it stands in. */
export function Search(props: { title: string; value: string; onChange: (sought: string) => void }) {
  return (
    <Input
      type="search"
      className="people-search"
      size="small"
      allowClear
      value={props.value}
      placeholder="按姓名查找"
      aria-label={`在“${props.title}”中按姓名查找`}
      onChange={(event) => props.onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}
