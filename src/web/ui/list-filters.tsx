import { Button, Input, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import type { Address } from '../lib/address.ts';
import { useIsPhone } from './use-is-phone.ts';

export type Choice = { value: string; label: string };

/**
 * What narrows a list, kept in the address under `names`, and the way to take it all away. On a phone it is folded until asked for, and
 * the orders stand with it: cards have no headings to sort by. A list that is cards at a desk as well has its orders `always`.
 */
export function FilterBar(props: {
  address: Address;
  label: string;
  names: readonly string[];
  children: ReactNode;
  orders?: { asGiven: string; others: readonly Choice[]; always?: true };
}) {
  const { address, label, names, children, orders } = props;
  const isPhone = useIsPhone();
  const said = names.filter((name) => address.value(name) !== undefined).length;
  const bar = (
    <search className="list-bar" aria-label={label}>
      {children}
      {orders !== undefined && (isPhone || orders.always === true) ? (
        <ChooseField address={address} name="sort" title={orders.asGiven} choices={orders.others} />
      ) : null}
      {said === 0 ? null : (
        <Button
          type="link"
          onClick={() => address.change(Object.fromEntries(names.map((name) => [name, undefined] as const)))}
        >
          清除筛选
        </Button>
      )}
    </search>
  );
  if (!isPhone) return bar;
  return (
    <details className="list-filters" open={said > 0}>
      <summary>
        {orders === undefined ? '筛选' : '筛选和排序'}
        {said === 0 ? '' : `（${said}项）`}
      </summary>
      {bar}
    </details>
  );
}

/** Names by their codes as choices. */
export function choicesOf(names: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

/** A day that a list begins or ends with, kept in the address under its name. */
export function DayField({ address, name, title }: { address: Address; name: string; title: string }) {
  const id = useId();
  return (
    <span className="list-day">
      <label htmlFor={id}>{title}</label>
      <Input
        id={id}
        type="date"
        value={address.value(name) ?? ''}
        onChange={(event) => address.change({ [name]: event.target.value })}
      />
    </span>
  );
}

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
export function ChooseField(props: { address: Address; name: string; title: string; choices: readonly Choice[] }) {
  const { address, name, title, choices } = props;
  const chosen = choices.find(({ value }) => value === address.value(name));
  return (
    <Select
      aria-label={title}
      placeholder={title}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      options={[...choices]}
      // What nobody knows is not shown as it was typed into the address.
      value={chosen?.value ?? null}
      onChange={(value: string | null | undefined) => address.change({ [name]: value ?? undefined })}
    />
  );
}
