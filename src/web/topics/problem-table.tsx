import { verdictText } from '../../domain/handling/demand.ts';
import { type ProblemLine, problemReportText, problemStandingNames } from '../../domain/handling/problem-line.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import type { Linkage } from '../lib/linkage.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { promiseText, standingTones } from './problem-words.ts';

/** The same lines as rows: everything of one line beside each other, the newest round of its handling. */
export function ProblemTable({ lines, linkage }: { lines: readonly ProblemLine[]; linkage: Linkage }) {
  const nameOf = (tenantId: string) => tenantNameOf(linkage.organisation, tenantId);
  const columns: readonly Column<ProblemLine>[] = [
    {
      key: 'finding',
      title: '问题',
      isHeading: true,
      width: '10rem',
      render: ({ finding, demand }) => finding?.title ?? demand?.problem ?? '',
    },
    {
      key: 'stands',
      title: '目前',
      render: ({ stands }) => <StateTag tone={standingTones[stands]} text={problemStandingNames[stands]} />,
    },
    {
      key: 'from',
      title: '来源',
      render: ({ finding, fromTenantId }) => sourceOf(finding !== undefined, fromTenantId, nameOf),
    },
    {
      key: 'report',
      title: '调研报告',
      render: (line) => problemReportText(line) ?? '—',
    },
    {
      key: 'demand',
      title: '审议要求',
      width: '12rem',
      render: ({ demand }) =>
        demand === undefined ? '—' : `第${demand.no}项：${demand.text}（${nameOf(demand.organId)}）`,
    },
    {
      key: 'promise',
      title: '整改承诺',
      width: '12rem',
      render: ({ rounds }) => {
        const answer = rounds.at(-1)?.answer;
        return answer === undefined ? '—' : promiseText(answer);
      },
    },
    {
      key: 'evidence',
      title: '佐证',
      render: ({ rounds }) =>
        rounds
          .at(-1)
          ?.evidence.map(({ text }) => text)
          .join('；') || '—',
    },
    {
      key: 'verdict',
      title: '评价',
      render: ({ rounds }) => {
        const verdict = rounds.at(-1)?.verdict;
        return verdict === undefined ? '—' : verdictText(verdict);
      },
    },
  ];
  return (
    <DataTable
      caption="问题清单"
      columns={columns}
      rows={lines}
      rowKey={({ finding, demand }) => `${finding?.id ?? ''}/${demand?.id ?? ''}`}
    />
  );
}

function sourceOf(isFound: boolean, from: string | undefined, nameOf: (id: string) => string): string {
  if (!isFound) return '—';
  return from === undefined ? '本级' : nameOf(from);
}
