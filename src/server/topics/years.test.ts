import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ActSlice, type Answer, actSlice, refusalsOf, stateOf, whileFailing } from '../../../test/act-slices.ts';

let slice: ActSlice;

beforeAll(async () => {
  slice = await actSlice();
});
afterAll(() => slice.t.close());

const open = (year: number, key?: string): Promise<Answer> =>
  slice.as.office.post('/api/years', { year }, key === undefined ? {} : { 'idempotency-key': key });

describe('S1.1 a year', () => {
  test('is opened once: a second time is refused and changes nothing', async () => {
    expect((await open(2061)).statusCode).toBe(201);
    const before = await stateOf(slice.db);
    const again = await open(2061);
    expect([again.statusCode, ...refusalsOf(again)]).toEqual([409, 'year/exists year']);
    expect(await stateOf(slice.db)).toEqual(before);
  });

  test('that two open at the same moment is opened once, and the other is told so', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => open(2062)));
    expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
    const refused = answers.filter((answer) => answer.statusCode === 409).flatMap(refusalsOf);
    expect(new Set(refused)).toEqual(new Set(['year/exists year']));
  });

  test('opened under one key is one year', async () => {
    const first = await open(2063, 'year-once-0001');
    expect((await open(2063, 'year-once-0001')).body).toBe(first.body);
  });

  test.each(['track', 'task', 'live_event'] as const)('leaves nothing when its opening fails at %s', async (table) => {
    const before = await stateOf(slice.db);
    expect((await whileFailing(slice.db, table, () => open(2064))).statusCode).toBe(500);
    expect(await stateOf(slice.db)).toEqual(before);
  });
});
