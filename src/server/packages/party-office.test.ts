import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, type TestApp, testApp } from '../../../test/test-app.ts';
import { addTopic, type WorkingLinkage, workingLinkage } from '../../../test/working-linkage.ts';
import type { CaseView } from '../../domain/procedure/case.ts';

let t: TestApp;
let linkage: WorkingLinkage;
let party: Client;
let told: string;
let untold: string;

beforeAll(async () => {
  t = await testApp();
  linkage = await workingLinkage(t.db);
  const settled = { year: 2027, deliberationDate: '2027-10-26' };
  // An organ or a party office joins a topic with the first package that is sent to it.
  told = await addTopic(t.db, linkage, { ...settled, name: '停车', organs: [linkage.party] });
  untold = await addTopic(t.db, linkage, { ...settled, name: '养老', organs: [] });
  party = await t.signInAs('party');
});
afterAll(() => t.close());

test('S5.1 a party office knows the topics it was written to, and of their tracks its own alone', async () => {
  const { cases } = (await party.get('/api/cases')).json<{ cases: CaseView[] }>();
  expect(cases.map(({ name, tracks }) => [name, tracks.map(({ tenantId }) => tenantId)])).toEqual([
    ['停车', [linkage.party.id]],
  ]);
  expect((await party.get(`/api/cases/${told}`)).statusCode).toBe(200);
  expect((await party.get(`/api/cases/${untold}`)).statusCode).toBe(404);
});

test('S5.1 progress is not a party office’s to follow: it is refused with the way to what was sent', async () => {
  for (const path of ['/api/topics/export', `/api/cases/${told}/board/export`, '/api/assessments']) {
    const answer = await party.get(path);
    expect([path, answer.statusCode]).toEqual([path, 403]);
    expect(answer.body).toContain('请到“报送件”中查看');
  }
});

test('the bodies of the topic see one another as before', async () => {
  const county = await t.signInAs('county');
  const { view } = (await county.get(`/api/cases/${told}`)).json<{ view: CaseView }>();
  expect(view.tracks.map(({ tenantId }) => tenantId)).toEqual([linkage.city.id, linkage.otherCounty.id]);
});
