import { actsShown, exportCaseActs } from '../../contract/act-list.ts';
import { hasColumn, hasRow } from '../../contract/board-list.ts';
import { exportBoard, exportCompliance, exportOverview } from '../../contract/case-exports.ts';
import { openStepsShown } from '../../contract/open-steps.ts';
import { exportSessions, sessionsShown } from '../../contract/session-list.ts';
import { exportTopics, topicsShown } from '../../contract/topic-list.ts';
import { trackOf } from '../../domain/procedure/case.ts';
import { loadCase, loadCases, ownTrack } from '../acts/act-facts.ts';
import { listCaseActs } from '../acts/act-queries.ts';
import { actView } from '../acts/act-view.ts';
import type { App } from '../http/app-parts.ts';
import { mustFollowProgress, mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { sendTable } from '../http/table-file.ts';
import { linkageFacts } from '../organisations/linkage-facts-queries.ts';
import {
  actColumns,
  boardColumns,
  boardRowsOf,
  complianceColumns,
  complianceRowsOf,
  overviewColumns,
  sessionColumns,
  topicColumns,
} from './case-tables.ts';

/** Topics, sittings, boards, acts and compliance reports as spreadsheets, under the rules of the lists they are. */
export function registerCaseExportRoutes(app: App): void {
  registerListExports(app);
  registerCaseExports(app);
}

function registerListExports(app: App): void {
  registerRoute(app, exportTopics, async (call) => {
    const { actor, query } = call;
    mustFollowProgress(actor);
    return call.read(async (trx) => {
      const views = await loadCases(trx, actor.cityCode, query.year ?? null, 'topic');
      const own = views.filter((view) => actor.kind === 'body' || trackOf(view, actor.tenantId) !== undefined);
      const rows = topicsShown(own, query);
      const table = { name: '联动监督议题', columns: topicColumns, rows };
      return sendTable(trx, call, table, { list: 'topics', detail: query });
    });
  });

  registerRoute(app, exportSessions, async (call) => {
    mustFollowProgress(call.actor);
    return call.read(async (trx) => {
      const { actor, query } = call;
      const views = await loadCases(trx, actor.cityCode, null, 'session');
      const own = views.filter((view) => trackOf(view, actor.tenantId) !== undefined);
      const rows = sessionsShown(own, actor.tenantId, query);
      const table = { name: '常委会会议', columns: sessionColumns, rows };
      return sendTable(trx, call, table, { list: 'sessions', detail: query });
    });
  });

  registerRoute(app, exportOverview, async (call) => {
    const { actor, query, today } = call;
    mustFollowProgress(actor);
    return call.read(async (trx) => {
      const views = (await loadCases(trx, actor.cityCode, query.year ?? null, null)).filter(
        (view) => view.kind !== 'session' && (actor.kind === 'body' || trackOf(view, actor.tenantId) !== undefined),
      );
      const linkage = await linkageFacts(trx, actor.cityCode);
      const all = views.flatMap((view) => boardRowsOf({ view, linkage }, today).map((row) => ({ ...row, view })));
      const rows = openStepsShown(all, query);
      const table = { name: '各方进程', columns: overviewColumns, rows };
      return sendTable(trx, call, table, { list: 'overview', detail: query });
    });
  });
}

function registerCaseExports(app: App): void {
  registerRoute(app, exportBoard, async (call) => {
    mustFollowProgress(call.actor);
    return call.read(async (trx) => {
      const loaded = await loadCase(trx, call.actor.cityCode, call.params.caseId);
      ownTrack(loaded.view, call.actor);
      const table = {
        name: `联动看板 ${loaded.view.name}`,
        columns: boardColumns,
        rows: boardRowsOf(loaded, call.today).filter(
          ({ track, obligation }) => hasRow(track, call.query) && hasColumn(obligation, call.query),
        ),
      };
      const about = { list: 'board', subject: loaded.view.name, detail: call.query };
      return sendTable(trx, call, table, about);
    });
  });

  registerRoute(app, exportCaseActs, async (call) => {
    const { actor, params, query } = call;
    mustReadContents(actor);
    return call.read(async (trx) => {
      const { view } = await loadCase(trx, actor.cityCode, params.caseId);
      ownTrack(view, actor);
      const acts = await listCaseActs(trx, actor.cityCode, actor.tenantId, view.id);
      const rows = actsShown(
        acts.map((act) => actView(act, view.kind, actor.kind)),
        query,
      );
      const table = { name: `经过 ${view.name}`, columns: actColumns, rows };
      const about = { list: 'acts', subject: view.name, detail: query };
      return sendTable(trx, call, table, about);
    });
  });

  registerRoute(app, exportCompliance, async (call) => {
    mustFollowProgress(call.actor);
    return call.read(async (trx) => {
      const loaded = await loadCase(trx, call.actor.cityCode, call.params.caseId);
      ownTrack(loaded.view, call.actor);
      const rows = complianceRowsOf(loaded, call.today, call.query);
      const table = { name: `程序对照 ${loaded.view.name}`, columns: complianceColumns, rows };
      const about = { list: 'compliance', subject: loaded.view.name, detail: call.query };
      return sendTable(trx, call, table, about);
    });
  });
}
