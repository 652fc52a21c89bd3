import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp, testPassword } from '../../../../test/test-app.ts';
import { hashPassword } from '../../accounts/password.ts';
import { trxOver } from '../../db/database.ts';
import { verifyChains } from '../../ledger/verify-chains.ts';
import { fictitiousCounties, fictitiousWorkbook } from '../../organisations/fictitious-workbook.ts';
import { writeWorkbook } from '../../organisations/workbook-write.ts';
import { importAsOperator } from '../import.ts';
import { type Cast, openCast } from './story-client.ts';
import { playYear } from './year-story.ts';

let running: TestApp;
let cast: Cast;
let topicIds: string[];

beforeAll(async () => {
  running = await testApp();
  const city = { cityCode: '510600', cityName: '德阳市', shortName: '德阳', counties: fictitiousCounties('510600', 2) };
  await importAsOperator(running.db, await writeWorkbook(fictitiousWorkbook(city)), {
    now: new Date('2026-11-24T01:00:00Z'),
  });
  const hash = await hashPassword(testPassword, { memoryCost: 64, timeCost: 1 });
  await running.db.owner.query('update account set password_hash = $1', [hash]);
  const url = await running.app.http.listen({ port: 0, host: '127.0.0.1' });
  cast = await openCast(url, testPassword, '510600.office');
  topicIds = await playYear(cast, 2027, '2026-11-24');
});
afterAll(async () => {
  await running.close();
});

describe('S1.1–S1.6 S2.1 S2.2 in a city that is not Mianyang', () => {
  test('four topics are settled and each body has a track of each', async () => {
    const office = await cast.as('510600.office');
    const { cases } = await office.get<{ cases: { tracks: { kind: string }[] }[] }>('/api/cases?kind=topic');
    expect(topicIds).toHaveLength(4);
    expect(cases.map(({ tracks }) => tracks.filter(({ kind }) => kind === 'body').length)).toEqual([3, 3, 3, 3]);
  });

  test('S2.2 the plan is approved on the city track, and the county knows the day but not the text', async () => {
    const county = cast.organisation.tenants.find(({ kind, level }) => kind === 'body' && level === 'county');
    const clerk = await cast.as(`${county?.areaCode}.office`);
    const { view, state } = await clerk.get<{
      view: { tracks: { level: string; kind: string; done: Record<string, { on: string }> }[] };
      state: { research: { planApproved: boolean } };
    }>(`/api/cases/${topicIds[0]}`);
    const city = view.tracks.find(({ level, kind }) => level === 'city' && kind === 'body');
    expect(city?.done['approve-implementation-plan']?.on).toBe('2026-11-24');
    // Not signed for yet: the approved plan is in the inbox, not in the county's own record.
    expect(state.research.planApproved).toBe(false);
    expect(view.tracks.filter(({ kind }) => kind === 'body')).toHaveLength(2);
  });

  test('S2.3 comes next: the lead committee sees it among its tasks, dated and explained', async () => {
    const lead = await cast.as('510600.committee1');
    const { tasks } = await lead.get<{ tasks: { stepId: string; clause: string; state: string; why: string }[] }>(
      '/api/tasks',
    );
    expect(tasks.find(({ stepId }) => stepId === 'form-research-team')).toMatchObject({
      clause: 'S2.3',
      state: 'ready',
    });
  });

  test('a second approval is refused with its clause, and nothing is appended', async () => {
    const office = await cast.as('510600.office');
    const again = office.post(`/api/cases/${topicIds[0]}/acts/approve-implementation-plan`, {
      payload: { outcome: 'approved' },
    });
    await expect(again).rejects.toThrow('act/already-done');
  });

  test('every chain, package and receipt agrees', async () => {
    const client = await running.db.owner.connect();
    try {
      const verification = await verifyChains(trxOver(client), null);
      expect(verification.broken).toEqual([]);
      expect(verification.acts).toBe(38);
    } finally {
      client.release();
    }
  });
});
