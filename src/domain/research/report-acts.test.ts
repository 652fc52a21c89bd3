import { describe, expect, test } from 'vitest';
import { buildFacts, buildTopic, type StateOverrides, withDone } from '../../../test/build/facts.ts';
import { given, receiptOf } from '../../../test/given.ts';
import type { Finding, FindingAnswer, LeftOut, ReportParagraph } from './finding.ts';
import { researchActs as acts } from './research-acts.ts';
import type { ResearchState } from './research-state.ts';

const finding = (id: string, title: string, tenantId = 'county-1'): Finding => ({
  id,
  title,
  description: '说明',
  place: { kind: 'county', tenantId },
  severity: 'prominent',
});
const text = (...findingIds: readonly string[]): Omit<ReportParagraph, 'no'> => ({
  part: 'problem',
  text: '内容',
  findingIds,
});
const paragraph = (no: number, ...findingIds: readonly string[]): ReportParagraph => ({ ...text(...findingIds), no });
const left = (findingId: string, reason = '已完工') => ({ findingId, reason });
const noFiles = { attachments: [] };
const approved = withDone(buildTopic(), ['city'], ['approve-implementation-plan']);

describe('S2.8 登记发现的问题', () => {
  const record = {
    title: '停车难',
    description: '说明',
    place: { kind: 'county', tenantId: 'county-1' },
    severity: 'general',
  };

  test('both levels record findings, whose ids name the tenant', () => {
    const city = given(buildFacts({ view: approved })).when(acts, 'record-finding', record);
    city.isAllowed();
    expect(city.state().research.findings[0]?.id).toBe('f-city-7');
    const county = given(buildFacts({ view: approved, tenantId: 'county-1' })).when(acts, 'record-finding', record);
    county.isAllowed();
    expect(county.state().research.findings[0]?.id).toBe('f-county-1-7');
  });

  test('a county finds nothing in another county', () => {
    given(buildFacts({ view: approved, tenantId: 'county-2' }))
      .when(acts, 'record-finding', record)
      .isRefused('research/place', '涪城');
  });

  test('S2.7 what was found in an extension research says so, and only in one that is on record', () => {
    const extension = {
      id: 'x-1',
      from: '2026-06-28',
      until: '2026-06-28',
      places: ['示例镇'],
      forms: ['site' as const],
      participants: [],
      summary: '',
    };
    const facts = buildFacts({ view: approved, tenantId: 'county-1', state: { research: { extension: [extension] } } });
    const found = given(facts).when(acts, 'record-finding', { ...record, extensionId: 'x-1' });
    found.isAllowed();
    const [finding] = found.state().research.findings;
    expect(finding).toEqual({
      ...record,
      id: 'f-county-1-7',
      source: { extensionId: 'x-1', text: '延伸调研（2026-06-28，示例镇）' },
    });
    given(facts)
      .when(acts, 'record-finding', { ...record, extensionId: 'x-2' })
      .isRefused('finding/unknown-extension');
  });

  test('not before the plan is approved (S2.2), nor after the own report is final', () => {
    given(buildFacts()).when(acts, 'record-finding', record).isRefused('finding/plan-not-approved');
    given(
      buildFacts({ view: approved, state: { research: { report: { title: '报告', paragraphs: [], ...noFiles } } } }),
    )
      .when(acts, 'record-finding', record)
      .isRefused('finding/report-final');
  });
});

describe('S2.8 更正发现的问题', () => {
  const known = finding('f-1', '停车难');
  const facts = (research: Partial<ResearchState>) =>
    buildFacts({ tenantId: 'county-1', view: approved, state: { research } });
  const { id: _id, ...written } = known;
  const correction = { ...written, findingId: 'f-1', title: '停车位缺口大', reason: '核实后更正' };
  const correct = (change: object = {}, research: Partial<ResearchState> = { findings: [known] }) =>
    given(facts(research)).when(acts, 'correct-finding', { ...correction, ...change });

  test('the finding keeps its id and reads anew; how it read before is kept with the reason', () => {
    const judged = correct();
    judged.isAllowed();
    const { findings, findingCorrections } = judged.state().research;
    expect(findings).toEqual([{ ...known, title: '停车位缺口大' }]);
    expect(findingCorrections).toMatchObject([{ reason: '核实后更正', before: known }]);
  });

  test('S2.7 where it came from stays with it', () => {
    const source = { extensionId: 'x-1', text: '延伸调研（2026-06-28，示例镇）' };
    const judged = correct({}, { findings: [{ ...known, source }] });
    judged.isAllowed();
    expect(judged.state().research.findings).toMatchObject([{ title: '停车位缺口大', source }]);
  });

  test('is refused of another’s finding, elsewhere, or when nothing is changed', () => {
    correct({ findingId: 'f-9' }).isRefused('finding/not-own');
    correct({ place: { kind: 'county', tenantId: 'county-2' } }).isRefused('research/place');
    correct({ title: '停车难' }).isRefused('finding/nothing-corrected');
  });

  test('is refused without findings, and once the report is final', () => {
    correct({}, { findings: [] }).isRefused('finding/none-to-correct');
    const report = { title: '报告', paragraphs: [], ...noFiles };
    correct({}, { findings: [known], report }).isRefused('finding/report-final', '不再更正');
  });
});

