import { orderedSuggestions } from '../../contract/suggestion-list.ts';
import {
  changeCandidate,
  exportSuggestions,
  findSimilarSuggestions,
  groupSuggestions,
  listCandidates,
  mergeSuggestions,
  undoCandidate,
} from '../../contract/suggestions.ts';
import { exportCandidates } from '../../contract/year-exports.ts';
import { actsAsDeputy, readsContents } from '../../domain/organisation/actor.ts';
import { listedSuggestions } from '../../domain/topic/suggestion-list.ts';
import { chosenSuggestions, suggestionRowsOf } from '../../domain/topic/suggestion-rows.ts';
import { momentOf } from '../acts/act-commands.ts';
import { loadCase } from '../acts/act-facts.ts';
import type { App } from '../http/app-parts.ts';
import { mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { sendTable } from '../http/table-file.ts';
import {
  changeCandidateOf,
  loadOwnYear,
  loadSuggestions,
  mergeIntoCandidate,
  undoCandidateOf,
} from './candidate-commands.ts';
import { listCandidateRows } from './candidate-store.ts';
import { indexOfSuggestions, similarToText } from './similar-suggestions.ts';
import { similarGroupsInThreads } from './similar-threads.ts';
import { candidateColumns, fitsFor, suggestionColumns } from './suggestion-table.ts';

/** The year's suggestions brought together: alike ones, candidate topics. */
export function registerSuggestionRoutes(app: App): void {
  registerCandidates(app);
  registerAlike(app);
  registerExports(app);
}

function registerCandidates(app: App): void {
  registerRoute(app, listCandidates, async ({ actor, params, read }) => {
    mustReadContents(actor);
    return read(async (trx) => {
      await loadSuggestions(trx, actor, params.caseId);
      return { candidates: await listCandidateRows(trx, { ...actor, caseId: params.caseId }) };
    });
  });

  registerRoute(app, mergeSuggestions, async ({ actor, params, body, write, at, today }) => {
    mustReadContents(actor);
    return write((trx) => mergeIntoCandidate(trx, actor, params.caseId, body, momentOf({ at, today })));
  });

  registerRoute(app, changeCandidate, async ({ actor, params, body, write, at, today }) => {
    mustReadContents(actor);
    return write((trx) => changeCandidateOf(trx, actor, params, body, momentOf({ at, today })));
  });

  registerRoute(app, undoCandidate, async ({ actor, params, query, write, at, today }) => {
    mustReadContents(actor);
    return write(async (trx) => {
      await undoCandidateOf(trx, actor, params, query.version, momentOf({ at, today }));
    });
  });
}

function registerAlike(app: App): void {
  registerRoute(app, groupSuggestions, async ({ actor, params, query, read }) => {
    mustReadContents(actor);
    const { listed, linkage } = await read(async (trx) => ({
      listed: await loadSuggestions(trx, actor, params.caseId),
      linkage: (await loadCase(trx, actor.cityCode, params.caseId)).linkage,
    }));
    const index = await indexOfSuggestions(actor, params.caseId, listed, linkage);
    return { groups: await similarGroupsInThreads(index, query.places) };
  });

  registerRoute(app, findSimilarSuggestions, async ({ actor, params, body, read }) => {
    // Whoever suggests may know that the same was asked for; who asked for it is for readers of contents.
    const isAuthorShown = readsContents(actor);
    if (!actsAsDeputy(actor)) mustReadContents(actor);
    const { listed, linkage } = await read(async (trx) => ({
      listed: await loadSuggestions(trx, actor, params.caseId),
      linkage: (await loadCase(trx, actor.cityCode, params.caseId)).linkage,
    }));
    const index = await indexOfSuggestions(actor, params.caseId, listed, linkage);
    const similar = await similarToText(index, listed, body.text, linkage);
    if (isAuthorShown) return { similar };
    // Without their authors, those of one title say it once.
    const titles = new Map(similar.map((one) => [one.title, { ...one, authorName: '' }] as const));
    return { similar: [...titles.values()] };
  });
}

function registerExports(app: App): void {
  registerRoute(app, exportCandidates, async (call) => {
    const { actor, params } = call;
    mustReadContents(actor);
    return call.read(async (trx) => {
      const { view, state, linkage } = await loadOwnYear(trx, actor, params.caseId);
      const rows = await listCandidateRows(trx, { ...actor, caseId: view.id });
      const columns = candidateColumns(listedSuggestions(state.year, linkage.organisation));
      const table = { name: `候选议题 ${view.name}`, columns, rows };
      const about = { list: 'candidates', subject: view.name };
      return sendTable(trx, call, table, about);
    });
  });

  registerRoute(app, exportSuggestions, async (call) => {
    const { actor, params, query } = call;
    mustReadContents(actor);
    const fits = await fitsFor(query.text);
    return call.read(async (trx) => {
      const { view, state, linkage } = await loadOwnYear(trx, actor, params.caseId);
      const candidates = await listCandidateRows(trx, { ...actor, caseId: view.id });
      const rows = suggestionRowsOf({
        ownId: actor.tenantId,
        view,
        year: state.year,
        organisation: linkage.organisation,
        candidates,
      });
      const table = {
        name: `议题建议 ${view.name}`,
        columns: suggestionColumns,
        rows: orderedSuggestions(chosenSuggestions(rows, query, fits), query.sort),
      };
      const about = { list: 'suggestions', subject: view.id, detail: query };
      return sendTable(trx, call, table, about);
    });
  });
}
