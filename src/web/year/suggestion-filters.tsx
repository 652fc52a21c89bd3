import { Input, Segmented, Select } from 'antd';
import { topicDomainNames } from '../../domain/topic/topic.ts';
import type { Address } from '../lib/address.ts';
import { authorNames } from './suggestion-rows.ts';

const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** What of the list is shown, kept in the address. */
export function SuggestionFilters({ address }: { address: Address }) {
  return (
    <search className="list-bar" aria-label="筛选建议">
      <Input.Search
        key={address.value('text') ?? ''}
        aria-label="建议名称、建议人或拼音"
        placeholder="名称、建议人，可输入拼音"
        allowClear
        defaultValue={address.value('text') ?? ''}
        onSearch={(text) => address.change({ text: text.trim() })}
      />
      <Choose address={address} name="domain" title="领域" names={topicDomainNames} />
      <Choose address={address} name="author" title="建议人类别" names={authorNames} />
      <Choose address={address} name="standing" title="合并情况" names={{ merged: '已合并', free: '未合并' }} />
      <Choose
        address={address}
        name="sort"
        title="排序"
        names={{ title: '按名称', author: '按建议人', domain: '按领域' }}
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
    </search>
  );
}

function Choose(props: { address: Address; name: string; title: string; names: Readonly<Record<string, string>> }) {
  const { address, name, title, names } = props;
  return (
    <Select
      aria-label={title}
      placeholder={title}
      allowClear
      options={optionsOf(names)}
      value={address.value(name) ?? null}
      onChange={(value: string | null | undefined) => address.change({ [name]: value ?? undefined })}
    />
  );
}
