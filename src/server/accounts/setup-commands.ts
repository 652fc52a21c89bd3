import type { z } from 'zod';
import type * as contract from '../../contract/setup.ts';
import type { Role } from '../../domain/organisation/actor.ts';
import { refuse } from '../../domain/refusal.ts';
import { inScope, outsideTenancy, type Trx } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';
import { ConflictError, refuseAny } from '../errors.ts';
import type { App } from '../http/app-parts.ts';
import { insertAuditEntry } from '../http/audit-store.ts';
import type { Origin } from '../http/call.ts';
import { seedCalendar } from '../organisations/calendar-store.ts';
import { insertAccount, insertPerson } from './account-store.ts';
import { checkNewPassword, hashPassword } from './password.ts';
import { insertCityBody, insertLinkage, insertRoleGrant, isEmpty, lockSetup } from './setup-store.ts';

type Setup = z.output<typeof contract.setUp.body>;
type Administrator = { role: Role; personName: string; login: string; passwordHash: string };

/** Makes the linkage, the city body and three administrators, once: of two at the same time the second finds the system in use. */
export async function setUp(app: App, setup: Setup, moment: { at: string; origin: Origin }): Promise<void> {
  // Before the costly hashing: an installation in use answers at once.
  if (!(await outsideTenancy(app.database, isEmpty))) throw inUse();
  const administrators = await administratorsOf(app, setup);
  const tenantId = uuidv7();
  const scope = {
    cityCode: setup.cityCode,
    tenantId,
    bodyId: tenantId,
    level: 'city',
    kind: 'body',
    personId: tenantId,
  } as const;
  await inScope(app.database, { ...scope, admin: 'organisation' }, async (trx) => {
    await lockSetup(trx);
    if (!(await isEmpty(trx))) throw inUse();
    await insertLinkage(trx, { cityCode: setup.cityCode, name: setup.linkageName, shortName: setup.shortName });
    await insertCityBody(trx, {
      cityCode: setup.cityCode,
      id: tenantId,
      name: setup.bodyName,
      shortName: setup.shortName,
    });
    await seedCalendar(trx, { cityCode: setup.cityCode, personId: null, at: moment.at });
    for (const administrator of administrators)
      await addAdministrator(trx, { ...scope, ...administrator, at: moment.at });
    await insertAuditEntry(trx, {
      cityCode: setup.cityCode,
      tenantId,
      at: moment.at,
      category: 'administration',
      action: 'set-up',
      accountId: null,
      personId: null,
      personName: null,
      subject: setup.linkageName,
      detail: { administrators: administrators.map(({ login, role }) => ({ login, role })) },
      address: moment.origin.address,
    });
  });
}

async function administratorsOf(app: App, setup: Setup): Promise<Administrator[]> {
  const given = [
    { role: 'system-admin', field: 'systemAdministrator', ...setup.systemAdministrator },
    { role: 'security-admin', field: 'securityAdministrator', ...setup.securityAdministrator },
    { role: 'audit-admin', field: 'auditAdministrator', ...setup.auditAdministrator },
  ] as const;
  const logins = new Set(given.map(({ login }) => login.normalize('NFKC').toLowerCase()));
  const people = new Set(given.map(({ personName }) => personName));
  const refusals = [
    ...(logins.size < 3 || people.size < 3
      ? [
          refuse(
            'roles/administrators-separated',
            'SEC-03',
            '系统管理员、安全管理员、审计管理员必须是三个人，登录名也须不同。',
          ),
        ]
      : []),
    ...given.flatMap(({ field, login, password }) =>
      checkNewPassword(password, login).map((refusal) => ({ ...refusal, field: `${field}.password` })),
    ),
  ];
  refuseAny(refusals);
  return Promise.all(
    given.map(async ({ role, personName, login, password }) => ({
      role,
      personName,
      login,
      passwordHash: await hashPassword(password, app.config.passwordCost),
    })),
  );
}

async function addAdministrator(
  trx: Trx,
  administrator: Administrator & { cityCode: string; tenantId: string; at: string },
): Promise<void> {
  const { cityCode, tenantId, role, personName } = administrator;
  const personId = await insertPerson(trx, { cityCode, tenantId, name: personName });
  await insertRoleGrant(trx, { cityCode, tenantId, personId, role });
  await insertAccount(trx, { ...administrator, personId });
}

function inUse(): ConflictError {
  return new ConflictError('setup/done', '系统已经完成首次设置，请直接登录。');
}
