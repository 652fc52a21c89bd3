import { describe, expect, test } from 'vitest';
import { type PackageContents, type PackageKind, packageKindNames } from '../package/contents.ts';
import type { Paper, PaperSource } from './paper.ts';
import { paperOf } from './papers.ts';

const demands = [
  { id: 'd-1', no: 1, problem: '短板明显', text: '制定行动方案。', organId: 'gov', findingIds: [] },
  { id: 'd-2', no: 2, problem: '管理不规范', text: '公布整治清单。', organId: 'gov', findingIds: ['f-1'] },
];
const names = new Map([
  ['gov', '甲市人民政府'],
  ['unit-1', '教科文卫委员会'],
  ['county-1', '乙县人大常委会'],
  ['f-1', '点位没有公示'],
]);
const source: PaperSource = { nameOf: (id) => names.get(id), demands };
const assessment = {
  ruleId: 'majority-of-members',
  ruleVersion: 1,
  members: 41,
  present: 40,
  count: { issued: 40, returned: 40, satisfied: 34, basicallySatisfied: 3, unsatisfied: 2, invalid: 1 },
  grade: 'satisfied',
  explanation: '全体组成人员41，过半数为21；满意34，满意过半数，评定为满意。',
} as const;
const asked = { question: '为何没有完成', content: '逐项说明', form: 'written', due: '2028-01-05' } as const;
const plan = {
  version: 2,
  focus: '重点',
  siteResearch: '调研',
  talks: '座谈',
  deliberation: '审议',
  countyTasks: '延伸调研',
};

