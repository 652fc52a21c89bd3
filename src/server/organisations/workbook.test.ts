import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { settingKeys } from '../../domain/organisation/setting-fields.ts';
import { fictitiousCounties, fictitiousWorkbook } from './fictitious-workbook.ts';
import { mianyangWorkbook } from './mianyang-workbook.ts';
import { type ImportDuty, planImport } from './workbook-plan.ts';
import { defaultSettingRows } from './workbook-queries.ts';
import { parseWorkbook, problemInWords } from './workbook-read.ts';
import { emptySheets, type SheetKey, sheets, type WorkbookRows } from './workbook-sheets.ts';
import { workbookTemplate, writeWorkbook } from './workbook-write.ts';

const today = '2026-11-24';
const nothing = { rows: { ...emptySheets(), settings: defaultSettingRows() }, accounts: [] };
const small = (): WorkbookRows =>
  fictitiousWorkbook({
    cityCode: '510700',
    cityName: '绵阳市',
    shortName: '绵阳',
    counties: fictitiousCounties('510700', 1),
    departments: [],
  });
const asCurrent = (rows: WorkbookRows) => ({
  rows,
  accounts: rows.roles.flatMap(({ person, tenant, login }) => (login === undefined ? [] : [{ person, tenant, login }])),
});
const planOf = async (
  rows: WorkbookRows,
  current = nothing as ReturnType<typeof asCurrent>,
  duty: ImportDuty = 'operator',
) => planImport(await parseWorkbook(await writeWorkbook(rows)), current, { today, duty });
const sentences = async (rows: WorkbookRows, current?: ReturnType<typeof asCurrent>) =>
  (await planOf(rows, current)).problems.map(problemInWords);
/** A workbook whose cells are given as they are, as from another program. */
const raw = (over: Partial<Record<SheetKey, unknown[][]>>) => {
  const data = Object.entries(over).map(([key, rows]) => ({
    sheet: sheets[key as SheetKey].name,
    data: rows as never,
  }));
  return writeXlsxFile(data, {}).toBuffer();
};

describe('the demo workbook', () => {
  test('has ten bodies, 41 members of the city, and not one finding but the terms of five years', async () => {
    const plan = await planOf(mianyangWorkbook());
    expect(plan.problems).toEqual([]);
    expect([...new Set(plan.notes.map(({ text }) => text.replace(/^.*第8届/, '')))]).toEqual([
      '自2021-10-29起已满五年，尚未填写新一届；在下一届选出前本届继续行使职权（地方组织法 §48）',
    ]);
    const rows = mianyangWorkbook();
    expect(rows.bodies).toHaveLength(10);
    const city = rows.posts.filter(({ tenant }) => tenant === '绵阳市人大常委会');
    const count = (...posts: string[]) => city.filter(({ post }) => posts.includes(post)).length;
    expect([count('chair'), count('vice-chair'), count('secretary-general'), count('member')]).toEqual([1, 6, 1, 33]);
  });

  test.each([1, 26])('the same call makes a lawful linkage of %i counties', async (count) => {
    const rows = fictitiousWorkbook({
      cityCode: '410100',
      cityName: '示例市',
      shortName: '示例',
      counties: fictitiousCounties('410100', count),
    });
    const plan = await planOf(rows);
    expect(plan.problems).toEqual([]);
    expect(rows.bodies).toHaveLength(count + 1);
  });

  test('no two people share a name, no two accounts a login', () => {
    const rows = fictitiousWorkbook({
      cityCode: '410100',
      cityName: '示例市',
      shortName: '示例',
      counties: fictitiousCounties('410100', 26),
    });
    expect(new Set(rows.people.map(({ name }) => name)).size).toBe(rows.people.length);
    const logins = new Map(rows.roles.map(({ person, login }) => [login, person]));
    expect(new Set(logins.values()).size).toBe(new Set(rows.roles.map(({ person }) => person)).size);
  });
});

