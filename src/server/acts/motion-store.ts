import type { SignatoryWord, SubmittedMotion } from '../../domain/handling/handling-state.ts';
import type { MotionState } from '../../domain/handling/interpellation-motion.ts';
import { memberIdsOn, type OrganisationFacts } from '../../domain/organisation/facts.ts';
import type { PlainDateText } from '../../domain/procedure/case.ts';
import type { Trx } from '../db/database.ts';

/** A signature on whatever wording; it counts where the version is that of the motion. */
export type StoredSignature = { personId: string; personName: string; version: number; signedAt: string };
export type StoredMotion = {
  id: string;
  tenantId: string;
  caseId: string;
  round: number;
  organId: string;
  question: string;
  content: string;
  version: number;
  state: MotionState;
  draftedById: string;
  draftedByName: string;
  draftedAt: string;
  submittedOn: PlainDateText | null;
  closedAt: string | null;
  closedReason: string | null;
  signatures: StoredSignature[];
  words: SignatoryWord[];
};

const columns = `m.id, m.tenant_id as "tenantId", m.case_id as "caseId", m.round, m.organ_id as "organId", m.question, m.content, m.version, m.state,
  m.drafted_by_id as "draftedById", m.drafted_by_name as "draftedByName", m.drafted_at as "draftedAt", m.submitted_on as "submittedOn",
  m.closed_at as "closedAt", m.closed_reason as "closedReason",
  (select coalesce(json_agg(json_build_object('personId', s.person_id, 'personName', s.person_name, 'version', s.version, 'signedAt', s.signed_at)
      order by s.signed_at, s.person_id), '[]'::json)
    from interpellation_signature s where s.city_code = m.city_code and s.motion_id = m.id) as signatures,
  (select coalesce(json_agg(json_build_object('personId', w.person_id, 'personName', w.person_name, 'isAgain', w.is_again, 'no', w.answer_no,
      'isSatisfied', w.is_satisfied) order by w.said_at, w.person_id), '[]'::json)
    from interpellation_word w where w.city_code = m.city_code and w.motion_id = m.id) as words`;

/** Motions of a body, the latest first; of one case where it is named. */
export async function listMotions(
  trx: Trx,
  cityCode: string,
  tenantId: string,
  caseId: string | null,
): Promise<StoredMotion[]> {
  return trx.rows<StoredMotion>(
    `select ${columns} from interpellation_motion m
     where m.city_code = $1 and m.tenant_id = $2 and ($3::uuid is null or m.case_id = $3) order by m.drafted_at desc, m.id desc`,
    [cityCode, tenantId, caseId],
  );
}

export async function findMotion(
  trx: Trx,
  cityCode: string,
  tenantId: string,
  id: string,
): Promise<StoredMotion | undefined> {
  return trx.maybe<StoredMotion>(
    `select ${columns} from interpellation_motion m where m.city_code = $1 and m.tenant_id = $2 and m.id = $3`,
    [cityCode, tenantId, id],
  );
}

/** The motion with its signatures as they stand, held against everybody who signs, revokes, changes or settles until the end. */
export async function lockMotion(
  trx: Trx,
  cityCode: string,
  tenantId: string,
  id: string,
): Promise<StoredMotion | undefined> {
  await trx.rows(
    'select id from interpellation_motion where city_code = $1 and tenant_id = $2 and id = $3 for update',
    [cityCode, tenantId, id],
  );
  return findMotion(trx, cityCode, tenantId, id);
}

/** The motions of a case, each held as `lockMotion` holds one: until the end nothing is signed, revoked or put there. */
export async function lockMotions(
  trx: Trx,
  cityCode: string,
  tenantId: string,
  caseId: string,
): Promise<readonly StoredMotion[]> {
  await trx.rows(
    `select id from interpellation_motion
     where city_code = $1 and tenant_id = $2 and case_id = $3 and state in ('signing', 'submitted') order by id for update`,
    [cityCode, tenantId, caseId],
  );
  return listMotions(trx, cityCode, tenantId, caseId);
}

/** The one that waits for the council, as the rules know it: signed by those who were members on the day on which it was put. */
export function submittedAmong(
  motions: readonly StoredMotion[],
  organisation: OrganisationFacts,
): SubmittedMotion | null {
  const motion = motions.find(({ state }) => state === 'submitted');
  if (motion === undefined || motion.submittedOn === null) return null;
  const { id, organId, question, content, submittedOn, tenantId } = motion;
  const members = memberIdsOn(organisation, tenantId, submittedOn);
  const signatoryIds = signedNow(motion).flatMap(({ personId }) => (members.includes(personId) ? [personId] : []));
  return { motionId: id, organId, question, content, submittedOn, signatoryIds };
}

/** Signatures on the wording as it is. */
export function signedNow({ signatures, version }: StoredMotion): readonly StoredSignature[] {
  return signatures.filter((signature) => signature.version === version);
}

/** The council has decided: what was put goes to its answer, what was still being signed falls with the reason. */
export async function settleMotions(
  trx: Trx,
  { cityCode, tenantId, caseId }: { cityCode: string; tenantId: string; caseId: string },
  { at, reason }: { at: string; reason: string },
): Promise<readonly StoredMotion[]> {
  const open = await trx.rows<{ id: string }>(
    `update interpellation_motion set state = case state when 'submitted' then 'decided' else 'lapsed' end, closed_at = $4, closed_reason = $5
     where city_code = $1 and tenant_id = $2 and case_id = $3 and state in ('signing', 'submitted') returning id`,
    [cityCode, tenantId, caseId, at, reason],
  );
  const settled = new Set(open.map(({ id }) => id));
  return (await listMotions(trx, cityCode, tenantId, caseId)).filter(({ id }) => settled.has(id));
}