describe('S2.8 调研报告, a county’s', () => {
  const county = buildFacts({
    tenantId: 'county-1',
    view: approved,
    state: { research: { findings: [finding('f-1', '停车难'), finding('f-2', '充电桩少')] } },
  });
  const report = (paragraphs: readonly Omit<ReportParagraph, 'no'>[], leftOut: readonly LeftOut[] = []) =>
    given(county).when(acts, 'finalise-research-report', { title: '报告', paragraphs, leftOut, ...noFiles });

  test('numbers its paragraphs by their order and cites every finding', () => {
    const judged = report([text(), text('f-1', 'f-2')]);
    judged.isAllowed();
    expect(judged.state().research.report?.paragraphs).toEqual([paragraph(1), paragraph(2, 'f-1', 'f-2')]);
    expect(judged.effects().packages).toEqual([]);
  });

  test('keeps what it leaves out, with its reason', () => {
    const judged = report([text('f-1')], [left('f-2')]);
    judged.isAllowed();
    expect(judged.state().research.leftOut).toEqual([left('f-2')]);
    // Its own findings get no answer: only the city answers, and only to counties.
    expect(judged.state().research.answers).toEqual([]);
  });

  test('is refused while a finding is neither cited nor left out, by name', () => {
    report([text('f-1')]).isRefused('report/finding-open', '“充电桩少”');
    report([text()]).isRefused('report/finding-open', '“停车难”、“充电桩少”');
  });

  test('is refused when it leaves out what it cites, twice, without a reason, or what nobody recorded', () => {
    report([text('f-1', 'f-2')], [left('f-2')]).isRefused('report/cited-and-left-out', '第1段');
    report([text('f-1')], [left('f-2'), left('f-2')]).isRefused('report/left-out-twice', '充电桩少');
    report([text('f-1')], [left('f-2', ' ')]).isRefused('report/left-out-without-reason', '充电桩少');
    report([text('f-1', 'f-2')], [left('f-9')]).isRefused('report/unknown-left-out');
  });

  test('is refused empty, or citing what was not recorded', () => {
    report([]).isRefused('report/empty');
    report([{ ...text('f-1', 'f-2'), text: ' ' }]).isRefused('report/empty', '第1段');
    report([text('f-1', 'f-2', 'f-9')]).isRefused('report/unknown-finding', '第1段');
  });

  test('is refused before the city’s plan is approved', () => {
    given(buildFacts({ tenantId: 'county-1' }))
      .when(acts, 'finalise-research-report', { title: '报告', paragraphs: [text()], leftOut: [], ...noFiles })
      .isRefused('order/step-missing');
  });
});

