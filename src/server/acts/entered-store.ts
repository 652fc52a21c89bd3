import { acts } from '../../domain/acts.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import type { MeetingRecord } from '../../domain/procedure/act.ts';
import type { PlainDateText } from '../../domain/procedure/case.ts';
import type { Trx } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';

export type EnteredAct = {
  id: string;
  tenantId: string;
  caseId: string;
  caseName: string;
  kind: string;
  on: PlainDateText;
  payload: unknown;
  meeting: MeetingRecord | null;
  reasons: Record<string, string>;
  enteredBy: string;
  enteredByName: string;
  enteredAt: string;
  state: 'waiting' | 'confirmed' | 'sent-back' | 'withdrawn';
  sendBackReason: string | null;
  actSeq: number | null;
};

const columns = `entered_act.id, entered_act.tenant_id as "tenantId", entered_act.case_id as "caseId", supervision_case.name as "caseName",
  entered_act.kind, entered_act.happened_on as "on", entered_act.payload, entered_act.meeting, entered_act.reasons,
  entered_act.entered_by as "enteredBy", entered_act.entered_by_name as "enteredByName", entered_act.entered_at as "enteredAt",
  entered_act.state, entered_act.send_back_reason as "sendBackReason", entered_act.act_seq as "actSeq"`;
const tables = `entered_act join supervision_case on supervision_case.city_code = entered_act.city_code and supervision_case.id = entered_act.case_id`;

/** Enters a decision of a meeting; whoever may confirm it is told that it waits. */
export async function insertEnteredAct(
  trx: Trx,
  cityCode: string,
  entered: Pick<
    EnteredAct,
    'id' | 'tenantId' | 'caseId' | 'kind' | 'on' | 'payload' | 'meeting' | 'reasons' | 'enteredBy' | 'enteredByName'
  >,
): Promise<void> {
  await trx.run(
    `with entered as (
       insert into entered_act (city_code, id, tenant_id, case_id, kind, happened_on, payload, meeting, reasons, entered_by, entered_by_name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))
     insert into notice (city_code, id, kind, tenant_id, case_id, subject_id, text)
     select $1, $12, 'decision-waiting', $3, c.id, $2, '“' || c.name || '”的“' || $13::text || '”已登记，待确认'
     from supervision_case c where c.city_code = $1 and c.id = $4`,
    [
      cityCode,
      entered.id,
      entered.tenantId,
      entered.caseId,
      entered.kind,
      entered.on,
      JSON.stringify(entered.payload),
      entered.meeting === null ? null : JSON.stringify(entered.meeting),
      JSON.stringify(entered.reasons),
      entered.enteredBy,
      entered.enteredByName,
      uuidv7(),
      titleOf(entered.kind),
    ],
  );
}

/** Locks an entered act of the own tenant. */
export async function findEnteredForUpdate(
  trx: Trx,
  cityCode: string,
  tenantId: string,
  id: string,
): Promise<EnteredAct | undefined> {
  return trx.maybe<EnteredAct>(
    `select ${columns} from ${tables} where entered_act.city_code = $1 and entered_act.tenant_id = $2 and entered_act.id = $3
     for update of entered_act`,
    [cityCode, tenantId, id],
  );
}

export type EnteredFilter = { state: EnteredAct['state'] | null; text: string | null };
type EnteredPage = EnteredFilter & { oldestFirst: boolean; limit: number; offset: number };

const fitting = `entered_act.city_code = $1 and entered_act.tenant_id = $2 and ($3::text is null or entered_act.state = $3)
  and ($4::text is null or position($4 in supervision_case.name) > 0 or entered_act.kind = any($5::text[]))`;

export async function listEntered(
  trx: Trx,
  { cityCode, tenantId }: Pick<Actor, 'cityCode' | 'tenantId'>,
  { oldestFirst, limit, offset, ...filter }: EnteredPage,
): Promise<EnteredAct[]> {
  const order = oldestFirst ? '' : 'desc';
  return trx.rows<EnteredAct>(
    `select ${columns} from ${tables} where ${fitting}
     order by entered_act.entered_at ${order}, entered_act.id ${order} limit $6 offset $7`,
    [cityCode, tenantId, ...valuesOf(filter), limit, offset],
  );
}

export async function countEntered(
  trx: Trx,
  { cityCode, tenantId }: Pick<Actor, 'cityCode' | 'tenantId'>,
  filter: EnteredFilter,
): Promise<number> {
  const { total } = await trx.one<{ total: number }>(`select count(*) as total from ${tables} where ${fitting}`, [
    cityCode,
    tenantId,
    ...valuesOf(filter),
  ]);
  return total;
}

/** Titles are the procedure's, not the database's: a text stands for the kinds whose titles hold it. */
function valuesOf({ state, text }: EnteredFilter): unknown[] {
  const kinds = Object.keys(titles).filter((kind) => text !== null && titleOf(kind).includes(text));
  return [state, text, kinds];
}

/** Is the same decision already waiting for its confirmation? */
export async function isWaiting(
  trx: Trx,
  cityCode: string,
  tenantId: string,
  caseId: string,
  kind: string,
): Promise<boolean> {
  const row = await trx.maybe(
    `select id from entered_act where city_code = $1 and tenant_id = $2 and case_id = $3 and kind = $4 and state = 'waiting' limit 1`,
    [cityCode, tenantId, caseId, kind],
  );
  return row !== undefined;
}

/** Confirmed, or sent back to the office, which is told so; the reason stands with the decision, not in the notice. */
export async function settleEntered(
  trx: Trx,
  cityCode: string,
  id: string,
  settled: { state: 'confirmed' | 'sent-back' | 'withdrawn'; by: string; reason: string | null; seq: number | null },
): Promise<void> {
  await trx.run(
    `with settled as (
       update entered_act set state = $3, settled_by = $4, settled_at = now(), send_back_reason = $5, act_seq = $6
       where city_code = $1 and id = $2 returning tenant_id, case_id, kind)
     insert into notice (city_code, id, kind, tenant_id, case_id, subject_id, text)
     select $1, $7, 'decision-returned', settled.tenant_id, c.id, $2, '“' || c.name || '”的“' || ($8::json ->> settled.kind) || '”被退回'
     from settled join supervision_case c on c.city_code = $1 and c.id = settled.case_id where $3 = 'sent-back'`,
    [cityCode, id, settled.state, settled.by, settled.reason, settled.seq, uuidv7(), JSON.stringify(titles)],
  );
}

/** Only bodies decide in meetings. */
const titles = Object.fromEntries(
  acts.filter(({ tenant }) => tenant === 'body').map(({ kind, title }) => [kind, title]),
);

function titleOf(kind: string): string {
  return titles[kind] ?? kind;
}
