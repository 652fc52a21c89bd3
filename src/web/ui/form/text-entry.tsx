import { Input } from 'antd';
import type { ChangeEventHandler } from 'react';

type TextEntryProps = {
  widget: 'line' | 'paragraphs';
  maxLength: number | undefined;
  id?: string;
  value?: string;
  onChange?: ChangeEventHandler<HTMLInputElement | HTMLTextAreaElement>;
};

/** What is typed or pasted is kept whole; beyond its limit it says at once by how much it is too long. */
export function TextEntry({ widget, maxLength, ...field }: TextEntryProps) {
  const length = field.value?.trim().length ?? 0;
  const isOver = maxLength !== undefined && length > maxLength;
  const status = isOver ? ({ status: 'error' } as const) : {};
  return (
    <>
      {widget === 'line' ? (
        <Input {...field} {...status} />
      ) : (
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 16 }} {...field} {...status} />
      )}
      <span className="too-long" role="status">
        {isOver ? `现有${length}字，最多${maxLength}字，请删减${length - maxLength}字。` : ''}
      </span>
    </>
  );
}
