import { Segmented } from 'antd';
import { cityWide, suggestionAuthorNames, suggestionStandingNames } from '../../domain/topic/suggestion-rows.ts';
import { topicDomainNames } from '../../domain/topic/topic.ts';
import type { Address } from '../lib/address.ts';
import { type Choice, ChooseField, choicesOf, FilterBar, FindField } from '../ui/list-filters.tsx';
import type { SuggestionRow } from './suggestion-rows.ts';

const orderNames = {
  newest: '最近提出的在前',
  oldest: '最早提出的在前',
  title: '按名称',
  author: '按建议人',
  place: '按地区',
  domain: '按领域',
  standing: '按办理情况',
} as const;

export const filterNames = ['text', 'domain', 'author', 'from', 'place', 'standing'] as const;

/** What of the list is shown, kept in the address. */
export function SuggestionFilters({ address, rows }: { address: Address; rows: readonly SuggestionRow[] }) {
  return (
    <FilterBar
      address={address}
      label="筛选建议"
      names={filterNames}
      orders={{ asGiven: '按登记和签收的顺序', others: choicesOf(orderNames) }}
    >
      <FindField address={address} title="建议名称、建议人或拼音" placeholder="名称、建议人或拼音" />
      <ChooseField address={address} name="domain" title="领域" choices={choicesOf(topicDomainNames)} />
      <ChooseField address={address} name="place" title="地区" choices={placesIn(rows)} />
      <ChooseField address={address} name="author" title="建议人类别" choices={choicesOf(suggestionAuthorNames)} />
      <ChooseField address={address} name="from" title="来源单位" choices={unitsIn(rows)} />
      <ChooseField address={address} name="standing" title="办理情况" choices={choicesOf(suggestionStandingNames)} />
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

/** Only what there is to choose from. */
function placesIn(rows: readonly SuggestionRow[]): Choice[] {
  const places = [...new Set(rows.map(({ place }) => place))].filter((place) => place !== '');
  const whole = rows.some(({ place }) => place === '') ? [{ value: cityWide, label: '全市' }] : [];
  return [...whole, ...places.map((place) => ({ value: place, label: place }))];
}

function unitsIn(rows: readonly SuggestionRow[]): Choice[] {
  const units = new Map(
    rows.flatMap(({ author: { tenantId, name } }) => (tenantId === undefined ? [] : [[tenantId, name]])),
  );
  return [...units].map(([value, label]) => ({ value, label }));
}
