import { Segmented } from 'antd';
import { topicDomainNames } from '../../domain/topic/topic.ts';
import type { Address } from '../lib/address.ts';
import { ChooseField, choicesOf, FilterBar, FindField } from '../ui/list-filters.tsx';
import { authorNames } from './suggestion-rows.ts';

const orderNames = { title: '按名称', author: '按建议人', domain: '按领域' } as const;

/** What of the list is shown, kept in the address. */
export function SuggestionFilters({ address }: { address: Address }) {
  return (
    <FilterBar
      address={address}
      label="筛选建议"
      names={['text', 'domain', 'author', 'standing']}
      orders={{ asGiven: '按登记和签收的顺序', others: choicesOf(orderNames) }}
    >
      <FindField address={address} title="建议名称、建议人或拼音" placeholder="名称、建议人或拼音" />
      <ChooseField address={address} name="domain" title="领域" choices={choicesOf(topicDomainNames)} />
      <ChooseField address={address} name="author" title="建议人类别" choices={choicesOf(authorNames)} />
      <ChooseField
        address={address}
        name="standing"
        title="合并情况"
        choices={choicesOf({ merged: '已合并', free: '未合并' })}
      />
      <Segmented
        aria-label="分组"
        value={address.value('places') ?? 'list'}
        onChange={(places) => address.change({ places: places === 'list' ? undefined : places })}
        options={[
          { value: 'list', label: '不分组' },
          { value: 'across', label: '相近的一组' },
          { value: 'apart', label: '相近且同一地区' },
        ]}
      />
    </FilterBar>
  );
}
