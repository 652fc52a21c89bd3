import type { ReactNode } from 'react';
import { useIsPhone } from './use-is-phone.ts';
import './tile-grid.css';

/** Where a tile stands: column and row from 0. */
type Place = { tenantId: string; column: number; row: number };

/** So many columns are read on a phone. */
const columnsOnPhone = 4;

/** Things that lie somewhere, each where it lies: the counties of a city. */
export function TileGrid<Thing extends { id: string }>(props: {
  things: readonly Thing[];
  places: readonly Place[];
  render: (thing: Thing) => ReactNode;
}) {
  const { things, places, render } = props;
  const isPhone = useIsPhone();
  const isWide = places.some(({ column }) => column >= columnsOnPhone);
  // Too many columns for a phone stand in order there, as many in a row as can be read.
  const at = new Map(isWide && isPhone ? [] : places.map((place) => [place.tenantId, place]));
  return (
    <ul className={isWide ? 'tile-grid is-wide' : 'tile-grid'}>
      {things.map((thing) => {
        const place = at.get(thing.id);
        const style = place === undefined ? {} : { gridColumn: place.column + 1, gridRow: place.row + 1 };
        return (
          <li key={thing.id} style={style}>
            {render(thing)}
          </li>
        );
      })}
    </ul>
  );
}
