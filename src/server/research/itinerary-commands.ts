import type { Actor } from '../../domain/organisation/actor.ts';
import { personNameOf } from '../../domain/organisation/facts.ts';
import type { SpokenDuty } from '../../domain/organisation/leader-duty.ts';
import { countyTracksOf } from '../../domain/procedure/case.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import {
  clashesOf,
  type Itinerary,
  type ItineraryTask,
  itineraryTaskOf,
  lengthOf,
  longestItinerary,
  type SittingDay,
  type Surroundings,
  type TakenStop,
} from '../../domain/research/itinerary.ts';
import { itineraryLimit, plannedSittings } from '../../domain/research/itinerary-limit.ts';
import { teamIdsOf } from '../../domain/research/team-acts.ts';
import { checkPlanner } from '../../domain/research/visit-acts.ts';
import {
  byTravel,
  type PlannedPlace,
  plannedPlacesOf,
  visitPlacesOf,
  wantedParksOf,
} from '../../domain/research/visit-places.ts';
import { loadOwnCase, ownTrack } from '../acts/act-facts.ts';
import type { Trx } from '../db/database.ts';
import { ConflictError, NotFoundError, RefusedError, refuseAny } from '../errors.ts';
import { announce } from '../http/live.ts';
import { listSpokenDuties } from '../organisations/leader-duty-commands.ts';
import {
  findItinerary,
  listSittingDays,
  listTakenStops,
  type StoredItinerary,
  writeItinerary,
} from './itinerary-store.ts';

type Found = { saved: StoredItinerary | null; taken: TakenStop[]; sittings: SittingDay[]; duties: SpokenDuty[] };

/** The itinerary of a topic and what it has to respect from today on. Throws as `mayPlan` does. */
export async function readItineraryOf(trx: Trx, actor: Actor, caseId: string, today: string): Promise<Found> {
  await mayPlan(trx, actor, caseId);
  return found(trx, actor, caseId, today);
}

/** Saves over the version that was seen. Throws ConflictError for another one, RefusedError for a period, person or place that cannot be. */
export async function saveItineraryOf(
  trx: Trx,
  actor: Actor,
  caseId: string,
  { version, plan, at }: { version: number; plan: Itinerary; at: string },
): Promise<StoredItinerary> {
  const loaded = await mayPlan(trx, actor, caseId);
  refuseAny(checkItinerary(plan, loaded));
  const key = { cityCode: actor.cityCode, tenantId: actor.tenantId, caseId };
  const written = await writeItinerary(trx, key, { version, plan, personName: actor.personName, at });
  if (written === undefined) {
    const other = await findItinerary(trx, key);
    const who = other === undefined ? '行程' : `${other.savedByName}`;
    throw new ConflictError('itinerary/changed', `${who}已经保存了新的行程；您的安排仍在，请核对后再保存。`);
  }
  announce(trx, { cityCode: actor.cityCode, caseIds: [caseId], reach: 'tenant' });
  return written;
}

/** What is to be solved for a suggestion. Throws as `saveItineraryOf` does. */
export async function suggestionTaskOf(
  trx: Trx,
  actor: Actor,
  caseId: string,
  { plan, placeIds, today }: { plan: Itinerary; placeIds: readonly string[]; today: string },
): Promise<ItineraryTask> {
  const loaded = await mayPlan(trx, actor, caseId);
  refuseAny([...checkItinerary(plan, loaded), ...checkPlaces(placeIds, loaded), ...checkLeaders(plan)]);
  const around = surroundingsOf(actor, loaded, { ...(await found(trx, actor, caseId, today)), today });
  // Nobody travels yesterday.
  const ahead = { ...plan, from: plan.from > today ? plan.from : today };
  if (ahead.from > ahead.until)
    throw new RefusedError([refuse('itinerary/over', 'S2.4', '行程的截止日期已经过去，请改期。', 'until')]);
  return itineraryTaskOf(ahead, { id: caseId, placeIds }, around);
}

