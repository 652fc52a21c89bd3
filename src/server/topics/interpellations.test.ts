import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addAccount, type Client, smallLinkage, type TestApp, testApp } from '../../../test/test-app.ts';
import { appoint } from '../../../test/test-cases.ts';
import { addPastSitting, unsatisfiedTopic } from '../../../test/unsatisfied-topic.ts';
import type { MotionView } from '../../contract/interpellations.ts';
import type { CaseState } from '../../domain/case-state.ts';
import { uuidv7 } from '../db/uuid.ts';

let t: TestApp;
let tenants: Awaited<ReturnType<typeof smallLinkage>>;
let caseId: string;
let office: Client;
let chair: Client;
let staff: Client;
let county: Client;
let organ: Client;
const members: { client: Client; personId: string }[] = [];
const names = ['甲', '乙', '丙', '丁', '戊', '己'];

const wording = { question: '为何没有完成', content: '逐项说明没有完成的原因。' };
const words = () => ({ organId: tenants.government.id, ...wording });
const draft = (client: Client, change: object = {}) =>
  client.post(`/api/cases/${caseId}/interpellations`, { ...words(), ...change });
const drafted = async (client: Client) => (await draft(client)).json<{ motion: MotionView }>().motion;
const at = (id: string, rest: string) => `/api/interpellations/${id}/${rest}`;
const sign = (client: Client, id: string, version = 1) => client.post(at(id, 'signature'), { version });
const revoke = (client: Client, id: string) => client.request('DELETE', at(id, 'signature'));
const submit = (client: Client, id: string, change: object = {}) =>
  client.post(at(id, 'submission'), { version: 1, on: '2026-11-23', ...change });
const listed = async (client: Client) =>
  (await client.get(`/api/interpellations?caseId=${caseId}`)).json<{ motions: MotionView[] }>().motions;
const seen = async (client: Client, id: string) => (await listed(client)).find((motion) => motion.id === id);
const member = (index: number): Client => {
  const found = members[index];
  if (found === undefined) throw new Error('Six members are cast.');
  return found.client;
};
const signedBy = async (id: string, count: number) => {
  for (let index = 0; index < count; index += 1) expect((await sign(member(index), id)).statusCode).toBe(201);
};
const noticesOf = async (client: Client) =>
  (await client.get('/api/notices')).json<{ notices: { kind: string; text: string; caseId: string }[] }>().notices;

beforeAll(async () => {
  t = await testApp();
  tenants = await smallLinkage(t.db);
  const { city } = tenants;
  for (const name of names) {
    const login = `member-${name}`;
    const { personId } = await addAccount(t.db, city, { login, roles: ['member'], name: `${name}示例` });
    await appoint(t.db, city, { personId, post: 'member' });
    members.push({ client: await t.signInAs(login), personId });
  }
  const { personId } = await addAccount(t.db, city, { login: 'chair', roles: ['chairperson'] });
  await appoint(t.db, city, { personId, post: 'chair' });
  await addAccount(t.db, city, { login: 'office', roles: ['office-clerk'] });
  await addAccount(t.db, city, { login: 'staff', roles: ['committee-clerk'] });
  await addAccount(t.db, tenants.county, { login: 'county', roles: ['office-clerk'] });
  await addAccount(t.db, tenants.government, { login: 'organ', roles: ['organ-clerk'] });
  [office, chair, staff, county, organ] = [
    await t.signInAs('office'),
    await t.signInAs('chair'),
    await t.signInAs('staff'),
    await t.signInAs('county'),
    await t.signInAs('organ'),
  ];
  await addPastSitting(t, city, { opens: '2026-11-22', closes: '2026-11-23' });
});
afterAll(() => t.close());

beforeEach(async () => {
  caseId = await unsatisfiedTopic(t, tenants);
});

