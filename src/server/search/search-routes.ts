import { search } from '../../contract/search.ts';
import { readsContents } from '../../domain/organisation/actor.ts';
import { excerptOf } from '../../domain/search/excerpt.ts';
import type { App } from '../http/app-parts.ts';
import { registerRoute } from '../http/route.ts';
import { chineseWords } from './chinese-words.ts';
import { catchUp } from './rebuild-search.ts';
import { findCasesByName, findEntries } from './search-queries.ts';

/** Search over everything one may read: the own tenant's acts and receipts for readers of contents, names of cases for everybody. */
export function registerSearchRoutes(app: App): void {
  registerRoute(app, search, async ({ actor, query, read }) => {
    const { text: typed, kind = null, year = null, page, pageSize } = query;
    const text = typed.toLowerCase();
    if (text === '') return { total: 0, pageSize, entries: [], cases: [] };
    const words = [...new Set((await chineseWords()).cut(text))];
    const pieces = text.split(/\s+/u);
    const marked = [...pieces, ...words];
    const { tenantId: id, bodyId, level, kind: tenantKind } = actor;
    if (readsContents(actor)) await catchUp(app.database, actor.cityCode, { id, bodyId, level, kind: tenantKind });
    return read(async (trx) => {
      const cases = await findCasesByName(trx, { ...actor, isBody: actor.kind === 'body' }, { text, year });
      const asked = { text, pieces, words, kind, year, limit: pageSize, offset: (page - 1) * pageSize };
      const found = readsContents(actor) ? await findEntries(trx, actor, asked) : [];
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
}
