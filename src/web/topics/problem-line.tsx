import { Segmented } from 'antd';
import type { CaseState } from '../../domain/case-state.ts';
import {
  type ProblemLine as Line,
  type ProblemStanding,
  problemLinesOf,
  problemStandingNames,
  problemStandings,
} from '../../domain/handling/problem-line.ts';
import { oneOf, useAddress } from '../lib/address.ts';
import type { Linkage } from '../lib/linkage.ts';
import { EmptyView } from '../ui/states.tsx';
import { ProblemChain } from './problem-chain.tsx';
import { ProblemTable } from './problem-table.tsx';

const views = ['picture', 'table'] as const;

/** The lines of the case's problems, as a picture or as a table, narrowed to those that stand at one point. */
export function ProblemLine({ state, linkage }: { state: CaseState; linkage: Linkage }) {
  const address = useAddress();
  const lines = problemLinesOf(state);
  if (lines.length === 0) {
    return (
      <EmptyView text="还没有发现问题和审议要求" hint="调研中登记的问题、审议意见中的要求，从头到尾在这里对应。" />
    );
  }
  const wanted = oneOf(problemStandings, address.value('stands'));
  const view = oneOf(views, address.value('view')) ?? 'picture';
  const shown = wanted === undefined ? lines : lines.filter(({ stands }) => stands === wanted);
  return (
    <>
      <div className="problem-bar">
        <Standings lines={lines} wanted={wanted} onChoose={(stands) => address.change({ stands })} />
        <Segmented
          aria-label="显示方式"
          value={view}
          onChange={(next) => address.change({ view: next === 'picture' ? undefined : next })}
          options={[
            { value: 'picture', label: '图' },
            { value: 'table', label: '表' },
          ]}
        />
      </div>
      {view === 'table' ? (
        <ProblemTable lines={shown} linkage={linkage} />
      ) : (
        <ol className="problem-lines">
          {shown.map((line) => (
            <li key={`${line.finding?.id ?? ''}/${line.demand?.id ?? ''}`}>
              <ProblemChain line={line} linkage={linkage} />
            </li>
          ))}
        </ol>
      )}
    </>
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
