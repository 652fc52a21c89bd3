import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ActSlice,
  actSlice,
  actsOf,
  expectWholeChains,
  recordedBy,
  refusalsOf,
  stateOf,
  take,
  whileFailing,
} from '../../../test/act-slices.ts';
import type { Client } from '../../../test/test-app.ts';
import { addTopic, type CastName } from '../../../test/working-linkage.ts';

let slice: ActSlice;
let topic: string;
const unknownId = '01900000-0000-7000-8000-000000000000';

beforeAll(async () => {
  slice = await actSlice();
  topic = await addTopic(slice.db, slice.linkage, { name: '停车', year: 2027, deliberationDate: '2027-10-26' });
});
afterAll(() => slice.t.close());

/** 甲县 sends the city something, on the day before today. */
async function sent(): Promise<string> {
  const payload = { toIds: [slice.linkage.city.id], about: 'contact', subject: '事由', text: '内容' };
  const { packageIds } = recordedBy(await take(slice.as.clerk, topic, 'exchange', { on: '2026-11-23', payload }));
  return packageIds[0] ?? '';
}

const receive = (client: Client, packageId: string, body: object = {}, key?: string) =>
  client.post(`/api/packages/${packageId}/receipt`, body, key === undefined ? {} : { 'idempotency-key': key });

async function addresseeOf(packageId: string) {
  const { rows } = await slice.db.owner.query<{
    on: string | null;
    by: string | null;
    seq: number | null;
    same: boolean;
  }>(
    `select received_on as on, received_by as by, receipt_seq as seq, digest_seen = digest as same
     from package_addressee join package on package.id = package_id where package_id = $1`,
    [packageId],
  );
  return rows[0];
}

async function receiptsIn(tenant: { id: string }): Promise<number> {
  return (await actsOf(slice.db, tenant, topic)).filter((kind) => kind === 'receive-package/post').length;
}

describe('S5.3 a receipt', () => {
  test('is an act in the addressee’s own chain that says what was seen of the sender’s', async () => {
    const { as, db, linkage } = slice;
    const packageId = await sent();
    const { seq } = recordedBy(await receive(as.office, packageId, { on: '2026-11-24' }));
    const by = linkage.people.office.personId;
    expect(await addresseeOf(packageId)).toEqual({ on: '2026-11-24', by, seq, same: true });
    const { rows } = await db.owner.query(
      `select receipt.kind, receipt.payload ->> 'senderHash' = sending.hash as witnessed
       from act receipt join act sending on sending.tenant_id = $2 and sending.seq = (receipt.payload ->> 'senderSeq')::int
       where receipt.tenant_id = $1 and receipt.seq = $3`,
      [linkage.city.id, linkage.county.id, seq],
    );
    expect(rows).toEqual([{ kind: 'receive-package/post', witnessed: true }]);
    await expectWholeChains(db);
  });

  test('is seen by the sender', async () => {
    const { as } = slice;
    const packageId = await sent();
    recordedBy(await receive(as.lead, packageId));
    const seen = (await as.clerk.get(`/api/packages/${packageId}`)).json();
    expect(seen).toMatchObject({ addressees: [{ receivedOn: '2026-11-24' }] });
  });
});

describe('a receipt is refused and changes nothing', () => {
  type Refused = { title: string; by: CastName; body?: object; answer: unknown[] };
  const cases: readonly Refused[] = [
    { title: 'of a chairperson, who is no clerk', by: 'citychair', answer: [409, 'act/not-your-role'] },
    { title: 'of an administrator, who does not read what came', by: 'system', answer: [403, 'contents/not-yours'] },
    {
      title: 'dated before it was sent',
      by: 'office',
      body: { on: '2026-11-22' },
      answer: [409, 'package/before-sealing on'],
    },
    {
      title: 'on a day that has not come',
      by: 'office',
      body: { on: '2026-11-25' },
      answer: [409, 'act/in-future on'],
    },
    { title: 'on a day there is not', by: 'office', body: { on: '2026-11-31' }, answer: [400, 'request/invalid'] },
  ];

  test.each(cases)('$title', async ({ by, body, answer }) => {
    const packageId = await sent();
    const before = await stateOf(slice.db);
    const refused = await receive(slice.as[by], packageId, body);
    expect([refused.statusCode, ...refusalsOf(refused)]).toEqual(answer);
    expect(await stateOf(slice.db)).toEqual(before);
  });

  test('a second time', async () => {
    const packageId = await sent();
    recordedBy(await receive(slice.as.office, packageId));
    const before = await stateOf(slice.db);
    expect(refusalsOf(await receive(slice.as.lead, packageId))).toEqual(['package/already-received']);
    expect(await stateOf(slice.db)).toEqual(before);
  });

  test('of one to whom it was not sent, its sender among them: for him there is nothing to sign for', async () => {
    const packageId = await sent();
    const before = await stateOf(slice.db);
    for (const client of [slice.as.county, slice.as.organ, slice.as.other, slice.as.party, slice.as.clerk]) {
      const [hidden, missing] = [await receive(client, packageId), await receive(client, unknownId)];
      expect([hidden.statusCode, hidden.body]).toEqual([404, missing.body]);
    }
    expect(await stateOf(slice.db)).toEqual(before);
  });
});

describe('a receipt repeated', () => {
  test('under one key has one answer and one entry', async () => {
    const { as, linkage } = slice;
    const packageId = await sent();
    const before = await receiptsIn(linkage.city);
    const first = await receive(as.office, packageId, {}, 'receipt-again-01');
    const again = await receive(as.office, packageId, {}, 'receipt-again-01');
    expect([again.statusCode, again.body]).toEqual([201, first.body]);
    expect(await receiptsIn(linkage.city)).toBe(before + 1);
  });

  test('under one key for another package is refused', async () => {
    const { as } = slice;
    await receive(as.office, await sent(), {}, 'receipt-other-01');
    const other = await sent();
    expect((await receive(as.office, other, {}, 'receipt-other-01')).json()).toMatchObject({
      status: 422,
      code: 'idempotency/other-request',
    });
    expect(await addresseeOf(other)).toMatchObject({ on: null });
  });

  test('at the same moment, by both who may, is recorded once', async () => {
    const { as, db, linkage } = slice;
    const packageId = await sent();
    const before = await receiptsIn(linkage.city);
    const clients = [as.office, as.lead, as.office, as.lead, as.office];
    const answers = await Promise.all(clients.map((client) => receive(client, packageId)));
    expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([201, 409, 409, 409, 409]);
    expect(await receiptsIn(linkage.city)).toBe(before + 1);
    await expectWholeChains(db);
  });

  test.each(['act', 'case_state', 'track', 'live_event', 'package_addressee'] as const)(
    'after it failed at %s finds the package unsigned and nothing left of the first time',
    async (table) => {
      const { as, db } = slice;
      const packageId = await sent();
      const before = await stateOf(db);
      const failed = await whileFailing(db, table, () => receive(as.office, packageId));
      expect(failed.json()).toMatchObject({ status: 500 });
      expect(await stateOf(db)).toEqual(before);
      recordedBy(await receive(as.office, packageId));
    },
  );
});
