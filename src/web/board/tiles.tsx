import type { Tenant } from '../../domain/organisation/tenant.ts';
import { tilesOf } from '../../domain/organisation/tiles.ts';
import { findStep } from '../../domain/procedure/procedure.ts';
import { stageNames } from '../../domain/procedure/step.ts';
import { obligationStateNames } from '../../domain/procedure/worklist.ts';
import { obligationTones } from '../lib/words.ts';
import { Icon } from '../ui/icons.tsx';
import { TileGrid } from '../ui/tile-grid.tsx';
import type { OpenStep } from './open-of-body.tsx';

type Props = {
  bodies: readonly Tenant[];
  /** What each body owes now, whatever may be left undone taken out. */
  openOf: (tenantId: string) => readonly OpenStep[];
  chosen: string | undefined;
  onChoose: (tenantId: string | undefined) => void;
};

const counted = ['overdue', 'due-soon', 'ready'] as const;

/** The counties where they lie, and the city above them: who is late, with how much, at one glance. Chosen, a tile opens its list. */
export function Tiles({ bodies, openOf, chosen, onChoose }: Props) {
  const city = bodies.find(({ level }) => level === 'city');
  const counties = bodies.filter(({ level }) => level === 'county');
  return (
    <section className="tiles" aria-label="县域示意图">
      {city === undefined ? null : (
        <Tile body={city} open={openOf(city.id)} isChosen={chosen === city.id} onChoose={onChoose} />
      )}
      <TileGrid
        things={counties}
        places={tilesOf(counties)}
        render={(county) => (
          <Tile body={county} open={openOf(county.id)} isChosen={chosen === county.id} onChoose={onChoose} />
        )}
      />
    </section>
  );
}

function Tile(props: {
  body: Tenant;
  open: readonly OpenStep[];
  isChosen: boolean;
  onChoose: (tenantId: string | undefined) => void;
}) {
  const { body, open, isChosen, onChoose } = props;
  const counts = counted
    .map((state) => ({ state, count: open.filter(({ obligation }) => obligation.state === state).length }))
    .filter(({ count }) => count > 0);
  const worst = counts[0]?.state;
  const [first] = open;
  return (
    <button
      type="button"
      className={`tile tile-${worst ?? 'done'}`}
      aria-pressed={isChosen}
      onClick={() => onChoose(isChosen ? undefined : body.id)}
    >
      <strong>{body.shortName}</strong>
      {counts.length === 0 ? (
        <span className="tile-count">
          <Icon name="done" size={14} />
          没有待办
        </span>
      ) : (
        counts.map(({ state, count }) => (
          <span key={state} className="tile-count">
            <Icon name={obligationTones[state]} size={14} />
            {obligationStateNames[state]}
            {count}项
          </span>
        ))
      )}
      {first === undefined ? null : (
        <span className="tile-first">
          {first.caseName}，{stageOf(first)}
        </span>
      )}
    </button>
  );
}

/** In which stage the most pressing of a body's steps stands. */
function stageOf({ obligation, level }: OpenStep): string {
  const stage = findStep(obligation.stepId, level)?.stage;
  return stage === undefined ? obligation.title : stageNames[stage];
}
