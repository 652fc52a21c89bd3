import { useId } from 'react';
import type { Option } from '../../lib/schema-form.ts';

/** A few choices, all seen, of which one holds. */
export function RadioList(props: {
  id?: string;
  title: string;
  choices: readonly Option[];
  value?: string | number;
  onChange?: (value: string | number) => void;
}) {
  const { id, title, choices, value, onChange } = props;
  const name = useId();
  return (
    <div role="radiogroup" className="radio-list" id={id} aria-label={title}>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange?.(choice.value)} />
          {choice.label}
        </label>
      ))}
    </div>
  );
}
