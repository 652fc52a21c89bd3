import type { ReactNode } from 'react';
import './tile-grid.css';

/** Where a tile stands: column and row from 0. */
type Place = { tenantId: string; column: number; row: number };

/** Things that lie somewhere, each where it lies: the counties of a city. */
export function TileGrid<Thing extends { id: string }>(props: {
  things: readonly Thing[];
  places: readonly Place[];
  render: (thing: Thing) => ReactNode;
}) {
  const { things, places, render } = props;
  const at = new Map(places.map((place) => [place.tenantId, place]));
  return (
    <ul className="tile-grid">
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