/** Every place of the itinerary with what is planned there, as it is travelled. Throws as `mayPlan` does. */
export async function plannedPlacesIn(
  trx: Trx,
  actor: Actor,
  caseId: string,
  today: string,
): Promise<{ name: string; places: readonly (PlannedPlace & { leader: string | undefined })[] }> {
  const loaded = await mayPlan(trx, actor, caseId);
  const { view, state, linkage } = loaded;
  const known = await found(trx, actor, caseId, today);
  const plan = known.saved?.plan;
  const all = visitPlacesOf(view, state, linkage.organisation);
  const clashes = plan === undefined ? [] : clashesOf(plan, surroundingsOf(actor, loaded, { ...known, today }));
  const stops = plan?.stops ?? [];
  const parks = wantedParksOf(all, { stops }, linkage.settings);
  const places = byTravel(plannedPlacesOf(all, { stops }, { parks, clashes })).map((planned) => ({
    ...planned,
    leader: planned.stop === undefined ? undefined : personNameOf(linkage.organisation, planned.stop.leaderId),
  }));
  return { name: view.name, places };
}

function surroundingsOf(
  { bodyId }: Actor,
  { view, linkage }: Loaded,
  { taken, sittings, duties, today }: Omit<Found, 'saved'> & { today: string },
): Surroundings {
  const limit = itineraryLimit(view, linkage, today);
  return {
    calendar: linkage.calendar,
    cityId: bodyId,
    taken,
    duties,
    sittings: [...sittings, ...plannedSittings(view)],
    ...(limit === undefined ? {} : { limit }),
  };
}

async function found(trx: Trx, actor: Actor, caseId: string, today: string): Promise<Found> {
  const { cityCode, tenantId } = actor;
  const key = { cityCode, tenantId, caseId };
  return {
    saved: (await findItinerary(trx, key)) ?? null,
    taken: await listTakenStops(trx, key, today),
    sittings: await listSittingDays(trx, cityCode, today),
    duties: await listSpokenDuties(trx, actor, today),
  };
}

type Loaded = Awaited<ReturnType<typeof loadOwnCase>>;

/** S2.4: who records the visits plans them. Throws NotFoundError for a case that is not a topic of the actor's, RefusedError without the role. */
async function mayPlan(trx: Trx, actor: Actor, caseId: string): Promise<Loaded> {
  const loaded = await loadOwnCase(trx, actor, caseId);
  const own = ownTrack(loaded.view, actor);
  if (loaded.view.kind !== 'topic') throw new NotFoundError('case', caseId);
  refuseAny(checkPlanner({ actor, view: loaded.view, own }));
  return loaded;
}

function checkItinerary(plan: Itinerary, loaded: Loaded): readonly Refusal[] {
  const length = lengthOf(plan);
  const period = length === 0 ? '行程的截止日期早于开始日期。' : `行程至多${longestItinerary}天，现为${length}天。`;
  return [
    ...(length === 0 || length > longestItinerary ? [refuse('itinerary/period', 'S2.4', period, 'until')] : []),
    ...checkTeam(plan, loaded),
    ...checkPlaces(
      plan.stops.map(({ placeId }) => placeId),
      loaded,
    ),
  ];
}

/** S2.3, S2.4: the joint team travels, nobody else. */
function checkTeam({ leaderIds, stops }: Itinerary, { state, linkage }: Loaded): readonly Refusal[] {
  const team = new Set(teamIdsOf(state.research.team));
  const ids = new Set([...leaderIds, ...stops.map(({ leaderId }) => leaderId)]);
  const strangers = [...ids].filter((personId) => !team.has(personId));
  if (strangers.length === 0) return [];
  const names = strangers.map((personId) => personNameOf(linkage.organisation, personId)).join('、');
  return [
    refuse('itinerary/not-in-team', 'S2.4', `${names}不是联合调研组成员，请核对，或者先调整联合调研组。`, 'leaders'),
  ];
}

function checkPlaces(placeIds: readonly string[], { view, linkage }: Loaded): readonly Refusal[] {
  const known = new Set([
    ...countyTracksOf(view).map(({ tenantId }) => tenantId),
    ...linkage.organisation.parks.map(({ id }) => id),
  ]);
  const unknown = placeIds.filter((id) => !known.has(id));
  if (unknown.length === 0) return [];
  return [refuse('itinerary/unknown-place', 'S2.4', `${unknown.join('、')}不是本市的县（市、区）或者园区。`, 'stops')];
}

function checkLeaders({ leaderIds }: Itinerary): readonly Refusal[] {
  if (leaderIds.length > 0) return [];
  return [refuse('itinerary/nobody', 'S2.4', '请先选择带队人，至少一人。', 'leaders')];
}
