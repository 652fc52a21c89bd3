import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportedRows, toldExports } from '../../../test/exported.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { addTopic, type WorkingLinkage, workingLinkage } from '../../../test/working-linkage.ts';
import type { MotionView } from '../../contract/interpellations.ts';
import { uuidv7 } from '../db/uuid.ts';
import { motionColumns } from './interpellation-table.ts';

let t: TestApp;
let linkage: WorkingLinkage;

beforeAll(async () => {
  t = await testApp();
  linkage = await workingLinkage(t.db);
});
afterAll(() => t.close());

/** A 质询案 of 甲县 on a topic, as drafted in its office on a day of November; `more` is what became of it. */
async function addMotion(
  caseId: string,
  day: number,
  question: string,
  more: { state?: string; reason?: string } = {},
) {
  const { cityCode, county, countyGovernment, people } = linkage;
  const id = uuidv7();
  await t.db.owner.query(
    `insert into interpellation_motion (city_code, id, tenant_id, case_id, round, organ_id, question, content, version, state, closed_reason,
       drafted_by_id, drafted_by_name, drafted_at)
     values ($1, $2, $3, $4, 1, $5, $6, '逐项说明。', 1, $7, $8, $9, '张示例', $10)`,
    [
      cityCode,
      id,
      county.id,
      caseId,
      countyGovernment.id,
      question,
      more.state ?? 'signing',
      more.reason ?? null,
      people.clerk.personId,
      `2026-11-${day}T01:00:00Z`,
    ],
  );
  return id;
}

test('监督法 §51 质询案 leave as a spreadsheet in the order of their page: to whom, what, who has signed, what became of it', async () => {
  const topic = await addTopic(t.db, linkage, { name: '停车', year: 2027, deliberationDate: '2027-10-26' });
  const other = await addTopic(t.db, linkage, { name: '供水', year: 2027, deliberationDate: '2027-10-26' });
  const signed = await addMotion(topic, 20, '为何没有完成');
  await addMotion(topic, 21, '为何迟延', { state: 'withdrawn', reason: '2026-11-22另行提出。' });
  await addMotion(other, 19, '水质如何');
  await t.db.owner.query(
    `insert into interpellation_signature (city_code, motion_id, person_id, person_name, version, signed_at, tenant_id)
     values ($1, $2, $3, '李样本', 1, '2026-11-22T01:00:00Z', $4)`,
    [linkage.cityCode, signed, linkage.people.chair.personId, linkage.county.id],
  );
  const chair = await t.signInAs('chair');
  const [titles, ...lines] = await exportedRows(chair, '/api/interpellations/export');
  expect(titles).toEqual([
    '质询对象',
    '议题',
    '质询的问题',
    '质询的内容',
    '情况',
    '起草人',
    '起草时间',
    '签名人',
    '计入的签名数',
    '须达到的人数',
    '提出日期',
    '结果',
    '答复日期',
    '答复',
    '对答复不满意的',
    '尚未登记的意见',
  ]);
  expect(lines.map(([, about, question, , state]) => [about, question, state])).toEqual([
    ['停车', '为何没有完成', '征集签名'],
    ['供水', '水质如何', '征集签名'],
    ['停车', '为何迟延', '已撤回'],
  ]);
  expect(lines[0]?.slice(5, 10)).toEqual(['张示例', '2026-11-20 09:00', '李样本', 1, 3]);
  expect(lines[2]?.[11]).toBe('2026年11月22日另行提出。');
  const ofOne = await exportedRows(chair, `/api/interpellations/export?caseId=${other}`);
  expect(ofOne.slice(1).map(([, about]) => about)).toEqual(['供水']);
  expect((await toldExports(t.db)).at(-1)).toMatchObject({ list: 'interpellations', rows: 1 });

  expect(await exportedRows(await t.signInAs('county'), '/api/interpellations/export')).toHaveLength(1);
  expect((await (await t.signInAs('staff')).get('/api/interpellations/export')).statusCode).toBe(403);
});

test('监督法 §53 what the organ has answered stands with its 质询案, the second answer behind the first', () => {
  const cell = (title: string, answers: MotionView['answers']) =>
    // The proof for the cast: the two columns look at the answers alone.
    motionColumns.find((column) => column.title === title)?.value({ answers } as MotionView);
  const first = {
    isAgain: false,
    isRecorded: true,
    on: '2026-11-25',
    form: 'written',
    venue: '',
    answeredBy: '王测试',
    text: '年内完成。',
    attachments: [{ digest: '0', name: '进度表.xlsx', size: 1 }],
    dissatisfiedNames: ['李样本', '张示例'],
  } as const;
  const second = { ...first, isAgain: true, on: '2026-12-05', attachments: [], dissatisfiedNames: [] };
  const answers = [first, second].map((one) => ({
    ...one,
    attachments: [...one.attachments],
    dissatisfiedNames: [...one.dissatisfiedNames],
  }));
  expect(cell('答复', answers)).toBe(
    '2026年11月25日书面答复，王测试：年内完成。（附件：进度表.xlsx）\n再作答复，2026年12月5日书面答复，王测试：年内完成。',
  );
  expect(cell('答复日期', answers)).toBe('2026-12-05');
  expect(cell('对答复不满意的', answers.slice(0, 1))).toBe('李样本、张示例');
  expect(cell('对答复不满意的', answers)).toBeNull();
});

test('监督法 §53 what those who put a 质询案 have said of an answer stands there before it is recorded', () => {
  const word = (personName: string, isSatisfied: boolean) => ({
    personId: personName,
    personName,
    isAgain: false,
    no: 1,
    isSatisfied,
  });
  const column = motionColumns.find(({ title }) => title === '尚未登记的意见');
  // The proof for the casts: the column looks at what is open alone.
  const said = { isAgain: false, no: 1, words: [word('李样本', false), word('张示例', true)] };
  expect(column?.value({ open: said } as unknown as MotionView)).toBe('李样本：不满意；张示例：满意');
  expect(column?.value({ open: null } as MotionView)).toBeNull();
});
