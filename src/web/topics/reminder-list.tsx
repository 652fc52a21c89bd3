import { exportReminders, type ReminderView } from '../../contract/reminders.ts';
import type { Me } from '../../contract/sign-in.ts';
import { download } from '../lib/client.ts';
import { dateText, momentText } from '../lib/formats.ts';
import { useReminders } from '../lib/reminders.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';

const columns: readonly Column<ReminderView>[] = [
  { key: 'step', title: '步骤', isHeading: true, render: ({ title }) => title },
  { key: 'at', title: '时间', width: '9rem', render: ({ at }) => momentText(at) },
  { key: 'from', title: '催办单位', render: ({ fromName, byName }) => `${fromName}（${byName}）` },
  { key: 'whose', title: '承办单位', width: '7rem', render: ({ tenantName }) => tenantName },
  { key: 'due', title: '期限', width: '8rem', render: ({ due }) => (due === null ? '没有固定期限' : dateText(due)) },
  {
    key: 'clause',
    title: '依据',
    width: '5rem',
    render: ({ clause }) => <ClauseTag id={clause} text={clauseWords(clause)} />,
  },
];

/** Who reminded whom of which step and when, as far as the own tenant sent or got it. Nothing is shown while there are none. */
export function ReminderList({ me, caseId }: { me: Me; caseId: string }) {
  const { data } = useReminders(me, caseId);
  if (data === undefined || data.length === 0) return null;
  const title = `催办记录（共${data.length}次）`;
  return (
    <details className="reminder-list" open>
      <summary>{title}</summary>
      <p className="tab-deeds">
        <ExportButton ask={() => download(exportReminders, { params: { caseId } })}>导出催办记录</ExportButton>
      </p>
      <DataTable
        caption={title}
        columns={columns}
        rows={data}
        rowKey={({ at, tenantId, stepKey }) => `${at}/${tenantId}/${stepKey}`}
      />
    </details>
  );
}
