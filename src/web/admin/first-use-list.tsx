import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { csvOf, utf8Mark } from '../../contract/csv.ts';
import type { ResponseOf } from '../../contract/route.ts';
import type { importWorkbook } from '../../contract/workbook.ts';
import { momentText } from '../lib/formats.ts';
import { DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { MessageBox } from '../ui/message-box.tsx';

type Account = ResponseOf<typeof importWorkbook>['accounts'][number];

/** Links that nobody can be shown again: saved or printed unit by unit, to be handed to each person; leaving before that asks once more. */
export function FirstUseList({ accounts }: { accounts: readonly Account[] }) {
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    if (isKept) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isKept]);
  const units = [...Map.groupBy(accounts, ({ tenantName }) => tenantName)];
  const until = accounts[0]?.expiresAt;
  return (
    <section aria-labelledby="links-title">
      <h2 id="links-title" className="section-title">
        新账号的首次使用链接（{accounts.length}个）
      </h2>
      <MessageBox
        type={isKept ? 'success' : 'warning'}
        title={isKept ? '已保存或打印' : '链接只显示这一次，请先保存或打印，再离开本页'}
        description={`${until === undefined ? '' : `${momentText(until)}前有效，`}每个链接只能使用一次，请当面或经安全途径交给本人；遗失的可以在“账号”中重新发给。`}
        action={
          <span className="list-deeds">
            <ExportButton
              ask={async () => {
                setKept(true);
                return { name: '首次使用链接.csv', blob: new Blob([asCsv(accounts)], { type: 'text/csv' }) };
              }}
            >
              保存清单
            </ExportButton>
            <Button
              onClick={() => {
                window.print();
                setKept(true);
              }}
            >
              打印
            </Button>
          </span>
        }
      />
      {units.map(([unit, own]) => (
        <details key={unit} className="first-use-unit">
          <summary>
            {unit}（{own.length}个）
          </summary>
          <DataTable
            caption={`${unit}的首次使用链接`}
            rows={own}
            rowKey={(row) => row.accountId}
            columns={[
              { key: 'name', title: '姓名', isHeading: true, render: (row) => row.personName },
              { key: 'login', title: '登录名', render: (row) => row.login },
              { key: 'link', title: '链接', render: (row) => <code className="first-use-link">{addressOf(row)}</code> },
            ]}
          />
        </details>
      ))}
    </section>
  );
}

function addressOf({ path }: Account): string {
  return `${window.location.origin}${path}`;
}

function asCsv(accounts: readonly Account[]): string {
  const rows = accounts.map((one) => [
    one.tenantName,
    one.personName,
    one.login,
    addressOf(one),
    momentText(one.expiresAt),
  ]);
  return utf8Mark + csvOf([['单位', '姓名', '登录名', '首次使用链接', '有效至'], ...rows]);
}
