import * as contract from '../../contract/exports.ts';
import { trackOf } from '../../domain/procedure/case.ts';
import { loadCase, loadCases, ownTrack } from '../acts/act-facts.ts';
import { findState } from '../acts/case-store.ts';
import type { App } from '../http/app-parts.ts';
import { sendDownload } from '../http/file-routes.ts';
import { mustFollowProgress, mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { tableFile } from '../http/table-file.ts';
import {
  boardColumns,
  boardRowsOf,
  complianceColumns,
  complianceRowsOf,
  problemColumns,
  problemRowsOf,
  sessionColumns,
  topicColumns,
} from './case-tables.ts';

/** Topics, sittings, boards, compliance reports and problems as spreadsheets, under the rules of the lists they are. */
export function registerCaseExportRoutes(app: App): void {
  registerRoute(app, contract.exportTopics, async (call) => {
    const { actor, query } = call;
    mustFollowProgress(actor);
    return call.read(async (trx) => {
      const views = await loadCases(trx, actor.cityCode, query.year ?? null, 'topic');
      const rows = views.filter((view) => actor.kind === 'body' || trackOf(view, actor.tenantId) !== undefined);
      const table = { name: '联动监督议题', columns: topicColumns, rows };
      return sendDownload(call.reply, await tableFile(trx, call, table, { list: 'topics', detail: query }));
    });
  });

  registerRoute(app, contract.exportSessions, async (call) => {
    mustFollowProgress(call.actor);
    return call.read(async (trx) => {
      const { actor } = call;
      const views = await loadCases(trx, actor.cityCode, null, 'session');
      const rows = views
        .filter((view) => trackOf(view, actor.tenantId) !== undefined)
        .map((view) => ({ view, sitting: trackOf(view, actor.tenantId)?.session }))
        .toSorted((one, other) => (other.sitting?.opens ?? '').localeCompare(one.sitting?.opens ?? ''));
      const table = { name: '常委会会议', columns: sessionColumns, rows };
      return sendDownload(call.reply, await tableFile(trx, call, table, { list: 'sessions' }));
    });
  });

  registerRoute(app, contract.exportBoard, async (call) => {
    mustFollowProgress(call.actor);
    return call.read(async (trx) => {
      const loaded = await loadCase(trx, call.actor.cityCode, call.params.caseId);
      ownTrack(loaded.view, call.actor);
      const table = {
        name: `联动看板 ${loaded.view.name}`,
        columns: boardColumns,
        rows: boardRowsOf(loaded, call.today),
      };
      const about = { list: 'board', subject: loaded.view.name };
      return sendDownload(call.reply, await tableFile(trx, call, table, about));
    });
  });

  registerRoute(app, contract.exportCompliance, async (call) => {
    mustFollowProgress(call.actor);
    return call.read(async (trx) => {
      const loaded = await loadCase(trx, call.actor.cityCode, call.params.caseId);
      ownTrack(loaded.view, call.actor);
      const rows = complianceRowsOf(loaded, call.today);
      const table = { name: `程序对照 ${loaded.view.name}`, columns: complianceColumns, rows };
      const about = { list: 'compliance', subject: loaded.view.name };
      return sendDownload(call.reply, await tableFile(trx, call, table, about));
    });
  });

  registerRoute(app, contract.exportProblems, async (call) => {
    const { actor, params } = call;
    mustReadContents(actor);
    mustFollowProgress(actor);
    return call.read(async (trx) => {
      const { view, linkage } = await loadCase(trx, actor.cityCode, params.caseId);
      ownTrack(view, actor);
      const state = await findState(trx, actor.cityCode, view.id, actor.tenantId);
      const rows = problemRowsOf(state, linkage.organisation);
      const table = { name: `问题清单 ${view.name}`, columns: problemColumns, rows };
      const about = { list: 'problems', subject: view.name };
      return sendDownload(call.reply, await tableFile(trx, call, table, about));
    });
  });
}
