import { exportCoverage, exportDates, exportSupersededDates, exportVisits } from '../../contract/case-exports.ts';
import { exportFindings, findingsShown } from '../../contract/finding-list.ts';
import { exportProblems, problemLinesShown } from '../../contract/problem-list.ts';
import { exportPromises, promisesShown } from '../../contract/promise-list.ts';
import { earlierOf } from '../../domain/handling/earlier-problem.ts';
import { findingRowsOf } from '../../domain/handling/finding-rows.ts';
import { promiseRowsOf } from '../../domain/handling/promises.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { ownDatesOf } from '../../domain/procedure/own-dates.ts';
import { steps } from '../../domain/procedure/procedure.ts';
import { scheduleOf } from '../../domain/procedure/schedule.ts';
import { coverageRows, latestFirst } from '../../domain/research/coverage.ts';
import { loadCase, loadOwnCase, ownTrack } from '../acts/act-facts.ts';
import { listSupersededDates } from '../acts/act-queries.ts';
import type { Trx } from '../db/database.ts';
import { ForbiddenError } from '../errors.ts';
import type { App } from '../http/app-parts.ts';
import { mustFollowProgress, mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { sendTable } from '../http/table-file.ts';
import { coverageColumns, visitColumns } from './coverage-tables.ts';
import { dateColumns, supersededColumns } from './date-tables.ts';
import { repeatProblemsIn } from './repeat-commands.ts';
import { findingColumns, problemColumns, problemRowsOf, promiseColumns } from './topic-tables.ts';

/** What a tenant has of a topic as spreadsheets, each as the list it is. */
export function registerTopicExportRoutes(app: App): void {
  registerContents(app);
  registerCoverage(app);
  registerDates(app);
}

function registerContents(app: App): void {
  registerRoute(app, exportFindings, async (call) => {
    const { actor, params, query } = call;
    mustReadContents(actor);
    mustBeBody(actor);
    return call.read(async (trx) => {
      const { view, linkage, state } = await contentsOf(trx, actor, params.caseId);
      const { organisation } = linkage;
      const rows = findingsShown(findingRowsOf({ view, state, organisation, ownTenantId: actor.tenantId }), query);
      const table = { name: `发现问题 ${view.name}`, columns: findingColumns, rows };
      const about = { list: 'findings', subject: view.name, detail: query };
      return sendTable(trx, call, table, about);
    });
  });

  registerRoute(app, exportPromises, async (call) => {
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
      return sendTable(trx, call, table, about);
    });
  });

  registerRoute(app, exportProblems, async (call) => {
    const { actor, params, query, today } = call;
    mustReadContents(actor);
    mustFollowProgress(actor);
    return call.read(async (trx) => {
      const { view, linkage, state } = await contentsOf(trx, actor, params.caseId);
      const again =
        actor.kind === 'body' ? await repeatProblemsIn(trx, actor, view.id) : { repeats: [], stoodAgain: [] };
      const lines = problemLinesShown(state, query, {
        today,
        nameOf: (id) => tenantNameOf(linkage.organisation, id),
        isRepeat: ({ finding, demand }) => earlierOf(again.repeats, [finding?.id, demand?.id]).length > 0,
      });
      const rows = problemRowsOf(lines, linkage.organisation, again);
      const table = { name: `问题清单 ${view.name}`, columns: problemColumns, rows };
      const about = { list: 'problems', subject: view.name, detail: query };
      return sendTable(trx, call, table, about);
    });
  });
}

/** Joint research is the city's: which counties it has visited, and every visit (S2.4, S2.5). */
function registerCoverage(app: App): void {
  registerRoute(app, exportCoverage, async (call) => {
    mustReadContents(call.actor);
    mustBeCity(call.actor);
    return call.read(async (trx) => {
      const { view, linkage, state } = await contentsOf(trx, call.actor, call.params.caseId);
      const { organisation, settings } = linkage;
      const rows = coverageRows({ state, view, organisation, settings });
      const table = { name: `调研覆盖 ${view.name}`, columns: coverageColumns, rows };
      return sendTable(trx, call, table, { list: 'coverage', subject: view.name });
    });
  });

  registerRoute(app, exportVisits, async (call) => {
    mustReadContents(call.actor);
    mustBeCity(call.actor);
    return call.read(async (trx) => {
      const { view, linkage, state } = await contentsOf(trx, call.actor, call.params.caseId);
      const { organisation } = linkage;
      const rows = latestFirst(state.research.visits).map((visit) => ({ visit, view, organisation }));
      const table = { name: `调研活动 ${view.name}`, columns: visitColumns, rows };
      return sendTable(trx, call, table, { list: 'visits', subject: view.name });
    });
  });
}

/** Of the own track alone; what a date is and why is progress and no contents. */
function registerDates(app: App): void {
  registerRoute(app, exportDates, async (call) => {
    mustFollowProgress(call.actor);
    return call.read(async (trx) => {
      const { view, linkage } = await loadCase(trx, call.actor.cityCode, call.params.caseId);
      const own = ownTrack(view, call.actor);
      const schedule = scheduleOf(view, steps, linkage.calendar, linkage.settings);
      const rows = ownDatesOf(schedule, own.tenantId).map((step) => ({ step, doneOn: own.done[step.key]?.on }));
      const table = { name: `日期 ${view.name}`, columns: dateColumns, rows };
      return sendTable(trx, call, table, { list: 'dates', subject: view.name });
    });
  });

  registerRoute(app, exportSupersededDates, async (call) => {
    const { actor, params } = call;
    mustFollowProgress(actor);
    return call.read(async (trx) => {
      const { view, linkage } = await loadCase(trx, actor.cityCode, params.caseId);
      ownTrack(view, actor);
      const schedule = scheduleOf(view, steps, linkage.calendar, linkage.settings);
      const titles = new Map(schedule.map(({ key, title }) => [key, title]));
      const replaced = await listSupersededDates(trx, actor.cityCode, actor.tenantId, view.id);
      const rows = replaced.map((entry) => ({ ...entry, title: titles.get(entry.stepKey) ?? entry.stepKey }));
      const table = { name: `被替换的日期 ${view.name}`, columns: supersededColumns, rows };
      const about = { list: 'superseded-dates', subject: view.name };
      return sendTable(trx, call, table, about);
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

function mustBeCity({ kind, level }: Actor): void {
  if (kind === 'body' && level === 'city') return;
  throw new ForbiddenError('coverage/not-city', '联合调研由市人大常委会开展，覆盖情况和调研活动由其掌握（S2.4）。');
}
