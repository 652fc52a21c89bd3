import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId } from 'react';
import { listPackageChoices } from '../../contract/packages.ts';
import type { Address } from '../lib/address.ts';
import { call } from '../lib/client.ts';
import { ChooseField, FindField } from '../ui/list-filters.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';

const narrowing = ['receipt', 'kind', 'case', 'party', 'from', 'until', 'text'] as const;

const sortNames = [
  { value: 'newest', label: '从新到旧' },
  { value: 'oldest', label: '从旧到新' },
  { value: 'title', label: '按标题' },
  { value: 'kind', label: '按种类' },
  { value: 'party', label: '按单位' },
] as const;

/** What of a box is shown. On a phone it is folded away until asked for. */
export function PackageFilters({ address, box }: { address: Address; box: 'in' | 'out' }) {
  const isPhone = useIsPhone();
  const said = narrowing.filter((name) => address.value(name) !== undefined).length;
  if (!isPhone) return <Controls address={address} box={box} said={said} />;
  return (
    <details className="list-filters" open={said > 0}>
      <summary>筛选和排序{said === 0 ? '' : `（${said}项）`}</summary>
      <Controls address={address} box={box} said={said} sorts />
    </details>
  );
}

function Controls(props: { address: Address; box: 'in' | 'out'; said: number; sorts?: true }) {
  const { address, box, said, sorts } = props;
  const choices = useQuery({
    queryKey: ['packages', 'choices', box],
    queryFn: () => call(listPackageChoices, { query: { box } }),
  });
  const receipts = [
    { value: 'waiting', label: box === 'in' ? '待签收' : '尚未全部签收' },
    { value: 'received', label: box === 'in' ? '已签收' : '全部签收' },
  ];
  return (
    <search className="list-bar" aria-label="筛选报送件">
      <FindField address={address} title="标题、事项或单位" />
      <ChooseField address={address} name="receipt" title="签收情况" choices={receipts} />
      <ChooseField address={address} name="kind" title="种类" choices={optionsOf(choices.data?.kinds)} />
      <ChooseField address={address} name="case" title="事项" choices={optionsOf(choices.data?.cases)} />
      <ChooseField
        address={address}
        name="party"
        title={box === 'in' ? '来自' : '送往'}
        choices={optionsOf(choices.data?.parties)}
      />
      <Day address={address} name="from" title="自" />
      <Day address={address} name="until" title="至" />
      {sorts === true ? <ChooseField address={address} name="sort" title="待签收在前" choices={sortNames} /> : null}
      {said === 0 ? null : (
        <Button type="link" onClick={() => address.clear(['box', 'sort'])}>
          清除筛选
        </Button>
      )}
    </search>
  );
}

function optionsOf(choices: readonly { id: string; name: string }[] = []) {
  return choices.map(({ id, name }) => ({ value: id, label: name }));
}

function Day({ address, name, title }: { address: Address; name: string; title: string }) {
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
