import { Segmented, Select } from 'antd';
import type { Me } from '../../contract/sign-in.ts';
import {
  demandLinesOf,
  type ProblemLine as Line,
  type ProblemStanding,
  problemLinesOf,
  problemStandingNames,
  problemStandings,
} from '../../domain/handling/problem-line.ts';
import { organsWithDemands } from '../../domain/handling/rounds.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { trackOf } from '../../domain/procedure/case.ts';
import { oneOf, useAddress } from '../lib/address.ts';
import type { LoadedCase } from '../lib/cases.ts';
import type { Linkage } from '../lib/linkage.ts';
import { EmptyView } from '../ui/states.tsx';
import { DemandLines } from './demand-lines.tsx';
import { type Known, ProblemChain } from './problem-chain.tsx';
import { ProblemTable } from './problem-table.tsx';

const views = ['picture', 'demands', 'table'] as const;

type Props = { me: Me; loaded: LoadedCase; linkage: Linkage };

/** The lines of the case's problems, from either end or as a table, narrowed to where they stand and to the organ that handles them. */
export function ProblemLine({ me, loaded, linkage }: Props) {
  const address = useAddress();
  const { state, view: topic } = loaded;
  if (state === null) return null;
  const lines = problemLinesOf(state);
  if (lines.length === 0) {
    return (
      <EmptyView text="还没有发现问题和审议要求" hint="调研中登记的问题、审议意见中的要求，从头到尾在这里对应。" />
    );
  }
  const wanted = oneOf(problemStandings, address.value('stands'));
  const organId = address.value('organ');
  const view = oneOf(views, address.value('view')) ?? 'picture';
  const ofOrgan = lines.filter(({ demand }) => organId === undefined || demand?.organId === organId);
  const shown = ofOrgan.filter(({ stands }) => wanted === undefined || stands === wanted);
  const isOver = trackOf(topic, me.tenantId)?.closedOn !== undefined || topic.state === 'withdrawn';
  const known: Known = { linkage, reader: me.kind, level: me.level, caseId: topic.id, isOver };
  const organs = organsWithDemands(state.handling.demands);
  return (
    <>
      <div className="problem-bar">
        <Standings lines={ofOrgan} wanted={wanted} onChoose={(stands) => address.change({ stands })} />
        <span className="problem-choices">
          {organs.length < 2 ? null : (
            <Select
              aria-label="办理机关"
              allowClear
              placeholder="全部机关"
              value={organId ?? null}
              onChange={(next: string | null) => address.change({ organ: next ?? undefined })}
              options={organs.map((id) => ({ value: id, label: tenantNameOf(linkage.organisation, id) }))}
            />
          )}
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
        </span>
      </div>
      <Shown view={view} lines={shown} known={known} state={state} />
    </>
  );
}

function Shown(props: {
  view: (typeof views)[number];
  lines: readonly Line[];
  known: Known;
  state: NonNullable<LoadedCase['state']>;
}) {
  const { view, lines, known, state } = props;
  if (view === 'table') return <ProblemTable lines={lines} linkage={known.linkage} />;
  if (view === 'demands') {
    const ids = new Set(lines.map(({ demand }) => demand?.id));
    const demands = demandLinesOf(state).filter(({ demand }) => ids.has(demand.id));
    if (demands.length === 0) return <EmptyView text="没有符合条件的审议要求" />;
    return <DemandLines lines={demands} known={known} />;
  }
  return (
    <ol className="problem-lines">
      {lines.map((line) => (
        <li key={`${line.finding?.id ?? ''}/${line.demand?.id ?? ''}`}>
          <ProblemChain line={line} known={known} />
        </li>
      ))}
    </ol>
  );
}

function Standings(props: {
  lines: readonly Line[];
  wanted: ProblemStanding | undefined;
  onChoose: (stands: ProblemStanding | undefined) => void;
}) {
  const { lines, wanted, onChoose } = props;
  const counts = Map.groupBy(lines, ({ stands }) => stands);
  return (
    <div className="problem-standings">
      <button type="button" aria-pressed={wanted === undefined} onClick={() => onChoose(undefined)}>
        全部{lines.length}项
      </button>
      {problemStandings
        .filter((stands) => counts.has(stands))
        .map((stands) => (
          <button key={stands} type="button" aria-pressed={wanted === stands} onClick={() => onChoose(stands)}>
            {problemStandingNames[stands]}
            {counts.get(stands)?.length ?? 0}项
          </button>
        ))}
    </div>
  );
}
