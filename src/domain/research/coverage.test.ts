import { describe, expect, test } from 'vitest';
import { buildFacts, testCounties } from '../../../test/build/facts.ts';
import { coverageRows, researchSummary } from './coverage.ts';
import type { Place } from './finding.ts';
import type { Visit } from './research-state.ts';

const county = (tenantId: string): Place => ({ kind: 'county', tenantId });
const visit = (id: string, on: string, forms: Visit['forms'], ...places: readonly Place[]): Visit => ({
  id,
  on,
  forms,
  places,
  units: ['示例镇'],
  memberIds: ['city-vice-1'],
  notes: '',
});
const finding = { title: '问题', description: '情况', severity: 'general' as const };
const facts = buildFacts({
  state: {
    research: {
      visits: [
        visit('v-2', '2026-06-12', ['site'], county('county-1'), { kind: 'department', organId: 'city-housing' }),
        visit('v-1', '2026-06-10', ['site', 'talk'], county('county-1')),
        visit('v-3', '2026-06-15', ['talk'], county('county-2')),
      ],
      findings: [
        { ...finding, id: 'f-1', place: county('county-1') },
        { ...finding, id: 'f-2', place: county('county-1') },
      ],
    },
  },
});
const rowNamed = (name: string, settings = facts.settings) =>
  coverageRows({ ...facts, settings }).find((row) => row.name.startsWith(name));

describe('S2.4, S2.5 where the joint team was', () => {
  test('shows each county’s visits by form, the earliest first, and its findings', () => {
    const row = rowNamed('涪城');
    expect(row?.visits.site.map(({ id }) => id)).toEqual(['v-1', 'v-2']);
    expect(row?.visits.talk).toEqual([{ id: 'v-1', on: '2026-06-10' }]);
    expect(row).toMatchObject({ findings: 2, isGap: false });
  });

  test('a talk covers no county: it stays a gap, and so does one that nobody went to', () => {
    expect(rowNamed('游仙')).toMatchObject({ isGap: true, visits: { talk: [{ id: 'v-3' }], site: [] } });
    expect(rowNamed('安州')?.isGap).toBe(true);
  });

  test('a park is a gap only where the setting asks for parks; a department stands there once the team went to it', () => {
    expect(rowNamed('示例高新区')?.isGap).toBe(false);
    expect(rowNamed('示例高新区', { ...facts.settings, parksNeedCoverage: true })?.isGap).toBe(true);
    const departments = coverageRows(facts).filter(({ place }) => place.kind === 'department');
    expect(departments.map(({ place }) => place)).toEqual([{ kind: 'department', organId: 'city-housing' }]);
  });

  test('the conclusion begins with when, where and how often, as it is recorded', () => {
    expect(researchSummary(facts, (day) => day)).toBe(
      '2026-06-10至2026-06-15，联合调研组开展调研活动3次，实地走访1个县（市、区）和示例市住房和城乡建设局，其中实地调研2次、座谈2次，登记发现的问题2个。',
    );
    expect(researchSummary(buildFacts(), (day) => day)).toBe('');
  });

  test('every county has its row', () => {
    expect(coverageRows(facts).filter(({ place }) => place.kind === 'county')).toHaveLength(testCounties.length);
  });
});
