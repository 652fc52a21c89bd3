import { expect, test } from 'vitest';
import { emptyCaseState } from '../case-state.ts';
import type { CaseView } from '../procedure/case.ts';
import type { Finding } from '../research/finding.ts';
import { findingRowsOf } from './finding-rows.ts';

const finding = (id: string, title: string): Finding => ({
  id,
  title,
  description: '',
  severity: 'general',
  place: { kind: 'park', parkId: 'park' },
});
const track = (tenantId: string, shortName: string) => ({ tenantId, shortName, name: `${shortName}人大常委会` });
// The proof for the cast: of a case only the tracks' names are read here.
const view = { tracks: [track('city', '市'), track('county', '甲县')] } as unknown as CaseView;
const organisation = {
  tenants: [],
  units: [],
  parks: [{ id: 'park', tenantId: 'city', name: '高新区' }],
  appointments: [],
};
const demand = (no: number) => ({ id: `d${no}`, no, problem: '', text: '', organId: 'organ', findingIds: ['own'] });
const state = {
  ...emptyCaseState,
  research: {
    ...emptyCaseState.research,
    findings: [finding('own', '车位严重不足')],
    countyFindings: { county: [finding('theirs', '消防通道占用')] },
    findingCorrections: [
      { on: '2026-05-06', seq: 3, reason: '错字', before: finding('own', '车为不足') },
      { on: '2026-05-08', seq: 5, reason: '核实以后', before: finding('own', '车位不足') },
    ],
  },
  handling: { ...emptyCaseState.handling, demands: [demand(1), demand(2)] },
};
const rows = findingRowsOf({ state, view, organisation, ownTenantId: 'city' });

test('a finding that two demands rest on is one row, the own ones before those that counties sent', () => {
  expect(rows.map(({ finding: { id }, bodyId, isOwn, source, place }) => [id, bodyId, isOwn, source, place])).toEqual([
    ['own', 'city', true, '本级', '高新区'],
    ['theirs', 'county', false, '甲县', '高新区'],
  ]);
});

test('a corrected finding says how it read before the last correction, when that was made and why', () => {
  expect(rows.map(({ corrected }) => corrected)).toEqual([
    '2026年5月8日更正，原为“车位不足”，理由：核实以后',
    undefined,
  ]);
});
