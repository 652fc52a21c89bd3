import { expect, test } from 'vitest';
import { emptyCaseState } from '../../domain/case-state.ts';
import { emptyRound } from '../../domain/handling/handling-state.ts';
import type { Finding } from '../../domain/research/finding.ts';
import { problemColumns, problemRowsOf } from './case-tables.ts';

const finding = (id: string): Finding => ({
  id,
  title: `问题${id}`,
  description: '停车难',
  severity: 'prominent',
  place: { kind: 'county', tenantId: 'county' },
});
const organisation = {
  tenants: [
    {
      id: 'county',
      kind: 'body',
      level: 'county',
      areaCode: '510722',
      name: '甲县人大常委会',
      shortName: '甲县',
      bodyId: 'county',
    },
    {
      id: 'organ',
      kind: 'organ',
      level: 'city',
      areaCode: '510700',
      name: '市人民政府',
      shortName: '市政府',
      bodyId: 'city',
    },
  ],
  units: [],
  parks: [],
  appointments: [],
} as const;
const demand = { id: 'd', no: 1, problem: '停车', text: '增加车位', organId: 'organ', findingIds: ['1', '2'] };
const state = {
  ...emptyCaseState,
  research: {
    ...emptyCaseState.research,
    findings: [finding('1'), finding('3')],
    countyFindings: { county: [finding('2')] },
    answers: [{ findingId: '2', answer: 'declined', reason: '已解决' } as const],
  },
  handling: {
    ...emptyCaseState.handling,
    demands: [demand, { ...demand, id: 'e', no: 2, findingIds: [] }],
    rounds: [
      {
        ...emptyRound(1, null),
        answers: [
          { demandId: 'd', stance: 'accepted', measure: '建两处', owner: '张示例', due: '2026-12-01' } as const,
        ],
        verdicts: [{ demandId: 'd', verdict: 'partly-met', reason: '只建一处' } as const],
      },
      emptyRound(2, '2027-03-01'),
    ],
  },
};

test('the line of a problem has a row for each finding with each demand that rests on it, and one for a demand of its own', () => {
  const rows = problemRowsOf(state, organisation).map((row) => problemColumns.map((column) => column.value(row)));
  const promised = ['增加车位', '市人民政府', 1, '建两处（责任人张示例，2026年12月1日前完成）', '部分落实，只建一处'];
  expect(rows).toEqual([
    ['问题1', '本级', '突出', '停车难', null, 1, ...promised],
    ['问题3', '本级', '突出', '停车难', null, null, null, '', null, null, null],
    ['问题2', '甲县人大常委会', '突出', '停车难', '未采纳，理由：已解决', 1, ...promised],
    [null, '', null, null, null, 2, '增加车位', '市人民政府', null, null, null],
  ]);
});