describe('监督法 §51 a 质询案 is put out for signing', () => {
  test('by the office for members, who are told and see it with what is needed; nobody has signed yet', async () => {
    const motion = await drafted(office);
    expect(motion).toMatchObject({
      ...wording,
      state: 'signing',
      needed: 5,
      missing: 5,
      signatures: [],
      topicName: '城区停车管理',
    });
    for (const reader of [member(0), chair, office]) expect(await seen(reader, motion.id)).toMatchObject(wording);
    expect(await noticesOf(member(0))).toContainEqual(
      expect.objectContaining({ kind: 'interpellation-to-sign', caseId, text: expect.stringContaining('市人民政府') }),
    );
  });

  test('by a member in his own account, who signs it with that; the office is told', async () => {
    const motion = await drafted(member(0));
    expect(motion).toMatchObject({ mine: 'signed', missing: 4, signatures: [{ personName: '甲示例', counts: true }] });
    expect(await noticesOf(office)).toContainEqual(expect.objectContaining({ kind: 'interpellation-to-sign', caseId }));
  });

  test('is hidden from committees, another body and organs, in lists and by its address', async () => {
    const { id } = await drafted(office);
    for (const stranger of [staff, organ]) {
      expect((await stranger.get('/api/interpellations')).statusCode).toBe(403);
      expect((await sign(stranger, id)).statusCode).toBe(403);
      expect((await draft(stranger)).statusCode).toBe(403);
    }
    expect(await listed(county)).toEqual([]);
    expect((await submit(county, id)).statusCode).toBe(404);
    expect((await noticesOf(staff)).filter((notice) => notice.caseId === caseId)).toEqual([]);
    expect((await noticesOf(county)).filter((notice) => notice.caseId === caseId)).toEqual([]);
  });

  test('is refused to an organ of another level, and where the session was not dissatisfied', async () => {
    expect((await draft(office, { organId: tenants.county.id })).json()).toMatchObject({
      code: 'interpellation/object',
    });
    await t.db.owner.query(
      "update case_state set state = jsonb_set(state, '{handling,rounds,0,assessment}', 'null') where case_id = $1",
      [caseId],
    );
    expect((await draft(member(0))).json()).toMatchObject({ code: 'next-step/not-unsatisfied' });
  });
});