describe('S2.9 报送调研报告', () => {
  const findings = [finding('f-1', '停车难'), finding('f-2', '内部掌握')];
  const attachments = [{ digest: 'd', name: '调研报告.docx', size: 9 }];
  const report = { title: '涪城报告', paragraphs: [paragraph(1, 'f-1')], attachments };

  test('the city receives the report with its file, the findings that stand in it and what is said with it, nothing else', () => {
    const facts = buildFacts({
      tenantId: 'county-1',
      done: ['finalise-research-report'],
      state: { research: { report, findings } },
    });
    const judged = given(facts).when(acts, 'send-research-report', { note: '附件为正式文本' });
    judged.isAllowed();
    const { title, paragraphs } = report;
    const content = { title, paragraphs, findings: [findings[0]], note: '附件为正式文本' };
    expect(judged.effects().packages).toEqual([
      { kind: 'research-report', title, addresseeIds: ['city'], content, attachments },
    ]);
  });

  test('the photos of a finding that is cited go with it, each once; those of another stay at home', () => {
    const photo = { digest: 'p', name: '现场.jpg', size: 3 };
    const own = { digest: 'q', name: '内部.jpg', size: 4 };
    const withPhotos = [
      { ...finding('f-1', '停车难'), attachments: [photo, ...attachments] },
      { ...finding('f-2', '内部掌握'), attachments: [own] },
    ];
    const facts = buildFacts({
      tenantId: 'county-1',
      done: ['finalise-research-report'],
      state: { research: { report, findings: withPhotos } },
    });
    const [sent] = given(facts).when(acts, 'send-research-report', { note: '' }).effects().packages ?? [];
    expect(sent?.attachments).toEqual([...attachments, photo]);
  });

  test('is refused before the report is final, and a second time', () => {
    given(buildFacts({ tenantId: 'county-1' }))
      .when(acts, 'send-research-report', { note: '' })
      .isRefused('order/step-missing', '形成调研报告');
    given(buildFacts({ tenantId: 'county-1', done: ['finalise-research-report', 'send-research-report'] }))
      .when(acts, 'send-research-report', { note: '' })
      .isRefused('act/already-done');
  });

  test('the city takes the findings in, by county', () => {
    const received = given(buildFacts()).when(
      acts,
      'receive-package/research-report',
      receiptOf('county-1', { ...report, findings }),
    );
    expect(received.state().research.countyFindings).toEqual({ 'county-1': findings });
  });
});

const countyFindings = {
  'county-1': [finding('f-1', '停车难'), finding('f-2', '充电桩少')],
  'county-2': [finding('f-3', '排水不畅', 'county-2')],
  'county-3': [],
};
/** What follows from the report below: f-1 and f-3 stand together in its first paragraph. */
const answers: readonly FindingAnswer[] = [
  { findingId: 'f-1', answer: 'merged', paragraphNo: 1 },
  { findingId: 'f-2', answer: 'declined', reason: '不属本议题范围' },
  { findingId: 'f-3', answer: 'merged', paragraphNo: 1 },
];
const concluded = ['approve-implementation-plan', 'conclude-joint-research'];
const city = (research: StateOverrides['research'] = { countyFindings }) =>
  buildFacts({ done: concluded, state: { research } });

describe('S2.10 市级调研报告充分吸纳县级成果', () => {
  const leftOut = [left('f-2', '不属本议题范围')];
  const finalise = (
    changed: { leftOut?: readonly LeftOut[]; paragraphs?: readonly Omit<ReportParagraph, 'no'>[] },
    facts = city(),
  ) =>
    given(facts).when(acts, 'finalise-research-report', {
      title: '市级报告',
      paragraphs: [text('f-1', 'f-3'), text()],
      leftOut,
      ...noFiles,
      ...changed,
    });

  test('every finding of every county is answered; each county learns of its own and no other', () => {
    const judged = finalise({});
    judged.isAllowed();
    expect(judged.state().research.answers).toEqual(answers);
    expect(judged.effects().packages).toMatchObject([
      {
        kind: 'finding-answers',
        addresseeIds: ['county-1'],
        content: { answers: [answers[0], answers[1]], paragraphs: [{ no: 1, findingIds: ['f-1'] }] },
      },
      {
        kind: 'finding-answers',
        addresseeIds: ['county-2'],
        content: { answers: [answers[2]], paragraphs: [{ findingIds: ['f-3'] }] },
      },
    ]);
  });

  test('a finding that stands alone in a paragraph is adopted, with others it is merged', () => {
    const judged = finalise({ paragraphs: [text(), text('f-1'), text('f-2', 'f-3')], leftOut: [] });
    judged.isAllowed();
    expect(judged.state().research.answers).toEqual([
      { findingId: 'f-1', answer: 'adopted', paragraphNo: 2 },
      { findingId: 'f-2', answer: 'merged', paragraphNo: 3 },
      { findingId: 'f-3', answer: 'merged', paragraphNo: 3 },
    ]);
  });

  test('is refused while a finding of a county is unanswered, by name', () => {
    finalise({ paragraphs: [text('f-1')] }).isRefused('answers/missing', '“排水不畅”');
    finalise({ leftOut: [] }).isRefused('answers/missing', '“充电桩少”');
  });

  test('is refused while an own finding is open, and answers no own one', () => {
    const own = city({ findings: [finding('f-0', '统筹不够')], countyFindings });
    finalise({}, own).isRefused('report/finding-open', '“统筹不够”');
    const judged = finalise({ leftOut: [...leftOut, left('f-0')] }, own);
    judged.isAllowed();
    expect(judged.state().research.leftOut).toEqual([left('f-0')]);
    expect(judged.state().research.answers).toEqual(answers);
  });

  test('a declined finding needs its reason', () => {
    finalise({ leftOut: [left('f-2', ' ')] }).isRefused('report/left-out-without-reason', '充电桩少');
  });

  test('a county whose report has not arrived is named; the city may go on with a reason', () => {
    const { 'county-3': _late, ...arrived } = countyFindings;
    finalise({}, city({ countyFindings: arrived })).departs('report/counties-missing', '安州');
  });

  test('is refused before the joint research has ended', () => {
    finalise(
      {},
      buildFacts({ done: ['approve-implementation-plan'], state: { research: { countyFindings } } }),
    ).isRefused('order/step-missing', '完成联合调研');
  });

  test('a county takes the answers in', () => {
    const content = { reportTitle: '市级报告', answers: [answers[0]], paragraphs: [] };
    const judged = given(buildFacts({ tenantId: 'county-1' })).when(
      acts,
      'receive-package/finding-answers',
      receiptOf('city', content),
    );
    expect(judged.state().research.answers).toEqual([answers[0]]);
  });
});

