import type { PlainDateText } from '../../domain/procedure/case.ts';
import type { Invitation } from '../../domain/safeguards/safeguards-state.ts';
import type { Trx } from '../db/database.ts';

/** One invitation of one tenant in one case. */
export type InvitationKey = { cityCode: string; tenantId: string; caseId: string; invitationId: string };
export type AttendanceCode = { digest: Buffer; validOn: PlainDateText };
export type Attendance = { invitationId: string; personId: string; failedCount: number; cameAt: string | null };

const keyColumns = 'city_code, tenant_id, case_id, invitation_id';

/** The invitation as it stands in the own state of the case; undefined where the tenant has none of that name, or no part in the case. */
export async function findInvitation(trx: Trx, key: InvitationKey): Promise<Invitation | undefined> {
  const row = await trx.maybe<{ invitation: Invitation }>(
    `select invitation from case_state cross join jsonb_array_elements(case_state.state -> 'safeguards' -> 'invitations') invitation
     where city_code = $1 and tenant_id = $2 and case_id = $3 and invitation ->> 'id' = $4`,
    valuesOf(key),
  );
  return row?.invitation;
}

/** The office shows a new code: the one before is good no longer, and failed tries of it are forgotten. */
export async function saveCode(
  trx: Trx,
  key: InvitationKey,
  { digest, validOn, personName, at }: { digest: Buffer; validOn: PlainDateText; personName: string; at: string },
): Promise<void> {
  await trx.run(
    `insert into attendance_code (${keyColumns}, digest, valid_on, made_by_name, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (city_code, tenant_id, invitation_id)
     do update set digest = excluded.digest, valid_on = excluded.valid_on, made_by_name = excluded.made_by_name, made_at = excluded.made_at`,
    [...valuesOf(key), digest, validOn, personName, at],
  );
  await trx.run(
    `update invitation_attendance set failed_count = 0 where city_code = $1 and tenant_id = $2 and case_id = $3 and invitation_id = $4`,
    valuesOf(key),
  );
}

/** The present code; whoever tries it waits for who is trying, so that tries are counted one by one. */
export async function findCodeForUpdate(trx: Trx, key: InvitationKey): Promise<AttendanceCode | undefined> {
  return trx.maybe<AttendanceCode>(
    `select digest, valid_on as "validOn" from attendance_code
     where city_code = $1 and tenant_id = $2 and case_id = $3 and invitation_id = $4 for update`,
    valuesOf(key),
  );
}

export async function findAttendance(trx: Trx, key: InvitationKey, personId: string): Promise<Attendance | undefined> {
  return trx.maybe<Attendance>(
    `select invitation_id as "invitationId", person_id as "personId", failed_count as "failedCount", came_at as "cameAt"
     from invitation_attendance where city_code = $1 and tenant_id = $2 and case_id = $3 and invitation_id = $4 and person_id = $5`,
    [...valuesOf(key), personId],
  );
}

/** One more try in vain; answers how many there are now. */
export async function countFailure(trx: Trx, key: InvitationKey, personId: string): Promise<number> {
  const { failedCount } = await trx.one<{ failedCount: number }>(
    `insert into invitation_attendance (${keyColumns}, person_id, failed_count) values ($1, $2, $3, $4, $5, 1)
     on conflict (city_code, tenant_id, invitation_id, person_id)
     do update set failed_count = invitation_attendance.failed_count + 1 returning failed_count as "failedCount"`,
    [...valuesOf(key), personId],
  );
  return failedCount;
}

/** He came. Asked under the lock of the code for whom has not come yet, so that the first time counts. */
export async function saveCame(trx: Trx, key: InvitationKey, personId: string, at: string): Promise<string> {
  const { cameAt } = await trx.one<{ cameAt: string }>(
    `insert into invitation_attendance (${keyColumns}, person_id, came_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (city_code, tenant_id, invitation_id, person_id)
     do update set came_at = excluded.came_at returning came_at as "cameAt"`,
    [...valuesOf(key), personId, at],
  );
  return cameAt;
}

/** Everybody who came to an activity of the case. */
export async function listAttendance(
  trx: Trx,
  { cityCode, tenantId, caseId }: Omit<InvitationKey, 'invitationId'>,
): Promise<Attendance[]> {
  return trx.rows<Attendance>(
    `select invitation_id as "invitationId", person_id as "personId", failed_count as "failedCount", came_at as "cameAt"
     from invitation_attendance where city_code = $1 and tenant_id = $2 and case_id = $3`,
    [cityCode, tenantId, caseId],
  );
}

/** The days on which codes of the case are good, by invitation. */
export async function listCodeDays(
  trx: Trx,
  { cityCode, tenantId, caseId }: Omit<InvitationKey, 'invitationId'>,
): Promise<{ invitationId: string; validOn: PlainDateText }[]> {
  return trx.rows(
    `select invitation_id as "invitationId", valid_on as "validOn" from attendance_code
     where city_code = $1 and tenant_id = $2 and case_id = $3`,
    [cityCode, tenantId, caseId],
  );
}

function valuesOf({ cityCode, tenantId, caseId, invitationId }: InvitationKey): unknown[] {
  return [cityCode, tenantId, caseId, invitationId];
}
