import { conveneConsultation, readConsultation, sayOpinion } from '../../contract/consultations.ts';
import { exportConsultation } from '../../contract/year-exports.ts';
import { momentOf } from '../acts/act-commands.ts';
import type { StoredConsultation } from '../acts/consultation-store.ts';
import type { App } from '../http/app-parts.ts';
import { mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { sendTable } from '../http/table-file.ts';
import { conveneConsultationOf, readConsultationOf, sayOpinionOf } from './consultation-commands.ts';
import { conferringColumns } from './plan-tables.ts';

/** The conferring of all bodies on a year's candidate topics or on an adjustment (S1.3, S1.8). */
export function registerConsultationRoutes(app: App): void {
  registerRoute(app, readConsultation, async ({ actor, params, read }) => {
    mustReadContents(actor);
    return read(async (trx) => {
      const { consultation } = await readConsultationOf(trx, actor, params.caseId);
      return { consultation: consultation === null ? null : viewOf(consultation) };
    });
  });

  registerRoute(app, exportConsultation, async (call) => {
    const { actor, params } = call;
    mustReadContents(actor);
    return call.read(async (trx) => {
      const { view, state, linkage, consultation } = await readConsultationOf(trx, actor, params.caseId);
      const columns = conferringColumns(linkage.organisation, {
        opinions: consultation?.opinions ?? [],
        record: consultation?.state === 'closed' && view.kind === 'year' ? state.year.consultation : null,
      });
      const table = { name: `会商意见 ${view.name}`, columns, rows: consultation?.items ?? [] };
      const about = { list: 'consultation', subject: view.name };
      return sendTable(trx, call, table, about);
    });
  });

  registerRoute(app, conveneConsultation, async ({ actor, params, body, write, at, today }) => {
    mustReadContents(actor);
    return write(async (trx) => ({
      consultation: viewOf(await conveneConsultationOf(trx, actor, params.caseId, body, momentOf({ at, today }))),
    }));
  });

  registerRoute(app, sayOpinion, async ({ actor, params, body, write, at, today }) => {
    mustReadContents(actor);
    return write(async (trx) => ({
      consultation: viewOf(await sayOpinionOf(trx, actor, params.caseId, body, momentOf({ at, today }))),
    }));
  });
}

function viewOf({ number: _number, bodyIds: _bodies, ...shown }: StoredConsultation) {
  return shown;
}
