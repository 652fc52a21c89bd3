import type { ReactNode } from 'react';
import { gradeInShort } from '../../domain/ballot/result-text.ts';
import { verdictText } from '../../domain/handling/demand.ts';
import { notAskedText } from '../../domain/handling/finding-outcome.ts';
import {
  type ProblemLine,
  type ProblemRound,
  problemReportText,
  problemStandingNames,
} from '../../domain/handling/problem-line.ts';
import type { RoundSources, Source } from '../../domain/handling/problem-sources.ts';
import { stillUnmetText } from '../../domain/handling/unmet-before.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { dateText } from '../lib/formats.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { FileLinks } from '../ui/file-links.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { RepeatTag } from './problem-repeats.tsx';
import { type Known, pathOfSource, SourceLink } from './problem-source.tsx';
import { promiseText, standingTones } from './problem-words.ts';

type Sorting = { value: string; onChange: (order: string) => void };

/** The same lines as rows: everything of one line beside each other, every round of its handling, each with the way to where it was written. */
export function ProblemTable(props: { lines: readonly ProblemLine[]; known: Known; sorting: Sorting }) {
  const { lines, known, sorting } = props;
  return (
    <DataTable
      caption="问题清单"
      columns={[...foundColumns(known), ...handledColumns(known)]}
      rows={lines}
      rowKey={({ finding, demand }) => `${finding?.id ?? ''}/${demand?.id ?? ''}`}
      sorting={sorting}
    />
  );
}

function foundColumns(known: Known): readonly Column<ProblemLine>[] {
  const nameOf = (tenantId: string) => tenantNameOf(known.linkage.organisation, tenantId);
  const to = (source: Source | undefined) => pathOfSource(known.caseId, source);
  return [
    {
      key: 'finding',
      title: '问题',
      isHeading: true,
      width: '10rem',
      render: (line) => (
        <>
          {line.finding?.title ?? line.demand?.problem ?? ''}{' '}
          <SourceLink to={to(known.sourcesOf(line)?.finding)} of="发现问题" />
        </>
      ),
    },
    {
      key: 'stands',
      title: '目前',
      sorts: { ascending: 'stands' },
      render: (line) => (
        <>
          <StateTag
            tone={standingTones[line.stands]}
            text={stillUnmetText(line.rounds) ?? problemStandingNames[line.stands]}
          />{' '}
          <RepeatTag line={line} known={known} />
        </>
      ),
    },
    {
      key: 'due',
      title: '期限',
      sorts: { ascending: 'due', descending: 'due-late' },
      render: ({ due }) => (due === undefined ? '—' : dateText(due)),
    },
    {
      key: 'from',
      title: '来源',
      width: '7rem',
      render: ({ finding, fromTenantId }) => sourceOf(finding !== undefined, fromTenantId, nameOf),
    },
    {
      key: 'report',
      title: '调研报告',
      width: '8rem',
      render: (line) => {
        const sources = known.sourcesOf(line);
        return (
          <>
            {problemReportText(line) ?? '—'} <SourceLink to={to(sources?.report ?? sources?.answer)} of="调研报告" />
          </>
        );
      },
    },
    {
      key: 'demand',
      title: '审议要求',
      width: '12rem',
      render: (line) => <Asked line={line} known={known} />,
    },
    {
      key: 'organ',
      title: '办理机关',
      width: '8rem',
      sorts: { ascending: 'organ' },
      render: ({ demand }) => (demand === undefined ? '—' : nameOf(demand.organId)),
    },
  ];
}

function Asked({ line, known }: { line: ProblemLine; known: Known }) {
  const { demand, stands, notAsked } = line;
  const sources = known.sourcesOf(line);
  if (demand === undefined) {
    if (stands !== 'not-demanded') return '—';
    return (
      <>
        {notAskedText(notAsked)} <SourceLink to={pathOfSource(known.caseId, sources?.notAsked)} of="未提出要求的理由" />
      </>
    );
  }
  return (
    <>
      第{demand.no}项：{demand.text} <SourceLink to={pathOfSource(known.caseId, sources?.demand)} of="审议要求" />
      {stands === 'withdrawn' ? <div className="quiet">不再要求，理由：{notAsked}</div> : null}
    </>
  );
}

function handledColumns(known: Known): readonly Column<ProblemLine>[] {
  const to = (source: Source | undefined) => pathOfSource(known.caseId, source);
  const each = (render: (round: ProblemRound, sources: RoundSources | undefined) => ReactNode) => (line: ProblemLine) =>
    eachRound(line.rounds, (round) =>
      render(
        round,
        known.sourcesOf(line)?.rounds.find(({ no }) => no === round.no),
      ),
    );
  return [
    {
      key: 'promise',
      title: '整改承诺',
      width: '12rem',
      render: each(({ answer }, sources) =>
        answer === undefined ? undefined : (
          <>
            {promiseText(answer)} <SourceLink to={to(sources?.answer)} of="整改承诺" />
          </>
        ),
      ),
    },
    {
      key: 'evidence',
      title: '佐证',
      width: '12rem',
      render: each(({ evidence }, sources) =>
        evidence.length === 0
          ? undefined
          : evidence.map((entry) => (
              <span key={`${entry.on}${entry.text}`}>
                {dateText(entry.on)}：{entry.text} <SourceLink to={to(sources?.evidence(entry))} of="佐证" />
                <FileLinks files={entry.attachments} />
              </span>
            )),
      ),
    },
    {
      key: 'verdict',
      title: '评价',
      width: '10rem',
      render: each(({ verdict }, sources) =>
        verdict === undefined ? undefined : (
          <>
            {verdictText(verdict)} <SourceLink to={to(sources?.verdict)} of="评价" />
          </>
        ),
      ),
    },
    {
      key: 'assessment',
      title: '满意度测评',
      width: '8rem',
      render: each(({ assessment }, sources) =>
        assessment === null ? undefined : (
          <>
            {gradeInShort(assessment)} <SourceLink to={to(sources?.assessment)} of="满意度测评" />
          </>
        ),
      ),
    },
  ];
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
