import { describe, expect, test } from 'vitest';
import type { OrganisationFacts } from '../organisation/facts.ts';
import { checkCandidate, proposalsOf, tellingsOf } from './candidate.ts';
import { listedSuggestions } from './suggestion-list.ts';
import { emptyYearState, type YearState } from './year-state.ts';

const organisation = {
  tenants: [
    { id: 'gov', kind: 'organ', name: '市人民政府', shortName: '市政府' },
    { id: 'county', kind: 'body', name: '三台县人大常委会', shortName: '三台' },
  ],
  appointments: [{ personId: 'p1', personName: '张示例' }],
} as unknown as OrganisationFacts;
const text = {
  on: '2026-11-10',
  sources: ['deputies'],
  domain: 'livelihood',
  necessity: '必要',
  feasibility: '可行',
} as const;
const year: YearState = {
  ...emptyYearState,
  suggestions: [
    { ...text, id: '1', title: '甲', author: { kind: 'deputy', name: 'p1' } },
    { ...text, id: '2', title: '乙', author: { kind: 'organ', name: '市人民政府' } },
    { ...text, id: '3', title: '丙', author: { kind: 'citizen', name: '王测试' } },
  ],
  countyLists: { county: [{ title: '丁', domain: 'livelihood', suggestionIds: ['9'], reason: '理由' }] },
};
const listed = listedSuggestions(year, organisation);
const office = { kind: 'body', roles: ['office-clerk'] } as const;
const candidate = (suggestionIds: string[]) => ({
  title: '合并',
  domain: 'livelihood' as const,
  reason: '理由',
  suggestionIds,
});

describe('S1.2 the list of the year', () => {
  test('holds the own suggestions and what counties have sent, each with its author', () => {
    expect(listed.map(({ id, author }) => [id, author.name, author.kind])).toEqual([
      ['1', '张示例', 'deputy'],
      ['2', '市人民政府', 'organ'],
      ['3', '王测试', 'citizen'],
      ['county/1', '三台', 'county'],
    ]);
  });
});

describe('S1.2 a candidate topic', () => {
  const codes = (
    ids: string[],
    actor: Parameters<typeof checkCandidate>[1],
    others = [] as { id: string; ids: string[] }[],
  ) =>
    checkCandidate(candidate(ids), actor, {
      listed,
      others: others.map(({ id, ids: taken }) => ({ ...candidate(taken), id })),
    }).map(({ code }) => code);

  test('is made by the office of suggestions in the list that lie in no other', () => {
    expect(codes(['1', 'county/1'], office)).toEqual([]);
    expect(codes(['1'], { kind: 'body', roles: ['committee-clerk'] })).toEqual(['candidate/not-office']);
    expect(codes(['1'], { kind: 'organ', roles: ['office-clerk'] })).toEqual(['candidate/not-office']);
    expect(codes(['1', '8'], office)).toEqual(['candidate/unknown-suggestion']);
    expect(codes(['1', '2'], office, [{ id: 'c', ids: ['2'] }])).toEqual(['candidate/merged-elsewhere']);
  });

  test('becomes a row of the preliminary list with its own suggestions; one of counties’ rows alone does not', () => {
    const rows = proposalsOf(
      [
        { ...candidate(['1', 'county/1']), id: 'a' },
        { ...candidate(['county/1']), id: 'b' },
      ],
      listed,
    );
    expect(rows).toEqual([{ title: '合并', domain: 'livelihood', reason: '理由', suggestionIds: ['1'] }]);
  });

  test('is told to each author who has an account, of his own suggestion and of no other', () => {
    const told = tellingsOf(listed, { before: ['2'], after: ['1', '3', 'county/1'] }, 'body');
    expect(told).toEqual([
      { tenantId: 'body', personId: 'p1', text: '您提出的议题建议“甲”已并入候选议题，建议人予以保留。' },
      { tenantId: 'gov', text: '您提出的议题建议“乙”已从候选议题中移出，仍作为单独的建议保留。' },
      { tenantId: 'county', text: '您提出的议题建议“丁”已并入候选议题，建议人予以保留。' },
    ]);
  });
});
