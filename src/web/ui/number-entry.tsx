import { Input } from 'antd';

type Props = {
  id?: string;
  'aria-label'?: string;
  /** What the browser's own arrows stay within. */
  min?: number;
  max?: number;
  value?: number | null;
  onChange?: (value: number | undefined) => void;
};

/** A number; what is none counts as nothing typed. Turning the wheel over it scrolls the page and changes nothing. */
export function NumberEntry({ value, onChange, ...rest }: Props) {
  return (
    <Input
      {...rest}
      type="number"
      step={1}
      className="number-field"
      value={value ?? ''}
      onWheel={({ currentTarget }) => currentTarget.blur()}
      onChange={({ target }) => onChange?.(target.value === '' ? undefined : target.valueAsNumber)}
    />
  );
}
