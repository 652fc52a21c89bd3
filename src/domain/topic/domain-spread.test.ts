import { expect, test } from 'vitest';
import { domainSpreadOf, spreadGapText } from './domain-spread.ts';

const rows = [{ domain: 'livelihood' }, { domain: 'livelihood' }, { domain: 'economy' }] as const;

test('S1.6 all five domains are counted, those without anything too', () => {
  expect(domainSpreadOf(rows).map(({ count }) => count)).toEqual([1, 0, 2, 0, 0]);
});

test('S1.6 the domains that lack are named', () => {
  expect(spreadGapText(rows)).toBe('没有涉及科技城建设、社会管理、生态环境保护');
});

test('S1.6 nothing is said of a full spread, nor before there is anything', () => {
  const all = ['economy', 'science-city', 'livelihood', 'social-governance', 'environment'] as const;
  expect(spreadGapText(all.map((domain) => ({ domain })))).toBeUndefined();
  expect(spreadGapText([])).toBeUndefined();
});
