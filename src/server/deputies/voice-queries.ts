import type { PlainDateText } from '../../domain/procedure/case.ts';
import type { Concern, Invitation } from '../../domain/safeguards/safeguards-state.ts';
import type { PlannedTopic, TopicProposal } from '../../domain/topic/topic.ts';
import type { Trx } from '../db/database.ts';

/** Whose own words are asked for: one person of one tenant. */
export type Speaker = { cityCode: string; tenantId: string; personId: string };
type InCase = { caseId: string; caseName: string };

const valuesOf = ({ cityCode, tenantId, personId }: Speaker): unknown[] => [cityCode, tenantId, personId];

/** The person's own suggestions, the newest first: by who took the act, never by an author that somebody typed. */
export async function listOwnSuggestions(
  trx: Trx,
  speaker: Speaker,
): Promise<(InCase & { year: number; seq: number; on: PlainDateText; title: string })[]> {
  return trx.rows(
    `select act.case_id as "caseId", supervision_case.name as "caseName", supervision_case.year, act.seq, act.happened_on as "on",
       act.payload ->> 'title' as title
     from act join supervision_case on supervision_case.city_code = act.city_code and supervision_case.id = act.case_id
     where act.city_code = $1 and act.tenant_id = $2 and act.actor_id = $3 and act.kind = 'suggest-topic'
     order by act.seq desc`,
    valuesOf(speaker),
  );
}

export type YearOutcome = {
  caseId: string;
  preliminary: TopicProposal[];
  planned: PlannedTopic[] | null;
  /** Ids of the suggestions that stand in candidate topics. */
  merged: string[];
};

/** What the tenant's years have come to, as far as it says what became of a suggestion. For the server's eyes. */
export async function listYearOutcomes(
  trx: Trx,
  { cityCode, tenantId }: Speaker,
  caseIds: readonly string[],
): Promise<YearOutcome[]> {
  return trx.rows<YearOutcome>(
    `select case_id as "caseId", coalesce(case_state.state -> 'year' -> 'preliminary', '[]') as preliminary,
       nullif(case_state.state -> 'year' -> 'jointPlan', 'null') -> 'topics' as planned,
       coalesce((select jsonb_agg(suggestion) from candidate_topic candidate, jsonb_array_elements_text(candidate.suggestion_ids) suggestion
         where candidate.city_code = $1 and candidate.tenant_id = $2 and candidate.case_id = case_state.case_id), '[]') as merged
     from case_state where city_code = $1 and tenant_id = $2 and case_id = any($3)`,
    [cityCode, tenantId, caseIds],
  );
}

/** Years in which the tenant calls for suggestions on that day, the newest first. */
export async function listOpenCalls(
  trx: Trx,
  { cityCode, tenantId }: Speaker,
  today: PlainDateText,
): Promise<(InCase & { deadline: PlainDateText; notice: string; channels: string })[]> {
  return trx.rows(
    `select case_state.case_id as "caseId", supervision_case.name as "caseName", case_state.state -> 'year' -> 'solicitation' ->> 'deadline' as deadline,
       case_state.state -> 'year' -> 'solicitation' ->> 'notice' as notice, case_state.state -> 'year' -> 'solicitation' ->> 'channels' as channels
     from case_state join supervision_case on supervision_case.city_code = case_state.city_code and supervision_case.id = case_state.case_id
     where case_state.city_code = $1 and case_state.tenant_id = $2 and supervision_case.kind = 'year'
       and case_state.state -> 'year' -> 'solicitation' ->> 'deadline' >= $3::text
     order by supervision_case.year desc`,
    [cityCode, tenantId, today],
  );
}

/** The person's own concerns, the newest first. */
export async function listOwnConcerns(trx: Trx, speaker: Speaker): Promise<(InCase & Omit<Concern, 'personId'>)[]> {
  return trx.rows(
    `select case_state.case_id as "caseId", supervision_case.name as "caseName", concern ->> 'id' as id, concern ->> 'on' as "on",
       concern ->> 'text' as text, concern ->> 'answer' as answer
     from case_state join supervision_case on supervision_case.city_code = case_state.city_code and supervision_case.id = case_state.case_id
       cross join jsonb_array_elements(case_state.state -> 'safeguards' -> 'concerns') concern
     where case_state.city_code = $1 and case_state.tenant_id = $2 and concern ->> 'personId' = $3::text
     order by concern ->> 'on' desc, case_state.case_id, concern ->> 'id'`,
    valuesOf(speaker),
  );
}

/** Topics in whose present joint research team the person is, as far as the own body has a part in them; the latest year first. */
export async function listOwnTeams(trx: Trx, speaker: Speaker): Promise<(InCase & { isOpen: boolean })[]> {
  return trx.rows(
    `select supervision_case.id as "caseId", supervision_case.name as "caseName",
       supervision_case.state = 'active' and track.closed_on is null as "isOpen"
     from research_team_member member
       join supervision_case on supervision_case.city_code = member.city_code and supervision_case.id = member.case_id
       join track on track.city_code = member.city_code and track.case_id = member.case_id and track.tenant_id = $2
     where member.city_code = $1 and member.person_id = $3
     order by "isOpen" desc, supervision_case.year desc, supervision_case.name`,
    valuesOf(speaker),
  );
}

type OwnInvitation = InCase & {
  id: string;
  activity: Invitation['activity'];
  day: PlainDateText | null;
  text: string;
  outcome: 'accepted' | 'declined' | null;
  cameAt: string | null;
};

/** Invitations that name the person, with his own answer and whether he came; nobody else's. The latest activity first. */
export async function listOwnInvitations(trx: Trx, speaker: Speaker): Promise<OwnInvitation[]> {
  return trx.rows<OwnInvitation>(
    `select case_state.case_id as "caseId", supervision_case.name as "caseName", invitation ->> 'id' as id,
       invitation ->> 'activity' as activity, invitation ->> 'day' as day, invitation ->> 'text' as text,
       (select answer ->> 'outcome' from jsonb_array_elements(coalesce(invitation -> 'answers', '[]')) answer
         where answer ->> 'personId' = $3::text) as outcome, attendance.came_at as "cameAt"
     from case_state join supervision_case on supervision_case.city_code = case_state.city_code and supervision_case.id = case_state.case_id
       cross join jsonb_array_elements(case_state.state -> 'safeguards' -> 'invitations') invitation
       left join invitation_attendance attendance on attendance.city_code = case_state.city_code and attendance.tenant_id = case_state.tenant_id
         and attendance.invitation_id = invitation ->> 'id' and attendance.person_id = $3::uuid
     where case_state.city_code = $1 and case_state.tenant_id = $2 and invitation -> 'deputyIds' ? $3::text
     order by coalesce(invitation ->> 'day', invitation ->> 'on') desc, case_state.case_id, invitation ->> 'id'`,
    valuesOf(speaker),
  );
}
