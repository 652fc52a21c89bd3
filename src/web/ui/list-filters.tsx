import { Input, Select } from 'antd';
import type { Address } from '../lib/address.ts';

/** The words that a list is searched for, kept in the address as `text`. */
export function FindField(props: { address: Address; title: string; placeholder?: string; autoFocus?: boolean }) {
  const { address, title, placeholder = title, autoFocus = false } = props;
  return (
    <Input.Search
      key={address.value('text') ?? ''}
      aria-label={title}
      placeholder={placeholder}
      allowClear
      autoFocus={autoFocus}
      defaultValue={address.value('text') ?? ''}
      onSearch={(text) => address.change({ text: text.trim() })}
    />
  );
}

/** One of a few that a list is narrowed to, or none, kept in the address under its name. */
export function ChooseField(props: {
  address: Address;
  name: string;
  title: string;
  choices: readonly { value: string; label: string }[];
}) {
  const { address, name, title, choices } = props;
  return (
    <Select
      aria-label={title}
      placeholder={title}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      options={[...choices]}
      value={address.value(name) ?? null}
      onChange={(value: string | null | undefined) => address.change({ [name]: value ?? undefined })}
    />
  );
}
