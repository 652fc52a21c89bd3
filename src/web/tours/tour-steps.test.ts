import { describe, expect, test } from 'vitest';
import type { Me } from '../../contract/sign-in.ts';
import { tours } from '../../contract/tours.ts';
import type { Role } from '../../domain/organisation/actor.ts';
import { entriesOf } from '../app/menu.ts';
import { tourFor } from './tour-for.ts';
import { tourSteps } from './tour-steps.ts';

const me = (kind: Me['kind'], roles: Role[], mustAddSecondFactor = false): Me => ({
  accountId: 'account',
  login: 'login',
  personId: 'person',
  personName: '张示例',
  cityCode: '510700',
  linkageName: '绵阳',
  tenantId: 'tenant',
  tenantName: '绵阳市人大常委会',
  tenantShortName: '绵阳',
  bodyId: 'tenant',
  level: 'city',
  kind,
  roles,
  unitIds: [],
  hasSecondFactor: false,
  mustAddSecondFactor,
});

const people = [
  ['office', me('body', ['office-clerk'])],
  ['committee', me('body', ['committee-clerk'])],
  ['chairperson', me('body', ['member', 'chairperson'])],
  ['member', me('body', ['member'])],
  ['deputy', me('body', ['deputy'])],
  ['organ', me('organ', ['organ-clerk'])],
  ['party-office', me('party-office', ['party-clerk'])],
  ['administrator', me('body', ['audit-admin'])],
] as const;

describe('a way round', () => {
  test.each(people)('of the %s leads to what stands in his menu, in three to five steps', (tour, person) => {
    expect(tourFor(person)).toBe(tour);
    const menu = entriesOf(person).map(({ to }) => to);
    const steps = tourSteps[tour];
    expect(steps.length).toBeGreaterThanOrEqual(3);
    expect(steps.length).toBeLessThanOrEqual(5);
    for (const { at } of steps) if (typeof at === 'object') expect(menu).toContain(at.menu);
  });

  test('is there for every kind of person, and for nobody who may not work yet', () => {
    expect(people.map(([tour]) => tour).toSorted()).toEqual([...tours].toSorted());
    expect(tourFor(me('body', []))).toBeUndefined();
    expect(tourFor(me('body', ['system-admin'], true))).toBeUndefined();
  });
});
