import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tilesOf } from './tiles.ts';

describe('the tile picture of the counties', () => {
  test('stands as the workbook places it, moved to the upper left corner', () => {
    const counties = [
      { id: 'a', tile: { column: 2, row: 1 } },
      { id: 'b', tile: { column: 3, row: 4 } },
    ];
    expect(tilesOf(counties)).toEqual([
      { tenantId: 'a', column: 0, row: 0 },
      { tenantId: 'b', column: 1, row: 3 },
    ]);
  });

  test('is laid out in rows where a county has no place or two have the same', () => {
    const same = { column: 0, row: 0 };
    expect(tilesOf([{ id: 'a', tile: same }, { id: 'b', tile: same }, { id: 'c' }])).toEqual([
      { tenantId: 'a', column: 0, row: 0 },
      { tenantId: 'b', column: 1, row: 0 },
      { tenantId: 'c', column: 0, row: 1 },
    ]);
    expect(tilesOf([])).toEqual([]);
  });

  test('never puts two counties in one place and leaves none out, for any workbook', () => {
    const place = fc.option(fc.record({ column: fc.nat(6), row: fc.nat(6) }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 26 }), (tiles) => {
        const counties = tiles.map((tile, index) => ({ id: `${index}`, ...(tile === undefined ? {} : { tile }) }));
        const places = tilesOf(counties);
        expect(places.map(({ tenantId }) => tenantId)).toEqual(counties.map(({ id }) => id));
        expect(new Set(places.map(({ column, row }) => `${column}/${row}`)).size).toBe(counties.length);
        expect(places.every(({ column, row }) => column >= 0 && row >= 0)).toBe(true);
      }),
    );
  });
});
