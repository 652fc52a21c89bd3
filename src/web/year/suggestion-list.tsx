import { useMemo, useState } from 'react';
import { type Address, useAddress } from '../lib/address.ts';
import { rowsOnPage } from '../lib/list-rows.ts';
import { ListPages } from '../ui/list-pages.tsx';
import { useIsPrinting } from '../ui/use-is-printing.ts';
import { MergeButton } from './merge-button.tsx';
import { SuggestionFilters } from './suggestion-filters.tsx';
import { SuggestionGroups } from './suggestion-groups.tsx';
import { chosenRows, type SuggestionRow } from './suggestion-rows.ts';
import { type Choosing, SuggestionRows } from './suggestion-table.tsx';
import { useFits } from './use-pinyin.ts';

const pageSize = 50;

/** The suggestions that the address asks for: a page of them on the screen, all of them on paper. */
export function SuggestionList(props: { caseId: string; rows: readonly SuggestionRow[]; mayMerge: boolean }) {
  const { caseId, rows, mayMerge } = props;
  const address = useAddress();
  const isPrinting = useIsPrinting();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shown = useShown(rows, address);
  const toggle = (ids: readonly string[], on: boolean) =>
    setChosen((before) => new Set([...[...before].filter((id) => !ids.includes(id)), ...(on ? ids : [])]));
  // Paper chooses nothing.
  const choosing: Choosing = mayMerge && !isPrinting ? { chosen, toggle } : undefined;
  const asked = address.value('places');
  const places = asked === 'across' || asked === 'apart' ? asked : undefined;
  return (
    <>
      <SuggestionFilters address={address} />
      <div className="list-count">
        <p role="status">{`共${shown.length}条${chosen.size === 0 ? '' : `，已选${chosen.size}条`}`}</p>
        {mayMerge ? (
          <MergeButton
            caseId={caseId}
            rows={rows.filter(({ id }) => chosen.has(id))}
            onDone={() => setChosen(new Set())}
          />
        ) : null}
      </div>
      {places === undefined ? (
        <>
          <SuggestionRows
            caption="本年度建议"
            rows={isPrinting ? shown : rowsOnPage(shown, address.page, pageSize)}
            choosing={choosing}
            address={address}
          />
          <ListPages page={address.page} pageSize={pageSize} total={shown.length} onTurn={address.turnTo} />
        </>
      ) : (
        <SuggestionGroups caseId={caseId} places={places} rows={shown} address={address} choosing={choosing} />
      )}
    </>
  );
}

/** Of thousands: found and sorted when something else is asked for, not with every tick. */
function useShown(rows: readonly SuggestionRow[], address: Address): readonly SuggestionRow[] {
  const [text, domain, author] = [address.value('text') ?? '', address.value('domain'), address.value('author')];
  const [standing, sort] = [address.value('standing'), address.value('sort')];
  const fits = useFits(text);
  return useMemo(
    () => chosenRows(rows, { text, domain, author, standing, sort }, fits),
    [rows, text, domain, author, standing, sort, fits],
  );
}
