import { describe, expect, test } from 'vitest';
import type { Actor } from './actor.ts';
import { checkGranting, checkRolesOfPerson, mayAdminister } from './separation.ts';

const codesOf = (refusals: readonly { code: string }[]): string[] => refusals.map((refusal) => refusal.code);

const cityAdministrator: Actor = {
  accountId: 'a',
  personId: 'p',
  personName: '安示例',
  cityCode: '510700',
  tenantId: 'city',
  bodyId: 'city',
  level: 'city',
  kind: 'body',
  roles: ['security-admin'],
  unitIds: [],
};
const countyAdministrator: Actor = { ...cityAdministrator, tenantId: 'county', bodyId: 'county', level: 'county' };

describe('the three administrators (SEC-03)', () => {
  test('a person holds one administrator role at most, over all tenants', () => {
    const held = [
      { role: 'system-admin', kind: 'body' },
      { role: 'audit-admin', kind: 'organ' },
    ] as const;
    expect(codesOf(checkRolesOfPerson(held))).toEqual(['roles/administrators-separated']);
  });

  test('an administrator is no clerk, member, chairperson or deputy', () => {
    for (const role of ['office-clerk', 'committee-clerk', 'chairperson', 'member', 'deputy'] as const) {
      const held = [{ role: 'security-admin', kind: 'body' } as const, { role, kind: 'body' } as const];
      expect(codesOf(checkRolesOfPerson(held))).toEqual(['roles/administrator-is-nothing-else']);
    }
  });

  test('a chairperson is also a member and a deputy', () => {
    const held = (['chairperson', 'member', 'deputy'] as const).map((role) => ({ role, kind: 'body' as const }));
    expect(checkRolesOfPerson(held)).toEqual([]);
  });

  test('an organ has no committee clerk', () => {
    expect(codesOf(checkRolesOfPerson([{ role: 'committee-clerk', kind: 'organ' }]))).toEqual([
      'roles/not-of-this-tenant',
    ]);
  });

  test('only a security administrator grants, and never to himself', () => {
    expect(checkGranting(cityAdministrator, { personId: 'another' })).toEqual([]);
    expect(codesOf(checkGranting(cityAdministrator, { personId: 'p' }))).toEqual(['roles/own-roles']);
    expect(codesOf(checkGranting({ ...cityAdministrator, roles: ['system-admin'] }, { personId: 'another' }))).toEqual([
      'roles/not-security-admin',
    ]);
  });

  test('the city looks after the linkage, a county after itself and its organs, an organ after itself', () => {
    const court = { id: 'court', bodyId: 'county' };
    expect(mayAdminister(cityAdministrator, court)).toBe(true);
    expect(mayAdminister(countyAdministrator, court)).toBe(true);
    expect(mayAdminister(countyAdministrator, { id: 'other', bodyId: 'other' })).toBe(false);
    expect(mayAdminister({ ...countyAdministrator, kind: 'organ', tenantId: 'court' }, court)).toBe(true);
    expect(
      mayAdminister({ ...countyAdministrator, kind: 'organ', tenantId: 'court' }, { id: 'county', bodyId: 'county' }),
    ).toBe(false);
  });
});
