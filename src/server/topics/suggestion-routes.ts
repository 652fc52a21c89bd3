import {
  changeCandidate,
  findSimilarSuggestions,
  groupSuggestions,
  listCandidates,
  mergeSuggestions,
  undoCandidate,
} from '../../contract/suggestions.ts';
import { momentOf } from '../acts/act-commands.ts';
import { loadCase } from '../acts/act-facts.ts';
import type { App } from '../http/app-parts.ts';
import { mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { changeCandidateOf, loadSuggestions, mergeIntoCandidate, undoCandidateOf } from './candidate-commands.ts';
import { listCandidateRows } from './candidate-store.ts';
import { indexOfSuggestions, similarToText } from './similar-suggestions.ts';
import { similarGroupsInThreads } from './similar-threads.ts';

/** The year's suggestions brought together: alike ones, candidate topics. */
export function registerSuggestionRoutes(app: App): void {
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
    mustReadContents(actor);
    const { listed, linkage } = await read(async (trx) => ({
      listed: await loadSuggestions(trx, actor, params.caseId),
      linkage: (await loadCase(trx, actor.cityCode, params.caseId)).linkage,
    }));
    const index = await indexOfSuggestions(actor, params.caseId, listed, linkage);
    return { similar: await similarToText(index, listed, body.text, linkage) };
  });
}
