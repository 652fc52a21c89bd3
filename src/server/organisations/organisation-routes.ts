import * as contract from '../../contract/organisation.ts';
import { endingSoonDays } from '../../domain/organisation/membership.ts';
import type { App } from '../http/app-parts.ts';
import { registerRoute } from '../http/route.ts';
import type { RefreshLinkage } from './administration.ts';
import { addAppointment, endAppointment } from './appointment-commands.ts';
import { loadCalendarYear } from './calendar-commands.ts';
import { linkageFacts } from './linkage-facts-queries.ts';
import { getLinkage, listAppointments, listPopulations, listTerms } from './organisation-queries.ts';
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
    read(async (trx) => {
      // Asked for a person, all his posts are told; asked for a tenant, those held on the day.
      const isDated = query.standing === 'ending' || (query.standing === 'held' && query.personId === undefined);
      const on = query.on ?? (isDated ? today : null);
      const endingWithin = query.standing === 'ending' ? endingSoonDays : null;
      const which = { tenantId: query.tenantId ?? null, personId: query.personId ?? null, on, endingWithin };
      return { appointments: await listAppointments(trx, actor.cityCode, which) };
    }),
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
}
