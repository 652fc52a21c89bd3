import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as deputyExports from '../../contract/deputy-exports.ts';
import { exportEnteredActs } from '../../contract/entered-acts.ts';
import * as exports from '../../contract/exports.ts';
import type { RouteContract } from '../../contract/route.ts';
import * as topicExports from '../../contract/topic-exports.ts';
import * as yearExports from '../../contract/year-exports.ts';
import { auditFacts, idsIn, isToldInWords } from './audit-facts.ts';

const committee = '01990000-0000-7000-8000-000000000001';
const names = new Map([[committee, '社会建设委员会']]);

describe('the details of an audit entry', () => {
  test('tell in words what a setting and the roles were before', () => {
    const changed = { changed: { electorate: ['members-present', 'all-members'], handOverDays: [7, 10] } };
    expect(auditFacts(changed, names)).toEqual([
      { title: '满意度测评参加人', text: '到会组成人员→全体组成人员' },
      { title: '交办期限（日）', text: '7→10' },
    ]);
    const granted = { before: [], after: [{ role: 'committee-clerk', unitId: committee }] };
    expect(auditFacts(granted, names)).toEqual([
      { title: '原角色', text: '无' },
      { title: '现角色', text: '委室工作人员（社会建设委员会）' },
    ]);
  });

  test('tell which part of a list was exported, and no code or identifier', () => {
    const detail = {
      list: 'packages',
      name: '报送件',
      rows: 4,
      box: 'in',
      receipt: 'waiting',
      partyId: committee,
      sort: 'newest',
    };
    expect(auditFacts(detail, names)).toEqual([
      { title: '清单', text: '报送件' },
      { title: '行数', text: '4' },
      { title: '收发', text: '收到' },
      { title: '签收', text: '待签收' },
      { title: '对方单位', text: '社会建设委员会' },
    ]);
    expect(auditFacts({ caseId: '01990000-0000-7000-8000-000000000009' }, names)).toEqual([]);
  });

  test('ask for the name of each tenant and unit once', () => {
    const grants = [{ role: 'member', unitId: committee }];
    expect(idsIn([{ before: grants, after: grants, tenantId: committee, rows: 3 }])).toEqual([committee]);
  });
});

describe('every filter of an exported list', () => {
  const lists = [exports, deputyExports, topicExports, yearExports, { exportEnteredActs }];
  const filters = lists
    .flatMap((routes) => Object.values<RouteContract>(routes))
    .flatMap((route) =>
      'query' in route
        ? Object.entries(route.query.shape).map(([key, schema]) => ({ id: route.id, key, choices: choicesOf(schema) }))
        : [],
    );
  const chosen = filters.filter(({ key, choices }) => key !== 'sort' && choices.length > 0);

  test.each(chosen)('is told in words: $key of $id', ({ key, choices }) => {
    expect(choices.filter((choice) => !isToldInWords(key, choice))).toEqual([]);
  });
});

/** What a filter may be, where it is one of a few words. */
function choicesOf(schema: unknown): string[] {
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return choicesOf(schema.unwrap());
  return [];
}
