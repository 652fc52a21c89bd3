import { describe, expect, test } from 'vitest';
import type { Finding } from './finding.ts';
import { problemRowsOf } from './similar-problems.ts';

const counties = ['涪城', '游仙', '安州'].map((shortName, index) => ({
  tenantId: `county-${index + 1}`,
  shortName,
  name: `${shortName}区人大常委会`,
}));
const finding = (id: string, county: number, title: string, severity: Finding['severity'] = 'general'): Finding => ({
  id,
  title,
  description: '群众反映集中。',
  place: { kind: 'county', tenantId: `county-${county}` },
  severity,
});
const none = { countyResults: {} };

describe('S3.4 the counties’ problems as a matrix', () => {
  test('what several counties found alike is one row, whatever county its title names, the most common first', () => {
    const countyFindings = {
      'county-1': [finding('f1', 1, '涪城区养老机构护理人员短缺'), finding('f2', 1, '涪城停车收费不公示')],
      'county-2': [finding('f3', 2, '游仙养老机构护理人员严重短缺', 'prominent')],
      'county-3': [finding('f4', 3, '安州养老机构护理人员短缺')],
    };
    const rows = problemRowsOf({ ...none, countyFindings }, counties);
    expect(rows.map(({ title, tenantIds, findingIds }) => [title, tenantIds.length, findingIds])).toEqual([
      ['养老机构护理人员严重短缺', 3, ['f1', 'f3', 'f4']],
      ['停车收费不公示', 1, ['f2']],
    ]);
  });

  test('a problem that a county’s session named stands with the findings like it, as its county’s', () => {
    const countyFindings = { 'county-1': [finding('f1', 1, '老旧小区加装电梯进展缓慢')] };
    const countyResults = { 'county-2': { problems: ['老旧小区加装电梯进展缓慢。', '政务数据没有共享'] } };
    const rows = problemRowsOf({ countyFindings, countyResults }, counties);
    expect(rows.map(({ tenantIds, findingIds }) => [tenantIds, findingIds])).toEqual([
      [['county-1', 'county-2'], ['f1']],
      [['county-2'], []],
    ]);
  });

  test('nothing was sent: no rows; one problem alone: its own row', () => {
    expect(problemRowsOf({ countyFindings: {}, countyResults: {} }, counties)).toEqual([]);
    const one = problemRowsOf({ ...none, countyFindings: { 'county-1': [finding('f1', 1, '涪城')] } }, counties);
    expect(one.map(({ title }) => title)).toEqual(['涪城']);
  });

  test('26 counties with the same two problems are two rows of 26', () => {
    const many = Array.from({ length: 26 }, (_none, index) => ({
      tenantId: `county-${index}`,
      shortName: `第${index}县`,
      name: `第${index}县人大常委会`,
    }));
    const countyFindings = Object.fromEntries(
      many.map(({ tenantId, shortName }, index) => [
        tenantId,
        [
          finding(`a${index}`, index, `${shortName}养老服务体系建设短板明显`),
          finding(`b${index}`, index, `${shortName}日常管理不规范`),
        ],
      ]),
    );
    const rows = problemRowsOf({ ...none, countyFindings }, many);
    expect(rows.map(({ tenantIds }) => tenantIds.length)).toEqual([26, 26]);
  });
});
