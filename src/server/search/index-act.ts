import { searchKindOf } from '../../domain/search/search-kinds.ts';
import { searchableOf } from '../../domain/search/searchable.ts';
import type { Trx } from '../db/database.ts';
import { chineseWords } from './chinese-words.ts';
import { insertEntry } from './search-store.ts';

export type IndexedAct = {
  cityCode: string;
  tenantId: string;
  seq: number;
  kind: string;
  title: string;
  caseId: string;
  caseName: string;
  year: number;
  on: string;
  payload: unknown;
};

/** More of one text is not cut into words; a phrase is still found in it. */
const cutLength = 100_000;

/** What can be found of an act. Cutting a text into words costs more than recording it, so it is done when somebody looks for something. */
export async function indexAct(trx: Trx, act: IndexedAct): Promise<void> {
  const { heading, body } = searchableOf(act.payload);
  const { cutForSearch } = await chineseWords();
  const text = `${act.title} ${act.caseName} ${heading} ${body}`.slice(0, cutLength);
  await insertEntry(trx, act, {
    actSeq: act.seq,
    caseId: act.caseId,
    caseName: act.caseName,
    year: act.year,
    kind: searchKindOf(act.kind),
    actTitle: act.title,
    heading: heading === '' ? act.title : heading,
    body,
    on: act.on,
    words: [...new Set(cutForSearch(text))],
  });
}
