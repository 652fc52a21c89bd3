import { useMemo, useState } from 'react';
import { rowsOnPage } from '../../contract/list-rows.ts';
import { orderedSuggestions } from '../../contract/suggestion-list.ts';
import { type CandidateView, exportSuggestions } from '../../contract/suggestions.ts';
import { chosenSuggestions, suggestionStandings } from '../../domain/topic/suggestion-rows.ts';
import { topicDomains } from '../../domain/topic/topic.ts';
import { type Address, oneOf, useAddress } from '../lib/address.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { download } from '../lib/client.ts';
import { useFits } from '../lib/use-fits.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { ListPages } from '../ui/list-pages.tsx';
import { useIsPrinting } from '../ui/use-is-printing.ts';
import { AddToCandidate } from './add-to-candidate.tsx';
import { MergeButton } from './merge-button.tsx';
import { SuggestionDrawer } from './suggestion-drawer.tsx';
import { SuggestionFilters } from './suggestion-filters.tsx';
import { SuggestionGroups } from './suggestion-groups.tsx';
import type { SuggestionRow } from './suggestion-rows.ts';
import { type Choosing, SuggestionRows } from './suggestion-table.tsx';

const pageSize = 50;

type Props = {
  loaded: Pick<LoadedCase, 'view' | 'state'>;
  rows: readonly SuggestionRow[];
  candidates: readonly CandidateView[];
  mayMerge: boolean;
};

/** The suggestions that the address asks for: a page of them on the screen, all of them on paper. */
export function SuggestionList({ loaded, rows, candidates, mayMerge }: Props) {
  const caseId = loaded.view.id;
  const address = useAddress();
  const isPrinting = useIsPrinting();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { filter, shown } = useShown(rows, address);
  const toggle = (ids: readonly string[], on: boolean) =>
    setChosen((before) => new Set([...[...before].filter((id) => !ids.includes(id)), ...(on ? ids : [])]));
  // Paper chooses nothing.
  const choosing: Choosing = mayMerge && !isPrinting ? { chosen, toggle } : undefined;
  const asked = address.value('places');
  const places = asked === 'across' || asked === 'apart' ? asked : undefined;
  const picked = { rows: rows.filter(({ id }) => chosen.has(id)), onDone: () => setChosen(new Set()) };
  return (
    <>
      <SuggestionFilters address={address} rows={rows} />
      <div className="list-count">
        <p role="status">{`共${shown.length}条${chosen.size === 0 ? '' : `，已选${chosen.size}条`}`}</p>
        <span className="list-deeds">
          {mayMerge ? (
            <>
              <AddToCandidate caseId={caseId} candidates={candidates} {...picked} />
              <MergeButton caseId={caseId} {...picked} />
            </>
          ) : null}
          <ExportButton
            ask={() =>
              download(exportSuggestions, { params: { caseId }, query: { ...filter, sort: address.value('sort') } })
            }
          />
        </span>
      </div>
      {places === undefined ? (
        <>
          <SuggestionRows
            caption="本年度建议"
            rows={isPrinting ? shown : rowsOnPage(shown, address.page, pageSize)}
            choosing={choosing}
            address={address}
            isSorted
          />
          <ListPages page={address.page} pageSize={pageSize} total={shown.length} onTurn={address.turnTo} />
        </>
      ) : (
        <SuggestionGroups caseId={caseId} places={places} rows={shown} address={address} choosing={choosing} />
      )}
      <SuggestionDrawer
        row={rows.find(({ id }) => id === address.value('open'))}
        loaded={loaded}
        onClose={() => address.goTo({ open: undefined })}
      />
    </>
  );
}

/** Of thousands: found and sorted when something else is asked for, not with every tick. */
function useShown(rows: readonly SuggestionRow[], address: Address) {
  const domain = oneOf(topicDomains, address.value('domain'));
  const standing = oneOf(suggestionStandings, address.value('standing'));
  const [text, author] = [address.value('text'), address.value('author')];
  const [from, place] = [address.value('from'), address.value('place')];
  const sort = address.value('sort');
  const fits = useFits(text ?? '');
  return useMemo(() => {
    const filter = { text, domain, author, from, place, standing };
    return { filter, shown: orderedSuggestions(chosenSuggestions(rows, filter, fits), sort) };
  }, [rows, text, domain, author, from, place, standing, sort, fits]);
}
