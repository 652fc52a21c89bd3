import { Button } from 'antd';
import { useState } from 'react';
import { rowsOnPage } from '../../contract/list-rows.ts';
import type { Address } from '../lib/address.ts';
import { ListPages } from '../ui/list-pages.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { useIsPrinting } from '../ui/use-is-printing.ts';
import { groupedRows, type RowGroup, type SuggestionRow } from './suggestion-rows.ts';
import { type Choosing, SuggestionRows } from './suggestion-table.tsx';
import { useGroups } from './suggestions-api.ts';

const groupsOnPage = 10;
/** Of one group; the rest is shown when asked for. */
const rowsAtFirst = 20;

type Props = {
  caseId: string;
  places: 'across' | 'apart';
  rows: readonly SuggestionRow[];
  address: Address;
  choosing: Choosing;
};

/** Suggestions that are alike, group by group; those like no other are not among them. */
export function SuggestionGroups({ caseId, places, rows, address, choosing }: Props) {
  const groups = useGroups(caseId, places);
  const isPrinting = useIsPrinting();
  return (
    <QueryView query={groups} isEmpty={(list) => list.length === 0} empty={<EmptyView text="没有相近的建议" />}>
      {(list) => {
        const shown = groupedRows(list, rows);
        if (shown.length === 0) return <EmptyView text="符合条件的建议中没有相近的" hint="可以放宽或清除筛选条件。" />;
        const alike = shown.reduce((sum, group) => sum + group.rows.length, 0);
        return (
          <>
            <p className="group-count" role="status">
              {`其中${alike}条相近，分为${shown.length}组；其余${rows.length - alike}条没有相近的，不在下面列出。`}
            </p>
            {(isPrinting ? shown : rowsOnPage(shown, address.page, groupsOnPage)).map((group) => (
              <Group
                key={group.ids.join(' ')}
                group={group}
                choosing={choosing}
                isWhole={isPrinting}
                address={address}
              />
            ))}
            <ListPages
              unit="组"
              page={address.page}
              pageSize={groupsOnPage}
              total={shown.length}
              onTurn={address.turnTo}
            />
          </>
        );
      }}
    </QueryView>
  );
}

function Group(props: { group: RowGroup; choosing: Choosing; isWhole: boolean; address: Address }) {
  const { group, choosing, isWhole, address } = props;
  const [isOpen, setOpen] = useState(false);
  const { rows, words, places } = group;
  const shown = isWhole || isOpen ? rows : rows.slice(0, rowsAtFirst);
  const free = rows.filter(({ candidate }) => candidate === undefined).map(({ id }) => id);
  return (
    <section className="suggestion-group">
      <div className="list-count">
        <h3>{`${words.join('、')}（${rows.length}条）`}</h3>
        <span>{places.join('、')}</span>
        {choosing === undefined ? null : <Button onClick={() => choosing.toggle(free, true)}>选中这一组</Button>}
      </div>
      <SuggestionRows
        caption={`相近的建议：${words.join('、')}`}
        rows={shown}
        choosing={choosing}
        address={address}
        isSorted={false}
      />
      {shown.length === rows.length ? null : (
        <Button type="link" onClick={() => setOpen(true)}>{`显示其余${rows.length - shown.length}条`}</Button>
      )}
    </section>
  );
}
