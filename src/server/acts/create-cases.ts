import type { Facts, SharedChange } from '../../domain/procedure/act.ts';
import type { CaseView, PlainDateText } from '../../domain/procedure/case.ts';
import type { Trx } from '../db/database.ts';
import { loadCase } from './act-facts.ts';
import { insertCase, insertTracks, updateTrack } from './case-store.ts';

export type NewSession = { view: CaseView; payload: { number: string; opens: PlainDateText; closes: PlainDateText } };

/**
 * Creates the topics that a council settled and the session that it convened. `begin` puts a new session's first act into the chain.
 * Gives the ids of the new cases.
 */
export async function createCases(
  trx: Trx,
  facts: Facts,
  changes: readonly SharedChange[],
  begin: (session: NewSession) => Promise<void>,
): Promise<string[]> {
  const created: string[] = [];
  for (const change of changes) {
    if (change.kind === 'create-topics') created.push(...(await createTopics(trx, facts, change)));
    if (change.kind === 'create-session') created.push(await createSession(trx, facts, change, begin));
  }
  return created;
}

async function createTopics(
  trx: Trx,
  facts: Facts,
  change: Extract<SharedChange, { kind: 'create-topics' }>,
): Promise<string[]> {
  const { cityCode, year } = facts.view;
  // Bodies share a topic from the start; organs join when a body names or addresses them.
  const bodies = facts.organisation.tenants.filter((tenant) => tenant.kind === 'body');
  for (const topic of change.topics) {
    await insertCase(trx, cityCode, { ...topic, kind: 'topic', year, bodyId: null });
    await insertTracks(trx, cityCode, topic.id, bodies);
  }
  return change.topics.map((topic) => topic.id);
}

async function createSession(
  trx: Trx,
  facts: Facts,
  change: Extract<SharedChange, { kind: 'create-session' }>,
  begin: (session: NewSession) => Promise<void>,
): Promise<string> {
  const { cityCode, year } = facts.view;
  const { sessionId, number, opens, closes } = change;
  const none = { domain: null, leadUnitId: null, leadUnitName: null, deliberationDate: null };
  await insertCase(trx, cityCode, {
    ...none,
    id: sessionId,
    kind: 'session',
    year,
    name: number,
    bodyId: facts.actor.tenantId,
  });
  const own = facts.organisation.tenants.filter((tenant) => tenant.id === facts.actor.tenantId);
  await insertTracks(trx, cityCode, sessionId, own);
  const { view } = await loadCase(trx, cityCode, sessionId);
  await begin({ view, payload: { number, opens, closes } });
  const called = change.extraordinary === true ? { extraordinary: change.extraordinary } : {};
  const session = { sessionId, opens, closes, state: 'convened' as const, ...called };
  for (const track of view.tracks)
    await updateTrack(trx, cityCode, sessionId, { ...track, version: track.version + 1, session });
  return sessionId;
}
