import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ActSlice, actSlice } from '../../../test/act-slices.ts';

let slice: ActSlice;

beforeAll(async () => {
  slice = await actSlice();
});
afterAll(() => slice.t.close());

const ask = (path: string, known?: string) =>
  slice.as.office.request('GET', path, undefined, known === undefined ? {} : { 'if-none-match': known });
const tagOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers.etag);

describe.each(['/api/linkage', '/api/linkage/appointments'])('%s', (path) => {
  test('may be kept, and is not sent again while nothing has changed', async () => {
    const first = await ask(path);
    expect([first.statusCode, first.headers['cache-control']]).toEqual([200, 'private, no-cache']);
    const again = await ask(path, tagOf(first));
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test('is sent whole to somebody who knows another one', async () => {
    const answer = await ask(path, 'W/"another"');
    expect(answer.statusCode).toBe(200);
    expect(answer.body.length).toBeGreaterThan(0);
  });
});

test('a post that ended is told to whoever knew the people as they were', async () => {
  const known = tagOf(await ask('/api/linkage/appointments'));
  const { cityCode, county } = slice.linkage;
  await slice.db.owner.query(
    `update appointment set until_date = '2026-11-20' where city_code = $1 and tenant_id = $2 and until_date is null`,
    [cityCode, county.id],
  );
  await slice.db.owner.query(
    'update linkage set organisation_version = organisation_version + 1 where city_code = $1',
    [cityCode],
  );
  const answer = await ask('/api/linkage/appointments', known);
  expect(answer.statusCode).toBe(200);
  const { appointments } = answer.json<{ appointments: { tenantId: string; until?: string }[] }>();
  const ofCounty = appointments.filter(({ tenantId }) => tenantId === county.id);
  expect(ofCounty.length).toBeGreaterThan(0);
  expect(ofCounty.map(({ until }) => until)).toEqual(ofCounty.map(() => '2026-11-20'));
});

test('dates need no people: the structure comes without them', async () => {
  const { organisation } = (await ask('/api/linkage')).json<{ organisation: object }>();
  expect(Object.keys(organisation).toSorted()).toEqual(['parks', 'tenants', 'units']);
});
