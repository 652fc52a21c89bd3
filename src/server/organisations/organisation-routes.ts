import type { z } from 'zod';
import { exportAppointments, exportCalendarYears, exportSettings } from '../../contract/admin-exports.ts';
import { appointmentsShown } from '../../contract/appointment-list.ts';
import * as contract from '../../contract/organisation.ts';
import { endingSoonDays } from '../../domain/organisation/membership.ts';
import { mayAdminister } from '../../domain/organisation/separation.ts';
import type { App } from '../http/app-parts.ts';
import { registerRoute } from '../http/route.ts';
import { sendTable } from '../http/table-file.ts';
import { type RefreshLinkage, requireSystemAdministrator } from './administration.ts';
import { addAppointment, endAppointment } from './appointment-commands.ts';
import { loadCalendarYear } from './calendar-commands.ts';
import { linkageFacts } from './linkage-facts-queries.ts';
import { getLinkage, listAppointments, listPopulations, listTerms } from './organisation-queries.ts';
import {
  appointmentColumns,
  calendarColumns,
  calendarRowsOf,
  settingColumns,
  settingRowsOf,
} from './organisation-tables.ts';
import { organisationView, settingsVersionView, settingsView } from './organisation-view.ts';
import { changeSettings } from './settings-commands.ts';
import { listSettingsVersions } from './settings-queries.ts';

/** The organisation as everybody in the linkage may know it, and its administration. */
export function registerOrganisationRoutes(app: App, refreshLinkage: RefreshLinkage): void {
  registerRoute(app, contract.readOrganisation, ({ actor: { cityCode }, today, read }) =>
    read(async (trx) =>
      organisationView({
        facts: await linkageFacts(trx, cityCode),
        linkage: await getLinkage(trx, cityCode),
        terms: await listTerms(trx, cityCode),
        populations: await listPopulations(trx, cityCode),
        today,
      }),
    ),
  );
  registerRoute(app, contract.listAppointments, ({ actor, query, today, read }) =>
    read(async (trx) => ({ appointments: await listAppointments(trx, actor.cityCode, whichOf(query, today)) })),
  );
  registerRoute(app, contract.addAppointment, (call) => call.write((trx) => addAppointment(trx, call, call.body)));
  registerRoute(app, contract.endAppointment, (call) =>
    call.write((trx) => endAppointment(trx, call, call.params.appointmentId, call.body.until)),
  );
  registerRoute(app, contract.readSettings, ({ actor, read }) =>
    read(async (trx) => settingsView(await listSettingsVersions(trx, actor.cityCode))),
  );
  registerRoute(app, contract.changeSettings, (call) =>
    call.write(async (trx) => {
      const made = await changeSettings(trx, call, call.body);
      await refreshLinkage(trx, call.actor.cityCode, call.today);
      return settingsVersionView(made);
    }),
  );
  registerRoute(app, contract.listCalendarYears, ({ actor, read }) =>
    read(async (trx) => ({ years: [...(await linkageFacts(trx, actor.cityCode)).calendarYears] })),
  );
  registerRoute(app, contract.loadCalendarYear, (call) =>
    call.write(async (trx) => {
      const loaded = await loadCalendarYear(trx, call, call.body);
      await refreshLinkage(trx, call.actor.cityCode, call.today);
      return loaded;
    }),
  );
  registerExports(app);
}

function registerExports(app: App): void {
  registerRoute(app, exportAppointments, (call) =>
    call.read(async (trx) => {
      const { actor, query, today } = call;
      requireSystemAdministrator(actor);
      const { tenantId, tenure } = query;
      const mine = (await linkageFacts(trx, actor.cityCode)).organisation.tenants.filter(
        (tenant) => mayAdminister(actor, tenant) && (tenantId === undefined || tenant.id === tenantId),
      );
      const ids = new Set(mine.map(({ id }) => id));
      const all = await listAppointments(trx, actor.cityCode, whichOf({ tenantId, standing: tenure }, today));
      const own = all.filter((one) => ids.has(one.tenantId));
      const table = { name: '任职', columns: appointmentColumns, rows: appointmentsShown(own, query) };
      const about = { list: 'appointments', detail: query };
      return sendTable(trx, call, table, about);
    }),
  );
  registerRoute(app, exportSettings, (call) =>
    call.read(async (trx) => {
      const rows = settingRowsOf(settingsView(await listSettingsVersions(trx, call.actor.cityCode)));
      const table = { name: '设置', columns: settingColumns, rows };
      return sendTable(trx, call, table, { list: 'settings' });
    }),
  );
  registerRoute(app, exportCalendarYears, (call) =>
    call.read(async (trx) => {
      const rows = calendarRowsOf([...(await linkageFacts(trx, call.actor.cityCode)).calendarYears]);
      const table = { name: '节假日和调休', columns: calendarColumns, rows };
      return sendTable(trx, call, table, { list: 'calendar-years' });
    }),
  );
}

/** Asked for a person, all his posts are told; asked for a tenant, those held on the day. */
function whichOf(
  query: Partial<Pick<z.output<typeof contract.listAppointments.query>, 'tenantId' | 'personId' | 'on' | 'standing'>>,
  today: string,
) {
  const { tenantId = null, personId = null, standing } = query;
  const isDated = standing === 'ending' || (standing === 'held' && personId === null);
  const on = query.on ?? (isDated ? today : null);
  return { tenantId, personId, on, endingWithin: standing === 'ending' ? endingSoonDays : null };
}
