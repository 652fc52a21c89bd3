import { uuidv7 } from '../src/server/db/uuid.ts';

type InCase = { city_code: string; case_id: string; tenant_id: string };

/** A 质询案 that is being signed, with signatures, and one that was answered, with words on its answer: each of somebody else and of oneself. */
export function motionRows(planting: {
  inCase: InCase;
  organId: string;
  clerk: { id: string; name: string };
  staffId: string;
  at: string;
}): readonly { table: string; word: string; row: Readonly<Record<string, unknown>> }[] {
  const { inCase, organId, clerk, staffId, at } = planting;
  const { city_code, tenant_id } = inCase;
  const [signingId, decidedId] = [uuidv7(), uuidv7()];
  const words = { organ_id: organId, question: '甲', content: '甲' };
  const drafted = { drafted_by_id: clerk.id, drafted_by_name: clerk.name, drafted_at: at };
  const motion = { ...inCase, round: 1, version: 1, ...words, ...drafted };
  const person = { city_code, tenant_id, person_name: clerk.name };
  const signed = { ...person, motion_id: signingId, version: 1, signed_at: at };
  const said = { ...person, motion_id: decidedId, is_again: false, answer_no: 1, is_satisfied: true, said_at: at };
  const decided = { ...motion, id: decidedId, state: 'decided', submitted_on: '2026-11-24' };
  return [
    { table: 'interpellation_motion', word: 'signing', row: { ...motion, id: signingId, state: 'signing' } },
    { table: 'interpellation_motion', word: 'decided', row: decided },
    { table: 'interpellation_signature', word: 'other', row: { ...signed, person_id: staffId } },
    { table: 'interpellation_signature', word: 'self', row: { ...signed, person_id: clerk.id } },
    { table: 'interpellation_word', word: 'other', row: { ...said, person_id: staffId } },
    { table: 'interpellation_word', word: 'self', row: { ...said, person_id: clerk.id } },
  ];
}
