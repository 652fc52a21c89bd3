import { offsetWithin } from '../../contract/paging.ts';
import { exportSearch, search } from '../../contract/search.ts';
import { type Actor, readsContents } from '../../domain/organisation/actor.ts';
import { excerptOf } from '../../domain/search/excerpt.ts';
import { searchKindNames } from '../../domain/search/search-kinds.ts';
import type { Trx } from '../db/database.ts';
import type { App } from '../http/app-parts.ts';
import { mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { sendTable, type TableColumn, tableRowLimit } from '../http/table-file.ts';
import { chineseWords } from './chinese-words.ts';
import { catchUp } from './rebuild-search.ts';
import { type Asked, type FoundEntry, findCasesByName, findEntries } from './search-queries.ts';

/** Search over everything one may read: the own tenant's acts and receipts for readers of contents, names of cases for everybody. */
export function registerSearchRoutes(app: App): void {
  registerRoute(app, search, async ({ actor, query, read }) => {
    const { kind = null, year = null, page, pageSize } = query;
    if (query.text === '') return { total: 0, pageSize, entries: [], cases: [] };
    const asked = { ...(await wordsOf(query.text)), kind, year };
    const marked = [...asked.pieces, ...asked.words];
    await catchUpFor(app, actor);
    return read(async (trx) => {
      const cases = await findCasesByName(trx, { ...actor, isBody: actor.kind === 'body' }, asked);
      const found = readsContents(actor) ? await findPage(trx, actor, asked, query) : [];
      return {
        total: found[0]?.total ?? 0,
        pageSize,
        entries: found.map(({ total: _total, body, heading, ...entry }) => ({
          ...entry,
          heading: excerptOf(heading, marked),
          excerpt: excerptOf(body === '' ? entry.caseName : body, marked),
        })),
        cases:
          page === 1 && kind === null
            ? cases.map(({ name, ...one }) => ({ ...one, name: excerptOf(name, marked) }))
            : [],
      };
    });
  });
  registerRoute(app, exportSearch, async (call) => {
    const { actor, query } = call;
    mustReadContents(actor);
    const { text: typed, content, year } = query;
    const asked = { ...(await wordsOf(typed)), kind: content ?? null, year: year ?? null };
    await catchUpFor(app, actor);
    return call.read(async (trx) => {
      const rows = await findEntries(trx, actor, { ...asked, limit: tableRowLimit + 1, offset: 0 });
      const table = { name: '搜索结果', columns: foundColumns, rows };
      return sendTable(trx, call, table, { list: 'search', detail: { content, year } });
    });
  });
}

/** What was typed, as it is looked for: whole, by its pieces between spaces, by its words. */
async function wordsOf(typed: string): Promise<Pick<Asked, 'text' | 'pieces' | 'words'>> {
  const text = typed.toLowerCase();
  return { text, pieces: text.split(/\s+/u), words: [...new Set((await chineseWords()).cut(text))] };
}

/** What was recorded a moment ago is found as well. */
async function catchUpFor(app: App, actor: Actor): Promise<void> {
  const { tenantId: id, bodyId, level, kind } = actor;
  if (readsContents(actor)) await catchUp(app.database, actor.cityCode, { id, bodyId, level, kind });
}

/** The asked page; past the end, the last one. */
async function findPage(
  trx: Trx,
  actor: Actor,
  asked: Omit<Asked, 'limit' | 'offset'>,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<FoundEntry[]> {
  const found = await findEntries(trx, actor, { ...asked, limit: pageSize, offset: (page - 1) * pageSize });
  if (found.length > 0 || page === 1) return found;
  const [first] = await findEntries(trx, actor, { ...asked, limit: 1, offset: 0 });
  if (first === undefined) return [];
  return findEntries(trx, actor, { ...asked, limit: pageSize, offset: offsetWithin({ page, pageSize }, first.total) });
}

const foundColumns: readonly TableColumn<FoundEntry>[] = [
  { title: '标题', width: 40, value: ({ heading }) => heading },
  { title: '种类', width: 16, value: ({ kind }) => searchKindNames[kind] },
  { title: '法定行为', width: 24, value: ({ actTitle }) => actTitle },
  { title: '日期', width: 12, kind: 'date', value: ({ on }) => on },
  { title: '事项', width: 30, value: ({ caseName }) => caseName },
  { title: '内容', width: 80, value: ({ body }) => body },
];
