import type { ReactNode } from 'react';
import { csvOf, utf8Mark } from '../../contract/csv.ts';
import type { ImportPlanView } from '../../contract/workbook.ts';
import { withDateWords } from '../lib/formats.ts';
import { DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { MessageBox } from '../ui/message-box.tsx';

/** What an import would do, or why it cannot: by sheet, row and column. */
export function ImportPlan({ plan, children }: { plan: ImportPlanView; children?: ReactNode }) {
  const { problems, notes, added, changed, unchanged, missing } = plan;
  return (
    <>
      {problems.length === 0 ? (
        <MessageBox
          type="success"
          title="试导入没有发现问题"
          description={`新增${added.length}项，更改${changed.length}项，不变${unchanged}项。`}
          action={children}
        />
      ) : (
        <MessageBox
          type="error"
          title={`发现${problems.length}个问题，没有写入任何内容`}
          description="请在工作簿中改正后重新试导入；由别人填写的，可以保存问题清单发给填写人。"
          action={
            <ExportButton
              ask={async () => ({ name: '工作簿问题清单.csv', blob: new Blob([asCsv(plan)], { type: 'text/csv' }) })}
            >
              保存问题清单
            </ExportButton>
          }
        />
      )}
      <Problems title="问题" rows={problems} />
      <Problems title="提醒" rows={notes} />
      {changed.length === 0 ? null : (
        <section className="plan-part" aria-labelledby="changed-title">
          <h2 id="changed-title" className="section-title">
            更改（{changed.length}）
          </h2>
          <DataTable
            caption="更改的行"
            rows={changed}
            rowKey={(row) => `${row.sheet}/${row.row}`}
            columns={[
              { key: 'key', title: '内容', isHeading: true, render: (row) => row.key },
              { key: 'sheet', title: '工作表', render: (row) => `${row.sheet} 第${row.row}行` },
              {
                key: 'fields',
                title: '原值 → 新值',
                render: (row) =>
                  row.fields.map((field) => `${field.column}：${field.old || '空'} → ${field.new || '空'}`).join('；'),
              },
            ]}
          />
        </section>
      )}
      <Rows title="新增" rows={added} />
      <Rows title="系统中有、工作簿中没有（不会删除）" rows={missing} />
    </>
  );
}

function asCsv({ problems, notes }: ImportPlanView): string {
  const rowsOf = (kind: string, found: ImportPlanView['problems']) =>
    found.map(({ sheet, row, column, text }) => [kind, sheet, `${row ?? ''}`, column ?? '', withDateWords(text)]);
  return (
    utf8Mark + csvOf([['类别', '工作表', '行', '列', '说明'], ...rowsOf('问题', problems), ...rowsOf('提醒', notes)])
  );
}

function Problems({ title, rows }: { title: string; rows: ImportPlanView['problems'] }) {
  if (rows.length === 0) return null;
  return (
    <section className="plan-part" aria-label={title}>
      <h2 className="section-title">{title}</h2>
      <DataTable
        caption={title}
        rows={rows}
        rowKey={(row) => `${row.sentence}/${row.row ?? ''}`}
        columns={[
          { key: 'text', title: '说明', isHeading: true, render: (row) => withDateWords(row.text) },
          { key: 'sheet', title: '工作表', render: (row) => row.sheet },
          { key: 'row', title: '行', render: (row) => (row.row === null ? '—' : String(row.row)) },
          { key: 'column', title: '列', render: (row) => row.column ?? '—' },
        ]}
      />
    </section>
  );
}

function Rows({ title, rows }: { title: string; rows: readonly { sheet: string; key: string }[] }) {
  if (rows.length === 0) return null;
  const bySheet = Map.groupBy(rows, (row) => row.sheet);
  return (
    <details className="plan-part">
      <summary>
        {title}（{rows.length}）
      </summary>
      {[...bySheet.entries()].map(([sheet, own]) => (
        <p key={sheet}>
          <strong>{sheet}：</strong>
          {own
            .slice(0, 200)
            .map((row) => row.key)
            .join('、')}
          {own.length > 200 ? `……共${own.length}项` : ''}
        </p>
      ))}
    </details>
  );
}
