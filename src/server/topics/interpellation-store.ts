import type { Interpellation } from '../../domain/handling/handling-state.ts';
import type { MotionState } from '../../domain/handling/interpellation-motion.ts';
import type { PlainDateText } from '../../domain/procedure/case.ts';
import type { Trx } from '../db/database.ts';

export type MotionKey = { cityCode: string; tenantId: string; id: string };
type By = { personId: string; personName: string; at: string };
const valuesOf = ({ cityCode, tenantId, id }: MotionKey): unknown[] => [cityCode, tenantId, id];

export async function insertMotion(
  trx: Trx,
  key: MotionKey,
  { caseId, round, words, by }: { caseId: string; round: number; words: Interpellation; by: By },
): Promise<void> {
  await trx.run(
    `insert into interpellation_motion
       (city_code, tenant_id, id, case_id, round, organ_id, question, content, version, drafted_by_id, drafted_by_name, drafted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10, $11)`,
    [...valuesOf(key), caseId, round, words.organId, words.question, words.content, by.personId, by.personName, by.at],
  );
}

/** Another wording: what was signed before counts no more. */
export async function updateWords(trx: Trx, key: MotionKey, words: Interpellation): Promise<void> {
  await trx.run(
    `update interpellation_motion set organ_id = $4, question = $5, content = $6, version = version + 1
     where city_code = $1 and tenant_id = $2 and id = $3`,
    [...valuesOf(key), words.organId, words.question, words.content],
  );
}

export async function updateState(
  trx: Trx,
  key: MotionKey,
  change: { state: MotionState; submittedOn?: PlainDateText; closedAt?: string; reason?: string },
): Promise<void> {
  await trx.run(
    `update interpellation_motion set state = $4, submitted_on = $5, closed_at = $6, closed_reason = $7
     where city_code = $1 and tenant_id = $2 and id = $3`,
    [...valuesOf(key), change.state, change.submittedOn ?? null, change.closedAt ?? null, change.reason ?? null],
  );
}

/** The person's own signature on that wording; a second one changes nothing. */
export async function writeSignature(trx: Trx, key: MotionKey, version: number, by: By): Promise<void> {
  await trx.run(
    `insert into interpellation_signature (city_code, tenant_id, motion_id, person_id, person_name, version, signed_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (city_code, motion_id, person_id) do update set version = excluded.version, person_name = excluded.person_name, signed_at = excluded.signed_at
       where interpellation_signature.version <> excluded.version`,
    [...valuesOf(key), by.personId, by.personName, version, by.at],
  );
}

export async function deleteSignature(trx: Trx, { cityCode, id }: MotionKey, personId: string): Promise<void> {
  await trx.run('delete from interpellation_signature where city_code = $1 and motion_id = $2 and person_id = $3', [
    cityCode,
    id,
    personId,
  ]);
}

/** The person's own word on the answer that he read; a later one replaces it. */
export async function writeWord(
  trx: Trx,
  { cityCode, tenantId, id }: MotionKey,
  { isAgain, no, isSatisfied }: { isAgain: boolean; no: number; isSatisfied: boolean },
  by: By,
): Promise<void> {
  await trx.run(
    `insert into interpellation_word (city_code, tenant_id, motion_id, person_id, person_name, is_again, answer_no, is_satisfied, said_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (city_code, motion_id, person_id, is_again) do update set person_name = excluded.person_name, answer_no = excluded.answer_no,
       is_satisfied = excluded.is_satisfied, said_at = excluded.said_at`,
    [cityCode, tenantId, id, by.personId, by.personName, isAgain, no, isSatisfied, by.at],
  );
}
