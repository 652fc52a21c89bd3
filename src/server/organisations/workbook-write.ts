import type { SheetData } from 'write-excel-file/node';
import { settingFields, settingKeys } from '../../domain/organisation/setting-fields.ts';
import {
  cellValue,
  emptySheets,
  instructionsSheetName,
  type SheetSpec,
  sheetKeys,
  sheets,
  type WorkbookRows,
} from './workbook-sheets.ts';

/** Writes a workbook that `parseWorkbook` reads back to the same rows. Every cell is text, so that codes keep their zeros. */
export async function writeWorkbook(rows: WorkbookRows): Promise<Buffer> {
  const filled = sheetKeys.map((key) => {
    const spec: SheetSpec = sheets[key];
    return {
      sheet: spec.name,
      data: [
        titlesOf(spec),
        ...rows[key].map((row) =>
          Object.entries(spec.columns).map(([name, column]) => cellOf(column.write(cellValue(row, name)))),
        ),
      ],
      columns: Object.values(spec.columns).map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    };
  });
  const instructions = {
    sheet: instructionsSheetName,
    data: instructionRows(),
    columns: [{ width: 20 }, { width: 20 }, { width: 8 }, { width: 100 }],
  };
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile([instructions, ...filled], { fontFamily: '宋体', fontSize: 11 }).toBuffer();
}

/** An empty workbook to fill in: titles, instructions, and the settings with their defaults. */
export async function workbookTemplate(settings: WorkbookRows['settings']): Promise<Buffer> {
  return writeWorkbook({ ...emptySheets(), settings });
}

type CellOut = SheetData[number][number];

function titlesOf(spec: SheetSpec): CellOut[] {
  return Object.values(spec.columns).map((column) => title(column.title, column.required));
}

function title(value: string, required: boolean): CellOut {
  return { value, type: String, fontWeight: 'bold', backgroundColor: required ? '#f5dcdc' : '#eeeeee', format: '@' };
}

function cellOf(value: string | number | null): CellOut {
  return value === null ? null : { value: String(value), type: String, format: '@' };
}

function instructionRows(): SheetData {
  const columns = sheetKeys.flatMap((key) => {
    const spec: SheetSpec = sheets[key];
    return [
      [title(spec.name, false), null, null, { value: spec.help, type: String }],
      ...Object.values(spec.columns).map((column) => [
        null,
        cellOf(column.title),
        cellOf(column.required ? '必填' : '选填'),
        cellOf(column.help),
      ]),
    ];
  });
  const settings = settingKeys.map((key) => [
    null,
    cellOf(settingFields[key].title),
    null,
    cellOf(`可填：${settingFields[key].hint}`),
  ]);
  return [
    [{ value: '联督组织信息工作簿填写说明', type: String, fontWeight: 'bold', fontSize: 14 }],
    [
      {
        value:
          '每类信息一张工作表，第一行是列名，不能改动；列可以换位置，可以不填的列可以删去。先用“试导入”查看全部问题和变动，再正式导入；重复导入不会产生变动；工作簿中没有的行只提示，不删除。',
        type: String,
      },
    ],
    [],
    [title('工作表', false), title('列', false), title('', false), title('说明', false)],
    ...columns,
    [],
    [title('设置的取值', false)],
    ...settings,
  ];
}
