import {
  listCaseActs,
  listCases,
  openYear,
  previewMove,
  readCase,
  readCasePast,
  readLinkage,
  readLinkageAppointments,
} from '../../contract/cases.ts';
import { readsContents } from '../../domain/organisation/actor.ts';
import { type CaseView, trackOf } from '../../domain/procedure/case.ts';
import { momentOf } from '../acts/act-commands.ts';
import { loadCase, loadCases, ownTrack, viewOwnCase } from '../acts/act-facts.ts';
import { listSupersededDates, listCaseActs as readActs } from '../acts/act-queries.ts';
import { actView } from '../acts/act-view.ts';
import { previewMove as previewMoveOf } from '../acts/move-session.ts';
import { listPast } from '../acts/past-store.ts';
import { isInTeam } from '../acts/team-store.ts';
import type { App } from '../http/app-parts.ts';
import { mustReadContents, mustTakePart } from '../http/reading.ts';
import { withRevision } from '../http/revision.ts';
import { registerRoute } from '../http/route.ts';
import { linkageFacts } from '../organisations/linkage-facts-queries.ts';
import { waitingSteps } from '../tasks/waiting-steps.ts';
import { openYearCase } from './case-commands.ts';

/** Cases as everybody in the linkage may know them, and the own contents of those who work on them. */
export function registerCaseRoutes(app: App): void {
  registerRoute(app, listCases, async ({ actor, query, read }) => {
    mustTakePart(actor);
    return read(async (trx) => {
      const views = await loadCases(trx, actor.cityCode, query.year ?? null, query.kind ?? null);
      return {
        cases: views
          .filter((view) => trackOf(view, actor.tenantId) !== undefined || actor.kind === 'body')
          .map(viewForWire),
      };
    });
  });

  registerRoute(app, readCase, async ({ actor, params, read }) => {
    mustTakePart(actor);
    return read(async (trx) => {
      const { view, state } = await viewOwnCase(trx, actor, params.caseId);
      ownTrack(view, actor);
      const [superseded, inTeam, waiting] = await Promise.all([
        listSupersededDates(trx, actor.cityCode, actor.tenantId, view.id),
        view.kind === 'topic' && isInTeam(trx, actor, view.id),
        waitingSteps(trx, actor),
      ]);
      return {
        view: viewForWire(view),
        state: readsContents(actor) ? state : null,
        isInTeam: inTeam,
        enteredSteps: waiting.filter(({ caseId }) => caseId === view.id).map(({ stepId }) => stepId),
        superseded,
      };
    });
  });

  registerRoute(app, readCasePast, async ({ actor, params, read }) => {
    mustTakePart(actor);
    return read(async (trx) => {
      const { view } = await loadCase(trx, actor.cityCode, params.caseId);
      ownTrack(view, actor);
      return { past: await listPast(trx, actor.cityCode, view.id) };
    });
  });

  registerRoute(app, listCaseActs, async ({ actor, params, read }) => {
    mustReadContents(actor);
    return read(async (trx) => {
      const { view } = await loadCase(trx, actor.cityCode, params.caseId);
      ownTrack(view, actor);
      const acts = await readActs(trx, actor.cityCode, actor.tenantId, view.id);
      return { acts: acts.map((act) => actView(act, view.kind, actor.kind)) };
    });
  });

  registerRoute(app, openYear, async ({ actor, body, write, at, today }) =>
    write((trx) => openYearCase(trx, actor, body.year, momentOf({ at, today }))),
  );

  registerRoute(app, readLinkage, async ({ actor, read, reply }) => {
    const facts = await read((trx) => linkageFacts(trx, actor.cityCode));
    const { name, cityCode, organisation, settings, calendarYears } = facts;
    const { appointments: _appointments, ...structure } = organisation;
    const answer = { name, cityCode, organisation: structure, settings, calendarYears: [...calendarYears] };
    return withRevision(facts, answer, reply);
  });

  registerRoute(app, readLinkageAppointments, async ({ actor, read, reply }) => {
    const { appointments } = (await read((trx) => linkageFacts(trx, actor.cityCode))).organisation;
    return withRevision(appointments, { appointments: [...appointments] }, reply);
  });

  registerRoute(app, previewMove, async ({ actor, params, body, read }) => {
    mustTakePart(actor);
    return read((trx) => previewMoveOf(trx, actor, params.sessionId, body));
  });
}

function viewForWire(view: CaseView) {
  const { topics, ...rest } = view;
  return {
    ...rest,
    ...(topics === undefined ? {} : { topics: topics.map((topic) => ({ ...topic })) }),
    tracks: view.tracks.map((track) => ({ ...track, done: { ...track.done }, departures: [...track.departures] })),
  };
}
