import type { Tenant } from './tenant.ts';

/** Where a county stands in the tile picture: column and row from 0, no two in one place. */
export type TilePlace = { tenantId: string; column: number; row: number };

type Placed = Pick<Tenant, 'id' | 'tile'>;

/**
 * The tile picture of a linkage: counties as the workbook places them. Where one has no place, or two have the same, all of them are
 * laid out in rows in the order given, nearly as many columns as rows, so that any city gets a picture.
 */
export function tilesOf(counties: readonly Placed[]): readonly TilePlace[] {
  const places = counties.flatMap(({ id, tile }) => (tile === undefined ? [] : [{ tenantId: id, ...tile }]));
  const distinct = new Set(places.map(({ column, row }) => `${column}/${row}`));
  if (distinct.size !== counties.length) return inRows(counties);
  const left = Math.min(...places.map(({ column }) => column));
  const top = Math.min(...places.map(({ row }) => row));
  return places.map(({ tenantId, column, row }) => ({ tenantId, column: column - left, row: row - top }));
}

function inRows(counties: readonly Placed[]): readonly TilePlace[] {
  const columns = Math.max(1, Math.ceil(Math.sqrt(counties.length)));
  return counties.map(({ id }, index) => ({
    tenantId: id,
    column: index % columns,
    row: Math.floor(index / columns),
  }));
}