/** One package of each kind. */
const contents: { [K in PackageKind]: PackageContents[K] } = {
  'solicitation-call': { deadline: '2026-12-20', invited: ['organs', 'deputies'], notice: '请提出建议。' },
  suggestion: {
    title: '养老服务',
    sources: ['deputies'],
    domain: 'livelihood',
    necessity: '群众关心',
    feasibility: '',
  },
  'preliminary-list': {
    topics: [{ title: '养老服务', domain: 'livelihood', reason: '反映集中', suggestionIds: ['s-1'] }],
  },
  'joint-plan': {
    version: 1,
    topics: [
      { key: '1', name: '后审议的', domain: 'economy', leadUnitId: 'unit-1', deliberationDate: '2027-10-20' },
      { key: '2', name: '先审议的', domain: 'livelihood', leadUnitId: 'unit-1', deliberationDate: '2027-06-20' },
    ],
    note: '经会商形成',
  },
  'consultation-record': {
    date: '2026-12-24',
    topics: [
      {
        key: 'item-1',
        name: '城区停车管理',
        domain: 'social-governance',
        result: 'include-changed',
        note: '改到下半年',
        opinions: [
          { tenantId: 'organ-1', stance: 'agrees', comment: '', enteredBy: 'own' },
          { tenantId: 'organ-1', stance: 'agrees-with-changes', comment: '宜在下半年', enteredBy: 'own' },
        ],
      },
    ],
    excusedIds: ['organ-1'],
    conclusion: '多数同意。',
  },
  'joint-plan-return': { version: 1, reason: '时间冲突', date: '2026-12-28' },
  'adjustment-proposal': {
    trigger: 'party-focus',
    change: { kind: 'change', deliberationDate: '2027-09-01', leadUnitId: 'unit-1' },
    text: '审议时间由2027-06-20调整为2027-09-01。',
    reason: '新要求',
  },
  'adjustment-consultation': {
    outcome: 'adjust',
    change: { kind: 'withdraw' },
    text: '撤销议题。',
    conclusion: '同意',
    date: '2027-05-01',
    opinions: [{ tenantId: 'organ-1', stance: 'disagrees', comment: '另有安排', enteredBy: 'city' }],
    excusedIds: [],
  },
  'plan-draft': plan,
  'plan-comment': { version: 2, stance: 'revise', comment: '增加走访' },
  'implementation-plan': plan,
  'visit-notice': {
    version: 2,
    visits: [{ day: '2027-03-02', leader: '张示例（组长）', places: '示例镇' }],
    members: ['李样本（市人大代表）'],
    prepare: '请准备有关材料。',
    changes: ['调研日期由2027-03-01改为2027-03-02。'],
  },
  'collected-opinions': { opinions: [{ id: 'o-1', text: '公开不够', source: '代表建议' }] },
  'research-report': {
    title: '报告',
    paragraphs: [
      { no: 2, part: 'problem', text: '点位没有公示。', findingIds: ['f-1'] },
      { no: 1, part: 'overview', text: '开展了调研。', findingIds: [] },
    ],
    findings: [
      {
        id: 'f-1',
        title: '点位没有公示',
        description: '三处',
        place: { kind: 'county', tenantId: 'county-1' },
        severity: 'general',
      },
    ],
    note: '请予研究。',
  },
  'finding-answers': {
    reportTitle: '联合调研报告',
    answers: [{ findingId: 'f-1', answer: 'merged', paragraphNo: 2 }],
    paragraphs: [{ no: 2, part: 'problem', text: '公示普遍不到位。', findingIds: ['f-1'] }],
  },
  'finding-outcomes': {
    outcomes: [
      {
        findingId: 'f-1',
        reason: null,
        demands: [{ no: 1, text: '三个月内完成整治。', organName: '示例市政府', verdict: 'met' }],
        grade: 'satisfied',
        on: '2027-11-05',
      },
    ],
  },
  'work-report-draft': { title: '报告', text: '基本情况。\n主要做法。' },
  'work-report': { title: '报告', text: '基本情况。', opinionAnswers: [{ opinionId: 'o-1', answer: '已建立制度' }] },
  'supervision-results': {
    sessionName: '第四十一次会议',
    workReport: { organName: '甲县人民政府', title: '专项工作报告', text: '基本情况。' },
    inquiries: [{ on: '2027-10-10', matter: '停车', summary: '现场答复。' }],
    resolution: { title: '决定', text: '正文' },
    opinion: '会议认为：有成效。',
    demands,
    assessment,
    problems: ['短板明显'],
    note: '',
  },
  results: { sessionName: '第四十一次会议', opinion: '会议认为', demands, assessment, resolution: '决定如下' },
  demands: {
    sessionName: '第四十一次会议',
    opinion: '会议认为',
    demands,
    assessment: null,
    resolution: { text: '决定如下', reportBy: '2027-12-01' },
    round: 1,
    handlingDue: null,
  },
  'demand-answers': {
    round: 1,
    on: '2027-10-20',
    answers: [
      { demandId: 'd-2', stance: 'disputed', reason: '不属于职责' },
      { demandId: 'd-1', stance: 'accepted', measure: '整治120处', owner: '张示例', due: '2027-12-01' },
    ],
  },
  evidence: {
    round: 1,
    evidence: [
      {
        demandId: 'd-2',
        text: '清单和照片',
        on: '2027-11-01',
        attachments: [{ digest: 'a'.repeat(64), name: '整治清单', size: 9 }],
      },
    ],
  },
  'dispute-decisions': {
    round: 1,
    on: '2027-10-25',
    outcomes: [{ demandId: 'd-2', outcome: 'upheld', reason: '属本机关职责' }],
  },
  'handling-draft': { round: 1, date: '2027-11-20', title: '报告', text: '逐项报告。' },
  'handling-comment': { round: 1, date: '2027-11-25', comment: '请补充时间表' },
  'handling-report': {
    round: 1,
    date: '2027-12-01',
    title: '报告',
    text: '逐项报告。',
    unfinished: [{ demandId: 'd-1', plan: '年底前完成' }],
  },
  'follow-up-feedback': {
    round: 1,
    date: '2027-11-05',
    inspection: 'inspection',
    demandIds: ['d-1'],
    problems: '与报告不符',
    feedback: '请复核',
  },
  verdicts: { round: 2, verdicts: [{ demandId: 'd-1', verdict: 'partly-met', reason: '尚缺两处' }] },
  'handling-result': { round: 2, assessment },
  'second-answer': { round: 2, asked: { ...asked, form: 'oral-committee' } },
  'interpellation-answer': {
    round: 2,
    question: asked.question,
    form: 'written',
    isAgain: false,
    no: 1,
    on: '2028-01-03',
    answeredBy: '王样例',
    text: '逐项答复。',
  },
  'next-step': {
    round: 2,
    step: 'interpellation',
    due: '2028-01-05',
    requirement: '限期完成',
    demandIds: ['d-1'],
    asked,
  },
  'party-report': { form: 'request', matter: '用地处置', text: '特此请示。' },
  post: { subject: '进展', text: '已经启动。', about: 'information' },
};

