import { describe, expect, test } from 'vitest';
import { auditFacts, idsIn } from './audit-facts.ts';

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
