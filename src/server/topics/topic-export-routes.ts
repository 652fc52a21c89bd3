import { findingsShown } from '../../contract/finding-list.ts';
import { problemLinesShown } from '../../contract/problem-list.ts';
import { promisesShown } from '../../contract/promise-list.ts';
import * as contract from '../../contract/topic-exports.ts';
import { earlierOf } from '../../domain/handling/earlier-problem.ts';
import { findingRowsOf } from '../../domain/handling/finding-rows.ts';
import { promiseRowsOf } from '../../domain/handling/promises.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { loadOwnCase, ownTrack } from '../acts/act-facts.ts';
import type { Trx } from '../db/database.ts';
import { ForbiddenError } from '../errors.ts';
import type { App } from '../http/app-parts.ts';
import { sendDownload } from '../http/file-routes.ts';
import { mustFollowProgress, mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { tableFile } from '../http/table-file.ts';
import { repeatProblemsIn } from './repeat-commands.ts';
import { findingColumns, problemColumns, problemRowsOf, promiseColumns } from './topic-tables.ts';

/** What a tenant has of a topic's contents as spreadsheets, each as the list it is. */
export function registerTopicExportRoutes(app: App): void {
  registerRoute(app, contract.exportFindings, async (call) => {
    const { actor, params, query } = call;
    mustReadContents(actor);
    mustBeBody(actor);
    return call.read(async (trx) => {
      const { view, linkage, state } = await contentsOf(trx, actor, params.caseId);
      const { organisation } = linkage;
      const rows = findingsShown(findingRowsOf({ view, state, organisation, ownTenantId: actor.tenantId }), query);
      const table = { name: `发现问题 ${view.name}`, columns: findingColumns, rows };
      const about = { list: 'findings', subject: view.name, detail: query };
      return sendDownload(call.reply, await tableFile(trx, call, table, about));
    });
  });

  registerRoute(app, contract.exportPromises, async (call) => {
    const { actor, params, query, today } = call;
    mustReadContents(actor);
    mustFollowProgress(actor);
    return call.read(async (trx) => {
      const { view, linkage, state } = await contentsOf(trx, actor, params.caseId);
      const nameOf = (id: string) => tenantNameOf(linkage.organisation, id);
      const shown = promisesShown(promiseRowsOf(state, today), query, nameOf);
      const rows = shown.map((row) => ({ ...row, organ: nameOf(row.demand.organId) }));
      const table = { name: `承诺到期 ${view.name}`, columns: promiseColumns, rows };
      const about = { list: 'promises', subject: view.name, detail: query };
      return sendDownload(call.reply, await tableFile(trx, call, table, about));
    });
  });

  registerRoute(app, contract.exportProblems, async (call) => {
    const { actor, params, query, today } = call;
    mustReadContents(actor);
    mustFollowProgress(actor);
    return call.read(async (trx) => {
      const { view, linkage, state } = await contentsOf(trx, actor, params.caseId);
      const repeats = actor.kind === 'body' ? (await repeatProblemsIn(trx, actor, view.id)).repeats : [];
      const lines = problemLinesShown(state, query, {
        today,
        nameOf: (id) => tenantNameOf(linkage.organisation, id),
        isRepeat: ({ finding, demand }) => earlierOf(repeats, [finding?.id, demand?.id]).length > 0,
      });
      const rows = problemRowsOf(lines, linkage.organisation, repeats);
      const table = { name: `问题清单 ${view.name}`, columns: problemColumns, rows };
      const about = { list: 'problems', subject: view.name, detail: query };
      return sendDownload(call.reply, await tableFile(trx, call, table, about));
    });
  });
}

/** The case with the actor's tenant's own state; who has no part in it is told that there is none. */
async function contentsOf(trx: Trx, actor: Actor, caseId: string) {
  const loaded = await loadOwnCase(trx, actor, caseId);
  ownTrack(loaded.view, actor);
  return loaded;
}

/** Findings are a standing committee's: an organ knows what was demanded of it, a party office what was sent to it. */
function mustBeBody({ kind }: Actor): void {
  if (kind === 'body') return;
  throw new ForbiddenError(
    'findings/not-yours',
    '发现的问题由人大常委会掌握，本单位查看印发给本单位的审议意见和要求。',
  );
}
