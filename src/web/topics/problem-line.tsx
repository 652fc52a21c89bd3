import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useMemo } from 'react';
import { listCaseActs } from '../../contract/cases.ts';
import { demandsShown, exportProblems, type ProblemFilter, problemsShown } from '../../contract/problem-list.ts';
import type { Me } from '../../contract/sign-in.ts';
import { apartOf, earlierOf } from '../../domain/handling/earlier-problem.ts';
import { dueStandings } from '../../domain/handling/problem-due.ts';
import {
  type DemandLine,
  type ProblemLine as Line,
  problemLinesOf,
  problemStandings,
} from '../../domain/handling/problem-line.ts';
import { type LineSources, lineSources } from '../../domain/handling/problem-sources.ts';
import { organsWithDemands } from '../../domain/handling/rounds.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { trackOf } from '../../domain/procedure/case.ts';
import { type Address, oneOf, useAddress } from '../lib/address.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { call, download } from '../lib/client.ts';
import { countText, todayInChina } from '../lib/formats.ts';
import type { Linkage } from '../lib/linkage.ts';
import { useRepeats } from '../lib/repeats.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { EmptyView } from '../ui/states.tsx';
import { DemandLines } from './demand-lines.tsx';
import { ProblemChain } from './problem-chain.tsx';
import { ProblemFilters, Standings } from './problem-filters.tsx';
import { type Known, problemIdsOfLine } from './problem-source.tsx';
import { ProblemTable } from './problem-table.tsx';
import './problem-chain.css';

const views = ['picture', 'demands', 'table'] as const;

type Props = { me: Me; loaded: LoadedCase; linkage: Linkage; today: string; isPast: boolean };

/** The lines of the case's problems, from either end or as a table, narrowed and ordered by where they stand, when they are due and who handles them. */
export function ProblemLine({ me, loaded, linkage, today, isPast }: Props) {
  const address = useAddress();
  const lines = useMemo(() => (loaded.state === null ? [] : problemLinesOf(loaded.state)), [loaded.state]);
  const known = useKnown({ me, loaded, linkage, today }, lines);
  const { state } = loaded;
  if (state === null) return null;
  if (lines.length === 0) {
    return (
      <EmptyView text="还没有发现问题和审议要求" hint="调研中登记的问题、审议意见中的要求，从头到尾在这里对应。" />
    );
  }
  const view = oneOf(views, address.value('view')) ?? 'picture';
  const organIds = organsWithDemands(state.handling.demands);
  const filter = filterOf(address, organIds);
  const about = {
    today,
    nameOf: (id: string) => tenantNameOf(linkage.organisation, id),
    isRepeat: (line: Line) => known.earlierOf(line).length > 0,
  };
  // Before they are narrowed to how they stand: of these the marks above them count how many stand where.
  const chosen = problemsShown(lines, { organ: filter.organ, due: filter.due }, about);
  const shown = problemsShown(lines, filter, about);
  const demands = demandsShown(state, { all: lines, shown, sort: filter.sort });
  const isEmpty = view === 'demands' ? demands.length === 0 : shown.length === 0;
  return (
    <>
      <div className="problem-bar">
        <Standings address={address} lines={chosen} repeats={chosen.filter(about.isRepeat).length} />
        <Segmented
          aria-label="显示方式"
          value={view}
          onChange={(next) => address.change({ view: next === 'picture' ? undefined : next })}
          options={[
            { value: 'picture', label: '按问题' },
            { value: 'demands', label: '按审议要求' },
            { value: 'table', label: '表' },
          ]}
        />
      </div>
      <ProblemFilters address={address} organs={organIds.map((id) => ({ value: id, label: about.nameOf(id) }))} />
      <div className="list-count">
        <p role="status">
          {view === 'demands' ? `共${demands.length}项审议要求` : countText(lines.length, shown.length)}
        </p>
        {isPast || isEmpty ? null : (
          <ExportButton ask={() => download(exportProblems, { params: { caseId: loaded.view.id }, query: filter })} />
        )}
      </div>
      {isEmpty ? (
        <EmptyView
          text={view === 'demands' ? '没有符合条件的审议要求' : '没有符合条件的问题'}
          hint="可以清除筛选，查看全部问题。"
        />
      ) : (
        <Shown view={view} lines={shown} demands={demands} known={known} />
      )}
    </>
  );
}

