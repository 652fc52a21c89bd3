import { type CaseState, emptyCaseState } from '../../domain/case-state.ts';
import type { Level, OrganKind, TenantKind } from '../../domain/organisation/tenant.ts';
import type {
  CaseKind,
  CaseView,
  Departure,
  Done,
  PlainDateText,
  Track,
  TrackSession,
} from '../../domain/procedure/case.ts';
import type { Settings } from '../../domain/procedure/settings.ts';
import type { Trx } from '../db/database.ts';
import { NotFoundError } from '../errors.ts';
import {
  appended,
  appending,
  type ChainHead,
  type LedgerEntry,
  lockOfCase,
  movedHead,
} from '../ledger/ledger-store.ts';

type TrackRow = {
  tenantId: string;
  bodyId: string;
  level: Level;
  kind: TenantKind;
  name: string;
  shortName: string;
  organKind: OrganKind | null;
  version: number;
  round: number;
  done: Record<string, Done>;
  departures: Departure[];
  session: TrackSession | null;
  handlingSession: TrackSession | null;
  handlingDue: PlainDateText | null;
  promiseDue: PlainDateText | null;
  secondAnswerDue: PlainDateText | null;
  resolutionDue: PlainDateText | null;
  closedOn: PlainDateText | null;
};

export type CaseRow = {
  id: string;
  kind: CaseKind;
  year: number;
  name: string;
  state: 'active' | 'withdrawn';
  leadUnitId: string | null;
  leadUnitName: string | null;
  deliberationDate: PlainDateText | null;
  domain: string | null;
  organisationVersion: number;
  linkageName: string;
  tracks: TrackRow[];
  topics: { id: string; name: string }[] | null;
};

const trackJson = `json_build_object('tenantId', track.tenant_id, 'bodyId', track.body_id, 'level', track.level, 'kind', track.kind,
  'name', tenant.name, 'shortName', tenant.short_name, 'organKind', tenant.organ_kind, 'version', track.version, 'round', track.round, 'done', track.done, 'departures', track.departures,
  'session', track.session, 'handlingSession', track.handling_session, 'handlingDue', track.handling_due, 'promiseDue', track.promise_due,
  'secondAnswerDue', track.second_answer_due, 'resolutionDue', track.resolution_due, 'closedOn', track.closed_on)`;

const caseColumns = `c.id, c.kind, c.year, c.name, c.state, c.lead_unit_id as "leadUnitId", c.lead_unit_name as "leadUnitName",
  c.deliberation_date as "deliberationDate", c.domain, linkage.organisation_version as "organisationVersion",
  linkage.name as "linkageName",
  (select coalesce(json_agg(${trackJson} order by tenant.level, tenant.area_code, tenant.kind, tenant.name), '[]'::json)
    from track join tenant on tenant.city_code = track.city_code and tenant.id = track.tenant_id
    where track.city_code = c.city_code and track.case_id = c.id) as tracks,
  case c.kind when 'year' then (select coalesce(json_agg(json_build_object('id', topic.id, 'name', topic.name) order by topic.id), '[]'::json)
    from supervision_case topic where topic.city_code = c.city_code and topic.year = c.year and topic.kind = 'topic' and topic.state = 'active')
  when 'session' then (select coalesce(json_agg(json_build_object('id', topic.id, 'name', topic.name) order by topic.id), '[]'::json)
    from track placed join supervision_case topic on topic.city_code = placed.city_code and topic.id = placed.case_id
    where placed.city_code = c.city_code and placed.tenant_id = c.body_id and topic.kind = 'topic' and topic.state = 'active'
      and c.id::text in (placed.session ->> 'sessionId', placed.handling_session ->> 'sessionId'))
  end as topics`;

/** A case with the tracks that the scope may see. */
export async function findCase(trx: Trx, cityCode: string, caseId: string): Promise<CaseRow | undefined> {
  return trx.maybe<CaseRow>(
    `select ${caseColumns} from supervision_case c join linkage on linkage.city_code = c.city_code
     where c.city_code = $1 and c.id = $2`,
    [cityCode, caseId],
  );
}

export async function getCase(trx: Trx, cityCode: string, caseId: string): Promise<CaseRow> {
  const row = await findCase(trx, cityCode, caseId);
  if (row === undefined) throw new NotFoundError('case', caseId);
  return row;
}

/** A case as `getCase`, and the tenant's own state in it. */
export async function getCaseWithState(
  trx: Trx,
  cityCode: string,
  caseId: string,
  tenantId: string,
): Promise<CaseRow & { ownState: CaseState | null }> {
  const row = await trx.maybe<CaseRow & { ownState: CaseState | null }>(
    `select ${caseColumns},
       (select state from case_state where city_code = c.city_code and case_id = c.id and tenant_id = $3) as "ownState"
     from supervision_case c join linkage on linkage.city_code = c.city_code where c.city_code = $1 and c.id = $2`,
    [cityCode, caseId, tenantId],
  );
  if (row === undefined) throw new NotFoundError('case', caseId);
  return row;
}

