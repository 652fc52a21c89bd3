import { dueStandingNames } from '../../domain/handling/problem-due.ts';
import {
  type ProblemLine as Line,
  problemStandingNames,
  problemStandings,
} from '../../domain/handling/problem-line.ts';
import { type Address, oneOf } from '../lib/address.ts';
import { type Choice, ChooseField, choicesOf, FilterBar } from '../ui/list-filters.tsx';

/** What narrows the lines, by its names in the address. */
const names = ['organ', 'due'] as const;

const orders: readonly Choice[] = [
  { value: 'due', label: '期限近的在前' },
  { value: 'due-late', label: '期限远的在前' },
  { value: 'organ', label: '按办理机关' },
  { value: 'stands', label: '按目前情况' },
];

export function ProblemFilters({ address, organs }: { address: Address; organs: readonly Choice[] }) {
  return (
    <FilterBar
      address={address}
      label="筛选问题"
      names={names}
      // The picture is cards at a desk as well.
      orders={{ asGiven: '按登记先后', others: orders, always: true }}
    >
      {organs.length < 2 ? null : <ChooseField address={address} name="organ" title="办理机关" choices={organs} />}
      <ChooseField address={address} name="due" title="期限" choices={choicesOf(dueStandingNames)} />
    </FilterBar>
  );
}

/** How many lines stand where, and how many stand again; each narrows the list to itself. */
export function Standings({ address, lines, repeats }: { address: Address; lines: readonly Line[]; repeats: number }) {
  const wanted = oneOf(problemStandings, address.value('stands'));
  const onlyRepeats = address.value('repeat') !== undefined;
  const counts = Map.groupBy(lines, ({ stands }) => stands);
  return (
    <div className="problem-standings">
      <button
        type="button"
        aria-pressed={wanted === undefined && !onlyRepeats}
        onClick={() => address.change({ stands: undefined, repeat: undefined })}
      >
        全部{lines.length}项
      </button>
      {problemStandings
        .filter((stands) => counts.has(stands) || stands === wanted)
        .map((stands) => (
          <button
            key={stands}
            type="button"
            aria-pressed={wanted === stands}
            onClick={() => address.change({ stands: wanted === stands ? undefined : stands })}
          >
            {problemStandingNames[stands]}
            {counts.get(stands)?.length ?? 0}项
          </button>
        ))}
      {repeats === 0 && !onlyRepeats ? null : (
        <button
          type="button"
          aria-pressed={onlyRepeats}
          onClick={() => address.change({ repeat: onlyRepeats ? undefined : 'only' })}
        >
          再次出现{repeats}项
        </button>
      )}
    </div>
  );
}
