import { postNames } from '../../domain/organisation/facts.ts';
import { roleNames } from '../../domain/organisation/separation.ts';
import { levelNames, organKindNames } from '../../domain/organisation/tenant.ts';
import {
  areaCode,
  type Column,
  choice,
  date,
  integer,
  optionalDate,
  optionalInteger,
  optionalText,
  text,
} from './workbook-columns.ts';

/** One sheet of the workbook. `key` names the columns that tell its rows apart: codes, numbers and names, never identifiers. */
export type SheetSpec<Columns extends AnyColumns = AnyColumns> = {
  name: string;
  help: string;
  columns: Columns;
  key: readonly string[];
};

type AnyColumns = Readonly<Record<string, Column<unknown>>>;

type ValueOf<C> = C extends Column<infer Value> ? Value : never;
export type RowOf<Spec extends SheetSpec> = { [Key in keyof Spec['columns']]: ValueOf<Spec['columns'][Key]> };

function sheet<Columns extends AnyColumns>(
  spec: SheetSpec<Columns> & { key: readonly (keyof Columns & string)[] },
): SheetSpec<Columns> {
  return spec;
}

const personColumns = {
  person: text({ title: '人员编号', help: '“人员”表中的人员编号。', width: 14 }),
  personName: optionalText({ title: '姓名', help: '只供核对，须与“人员”表一致；可以不填。', width: 14, aside: true }),
};

export const sheets = {
  linkage: sheet({
    name: '联动域',
    help: '一个市和所辖县（市、区），只有一行。',
    columns: {
      code: areaCode({ title: '联动域代码', help: '市的行政区划代码。' }),
      name: text({ title: '名称', help: '市的全称。' }),
      shortName: text({ title: '简称', help: '界面上的简称。', width: 12 }),
    },
    key: ['code'],
  }),
  bodies: sheet({
    name: '人大常委会',
    help: '市和每个县（市、区）的人大常委会各一行。',
    columns: {
      areaCode: areaCode({ title: '行政区划代码', help: '所在行政区域的代码。' }),
      name: text({ title: '名称', help: '全称，各表以此引用。', width: 30 }),
      shortName: text({ title: '简称', help: '界面上的简称。', width: 12 }),
      level: choice({ title: '层级', help: '', width: 10 }, levelNames),
      population: optionalInteger({
        title: '常住人口',
        help: '人；决定组成人员名额的上限（地方组织法 §47）。',
        least: 1,
      }),
      tileColumn: optionalInteger({ title: '图列', help: '县域示意图中的列，从0起。', least: 0 }),
      tileRow: optionalInteger({ title: '图行', help: '县域示意图中的行，从0起。', least: 0 }),
    },
    key: ['areaCode'],
  }),
  terms: sheet({
    name: '届次',
    help: '每个人大常委会的每一届一行；换届时填写上一届的任期止，另起一行填写新一届。',
    columns: {
      body: text({ title: '人大常委会', help: '“人大常委会”表中的名称。', width: 30 }),
      number: integer({ title: '届', help: '第几届。', least: 1 }),
      from: date({ title: '任期起', help: '本届选出之日。' }),
      until: optionalDate({ title: '任期止', help: '下一届选出之日；本届留空。' }),
      quota: integer({ title: '组成人员名额', help: '本届名额，一届之内不变。', least: 1, width: 16 }),
    },
    key: ['body', 'number'],
  }),
  organs: sheet({
    name: '机关',
    help: '各级一府一委两院及其部门，党委办公室。',
    columns: {
      name: text({ title: '名称', help: '全称，各表以此引用。', width: 30 }),
      shortName: text({ title: '简称', help: '界面上的简称。' }),
      kind: choice({ title: '类别', help: '', width: 14 }, { ...organKindNames, 'party-office': '党委办公室' }),
      body: text({ title: '同级人大常委会', help: '监督它的人大常委会；党委办公室填同级人大常委会。', width: 30 }),
    },
    key: ['name'],
  }),
  units: sheet({
    name: '委室',
    help: '人大常委会内设的办公室和委室；机关内设机构也可填写。',
    columns: {
      tenant: text({ title: '单位', help: '人大常委会或者机关的名称。', width: 30 }),
      name: text({ title: '名称', help: '办公室或者委室的名称。' }),
      kind: choice({ title: '类别', help: '', width: 12 }, { office: '办公室', committee: '委室' }),
    },
    key: ['tenant', 'name'],
  }),
  parks: sheet({
    name: '园区',
    help: '不设人大的园区。',
    columns: {
      name: text({ title: '名称', help: '园区名称。' }),
      tenant: text({ title: '联系单位', help: '联系该园区的人大常委会。', width: 30 }),
    },
    key: ['name'],
  }),
  people: sheet({
    name: '人员',
    help: '每人一行；人员编号由本单位自定，在联动域内不重复，以后不变。',
    columns: {
      number: text({ title: '人员编号', help: '自定的编号，其他表以此引用。', width: 14 }),
      name: text({ title: '姓名', help: '', width: 14 }),
      tenant: text({ title: '所在单位', help: '人大常委会或者机关的名称。', width: 30 }),
    },
    key: ['number'],
  }),
  posts: sheet({
    name: '任职',
    help: '每人每项职务一行；组成人员须另有一行“代表”。离任时填写截止日期，不要删行。',
    columns: {
      ...personColumns,
      tenant: text({ title: '单位', help: '任职的人大常委会或者机关。', width: 30 }),
      unit: optionalText({ title: '委室', help: '任职的办公室或者委室。' }),
      post: choice({ title: '职务', help: '' }, postNames),
      from: date({ title: '起始日期', help: '任职首日。' }),
      until: optionalDate({ title: '截止日期', help: '任职末日；在任留空。' }),
    },
    key: ['person', 'tenant', 'post', 'from'],
  }),
  roles: sheet({
    name: '角色',
    help: '谁在系统中办什么事；系统、安全、审计管理员由三人分任，不兼任其他角色。',
    columns: {
      ...personColumns,
      tenant: text({ title: '单位', help: '办事的人大常委会或者机关。', width: 30 }),
      role: choice({ title: '角色', help: '' }, roleNames),
      unit: optionalText({ title: '委室', help: '办公室经办、委室经办须填。' }),
      login: optionalText({
        title: '登录名',
        help: '填写后为其建立账号；2至64位文字、数字和 . _ @ -，不分大小写，全系统不重复；建立后不能修改。',
        width: 24,
        aside: true,
      }),
    },
    key: ['person', 'tenant', 'role', 'unit'],
  }),
  settings: sheet({
    name: '设置',
    help: '意见和法律留待各地确定的事项；任何一项改变，即形成新的设置版本。',
    columns: {
      item: text({ title: '项目', help: '', width: 26 }),
      value: text({ title: '取值', help: '见“说明”表。', width: 30 }),
      basis: text({ title: '依据', help: '作出这一选择的依据。', width: 60 }),
    },
    key: ['item'],
  }),
} as const;