describe('reading', () => {
  test('gives back what was written', async () => {
    const parsed = await parseWorkbook(await writeWorkbook(mianyangWorkbook()));
    expect(parsed.problems).toEqual([]);
    const read = Object.fromEntries(
      Object.entries(parsed.rows).map(([key, rows]) => [key, rows.map(({ values }) => values)]),
    );
    expect(read).toEqual(mianyangWorkbook());
  });

  test('takes dates of the spreadsheet, dates as people write them, and codes that became numbers', async () => {
    const workbook = await raw({
      terms: [
        ['届', '人大常委会', '任期起', '任期止', '组成人员名额'],
        [7, '甲', '2016年3月1日', '2021/10/28', '41'],
        [8, '甲', { value: new Date('2021-10-29T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' }, null, 41],
      ],
      linkage: [
        ['联动域代码', '名称', '简称'],
        [510700, '绵阳市', '绵阳'],
      ],
    });
    const { rows, problems } = await parseWorkbook(workbook);
    expect(problems).toEqual([]);
    expect(rows.terms.map(({ values }) => [values.from, values.until])).toEqual([
      ['2016-03-01', '2021-10-28'],
      ['2021-10-29', undefined],
    ]);
    expect(rows.linkage[0]?.values.code).toBe('510700');
  });

  test('names the sheet, the row and the column of every bad cell, title and sheet', async () => {
    const workbook = await raw({
      posts: [
        ['人员编号', '单位', '职务', '起始日期', '截止日期', '备注'],
        ['1', '甲', '主任', '2021-10-29', '2021-02-30', null],
        [null, null, null, null, null, null],
        ['2', null, '部长', '去年', null, null],
      ],
      units: [
        ['单位', '名称'],
        ['甲', '办公室'],
      ],
    });
    const { problems } = await parseWorkbook(workbook);
    expect(problems.map(problemInWords)).toEqual([
      '工作表“委室”第 1 行“类别”列：缺少这一列。',
      '工作表“任职”第 1 行“备注”列：不认识的列；可用的列：人员编号、姓名、单位、委室、职务、起始日期、截止日期。',
      '工作表“任职”第 2 行“截止日期”列：“2021-02-30”不是有效日期；请按“2021-10-29”的样式填写。',
      '工作表“任职”第 4 行“单位”列：未填写。',
      expect.stringContaining('工作表“任职”第 4 行“职务”列：“部长”不在可填的范围内；可填：主任、代理主任'),
      '工作表“任职”第 4 行“起始日期”列：“去年”不是有效日期；请按“2021-10-29”的样式填写。',
    ]);
  });

  test('refuses what is no workbook, and what unpacks to more than any workbook', async () => {
    const bomb = await writeWorkbook(small());
    const directory = bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bomb.writeUInt32LE(4_000_000_000, directory + 24);
    for (const bytes of [Buffer.from('not a workbook'), Buffer.alloc(0), Buffer.from('PK\u0005\u0006'), bomb]) {
      const { problems } = await parseWorkbook(bytes);
      expect(problems.map(({ text }) => text)).toEqual([
        '文件不是可读取的 .xlsx 工作簿；请用模板填写，并以 .xlsx 格式保存',
      ]);
    }
  });

  test('the template reads as an empty workbook', async () => {
    const parsed = await parseWorkbook(await workbookTemplate(defaultSettingRows()));
    expect(parsed.problems).toEqual([]);
    expect(parsed.absent).toEqual([]);
    expect(parsed.rows.people).toEqual([]);
  });
});

describe('the dry run', () => {
  test('lists every problem of every sheet at once', async () => {
    const rows = small();
    rows.terms[0] = { body: '绵阳市人大常委会', number: 8, from: '2021-10-29', until: undefined, quota: 60 };
    rows.people.push({ ...(rows.people[0] ?? { number: '', name: '', tenant: '' }) });
    rows.units.push({ tenant: '绵阳市人大常务会', name: '研究室', kind: 'committee' });
    rows.posts.push({
      person: 'X9',
      personName: undefined,
      tenant: '绵阳市人大常委会',
      unit: '没有的委室',
      post: 'committee-staff',
      from: '2022-01-01',
      until: '2021-01-01',
    });
    rows.roles.push({
      person: 'R00001',
      personName: '别人',
      tenant: '绵阳市人大常委会',
      role: 'office-clerk',
      unit: '办公室',
      login: '510700.chair',
    });
    rows.settings.push({ item: '表决方式', value: '举手', basis: '无' });
    expect(await sentences(rows)).toEqual([
      expect.stringContaining(
        '工作表“届次”第 2 行“组成人员名额”列：绵阳市人大常委会第8届组成人员名额为60名，应当在29至51名之间',
      ),
      expect.stringMatching(
        /^工作表“委室”第 \d+ 行“单位”列：“绵阳市人大常务会”不在“人大常委会”表和“机关”表中；是否为“绵阳市人大常委会”。$/,
      ),
      expect.stringMatching(/^工作表“人员”第 \d+ 行：与第2行重复（R00001）；请删去其中一行。$/),
      expect.stringMatching(/“人员编号”列：“X9”不在“人员”表中。$/),
      expect.stringMatching(/“委室”列：“没有的委室”不在“绵阳市人大常委会”的“委室”表中。$/),
      expect.stringMatching(/“截止日期”列：2021-01-01早于起始日期2022-01-01。$/),
      expect.stringMatching(/^工作表“角色”第 \d+ 行：与第2行重复/),
      expect.stringMatching(/“姓名”列：人员编号R00001在“人员”表中是“张示例一”，不是“别人”；请核对编号。$/),
      expect.stringContaining(
        '“登录名”列：人员编号R00001在“绵阳市人大常委会”的登录名已是“510700.office”，不能再填“510700.chair”',
      ),
      // One row below the heading and a row for every setting there is.
      expect.stringContaining(`工作表“设置”第 ${settingKeys.length + 2} 行“项目”列：“表决方式”不是可设置的项目`),
    ]);
  });

  test('does not complain twice about what refers to a bad row', async () => {
    const rows = small();
    const parsed = await parseWorkbook(
      await writeWorkbook({ ...rows, bodies: rows.bodies.map((body) => ({ ...body, population: -1 })) }),
    );
    const plan = planImport(parsed, nothing, { today, duty: 'operator' });
    expect(plan.problems.map(({ column }) => column)).toEqual(['常住人口', '常住人口']);
  });

  test('asks for exactly one linkage, the one that is meant', async () => {
    const rows = small();
    expect(await sentences({ ...rows, linkage: [] })).toEqual([
      '工作表“联动域”：应当有且只有一行，写明联动域代码、名称和简称。',
    ]);
    const other = asCurrent({ ...small(), linkage: [{ code: '510600', name: '德阳市', shortName: '德阳' }] });
    expect((await sentences(rows, other))[0]).toContain('“510700”不是本联动域的代码510600');
  });
});

describe('a second import', () => {
  test('of the same workbook changes nothing and lacks nothing', async () => {
    const rows = mianyangWorkbook();
    const plan = await planOf(rows, asCurrent(rows));
    expect([plan.added, plan.changed, plan.missing, plan.accounts, plan.problems]).toEqual([[], [], [], [], []]);
    expect(plan.unchanged).toBe(Object.values(rows).reduce((sum, sheet) => sum + sheet.length, 0));
  });

  test('shows a changed cell with its old and new value', async () => {
    const rows = small();
    const [first, ...rest] = rows.people;
    const plan = await planOf(
      { ...rows, people: [{ number: 'R00001', name: '张示例新', tenant: first?.tenant ?? '' }, ...rest] },
      asCurrent(rows),
    );
    expect(plan.changed).toEqual([
      { sheet: '人员', row: 2, key: 'R00001', fields: [{ column: '姓名', old: '张示例一', new: '张示例新' }] },
    ]);
    // The name beside the number on other sheets is only there to be compared, and now it differs.
    expect(plan.problems.every(({ column }) => column === '姓名')).toBe(true);
  });

  test('reports rows the workbook lacks and deletes none', async () => {
    const rows = small();
    const plan = await planOf(
      { ...rows, parks: [], roles: rows.roles.slice(1) },
      asCurrent({ ...rows, parks: [{ name: '示例园区', tenant: '绵阳市人大常委会' }] }),
    );
    expect(plan.missing).toEqual([
      { sheet: '园区', key: '示例园区' },
      { sheet: '角色', key: expect.stringContaining('R00001') },
    ]);
  });

  test('takes a new name of a body as one change', async () => {
    const rows = small();
    const renamed = JSON.parse(
      JSON.stringify(rows).replaceAll('示例一县人大常委会', '示例一区人大常委会'),
    ) as WorkbookRows;
    const plan = await planOf(renamed, asCurrent(rows));
    expect(plan.problems).toEqual([]);
    expect(plan.changed.map(({ sheet, fields }) => [sheet, fields])).toEqual([
      ['人大常委会', [{ column: '名称', old: '示例一县人大常委会', new: '示例一区人大常委会' }]],
    ]);
    expect([plan.added, plan.missing]).toEqual([[], []]);
  });

  test('is not stopped by what was wrong before it', async () => {
    const rows = small();
    const vacant = {
      ...rows,
      posts: rows.posts.filter(({ post, tenant }) => post !== 'chair' || tenant !== '绵阳市人大常委会'),
      roles: rows.roles.filter(({ login }) => login !== '510700.chair'),
    };
    expect((await planOf(vacant)).problems).toHaveLength(1);
    const plan = await planOf(
      { ...vacant, parks: [{ name: '示例园区', tenant: '绵阳市人大常委会' }] },
      asCurrent(vacant),
    );
    expect(plan.problems).toEqual([]);
    expect(plan.notes.map(({ text }) => text)).toContainEqual(expect.stringContaining('没有主任或者代理主任'));
  });

  test('leaves level, body and login of what exists alone', async () => {
    const rows = small();
    const changed = {
      ...rows,
      organs: rows.organs.map((organ) =>
        organ.name === '示例一县人民法院' ? { ...organ, body: '绵阳市人大常委会' } : organ,
      ),
      roles: rows.roles.map((role) => (role.login === '510700.office' ? { ...role, login: 'office' } : role)),
    };
    const found = await sentences(changed, asCurrent(rows));
    expect(found).toContainEqual(expect.stringContaining('“示例一县人民法院”的同级人大常委会建立后不能改动'));
    expect(found).toContainEqual(expect.stringContaining('的登录名已是“510700.office”，不能再填“office”'));
  });
});

describe('duties (SEC-03)', () => {
  test('the system administrator’s import leaves roles to the security administrator, and the other way round', async () => {
    const rows = small();
    const bySystem = await planOf(rows, nothing as never, 'system-admin');
    expect(bySystem.problems).toEqual([]);
    expect(bySystem.writes.roles.added).toEqual([]);
    expect(bySystem.writes.people.added).toHaveLength(rows.people.length);
    expect(bySystem.notes).toContainEqual(
      expect.objectContaining({ sheet: '角色', text: expect.stringContaining('须由安全管理员') }),
    );
    expect(bySystem.accounts.length).toBeGreaterThan(50);

    const bySecurity = await planOf(rows, { ...asCurrent({ ...rows, roles: [] }), accounts: [] }, 'security-admin');
    expect(bySecurity.problems).toEqual([]);
    expect(bySecurity.added.every(({ sheet }) => sheet === '角色')).toBe(true);
    expect(bySecurity.added).toHaveLength(rows.roles.length);
    expect(bySecurity.accounts).toEqual([]);
  });

  test('nobody gives himself a role', async () => {
    const rows = small();
    const parsed = await parseWorkbook(await writeWorkbook(rows));
    const plan = planImport(parsed, asCurrent({ ...rows, roles: [] }), {
      today,
      duty: 'security-admin',
      ownNumber: 'R00001',
    });
    expect(plan.problems.map(({ text }) => text)).toEqual(['安全管理员不能给自己授予角色']);
  });
});
