import * as contract from '../../contract/year-exports.ts';
import { type Actor, readsContents } from '../../domain/organisation/actor.ts';
import { type CaseView, trackOf } from '../../domain/procedure/case.ts';
import { steps } from '../../domain/procedure/procedure.ts';
import { scheduleOf } from '../../domain/procedure/schedule.ts';
import { worklistOf } from '../../domain/procedure/worklist.ts';
import { approvalsOf } from '../../domain/topic/approvals.ts';
import { slackOf } from '../../domain/topic/slack.ts';
import { eventsOf, sittingsOf } from '../../domain/topic/year-events.ts';
import { emptyYearState } from '../../domain/topic/year-state.ts';
import { callStandingsOf, yearStepsOf } from '../../domain/topic/year-steps.ts';
import { loadCases } from '../acts/act-facts.ts';
import type { Trx } from '../db/database.ts';
import type { App } from '../http/app-parts.ts';
import { mustFollowProgress, mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { sendTable } from '../http/table-file.ts';
import { linkageFacts } from '../organisations/linkage-facts-queries.ts';
import { listPackagesOf } from '../packages/package-queries.ts';
import { waitingDecisions } from '../tasks/waiting-steps.ts';
import { loadOwnYear } from './candidate-commands.ts';
import { approvalColumns, jointPlanColumns } from './plan-tables.ts';
import { callColumns, slackColumns, yearDayColumns, yearDaysOf, yearStepColumns } from './year-tables.ts';

/** The year of topics as spreadsheets, under the rules of the pages that show it: its days, the room left, and how the topics come about. */
export function registerYearExportRoutes(app: App): void {
  registerDays(app);
  registerProgress(app);
  registerPlan(app);
}

function registerDays(app: App): void {
  registerRoute(app, contract.exportYearEvents, async (call) => {
    mustFollowProgress(call.actor);
    return call.read(async (trx) => {
      const { topics, linkage } = await loadTopicsOfYear(trx, call.actor, call.query.year);
      const rows = yearDaysOf(eventsOf(topics, linkage, call.today), sittingsOf(topics));
      const table = { name: `${call.query.year}年度安排`, columns: yearDayColumns, rows };
      return sendTable(trx, call, table, { list: 'year-events', detail: call.query });
    });
  });

  registerRoute(app, contract.exportSlack, async (call) => {
    mustFollowProgress(call.actor);
    return call.read(async (trx) => {
      const { topics, linkage } = await loadTopicsOfYear(trx, call.actor, call.query.year);
      const rows = slackOf(topics, linkage.settings, call.today);
      const table = { name: `${call.query.year}年议题余量`, columns: slackColumns, rows };
      return sendTable(trx, call, table, { list: 'slack', detail: call.query });
    });
  });
}

async function loadTopicsOfYear(trx: Trx, actor: Actor, year: number) {
  const views = await loadCases(trx, actor.cityCode, year, 'topic');
  const topics = views.filter((view) => actor.kind === 'body' || trackOf(view, actor.tenantId) !== undefined);
  return { topics, linkage: await linkageFacts(trx, actor.cityCode) };
}

function registerProgress(app: App): void {
  registerRoute(app, contract.exportYearSteps, async (call) => {
    mustFollowProgress(call.actor);
    return call.read(async (trx) => {
      const { view, linkage } = await loadOwnYear(trx, call.actor, call.params.caseId);
      const rows = yearStepsOf(view, obligationsOf(view, linkage, call.today));
      const table = { name: `议题确定的进度 ${view.name}`, columns: yearStepColumns(view), rows };
      return sendTable(trx, call, table, { list: 'year-steps', subject: view.name });
    });
  });

  registerRoute(app, contract.exportCalls, async (call) => {
    const { actor } = call;
    mustFollowProgress(actor);
    return call.read(async (trx) => {
      const { view, linkage, state } = await loadOwnYear(trx, actor, call.params.caseId);
      const own = { own: actor.tenantId, year: readsContents(actor) ? state.year : null };
      const rows = callStandingsOf(view, obligationsOf(view, linkage, call.today), own);
      const table = { name: `征集和初步建议 ${view.name}`, columns: callColumns, rows };
      return sendTable(trx, call, table, { list: 'calls', subject: view.name });
    });
  });

  registerRoute(app, contract.exportApprovals, async (call) => {
    mustFollowProgress(call.actor);
    return call.read(async (trx) => {
      const { view, rows } = await approvalsFor(trx, call.actor, call.params.caseId);
      const table = { name: `主任会议审议 ${view.name}`, columns: approvalColumns, rows };
      return sendTable(trx, call, table, { list: 'approvals', subject: view.name });
    });
  });
}

type Rules = Parameters<typeof eventsOf>[1];

function obligationsOf(view: CaseView, { calendar, settings }: Rules, today: string) {
  return worklistOf(view, scheduleOf(view, steps, calendar, settings), steps, today);
}

/** How each council stands, with what the reader's own unit knows of receipts and of its own entered decision. */
async function approvalsFor(trx: Trx, actor: Actor, caseId: string) {
  const { view, state } = await loadOwnYear(trx, actor, caseId);
  const reads = readsContents(actor);
  const knows = reads && actor.kind === 'body';
  const filter = {
    box: 'out',
    kind: 'joint-plan',
    caseId,
    receipt: null,
    partyId: null,
    from: null,
    until: null,
    text: null,
  } as const;
  const [sent] = knows ? await listPackagesOf(trx, actor, filter, { sort: 'newest', limit: 1, offset: 0 }) : [];
  const waiting = knows ? await waitingDecisions(trx, actor) : [];
  const rows = approvalsOf(view, reads ? state.year : emptyYearState, {
    ownId: actor.tenantId,
    receivedIds: sent?.addressees.flatMap((one) => (one.receivedOn === null ? [] : [one.tenantId])) ?? [],
    isRegistered: waiting.some((one) => one.caseId === caseId && one.kind === 'decide-joint-plan'),
  });
  return { view, rows };
}

function registerPlan(app: App): void {
  registerRoute(app, contract.exportJointPlan, async (call) => {
    mustReadContents(call.actor);
    return call.read(async (trx) => {
      const { view, state, linkage } = await loadOwnYear(trx, call.actor, call.params.caseId);
      const plan = state.year.jointPlan;
      const version = plan === null ? '' : `（第${plan.version}稿）`;
      const columns = jointPlanColumns(linkage.organisation);
      const table = { name: `计划建议方案${version} ${view.name}`, columns, rows: plan?.topics ?? [] };
      return sendTable(trx, call, table, { list: 'joint-plan', subject: view.name });
    });
  });
}