export type SheetKey = keyof typeof sheets;
export type WorkbookRow<Key extends SheetKey> = RowOf<(typeof sheets)[Key]>;

/** Everything a workbook says, sheet by sheet. */
export type WorkbookRows = { [Key in SheetKey]: WorkbookRow<Key>[] };

// A cast: Object.keys gives the keys of the literal above.
export const sheetKeys = Object.keys(sheets) as readonly SheetKey[];

/** No row on any sheet: a linkage that exists nowhere yet. */
export function emptySheets(): Record<SheetKey, never[]> {
  return {
    linkage: [],
    bodies: [],
    terms: [],
    organs: [],
    units: [],
    parks: [],
    people: [],
    posts: [],
    roles: [],
    settings: [],
  };
}

export const instructionsSheetName = '说明';

/** What tells a row apart inside its sheet; the same for the row in the database and the row in the workbook. */
export function keyOf<Key extends SheetKey>(key: Key, row: WorkbookRow<Key>): string {
  const spec: SheetSpec = sheets[key];
  return JSON.stringify(spec.key.map((column) => cellValue(row, column) ?? null));
}

/** A row's key in the words of its columns: `510703`, `QY-12 / 涪城区人大常委会 / 委员 / 2021-10-29`. */
export function keyInWords<Key extends SheetKey>(key: Key, row: WorkbookRow<Key>): string {
  const spec: SheetSpec = sheets[key];
  return spec.key
    .map((column) => spec.columns[column]?.write(cellValue(row, column)) ?? null)
    .filter((word) => word !== null)
    .join(' / ');
}

/** A cell of a row by the name of its column. */
export function cellValue(row: Readonly<Record<string, unknown>>, column: string): unknown {
  return row[column];
}