/** All cases of a year with the tracks that the scope may see, topics in the order they were settled. */
export async function listCases(
  trx: Trx,
  cityCode: string,
  year: number | null,
  kind: CaseKind | null,
): Promise<CaseRow[]> {
  return trx.rows<CaseRow>(
    `select ${caseColumns} from supervision_case c join linkage on linkage.city_code = c.city_code
     where c.city_code = $1 and ($2::integer is null or c.year = $2) and ($3::text is null or c.kind = $3)
     order by c.year desc, c.kind, c.id`,
    [cityCode, year, kind],
  );
}

/** The cases of a linkage in which somebody may still owe something. */
export async function listOpenCaseIds(trx: Trx, cityCode: string): Promise<string[]> {
  const rows = await trx.rows<{ id: string }>(
    `select id from supervision_case c where city_code = $1 and state = 'active' and exists (select 1 from track
       where track.city_code = c.city_code and track.case_id = c.id and track.closed_on is null) order by id`,
    [cityCode],
  );
  return rows.map(({ id }) => id);
}

export async function listCasesByIds(trx: Trx, cityCode: string, caseIds: readonly string[]): Promise<CaseRow[]> {
  return trx.rows<CaseRow>(
    `select ${caseColumns} from supervision_case c join linkage on linkage.city_code = c.city_code
     where c.city_code = $1 and c.id = any($2) order by c.id`,
    [cityCode, caseIds],
  );
}

/**
 * Whoever writes shared projections of cases waits here for who is writing them, then reads what he wrote: the city's tasks depend on
 * every county's track, so of two counties that act at once the second must see the first. Held until the transaction ends; always in
 * the order of the ids.
 */
export async function lockCases(trx: Trx, caseIds: readonly string[]): Promise<void> {
  await trx.rows(
    `with wanted as materialized (select unnest($1::text[]) as id order by id) select ${lockOfCase('id')} from wanted`,
    [caseIds],
  );
}

export async function findState(trx: Trx, cityCode: string, caseId: string, tenantId: string): Promise<CaseState> {
  const row = await trx.maybe<{ state: CaseState }>(
    'select state from case_state where city_code = $1 and case_id = $2 and tenant_id = $3',
    [cityCode, caseId, tenantId],
  );
  return row === undefined ? emptyCaseState : row.state;
}

export async function saveState(
  trx: Trx,
  cityCode: string,
  caseId: string,
  tenantId: string,
  state: CaseState,
): Promise<void> {
  await trx.run(
    `insert into case_state (city_code, case_id, tenant_id, state) values ($1, $2, $3, $4)
     on conflict (city_code, case_id, tenant_id) do update set state = excluded.state`,
    [cityCode, caseId, tenantId, JSON.stringify(state)],
  );
}

const appendedWithProgress = `with ${appended}, tracked as (
    update track set version = $18, done = $19, departures = $20 where city_code = $1 and case_id = $5 and tenant_id = $2
  ), kept as (
    insert into case_state (city_code, case_id, tenant_id, state) values ($1, $5, $2, $17)
    on conflict (city_code, case_id, tenant_id) do update set state = excluded.state
  ), forgotten as (
    delete from act_draft where city_code = $1 and tenant_id = $2 and case_id = $5 and kind = $4 and owner_id = $21
  ) ${movedHead}`;

/**
 * Appends an act after the locked head, with what it makes of the own state and the own track of its case, and forgets the form that it
 * was filled in on: one statement, because every act does all of it. Gives the new head.
 */
export function appendWithProgress(
  trx: Trx,
  entry: LedgerEntry,
  algorithm: Settings['digest'],
  { state, track, draftOwnerId }: { state: CaseState; track: Track; draftOwnerId: string | null },
): ChainHead {
  const { head, values } = appending(entry, algorithm);
  trx.send(appendedWithProgress, [
    ...values,
    JSON.stringify(state),
    track.version,
    JSON.stringify(track.done),
    JSON.stringify(track.departures),
    draftOwnerId,
  ]);
  return head;
}

