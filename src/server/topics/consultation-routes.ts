import { conveneConsultation, readConsultation, sayOpinion } from '../../contract/consultations.ts';
import { momentOf } from '../acts/act-commands.ts';
import type { StoredConsultation } from '../acts/consultation-store.ts';
import type { App } from '../http/app-parts.ts';
import { mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { conveneConsultationOf, readConsultationOf, sayOpinionOf } from './consultation-commands.ts';

/** The conferring of all bodies on a year's candidate topics or on an adjustment (S1.3, S1.8). */
export function registerConsultationRoutes(app: App): void {
  registerRoute(app, readConsultation, async ({ actor, params, read }) => {
    mustReadContents(actor);
    return read(async (trx) => {
      const found = await readConsultationOf(trx, actor, params.caseId);
      return { consultation: found === null ? null : viewOf(found) };
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
