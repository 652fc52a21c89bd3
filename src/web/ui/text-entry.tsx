import { Input } from 'antd';
import type { ChangeEventHandler } from 'react';
import './text-entry.css';

type TextEntryProps = {
  widget: 'line' | 'paragraphs';
  maxLength: number | undefined;
  id?: string;
  value?: string;
  onChange?: ChangeEventHandler<HTMLInputElement | HTMLTextAreaElement>;
  'aria-label'?: string;
  placeholder?: string;
  autoFocus?: boolean;
  /** Of the list of known words offered while a line is typed. */
  list?: string;
};

/** What is typed or pasted is kept whole; beyond its limit it says at once by how much it is too long. */
export function TextEntry({ widget, maxLength, list, ...field }: TextEntryProps) {
  const excess = maxLength === undefined ? 0 : excessOf(field.value, maxLength);
  const status = excess > 0 ? ({ status: 'error' } as const) : {};
  return (
    <>
      {widget === 'line' ? (
        <Input {...field} {...(list === undefined ? {} : { list, autoComplete: 'off' })} {...status} />
      ) : (
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 16 }} {...field} {...status} />
      )}
      <span className="too-long" role="status">
        {excess > 0 ? `最多${maxLength}字，请删减${excess}字。` : ''}
      </span>
    </>
  );
}

/** By how many characters a text is longer than its limit; not above zero for one that fits. */
export function excessOf(text: string | undefined, maxLength: number): number {
  return (text?.trim().length ?? 0) - maxLength;
}

/** A rule of a form: nothing longer than its limit is sent. What it says stands below what the entry itself says. */
export function within(maxLength: number) {
  return {
    validator: (_rule: unknown, text: string | undefined) =>
      excessOf(text, maxLength) > 0 ? Promise.reject(new Error('删减后才能提交')) : Promise.resolve(),
  };
}
