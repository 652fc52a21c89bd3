import { actKinds } from '../../contract/act-kinds.ts';
import { type ActKind, takeActRoute } from '../../contract/acts.ts';
import { listAvailableActs } from '../../contract/available-acts.ts';
import {
  confirmEnteredAct,
  type EnteredActView,
  enteredStateNames,
  exportEnteredActs,
  listEnteredActs,
  sendBackEnteredAct,
  withdrawEnteredAct,
} from '../../contract/entered-acts.ts';
import { receivePackage as receivePackageRoute } from '../../contract/packages.ts';
import { offsetWithin } from '../../contract/paging.ts';
import { acts } from '../../domain/acts.ts';
import type { App } from '../http/app-parts.ts';
import { mustReadContents, mustTakePart } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { momentCell, sendTable, type TableColumn, tableRowLimit } from '../http/table-file.ts';
import { waitingDecisions } from '../tasks/waiting-steps.ts';
import { confirmEntered, momentOf, receivePackage, sendBackEntered, takeAct, withdrawEntered } from './act-commands.ts';
import { factsFor, loadOwnCase, withSitting } from './act-facts.ts';
import { availableActsView, enteredActView } from './act-view.ts';
import { countEntered, listEntered } from './entered-store.ts';

/** Every act kind as a route of its own, and the queue of collective decisions. */
export function registerActRoutes(app: App): void {
  for (const kind of actKinds) registerTakeAct(app, kind);

  registerRoute(app, listAvailableActs, async ({ actor, params, read, today }) => {
    mustTakePart(actor);
    return read(async (trx) => {
      const facts = factsFor(actor, await loadOwnCase(trx, actor, params.caseId), {
        on: today,
        today,
      });
      const deliberation = await withSitting(trx, 'deliberation', undefined, facts);
      const handling = await withSitting(trx, 'handling', undefined, facts);
      const sittings = { deliberation, handling, named: facts };
      const waiting = (await waitingDecisions(trx, actor)).filter(({ caseId }) => caseId === params.caseId);
      const entered = new Set(waiting.map(({ kind }) => kind));
      const available = availableActsView(facts, ({ sitting }) => sittings[sitting ?? 'deliberation'], entered);
      return { version: facts.own.version, acts: available };
    });
  });

  registerRoute(app, listEnteredActs, async ({ actor, query, read }) => {
    mustReadContents(actor);
    return read(async (trx) => {
      const { pageSize } = query;
      const filter = { state: query.state ?? null, text: query.text || null };
      const total = await countEntered(trx, actor, filter);
      const shown = { oldestFirst: query.sort === 'oldest', limit: pageSize, offset: offsetWithin(query, total) };
      const entered = await listEntered(trx, actor, { ...filter, ...shown });
      return { entered: entered.map((act) => enteredActView(act, actor.kind)), total, pageSize };
    });
  });

  registerRoute(app, exportEnteredActs, async (call) => {
    const { actor, query } = call;
    mustReadContents(actor);
    return call.read(async (trx) => {
      const { confirmation, text, sort } = query;
      const shown = { oldestFirst: sort === 'oldest', limit: tableRowLimit + 1, offset: 0 };
      const found = await listEntered(trx, actor, { state: confirmation ?? null, text: text || null, ...shown });
      const rows = found.map((act) => enteredActView(act, actor.kind));
      const table = { name: '集体决定', columns: enteredColumns, rows };
      const about = { list: 'entered-acts', detail: { confirmation } };
      return sendTable(trx, call, table, about);
    });
  });

  registerRoute(app, confirmEnteredAct, async ({ actor, params, write, at, today }) =>
    write((trx) => confirmEntered(trx, actor, params.enteredId, momentOf({ at, today }))),
  );

  registerRoute(app, sendBackEnteredAct, async ({ actor, params, body, write, today }) =>
    write(async (trx) => {
      await sendBackEntered(trx, actor, params.enteredId, body.reason, today);
      return { state: 'sent-back' as const };
    }),
  );

  registerRoute(app, withdrawEnteredAct, async ({ actor, params, write }) =>
    write(async (trx) => {
      await withdrawEntered(trx, actor, params.enteredId);
      return { state: 'withdrawn' as const };
    }),
  );

  registerRoute(app, receivePackageRoute, async ({ actor, params, body, write, at, today }) => {
    // A refusal names the package: its title is part of what only readers of contents see.
    mustReadContents(actor);
    return write((trx) => receivePackage(trx, actor, params.packageId, body.on, momentOf({ at, today })));
  });
}

const enteredColumns: readonly TableColumn<EnteredActView>[] = [
  { title: '决定', width: 36, value: ({ title }) => title },
  { title: '事项', width: 36, value: ({ caseName }) => caseName },
  { title: '决定日期', width: 12, kind: 'date', value: ({ on }) => on },
  { title: '会议', width: 36, value: ({ meeting }) => meeting?.name ?? null },
  { title: '依据', width: 14, value: ({ clause }) => clause },
  { title: '登记人', width: 12, value: ({ enteredByName }) => enteredByName },
  { title: '登记时间', width: 18, value: ({ enteredAt }) => momentCell(enteredAt) },
  { title: '状态', width: 10, value: ({ state }) => enteredStateNames[state] },
  { title: '退回理由', width: 50, value: ({ sendBackReason }) => sendBackReason },
];

function registerTakeAct(app: App, kind: ActKind): void {
  const definition = acts.find((candidate) => candidate.kind === kind);
  if (definition === undefined) throw new Error(`The contract has a schema for ${kind}, but no such act is declared.`);
  registerRoute(
    app,
    takeActRoute(kind, definition.title, definition.clause),
    async ({ actor, params, body, write, at, today }) =>
      write((trx) =>
        takeAct(
          trx,
          actor,
          { ...body, caseId: params.caseId, kind, on: body.on, version: body.version, meeting: body.meeting },
          momentOf({ at, today }),
        ),
      ),
  );
}
