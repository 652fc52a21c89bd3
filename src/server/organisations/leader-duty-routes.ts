import { type DutyFilter, dutiesShown } from '../../contract/duty-list.ts';
import * as contract from '../../contract/leader-duties.ts';
import { workbookLimit } from '../../contract/workbook.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import { checkDuty, checkDutyKeeper, type LeaderDuty } from '../../domain/organisation/leader-duty.ts';
import type { Trx } from '../db/database.ts';
import { refuseAny } from '../errors.ts';
import type { App } from '../http/app-parts.ts';
import { registerRoute } from '../http/route.ts';
import { sendTable } from '../http/table-file.ts';
import { readUpload } from '../http/upload.ts';
import { addDuties, changeDuty, mustReadDuties, readDuties, removeDuty } from './leader-duty-commands.ts';
import { dutyColumns, lineOf, readDutyTable, toldDutyColumns } from './leader-duty-table.ts';
import { linkageFacts } from './linkage-facts-queries.ts';

/** The register of leaders' other duties (领导其他公务): of each body for itself, the city is told days alone. */
export function registerLeaderDutyRoutes(app: App): void {
  registerRoute(app, contract.listLeaderDuties, async ({ actor, query, read }) => {
    mustReadDuties(actor);
    return read((trx) => readDuties(trx, actor, query));
  });

  registerRoute(app, contract.addLeaderDuty, async (call) => {
    mustReadDuties(call.actor);
    const { personIds, ...duty } = call.body;
    return call.write((trx) =>
      addDuties(
        trx,
        call,
        [...new Set(personIds)].map((personId) => ({ ...duty, personId })),
      ),
    );
  });

  registerRoute(app, contract.changeLeaderDuty, async (call) => {
    mustReadDuties(call.actor);
    return call.write((trx) => changeDuty(trx, call, call.params.dutyId, call.body));
  });

  registerRoute(app, contract.removeLeaderDuty, async ({ actor, params, query, write }) => {
    mustReadDuties(actor);
    return write(async (trx) => {
      await removeDuty(trx, actor, params.dutyId, query.version);
    });
  });

  registerRoute(app, contract.exportLeaderDuties, async (call) => {
    const { actor, query } = call;
    mustReadDuties(actor);
    return call.read(async (trx) => {
      const { organisation } = await linkageFacts(trx, actor.cityCode);
      const { own } = query.blank === undefined ? await readDuties(trx, actor, query) : { own: [] };
      const rows = dutiesShown(own, query).map((duty) => lineOf(duty, organisation));
      const table = { name: '领导其他公务', columns: dutyColumns(actor.level), rows };
      return sendTable(trx, call, table, { list: 'leader-duties', detail: daysOf(query) });
    });
  });

  registerRoute(app, contract.exportToldDuties, async (call) => {
    const { actor, query } = call;
    mustReadDuties(actor);
    return call.read(async (trx) => {
      const rows = dutiesShown((await readDuties(trx, actor, query)).told, query);
      const table = { name: '各县（市、区）告知的公务日期', columns: toldDutyColumns, rows };
      return sendTable(trx, call, table, { list: 'told-duties', detail: daysOf(query) });
    });
  });

  registerRoute(app, contract.importLeaderDuties, async (call) => {
    const { actor } = call;
    mustReadDuties(actor);
    refuseAny(checkDutyKeeper(actor));
    const bytes = await (await readUpload(call.request, workbookLimit)).bytes();
    return call.write((trx) => importDuties(trx, call, bytes));
  });
}

/** What the audit log is told of a list: the days, and not whose. */
function daysOf({ from, until }: DutyFilter) {
  return { from, until };
}

/** All of a file's rows, or none where one is wrong; what stands in the register already is not entered twice. */
async function importDuties(trx: Trx, by: { actor: Actor; at: string; today: string }, bytes: Buffer) {
  const { actor, today } = by;
  const { organisation } = await linkageFacts(trx, actor.cityCode);
  const body = organisation.tenants.find(({ id }) => id === actor.bodyId);
  if (body === undefined) throw new Error(`The linkage ${actor.cityCode} has no body ${actor.bodyId}.`);
  const { duties, problems } = await readDutyTable(bytes, { facts: organisation, body, today });
  const refused = duties.flatMap((duty) => checkDuty(duty, actor, organisation)).map(({ text }) => text);
  if (problems.length + refused.length > 0) return { problems: [...problems, ...refused], added: 0, unchanged: 0 };
  const { own } = await readDuties(trx, actor, {});
  const known = new Set(own.map(keyOf));
  const fresh = [...new Map(duties.map((duty) => [keyOf(duty), duty])).values()].filter(
    (duty) => !known.has(keyOf(duty)),
  );
  await addDuties(trx, by, fresh);
  return { problems: [], added: fresh.length, unchanged: duties.length - fresh.length };
}

function keyOf({ personId, from, until, matter }: LeaderDuty): string {
  return `${personId}/${from}/${until}/${matter}`;
}