export async function insertCase(
  trx: Trx,
  cityCode: string,
  row: Omit<CaseRow, 'organisationVersion' | 'linkageName' | 'tracks' | 'topics' | 'state'> & { bodyId: string | null },
): Promise<void> {
  await trx.run(
    `insert into supervision_case (city_code, id, kind, year, name, lead_unit_id, lead_unit_name, deliberation_date, domain, body_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      cityCode,
      row.id,
      row.kind,
      row.year,
      row.name,
      row.leadUnitId,
      row.leadUnitName,
      row.deliberationDate,
      row.domain,
      row.bodyId,
    ],
  );
}

export async function updateCase(trx: Trx, cityCode: string, view: CaseView): Promise<void> {
  await trx.run(
    `update supervision_case set name = $3, state = $4, lead_unit_id = $5, lead_unit_name = $6, deliberation_date = $7
     where city_code = $1 and id = $2`,
    [
      cityCode,
      view.id,
      view.name,
      view.state,
      view.leadUnitId ?? null,
      view.leadUnitName ?? null,
      view.deliberationDate ?? null,
    ],
  );
}

/** Tracks as new rows; one that is there already stays as it is. Gives the tenants whose track is new. */
export async function insertTracks(
  trx: Trx,
  cityCode: string,
  caseId: string,
  tenants: readonly { id: string; bodyId: string; level: Level; kind: TenantKind }[],
): Promise<string[]> {
  const rows = await trx.rows<{ tenantId: string }>(
    `insert into track (city_code, case_id, tenant_id, body_id, level, kind)
     select $1, $2, tenant.id, tenant."bodyId", tenant.level, tenant.kind
     from json_to_recordset($3) as tenant (id uuid, "bodyId" uuid, level text, kind text)
     on conflict do nothing returning tenant_id as "tenantId"`,
    [cityCode, caseId, JSON.stringify(tenants.map(({ id, bodyId, level, kind }) => ({ id, bodyId, level, kind })))],
  );
  return rows.map(({ tenantId }) => tenantId);
}

/** Writes a changed track with its next version. */
export async function updateTrack(trx: Trx, cityCode: string, caseId: string, track: Track): Promise<void> {
  await trx.run(
    `update track set version = $4, round = $5, done = $6, departures = $7, session = $8, handling_session = $9, handling_due = $10,
       resolution_due = $11, closed_on = $12, promise_due = $13, second_answer_due = $14
     where city_code = $1 and case_id = $2 and tenant_id = $3`,
    [
      cityCode,
      caseId,
      track.tenantId,
      track.version,
      track.round,
      JSON.stringify(track.done),
      JSON.stringify(track.departures),
      track.session === undefined ? null : JSON.stringify(track.session),
      track.handlingSession === undefined ? null : JSON.stringify(track.handlingSession),
      track.handlingDue ?? null,
      track.resolutionDue ?? null,
      track.closedOn ?? null,
      track.promiseDue ?? null,
      track.secondAnswerDue ?? null,
    ],
  );
}

/** Cases (other than the session itself) whose track of this tenant sits on that session. */
export async function listCaseIdsOnSession(
  trx: Trx,
  cityCode: string,
  tenantId: string,
  sessionId: string,
): Promise<string[]> {
  const rows = await trx.rows<{ id: string }>(
    `select case_id as id from track where city_code = $1 and tenant_id = $2
       and (session ->> 'sessionId' = $3 or handling_session ->> 'sessionId' = $3) and case_id::text <> $3 order by case_id`,
    [cityCode, tenantId, sessionId],
  );
  return rows.map((row) => row.id);
}

/**
 * Until `hideOthers`, statements of this transaction see and write the shared projections of the whole linkage: states, dates and
 * tasks of every tenant. Contents stay behind their own policies.
 */
export function showProjections(trx: Trx): void {
  trx.send("select set_config('app.projection', 'on', true)");
}

export function hideOthers(trx: Trx): void {
  trx.send("select set_config('app.projection', 'off', true)");
}

function trackOfRow(row: TrackRow): Track {
  const { organKind, session, handlingSession, handlingDue, promiseDue, secondAnswerDue, ...more } = row;
  const { resolutionDue, closedOn, ...always } = more;
  return {
    ...always,
    ...(organKind === null ? {} : { organKind }),
    ...(session === null ? {} : { session }),
    ...(handlingSession === null ? {} : { handlingSession }),
    ...(handlingDue === null ? {} : { handlingDue }),
    ...(promiseDue === null ? {} : { promiseDue }),
    ...(secondAnswerDue === null ? {} : { secondAnswerDue }),
    ...(resolutionDue === null ? {} : { resolutionDue }),
    ...(closedOn === null ? {} : { closedOn }),
  };
}

/** The domain's view of a stored case; tracks city first, then counties by area, then organs. */
export function caseViewOf(row: CaseRow, cityCode: string): CaseView {
  return {
    kind: row.kind,
    id: row.id,
    cityCode,
    year: row.year,
    name: row.name,
    state: row.state,
    ...(row.leadUnitId === null ? {} : { leadUnitId: row.leadUnitId }),
    ...(row.leadUnitName === null ? {} : { leadUnitName: row.leadUnitName }),
    ...(row.deliberationDate === null ? {} : { deliberationDate: row.deliberationDate }),
    ...(row.domain === null ? {} : { domain: row.domain }),
    ...(row.topics === null ? {} : { topics: row.topics }),
    tracks: row.tracks.map(trackOfRow),
  };
}
