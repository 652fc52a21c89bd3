import type { ReactNode } from 'react';
import { verdictText } from '../../domain/handling/demand.ts';
import {
  type ProblemLine,
  type ProblemRound,
  problemReportText,
  problemStandingNames,
} from '../../domain/handling/problem-line.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { dateText } from '../lib/formats.ts';
import type { Linkage } from '../lib/linkage.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { FileLinks } from '../ui/file-links.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { promiseText, standingTones } from './problem-words.ts';

/** The same lines as rows: everything of one line beside each other, every round of its handling. */
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
      render: ({ rounds }) =>
        eachRound(rounds, ({ answer }) => (answer === undefined ? undefined : promiseText(answer))),
    },
    {
      key: 'evidence',
      title: '佐证',
      render: ({ rounds }) =>
        eachRound(rounds, ({ evidence }) =>
          evidence.length === 0
            ? undefined
            : evidence.map((entry) => (
                <span key={`${entry.on}${entry.text}`}>
                  {dateText(entry.on)}：{entry.text}
                  <FileLinks files={entry.attachments} />
                </span>
              )),
        ),
    },
    {
      key: 'verdict',
      title: '评价',
      render: ({ rounds }) =>
        eachRound(rounds, ({ verdict }) => (verdict === undefined ? undefined : verdictText(verdict))),
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

/** What each round says, with its number where there are several. */
function eachRound(rounds: readonly ProblemRound[], render: (round: ProblemRound) => ReactNode): ReactNode {
  const told = rounds
    .map((round) => ({ no: round.no, content: render(round) }))
    .filter(({ content }) => content !== undefined);
  if (told.length === 0) return '—';
  return told.map(({ no, content }) => (
    <div key={no}>
      {rounds.length > 1 ? <span className="quiet">第{no}轮：</span> : null}
      {content}
    </div>
  ));
}

function sourceOf(isFound: boolean, from: string | undefined, nameOf: (id: string) => string): string {
  if (!isFound) return '—';
  return from === undefined ? '本级' : nameOf(from);
}
