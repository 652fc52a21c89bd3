import type { DateChange } from '../lib/date-changes.ts';
import { dateText, daysFrom, withDateWords } from '../lib/formats.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from './clause-tag.tsx';
import { DataTable } from './data-table.tsx';
import { EmptyView } from './states.tsx';
import './changes-by-body.css';

/** Everything that a move of a sitting would change, body by body: the old day beside the new one, with its working. */
export function ChangesByBody({ changes }: { changes: readonly DateChange[] }) {
  const byTenant = Map.groupBy(changes, (change) => change.tenantName);
  return (
    <>
      {changes.length === 0 ? <EmptyView text="没有日期因此变动" /> : null}
      {[...byTenant.entries()].map(([name, own]) => (
        <div key={name} className="change-group">
          <h3>
            {name}（{own.length}项）
          </h3>
          <DataTable
            caption={`${name}的日期变动`}
            rows={own}
            rowKey={(change) => `${change.caseId}/${change.stepKey}`}
            columns={[
              { key: 'title', title: '步骤', isHeading: true, render: (change) => change.title },
              { key: 'case', title: '事项', render: (change) => change.caseName },
              { key: 'old', title: '原期限', render: (change) => dueText(change.oldDue) },
              { key: 'new', title: '新期限', render: (change) => <strong>{dueText(change.newDue)}</strong> },
              { key: 'shift', title: '移动', render: shiftText },
              { key: 'why', title: '计算', render: (change) => withDateWords(change.explanation) || '—' },
              {
                key: 'clause',
                title: '依据',
                render: (change) => <ClauseTag id={change.clause} text={clauseWords(change.clause)} />,
              },
            ]}
          />
        </div>
      ))}
    </>
  );
}

function dueText(due: string | null): string {
  return due === null ? '未定' : dateText(due);
}

function shiftText({ oldDue, newDue }: DateChange): string {
  if (oldDue === null || newDue === null) return '—';
  const days = daysFrom(oldDue, newDue);
  return days > 0 ? `推后${days}天` : `提前${-days}天`;
}