function paper<K extends PackageKind>(kind: K): Paper {
  return paperOf(kind, contents[kind], source);
}

function textsOf(parts: Paper): string {
  return JSON.stringify(parts);
}

function rowsOf(kind: PackageKind): readonly (readonly string[])[] {
  return paper(kind).flatMap((part) => (part.kind === 'table' ? part.rows : []));
}

const kinds = Object.keys(packageKindNames) as PackageKind[];

describe('a package as a paper', () => {
  test.each(kinds)('S5.3 %s says something and leaves no code, identifier or stored date', (kind) => {
    const parts = paper(kind);
    expect(parts.length).toBeGreaterThan(0);
    const spoken = parts.map(({ kind: _kind, ...rest }) => JSON.stringify(Object.values(rest)));
    expect(spoken.join('')).not.toMatch(/[a-z]{3,}|\d{4}-\d{2}|undefined|null/);
  });

  test('S4.2 verdicts stand beside the demands they judge', () => {
    expect(rowsOf('verdicts')).toEqual([['1', '制定行动方案。', '部分落实', '尚缺两处']]);
  });

  test('S4.3 answers stand in the order of the demands, a dispute with its reason', () => {
    expect(rowsOf('dispute-decisions')).toMatchObject([
      ['2', expect.anything(), '维持原要求，请重新答复', '属本机关职责'],
    ]);
    expect(rowsOf('evidence')).toMatchObject([['2', expect.anything(), '2027年11月1日', '清单和照片', '整治清单']]);
    expect(rowsOf('demand-answers')).toEqual([
      ['1', '制定行动方案。', '接受', '整治120处', '张示例', '2027年12月1日'],
      ['2', '公布整治清单。', '提出异议', '不属于职责', '—', '—'],
    ]);
  });

  test('S4.2 a reader who has not signed for the demands is told so in place of their words', () => {
    const parts = paperOf('verdicts', contents.verdicts, { ...source, demands: [] });
    expect(textsOf(parts)).toContain('审议意见尚未签收');
  });

  test('S4.4 a ballot result has every count and the dissatisfied share', () => {
    expect(rowsOf('handling-result')).toEqual([
      ['满意', '34', '87.18%'],
      ['基本满意', '3', '7.69%'],
      ['不满意', '2', '5.13%'],
    ]);
    expect(textsOf(paper('handling-result'))).toContain('发出40张，收回40张，有效39张，无效1张');
  });

  test('监督法 §54 an organ that is interpellated reads what is asked, and who signs or comes', () => {
    expect(textsOf(paper('next-step'))).toContain('书面答复，由受质询机关负责人签署');
    expect(textsOf(paper('next-step'))).toContain('逐项说明');
    expect(textsOf(paper('second-answer'))).toContain('由受质询机关负责人到会答复');
    expect(textsOf(paper('interpellation-answer'))).toContain('签署的负责人');
    const alone = paperOf('next-step', { ...contents['next-step'], asked: null }, source);
    expect(textsOf(alone)).not.toContain('质询的问题');
  });

  test('S1.3 the rows of a joint plan stand in the order of their deliberation', () => {
    expect(rowsOf('joint-plan')).toEqual([
      ['1', '先审议的', '民生事业', '教科文卫委员会', '2027年6月20日'],
      ['2', '后审议的', '经济发展', '教科文卫委员会', '2027年10月20日'],
    ]);
  });

  test('S2.10 what became of a finding is told with the words that took it up', () => {
    expect(rowsOf('finding-answers')).toEqual([['1', '点位没有公示', '合并采纳', '报告第2段：公示普遍不到位。']]);
  });

  test('S2.8 a report is read part by part; each finding names the paragraph that tells it', () => {
    const headings = paper('research-report').flatMap((part) => (part.kind === 'heading' ? [part.text] : []));
    expect(headings).toEqual(['一、调研概况', '二、问题']);
    expect(rowsOf('research-report')[0]?.at(-1)).toBe('第2段');
  });

  test('a section without anything to say is left out and not counted', () => {
    expect(paper('suggestion').flatMap((part) => (part.kind === 'heading' ? [part.text] : []))).toEqual(['一、必要性']);
  });
});