function filterOf(address: Address, organIds: readonly string[]): ProblemFilter {
  return {
    organ: oneOf(organIds, address.value('organ')),
    due: oneOf(dueStandings, address.value('due')),
    stands: oneOf(problemStandings, address.value('stands')),
    repeat: address.value('repeat') === undefined ? undefined : 'only',
    view: oneOf(['demands'], address.value('view')),
    sort: address.value('sort'),
  };
}

/** What is known besides the lines: the own acts they were written in, and what stands again. */
function useKnown({ me, loaded, linkage, today }: Omit<Props, 'isPast'>, lines: readonly Line[]): Known {
  const { view, state } = loaded;
  const caseId = view.id;
  const acts = useQuery({
    queryKey: ['case', caseId, 'acts'],
    queryFn: () => call(listCaseActs, { params: { caseId } }),
    enabled: state !== null,
  });
  const recorded = acts.data?.acts;
  const sources = useMemo(() => {
    // Of an earlier day only what had been done by then.
    const inOrder = recorded?.filter(({ on }) => on <= today).toSorted((one, other) => one.seq - other.seq);
    if (inOrder === undefined) return new Map<Line, LineSources>();
    return new Map(lines.map((line) => [line, lineSources(line, inOrder)]));
  }, [lines, recorded, today]);
  // What stands again is known as of today alone.
  const isAsked = me.kind === 'body' && state !== null && view.kind === 'topic' && today === todayInChina();
  const { repeats, stoodAgain, mayTellApart } = useRepeats(caseId, isAsked);
  const earlier = useMemo(
    () => new Map(lines.map((line) => [line, earlierOf(repeats, problemIdsOfLine(line))])),
    [lines, repeats],
  );
  const city = view.tracks.find(({ kind, level }) => kind === 'body' && level === 'city');
  const isWithdrawn = view.state === 'withdrawn';
  return {
    linkage,
    ...{ reader: me.kind, level: me.level, caseId },
    isOver: isWithdrawn || trackOf(view, me.tenantId)?.closedOn !== undefined,
    isCityOver: isWithdrawn || city?.closedOn !== undefined,
    sourcesOf: (line) => sources.get(line),
    earlierOf: (line) => earlier.get(line) ?? [],
    apartOf: (line) => apartOf(repeats, problemIdsOfLine(line)),
    laterOf: ({ demand }) => stoodAgain.find(({ demandId }) => demandId === demand?.id)?.later ?? [],
    mayTellApart,
  };
}

function Shown(props: {
  view: (typeof views)[number];
  lines: readonly Line[];
  demands: readonly DemandLine[];
  known: Known;
}) {
  const { view, lines, demands, known } = props;
  const address = useAddress();
  const asked = address.value('line');
  const order = address.value('sort');
  if (view === 'table') {
    const sorting = { value: order ?? '', onChange: (next: string) => address.change({ sort: next }) };
    return <ProblemTable lines={lines} known={known} sorting={sorting} />;
  }
  if (view === 'demands') return <DemandLines lines={demands} known={known} />;
  return (
    <ol className="problem-lines">
      {lines.map((line) => (
        <li key={`${line.finding?.id ?? ''}/${line.demand?.id ?? ''}`}>
          <ProblemChain
            line={line}
            known={known}
            isAsked={asked !== undefined && (asked === line.finding?.id || asked === line.demand?.id)}
          />
        </li>
      ))}
    </ol>
  );
}