describe('S2.10 findings that arrive after the city’s report', () => {
  const report = { title: '市级报告', paragraphs: [paragraph(1, 'f-1', 'f-3')], ...noFiles };
  const late = city({ countyFindings, answers: answers.slice(0, 2), report });

  test('are answered all the same', () => {
    const judged = given(late).when(acts, 'answer-late-findings', { answers: [answers[2]] });
    judged.isAllowed();
    expect(judged.effects().packages).toMatchObject([{ addresseeIds: ['county-2'] }]);
  });

  const answer = (...given_: readonly FindingAnswer[]) =>
    given(late).when(acts, 'answer-late-findings', { answers: given_ });

  test('are refused when left out, answered twice, or not asked', () => {
    const [, , own] = answers;
    if (own === undefined) throw new Error('there is a third answer');
    answer().isRefused('answers/missing', '排水不畅');
    answer(own, own).isRefused('answers/twice', '排水不畅');
    answer(own, { findingId: 'f-8', answer: 'declined', reason: '无' }).isRefused('answers/unknown', 'f-8');
  });

  test('are declined with a reason, or taken up in a paragraph that exists', () => {
    answer({ findingId: 'f-3', answer: 'declined', reason: ' ' }).isRefused('answers/no-reason', '排水不畅');
    answer({ findingId: 'f-3', answer: 'adopted', paragraphNo: 5 }).isRefused('answers/no-paragraph', '第5段');
  });

  test('nothing is to be done without a report, or when all are answered', () => {
    given(city()).when(acts, 'answer-late-findings', { answers }).isRefused('answers/report-first');
    given(city({ countyFindings, answers, report }))
      .when(acts, 'answer-late-findings', { answers: [] })
      .isRefused('answers/none-open');
  });
});

describe('监督法 §14 各方面意见', () => {
  const opinions = [
    { text: '增加车位', source: '代表' },
    { text: '加强执法', source: '群众' },
  ];
  const named = { deliberation: { organIds: ['city-government'] } };

  test('are numbered alike on both sides and handed to the organs', () => {
    const facts = buildFacts({ done: ['name-responsible-organs'], state: named });
    const judged = given(facts).when(acts, 'hand-over-collected-opinions', { opinions });
    judged.isAllowed();
    const content = {
      opinions: [
        { id: 'o-1', ...opinions[0] },
        { id: 'o-2', ...opinions[1] },
      ],
    };
    expect(judged.state().research.collectedOpinions).toEqual(content.opinions);
    expect(judged.effects().packages).toMatchObject([
      { kind: 'collected-opinions', addresseeIds: ['city-government'], content },
    ]);
    const organ = given(buildFacts({ tenantId: 'city-government' })).when(
      acts,
      'receive-package/collected-opinions',
      receiptOf('city', content),
    );
    expect(organ.state().research.collectedOpinions).toEqual(content.opinions);
  });

  test('need an organ to go to', () => {
    given(buildFacts({ done: ['name-responsible-organs'] }))
      .when(acts, 'hand-over-collected-opinions', { opinions })
      .isRefused('opinions/no-organ');
    given(buildFacts({ state: named }))
      .when(acts, 'hand-over-collected-opinions', { opinions })
      .isRefused('order/step-missing');
  });
});
