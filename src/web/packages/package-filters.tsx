import { useQuery } from '@tanstack/react-query';
import { listPackageChoices } from '../../contract/packages.ts';
import type { Address } from '../lib/address.ts';
import { call } from '../lib/client.ts';
import { ChooseField, DayField, FilterBar, FindField } from '../ui/list-filters.tsx';

const narrowing = ['receipt', 'kind', 'case', 'party', 'from', 'until', 'text'] as const;

const sortNames = [
  { value: 'newest', label: '从新到旧' },
  { value: 'oldest', label: '从旧到新' },
  { value: 'title', label: '按标题' },
  { value: 'kind', label: '按种类' },
  { value: 'party', label: '按单位' },
] as const;

/** What of a box is shown. */
export function PackageFilters({ address, box }: { address: Address; box: 'in' | 'out' }) {
  const choices = useQuery({
    queryKey: ['packages', 'choices', box],
    queryFn: () => call(listPackageChoices, { query: { box } }),
  });
  const receipts = [
    { value: 'waiting', label: box === 'in' ? '待签收' : '尚未全部签收' },
    { value: 'received', label: box === 'in' ? '已签收' : '全部签收' },
  ];
  return (
    <FilterBar
      address={address}
      label="筛选报送件"
      names={narrowing}
      orders={{ asGiven: '待签收在前', others: sortNames }}
    >
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
      <DayField address={address} name="from" title="自" />
      <DayField address={address} name="until" title="至" />
    </FilterBar>
  );
}

function optionsOf(choices: readonly { id: string; name: string }[] = []) {
  return choices.map(({ id, name }) => ({ value: id, label: name }));
}
