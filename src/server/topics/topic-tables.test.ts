import { expect, test } from 'vitest';
import { emptyCaseState } from '../../domain/case-state.ts';
import type { EarlierProblem } from '../../domain/handling/earlier-problem.ts';
import { emptyRound } from '../../domain/handling/handling-state.ts';
import { problemLinesOf } from '../../domain/handling/problem-line.ts';
import type { Finding } from '../../domain/research/finding.ts';
import { problemColumns, problemRowsOf } from './topic-tables.ts';

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

const cells = (
  of: typeof state,
  titles: readonly string[],
  again: Parameters<typeof problemRowsOf>[2] = { repeats: [], stoodAgain: [] },
) =>
  problemRowsOf(problemLinesOf(of), organisation, again).map((row) =>
    titles.map((title) => problemColumns.find((column) => column.title === title)?.value(row)),
  );

test('the line of a problem has a row for each finding with each demand that rests on it, and one for a demand of its own', () => {
  const titles = [
    '发现问题',
    '来源',
    '程度',
    '调研报告',
    '审议要求',
    '要求的内容',
    '责任机关',
    '轮次',
    '整改承诺',
    '评价',
  ];
  const promised = ['增加车位', '市人民政府', 1, '建两处（责任人张示例，2026年12月1日前完成）', '部分落实：只建一处'];
  expect(cells(state, titles)).toEqual([
    ['问题1', '本级', '突出', null, 1, ...promised],
    ['问题3', '本级', '突出', null, null, null, '', null, null, null],
    ['问题2', '甲县人大常委会', '突出', '未采纳，理由：已解决', 1, ...promised],
    [null, '', null, null, 2, '增加车位', '市人民政府', null, null, null],
  ]);
});

test('a line has a row for every round, not for the newest alone', () => {
  const again = {
    ...emptyRound(2, '2027-03-01'),
    evidence: [
      { demandId: 'd', text: '验收单', on: '2027-02-01', attachments: [{ digest: '1', name: '照片', size: 1 }] },
    ],
    verdicts: [{ demandId: 'd', verdict: 'met', reason: '' } as const],
  };
  const [first] = state.handling.rounds;
  const rounds = first === undefined ? [] : [first, again];
  const titles = ['发现问题', '审议要求', '轮次', '佐证', '评价', '目前'];
  expect(cells({ ...state, handling: { ...state.handling, rounds } }, titles).slice(0, 2)).toEqual([
    ['问题1', 1, 1, null, '部分落实：只建一处', '已销号'],
    ['问题1', 1, 2, '2027年2月1日：验收单（照片）', '已落实', '已销号'],
  ]);
});

test('S3.7 why nothing was asked stands in the row: the own opinion’s reason, and what the city told a county', () => {
  const outcome = { findingId: '3', demands: [], reason: '市里另行处理', grade: null, on: '2026-12-01' };
  const told = { ...state, research: { ...state.research, outcomes: [outcome] } };
  expect(cells(told, ['发现问题', '不提出、不再要求的理由'])[1]).toEqual(['问题3', '市级：市里另行处理']);
});

test('what stands again says what it stood as before', () => {
  const before: EarlierProblem = {
    ...{
      caseId: 'c',
      caseName: '城区停车管理',
      year: 2025,
      demandId: 'x',
      no: 4,
      problem: '占道停车',
      text: '',
      organId: '',
    },
    kind: 'after-met',
    judged: null,
    place: 'same',
    words: [],
    apart: null,
  };
  const rows = cells(state, ['再次出现'], { repeats: [{ problemId: '1', earlier: [before] }], stoodAgain: [] });
  expect(rows[0]).toEqual(['已落实后再次出现：2025年“城区停车管理”审议要求第4项，占道停车']);
  expect(rows[1]).toEqual([null]);
});

test('a demand that stood again later says in which topic, in each line that rests on it', () => {
  const later = { caseId: 'c', caseName: '城镇燃气安全', year: 2027, problemId: 'y', problem: '占道停车' };
  const rows = cells(state, ['发现问题', '此后再次出现'], {
    repeats: [],
    stoodAgain: [{ demandId: 'd', later: [later] }],
  });
  expect(rows).toEqual([
    ['问题1', '2027年“城镇燃气安全”：占道停车'],
    ['问题3', null],
    ['问题2', '2027年“城镇燃气安全”：占道停车'],
    [null, null],
  ]);
});
