import { Link } from 'react-router';
import type { PackageView } from '../../contract/packages.ts';
import { paths } from '../app/paths.ts';
import { dateText } from '../lib/formats.ts';
import type { Column } from '../ui/data-table.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { SignOne } from './sign-one.tsx';

const title: Column<PackageView> = {
  key: 'title',
  title: '标题',
  isHeading: true,
  width: '15rem',
  sorts: { ascending: 'title' },
  render: (row) => <Link to={paths.packageOf(row.id)}>{row.title}</Link>,
};
const kind: Column<PackageView> = {
  key: 'kind',
  title: '种类',
  sorts: { ascending: 'kind' },
  render: (row) => row.kindName,
};
const subject: Column<PackageView> = {
  key: 'case',
  title: '事项',
  width: '10rem',
  render: (row) => <Link to={paths.caseOf(row.caseId)}>{row.caseName}</Link>,
};
const sealed: Column<PackageView> = {
  key: 'sealed',
  title: '发出',
  width: '9.5rem',
  sorts: { ascending: 'oldest', descending: 'newest' },
  render: (row) => dateText(row.sealedOn),
};

/** What came: from whom, and the own signature or the button for it. */
export function inColumns(tenantId: string | undefined, signs: boolean): Column<PackageView>[] {
  return [
    title,
    kind,
    { key: 'from', title: '来自', sorts: { ascending: 'party' }, render: (row) => row.fromName },
    subject,
    sealed,
    {
      key: 'receipt',
      title: '签收',
      width: '11rem',
      sorts: { ascending: 'waiting' },
      render: (row) => <OwnReceipt row={row} tenantId={tenantId} signs={signs} />,
    },
  ];
}

function OwnReceipt({ row, tenantId, signs }: { row: PackageView; tenantId: string | undefined; signs: boolean }) {
  const received = row.addressees.find((addressee) => addressee.tenantId === tenantId)?.receivedOn ?? null;
  if (received !== null) return <StateTag tone="done" text={`${dateText(received)}签收`} />;
  return signs ? <SignOne sealed={row} /> : <StateTag tone="soon" text="待签收" />;
}

/** What went: to whom, and how many of them have signed. */
export const outColumns: Column<PackageView>[] = [
  title,
  kind,
  { key: 'to', title: '送往', width: '9rem', sorts: { ascending: 'party' }, render: addresseesText },
  subject,
  sealed,
  {
    key: 'receipt',
    title: '签收',
    sorts: { ascending: 'waiting' },
    render: ({ addressees }) => {
      const received = addressees.filter((addressee) => addressee.receivedOn !== null).length;
      return received === addressees.length ? (
        <StateTag tone="done" text={`全部签收（${received}）`} />
      ) : (
        <StateTag tone="waiting" text={`${addressees.length}方中${received}方签收`} />
      );
    },
  },
];

function addresseesText({ addressees }: PackageView): string {
  const [first, second] = addressees;
  if (first === undefined) return '—';
  if (second === undefined) return first.name;
  return addressees.length === 2 ? `${first.name}、${second.name}` : `${first.name}等${addressees.length}方`;
}
