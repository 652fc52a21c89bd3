import type { Actor } from '../../domain/organisation/actor.ts';
import {
  checkDuty,
  checkDutyKeeper,
  type LeaderDuty,
  type SpokenDuty,
  spokenDuty,
} from '../../domain/organisation/leader-duty.ts';
import type { Trx } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';
import { ConflictError, ForbiddenError, NotFoundError, refuseAny } from '../errors.ts';
import { mustReadContents } from '../http/reading.ts';
import {
  type DutyPeriod,
  type DutyRegister,
  type DutyRow,
  deleteDuty,
  findDuty,
  insertDuty,
  listDuties,
  listToldDuties,
  updateDuty,
} from './leader-duty-store.ts';
import { type LinkageFacts, linkageFacts } from './linkage-facts-queries.ts';

/** A duty of the own body as it is spoken of. */
export type OwnDuty = DutyRow & SpokenDuty & { matter: string };

/** S1.3: the days of a body's leaders are read by those who read its papers, and by no organ it supervises. */
export function mustReadDuties(actor: Actor): void {
  mustReadContents(actor);
  if (actor.kind !== 'body')
    throw new ForbiddenError('duty/not-yours', '领导其他公务只供本级人大常委会安排工作时查看。');
}

/** What the body keeps, and what other bodies have told it. */
export async function readDuties(
  trx: Trx,
  actor: Actor,
  period: DutyPeriod,
): Promise<{ own: OwnDuty[]; told: SpokenDuty[] }> {
  const { organisation } = await linkageFacts(trx, actor.cityCode);
  const spoken = <Days extends Parameters<typeof spokenDuty>[0]>(duty: Days) =>
    spokenDuty(duty, organisation, actor.bodyId);
  const own = await listDuties(trx, actor, period);
  const told = await listToldDuties(trx, actor, period);
  return {
    own: own.map((row) => ({ ...row, ...spoken({ ...row, bodyId: actor.bodyId }), matter: row.matter })),
    told: told.map((row) => spoken({ ...row, bodyId: row.tenantId })),
  };
}

/** Every duty from a day on that the body knows of, its own and those it was told. */
export async function listSpokenDuties(trx: Trx, actor: Actor, from: string): Promise<SpokenDuty[]> {
  const { own, told } = await readDuties(trx, actor, { from });
  const kept = own.map(({ personId, bodyId, who, from: first, until, matter }) => ({
    personId,
    bodyId,
    who,
    from: first,
    until,
    matter,
  }));
  return [...kept, ...told];
}

type WrittenBy = { actor: Actor; at: string };

/** The same duty for one person or several. Throws RefusedError for a stranger or days that cannot be. */
export async function addDuties(
  trx: Trx,
  { actor, at }: WrittenBy,
  duties: readonly LeaderDuty[],
): Promise<{ ids: string[] }> {
  const { register, organisation } = await openRegister(trx, actor);
  refuseAny(duties.flatMap((duty) => checkDuty(duty, actor, organisation)));
  const ids: string[] = [];
  for (const duty of duties) {
    const id = uuidv7();
    await insertDuty(trx, register, { id, duty, personName: actor.personName, at });
    ids.push(id);
  }
  return { ids };
}

/** Writes over the version that was seen. Throws ConflictError for another one, NotFoundError where there is none. */
export async function changeDuty(
  trx: Trx,
  { actor, at }: WrittenBy,
  id: string,
  { version, ...duty }: LeaderDuty & { version: number },
): Promise<{ version: number }> {
  refuseAny(checkDutyKeeper(actor));
  if ((await findDuty(trx, actor, id)) === undefined) throw new NotFoundError('leader duty', id);
  const { register, organisation } = await openRegister(trx, actor);
  refuseAny(checkDuty(duty, actor, organisation));
  const written = await updateDuty(trx, register, { id, duty, version, personName: actor.personName, at });
  if (written === undefined) throw await outdated(trx, actor, id);
  return { version: written };
}

/** Throws as `changeDuty`. */
export async function removeDuty(trx: Trx, actor: Actor, id: string, version: number): Promise<void> {
  refuseAny(checkDutyKeeper(actor));
  if (!(await deleteDuty(trx, actor, id, version))) throw await outdated(trx, actor, id);
}

async function outdated(trx: Trx, actor: Actor, id: string): Promise<Error> {
  const row = await findDuty(trx, actor, id);
  if (row === undefined) return new NotFoundError('leader duty', id);
  return new ConflictError('duty/changed', `${row.enteredByName}已经更正了“${row.matter}”，请核对后再办。`);
}

/** A county tells the city; the city has nobody to tell. */
async function openRegister(
  trx: Trx,
  { cityCode, tenantId, level }: Actor,
): Promise<{ register: DutyRegister; organisation: LinkageFacts['organisation'] }> {
  const { organisation } = await linkageFacts(trx, cityCode);
  const city = organisation.tenants.find((tenant) => tenant.kind === 'body' && tenant.level === 'city');
  return { register: { cityCode, tenantId, toldTo: level === 'county' ? city?.id : undefined }, organisation };
}
