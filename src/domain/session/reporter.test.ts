import { describe, expect, test } from 'vitest';
import { buildFacts, testOrganisation } from '../../../test/build/facts.ts';
import { withHeads } from '../../../test/build/heads.ts';
import type { OrganisationFacts } from '../organisation/facts.ts';
import type { Tenant } from '../organisation/tenant.ts';
import { checkReporter, headNamesOf, type Reporting } from './reporter.ts';

const court: Tenant = {
  id: 'city-court',
  kind: 'organ',
  organKind: 'court',
  level: 'city',
  areaCode: '510700',
  name: '示例市中级人民法院',
  shortName: '市法院',
  bodyId: 'city',
};
const organisation = withHeads({ ...testOrganisation, tenants: [...testOrganisation.tenants, court] });
const named = { deliberation: { organIds: ['city-government', 'city-housing', 'city-court'] } };
const factsOn = (on: string, known: OrganisationFacts = organisation) =>
  buildFacts({ on, organisation: known, state: named });

/** 李样本 heads the government and the court, 王样例 the department. */
function codes(change: Partial<Reporting>, known: OrganisationFacts = organisation) {
  const reporting = { organId: 'city-government', reporter: '李样本', delegated: false, ...change };
  return checkReporter(reporting, factsOn('2026-10-26', known)).map(({ code, force }) => [code, force]);
}

describe('REP-06 监督法 §16 报告人', () => {
  test('is the head of the organ', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ reporter: ' 李样本 ' })).toEqual([]);
    expect(codes({ organId: 'city-court' })).toEqual([]);
    expect(codes({ reporter: '张示例' })).toEqual([['deliberate/reporter', 'must']]);
    expect(codes({ reporter: '王样例' })).toEqual([['deliberate/reporter', 'must']]);
  });

  test('is, where the government delegates, the head of a department of the same level', () => {
    expect(codes({ delegated: true, reporter: '王样例' })).toEqual([]);
    expect(codes({ delegated: true, reporter: '李样本' })).toEqual([['deliberate/reporter', 'must']]);
    expect(codes({ organId: 'city-court', delegated: true })).toEqual([['deliberate/delegated', 'must']]);
  });

  test('of a department reports by delegation of the government alone', () => {
    expect(codes({ organId: 'city-housing', reporter: '王样例' })).toEqual([['deliberate/not-delegated', 'must']]);
    expect(codes({ organId: 'city-housing', reporter: '王样例', delegated: true })).toEqual([]);
    expect(codes({ organId: 'city-housing', reporter: '李样本', delegated: true })).toEqual([
      ['deliberate/reporter', 'must'],
    ]);
  });

  test('is judged by the posts of the day', () => {
    const former = organisation.appointments.map((post) =>
      post.personId === 'city-government-head' ? { ...post, until: '2026-10-25' } : post,
    );
    const successor = {
      personId: 'next',
      personName: '赵示例',
      tenantId: 'city-government',
      post: 'organ-head' as const,
      from: '2026-10-26',
    };
    const changed = { ...organisation, appointments: [...former, successor] };
    expect(codes({}, changed)).toEqual([['deliberate/reporter', 'must']]);
    expect(codes({ reporter: '赵示例' }, changed)).toEqual([]);
    expect(headNamesOf('city-government', factsOn('2026-10-25', changed))).toEqual(['李样本']);
  });

  test('asks for the reason where nobody is registered as head, so that a gap in the books stops no session', () => {
    expect(codes({}, testOrganisation)).toEqual([['deliberate/head-not-registered', 'in-principle']]);
    expect(codes({ delegated: true }, testOrganisation)).toEqual([['deliberate/head-not-registered', 'in-principle']]);
  });

  test('the refusal names the heads that are registered', () => {
    const [refusal] = checkReporter(
      { organId: 'city-government', reporter: '张示例', delegated: false },
      factsOn('2026-10-26'),
    );
    expect(refusal).toMatchObject({ clause: '监督法 §16', field: 'reporter' });
    expect(refusal?.text).toContain('李样本');
  });
});
