import type { z } from 'zod';
import type { AuditAction } from '../../contract/audit.ts';
import type { AppointmentView, addAppointment as addContract } from '../../contract/organisation.ts';
import { checkOrganisation } from '../../domain/organisation/check-organisation.ts';
import { postNames } from '../../domain/organisation/facts.ts';
import { isBlocking, refuse } from '../../domain/refusal.ts';
import type { Trx } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';
import { ConflictError, NotFoundError, RefusedError, refuseAny } from '../errors.ts';
import { recordAudit } from '../http/audit-store.ts';
import { type AdministeredBy, requireTenantDuty } from './administration.ts';
import { insertAppointment, insertPerson, setLastDay } from './appointment-store.ts';
import { findAppointment, findPersonById, findTenant, findUnitName, isNumberTaken } from './organisation-queries.ts';
import { lockOrganisation, openOrganisation, raiseVersion } from './organisation-store.ts';
import { unplacedRows } from './workbook-diff.ts';
import { organisationOf } from './workbook-organisation.ts';
import { readOrganisation } from './workbook-queries.ts';
import type { WorkbookRow } from './workbook-sheets.ts';

type NewAppointment = z.output<typeof addContract.body>;
type PostRow = WorkbookRow<'posts'>;

/** Adds a post after the rules of the organisation were asked about the whole that results. */
export async function addAppointment(trx: Trx, by: AdministeredBy, wanted: NewAppointment): Promise<AppointmentView> {
  const { cityCode } = by.actor;
  const tenant = await findTenant(trx, cityCode, wanted.tenantId);
  requireTenantDuty(by.actor, tenant, new NotFoundError('tenant', wanted.tenantId));
  await openOrganisation(trx);
  await lockOrganisation(trx, cityCode);
  const unit = wanted.unitId === null ? undefined : await findUnitName(trx, cityCode, wanted.tenantId, wanted.unitId);
  if (wanted.unitId !== null && unit === undefined) throw new NotFoundError('unit', wanted.unitId);
  const person = await personFor(trx, by, wanted);
  await judge(trx, by, (posts) => [
    ...posts,
    {
      person: person.number,
      personName: person.name,
      tenant: tenant?.name ?? '',
      unit,
      post: wanted.post,
      from: wanted.from,
      until: wanted.until ?? undefined,
    },
  ]);
  const id = uuidv7();
  if (!(await insertAppointment(trx, { ...wanted, cityCode, id, personId: person.id }))) {
    throw new ConflictError('appointment/repeated', '此人在该单位自同一天起的同一职务已经登记。');
  }
  return finish(trx, by, id, 'appointment-added', {});
}

/** Records the last day of a post, or corrects what was recorded of it; null: it is still held. The audit log keeps what it was before. */
export async function endAppointment(
  trx: Trx,
  by: AdministeredBy,
  id: string,
  until: string | null,
): Promise<AppointmentView> {
  const { cityCode } = by.actor;
  const found = await findAppointment(trx, cityCode, id);
  if (found === undefined) throw new NotFoundError('appointment', id);
  const tenant = await findTenant(trx, cityCode, found.tenantId);
  requireTenantDuty(by.actor, tenant, new NotFoundError('appointment', id));
  await openOrganisation(trx);
  await lockOrganisation(trx, cityCode);
  const appointment = (await findAppointment(trx, cityCode, id)) ?? found;
  if (until === appointment.until) {
    const text = until === null ? '此人仍在任，请填写任职末日。' : `登记的任职末日已经是${until}，没有改变。`;
    throw new RefusedError([refuse('appointment/unchanged', '地方组织法 §47', text, 'until')]);
  }
  if (until !== null && until < appointment.from) {
    const text = `任职末日${until}早于起始日期${appointment.from}。`;
    throw new RefusedError([refuse('appointment/ends-before-it-begins', '地方组织法 §47', text, 'until')]);
  }
  const number = (await findPersonById(trx, cityCode, appointment.personId))?.number;
  const isThis = (post: PostRow) =>
    post.person === number &&
    post.tenant === appointment.tenantName &&
    post.post === appointment.post &&
    post.from === appointment.from;
  // Who left has left: a vacant chair is told, and refusing it would leave no order in which to record the successor. Roles that rested
  // on the post are the security administrator's to take back.
  await judge(trx, by, (posts) => posts.map((post) => (isThis(post) ? { ...post, until: until ?? undefined } : post)), [
    'organisation/no-chair',
    'organisation/role-without-post',
  ]);
  await setLastDay(trx, cityCode, id, until);
  return finish(trx, by, id, 'appointment-ended', { was: appointment.until ?? 'held' });
}

async function personFor(
  trx: Trx,
  by: AdministeredBy,
  { person, tenantId }: NewAppointment,
): Promise<{ id: string; number: string; name: string }> {
  const { cityCode } = by.actor;
  if ('id' in person) {
    const known = await findPersonById(trx, cityCode, person.id);
    if (known === undefined) throw new NotFoundError('person', person.id);
    return { ...known, id: person.id };
  }
  if (await isNumberTaken(trx, cityCode, person.number)) {
    throw new ConflictError(
      'person/number-taken',
      `人员编号“${person.number}”已有人使用，请另取编号，或者选择已有人员。`,
    );
  }
  const id = uuidv7();
  await insertPerson(trx, { cityCode, id, tenantId, ...person });
  return { ...person, id };
}

/** Refuses what would newly break a rule; what was already so does not hinder. */
async function judge(
  trx: Trx,
  by: AdministeredBy,
  change: (posts: PostRow[]) => PostRow[],
  tolerated: readonly string[] = [],
): Promise<void> {
  const { rows } = await readOrganisation(trx, by.actor.cityCode);
  const before = checkOrganisation(organisationOf(unplacedRows(rows)).organisation, by.today);
  const known = new Set(before.map(({ code, text }) => `${code}\n${text}`));
  const after = organisationOf(unplacedRows({ ...rows, posts: change(rows.posts) })).organisation;
  const refusals = checkOrganisation(after, by.today)
    .filter((finding) => isBlocking(finding) && !known.has(`${finding.code}\n${finding.text}`))
    .filter(({ code }) => !tolerated.includes(code))
    .map(({ about: _about, ...refusal }) => refusal);
  refuseAny(refusals);
}

async function finish(
  trx: Trx,
  by: AdministeredBy,
  id: string,
  action: AuditAction,
  before: { was?: string },
): Promise<AppointmentView> {
  const { cityCode } = by.actor;
  await raiseVersion(trx, cityCode);
  const appointment = await findAppointment(trx, cityCode, id);
  if (appointment === undefined) throw new Error(`Appointment ${id} vanished inside its own transaction.`);
  await recordAudit(trx, by, {
    category: 'administration',
    action,
    tenantId: appointment.tenantId,
    subject: `${appointment.personName}（${postNames[appointment.post]}）`,
    detail: { from: appointment.from, until: appointment.until ?? 'held', ...before },
  });
  return appointment;
}
