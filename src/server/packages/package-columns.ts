import { packageKindNames } from '../../domain/package/contents.ts';
import type { TableColumn } from '../http/table-file.ts';
import type { PackageRow } from './package-queries.ts';

const common: readonly TableColumn<PackageRow>[] = [
  { title: '标题', width: 40, value: (row) => row.title },
  { title: '种类', width: 20, value: (row) => packageKindNames[row.kind] },
  { title: '事项', width: 30, value: (row) => row.caseName },
  { title: '发出日期', width: 12, kind: 'date', value: (row) => row.sealedOn },
];
const digest: TableColumn<PackageRow> = { title: '内容摘要', width: 66, value: (row) => row.digest };

/** What came to a tenant: from whom, and when it signed. */
export function inboxColumns(tenantId: string): readonly TableColumn<PackageRow>[] {
  const received = (row: PackageRow) =>
    row.addressees.find((addressee) => addressee.tenantId === tenantId)?.receivedOn ?? null;
  return [
    ...common,
    { title: '来自', width: 24, value: (row) => row.fromName },
    { title: '签收日期', width: 12, kind: 'date', value: received },
    digest,
  ];
}

/** What a tenant sent: to whom, and who has not signed. */
export const outboxColumns: readonly TableColumn<PackageRow>[] = [
  ...common,
  { title: '送往', width: 40, value: (row) => row.addressees.map(({ name }) => name).join('、') },
  {
    title: '尚未签收',
    width: 40,
    value: (row) => row.addressees.flatMap(({ name, receivedOn }) => (receivedOn === null ? [name] : [])).join('、'),
  },
  digest,
];