describe('监督法 §51 signing', () => {
  test('is each member’s own: counted at once, given twice it is one, and taken back', async () => {
    const { id } = await drafted(office);
    await signedBy(id, 2);
    await sign(member(0), id);
    expect(await seen(chair, id)).toMatchObject({ missing: 3, mine: 'none', signatures: [{}, {}] });
    expect((await revoke(member(0), id)).json()).toMatchObject({ motion: { missing: 4, mine: 'none' } });
    expect((await revoke(member(0), id)).statusCode).toBe(200);
    expect((await sign(office, id)).json()).toMatchObject({ code: 'interpellation/not-member' });
  });

  test('of two members at once both stand', async () => {
    const { id } = await drafted(office);
    const answers = await Promise.all([0, 1, 2, 3, 4].map((index) => sign(member(index), id)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201, 201]);
    expect(await seen(office, id)).toMatchObject({ missing: 0 });
  });

  test('is of one wording: a changed one has none, and an outdated one cannot be signed', async () => {
    const { id } = await drafted(office);
    await signedBy(id, 2);
    const revised = await office.request('PUT', `/api/interpellations/${id}`, {
      ...words(),
      question: '何时完成',
      version: 1,
    });
    expect(revised.json()).toMatchObject({ motion: { version: 2, signatures: [], missing: 5 } });
    expect(await seen(member(0), id)).toMatchObject({ mine: 'earlier' });
    expect((await sign(member(2), id)).json()).toMatchObject({ status: 409, code: 'interpellation/changed' });
    expect((await sign(member(0), id, 2)).json()).toMatchObject({ motion: { mine: 'signed', missing: 4 } });
  });

  test('of somebody whose membership has ended stands and does not count', async () => {
    const { personId } = await addAccount(t.db, tenants.city, { login: 'former', roles: ['member'], name: '庚示例' });
    await appoint(t.db, tenants.city, { personId, post: 'member' });
    const former = await t.signInAs('former');
    const { id } = await drafted(office);
    await sign(former, id);
    expect(await seen(office, id)).toMatchObject({ missing: 4 });
    await t.db.owner.query("update appointment set until_date = '2026-11-20' where person_id = $1", [personId]);
    await t.db.owner.query('update linkage set organisation_version = organisation_version + 1');
    expect(await seen(office, id)).toMatchObject({ missing: 5, signatures: [{ personName: '庚示例', counts: false }] });
    expect((await sign(former, id)).statusCode).toBe(403);
    expect((await submit(office, id)).json()).toMatchObject({ code: 'interpellation/signatories' });
  });

  test('is nobody else’s in the database either', async () => {
    const { id } = await drafted(office);
    const [one, two] = members;
    const client = await t.db.pool.connect();
    try {
      await client.query('begin');
      const scope = { city: '510700', tenant: tenants.city.id, kind: 'body', person: one?.personId ?? '' };
      for (const [name, value] of Object.entries(scope))
        await client.query('select set_config($1, $2, true)', [`app.${name}`, value]);
      const forged = client.query(
        `insert into interpellation_signature (city_code, tenant_id, motion_id, person_id, person_name, version, signed_at)
         values ('510700', $1, $2, $3, '乙示例', 1, now())`,
        [tenants.city.id, id, two?.personId],
      );
      await expect(forged).rejects.toThrow(/row-level security/);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('INQ-01…03 putting it', () => {
  test('takes five signatures and a day of a sitting; then nobody takes his back, and it waits for the council', async () => {
    const { id } = await drafted(member(0));
    for (const index of [1, 2, 3]) await sign(member(index), id);
    expect((await submit(member(0), id)).json()).toMatchObject({ code: 'interpellation/signatories' });
    await sign(member(4), id);
    expect((await submit(member(5), id)).json()).toMatchObject({ code: 'interpellation/not-signatory' });
    expect((await submit(member(0), id, { on: '2026-11-24' })).json()).toMatchObject({
      code: 'interpellation/not-in-session',
    });
    expect((await submit(member(0), id)).json()).toMatchObject({
      motion: { state: 'submitted', submittedOn: '2026-11-23' },
    });
    expect((await revoke(member(1), id)).json()).toMatchObject({ code: 'interpellation/not-signing' });
    expect((await submit(member(0), id)).json()).toMatchObject({ code: 'interpellation/not-signing' });
    expect(await noticesOf(member(3))).toContainEqual(
      expect.objectContaining({ kind: 'interpellation-settled', caseId }),
    );
  });

  test('while a member takes his signature back: either it is put with his, or it is not put', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id } = await drafted(office);
      await signedBy(id, 5);
      const [put, back] = await Promise.all([submit(office, id), revoke(member(4), id)]);
      const motion = await seen(office, id);
      if (put.statusCode === 201) {
        expect(back.json()).toMatchObject({ code: 'interpellation/not-signing' });
        expect(motion).toMatchObject({ state: 'submitted', missing: 0 });
        await t.db.owner.query("update interpellation_motion set state = 'decided' where id = $1", [id]);
      } else {
        expect(put.json()).toMatchObject({ code: 'interpellation/signatories' });
        expect(motion).toMatchObject({ state: 'signing', missing: 1 });
      }
    }
  });

  test('a second one does not wait beside it', async () => {
    const [first, second] = [await drafted(office), await drafted(office)];
    for (const { id } of [first, second]) await signedBy(id, 5);
    const answers = await Promise.all([submit(office, first.id), submit(member(0), second.id)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
  });

  test('it is withdrawn before with a reason that those who signed are told, by who drafted it alone', async () => {
    const { id } = await drafted(member(0));
    await sign(member(1), id);
    const withdraw = (client: Client) => client.post(at(id, 'withdrawal'), { reason: '机关已经说明' });
    expect((await withdraw(office)).json()).toMatchObject({ code: 'interpellation/not-drafter' });
    expect((await withdraw(member(1))).json()).toMatchObject({ code: 'interpellation/not-drafter' });
    expect((await withdraw(member(0))).json()).toMatchObject({
      motion: { state: 'withdrawn', closedReason: '机关已经说明' },
    });
    expect(await noticesOf(member(1))).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('机关已经说明') }),
    );
    expect((await sign(member(2), id)).json()).toMatchObject({ code: 'interpellation/not-signing' });
  });
});

describe('S4.5 the council’s choice rests on what was signed', () => {
  const next = { due: '2027-02-28', requirement: '逐项答复' };
  const meeting = async () => {
    const { rows } = await t.db.owner.query<{ person_id: string }>(
      "select person_id from appointment where post = 'chair'",
    );
    const chairId = rows[0]?.person_id ?? '';
    return { date: '2026-11-24', name: '主任会议', chairId, presentIds: [chairId] };
  };
  const choose = async (payload: object) =>
    office.post(`/api/cases/${caseId}/acts/choose-next-step`, {
      payload: { ...next, ...payload },
      meeting: await meeting(),
    });
  const asSigned = (motion: MotionView | undefined) => ({
    step: 'interpellation',
    motionId: motion?.id ?? uuidv7(),
    ...words(),
    submittedOn: '2026-11-23',
    signatoryIds: motion?.signatures.map(({ personId }) => personId) ?? [members[0]?.personId],
    form: 'written',
  });
  const confirm = async () => {
    const { entered } = (await chair.get('/api/entered-acts?state=waiting')).json<{
      entered: { id: string; caseId: string }[];
    }>();
    const found = entered.find((one) => one.caseId === caseId);
    return chair.post(`/api/entered-acts/${found?.id}/confirmation`, {});
  };

  test('no names are typed: without a motion that was put, or with a name more, it is refused', async () => {
    expect((await choose(asSigned(undefined))).json()).toMatchObject({ code: 'interpellation/no-motion' });
    const { id } = await drafted(office);
    await signedBy(id, 5);
    expect((await choose(asSigned(await seen(office, id)))).json()).toMatchObject({ code: 'interpellation/no-motion' });
    await submit(office, id);
    const put = asSigned(await seen(office, id));
    const more = { ...put, signatoryIds: [...put.signatoryIds, members[5]?.personId] };
    expect((await choose(more)).json()).toMatchObject({ code: 'interpellation/not-on-record' });
    expect((await choose({ step: 'rectify' })).json()).toMatchObject({ code: 'next-step/motion-put' });
  });

  test('confirmed, it is in the ledger with who signed; the motion is decided and the signatories are told', async () => {
    const { id } = await drafted(office);
    await signedBy(id, 5);
    await submit(office, id);
    expect((await choose(asSigned(await seen(office, id)))).json()).toMatchObject({ state: 'entered' });
    expect((await seen(office, id))?.state).toBe('submitted');
    expect((await confirm()).statusCode).toBe(201);
    expect(await seen(member(0), id)).toMatchObject({
      state: 'decided',
      closedReason: expect.stringContaining('书面答复'),
    });
    expect(await noticesOf(member(0))).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('书面答复') }),
    );
    const { state } = (await office.get(`/api/cases/${caseId}`)).json<{ state: CaseState }>();
    expect(state.handling.rounds[0]?.nextStep?.interpellation?.signatoryIds).toHaveLength(5);
    expect((await seen(member(0), id))?.answers).toEqual([]);
  });

  test('another step ends what was still being signed, with its reason', async () => {
    const { id } = await drafted(office);
    await signedBy(id, 2);
    expect((await choose({ step: 'rectify' })).json()).toMatchObject({ state: 'entered' });
    expect((await confirm()).statusCode).toBe(201);
    expect(await seen(member(0), id)).toMatchObject({
      state: 'lapsed',
      closedReason: expect.stringContaining('限期整改'),
    });
    expect((await sign(member(2), id)).json()).toMatchObject({ code: 'interpellation/not-signing' });
  });

  test('a motion put between the entry and its confirmation holds the other step back', async () => {
    const { id } = await drafted(office);
    await signedBy(id, 5);
    await choose({ step: 'rectify' });
    await submit(office, id);
    expect((await confirm()).json()).toMatchObject({ code: 'next-step/motion-put' });
  });
});
