import { fastify } from 'fastify';
import pg from 'pg';
import { openDatabase } from '../src/server/db/open-database.ts';
import { digestOfToken, signInCookie } from '../src/server/http/sign-in-cookie.ts';
import { answerParent } from './server-process.ts';

/**
 * The yardstick: a plain Fastify with a plain pool. The same sign-in look-up and the same statements in the same row-level security as
 * the product, written out by hand; no schemas, no plugins, no rules.
 */
const [dataDirectory = ''] = process.argv.slice(2);
const database = await openDatabase({ dataDirectory, databaseUrl: undefined });
const { pool } = database;
const app = fastify({ logger: false, forceCloseConnections: true });

type Actor = {
  personId: string;
  personName: string;
  cityCode: string;
  tenantId: string;
  bodyId: string;
  level: string;
  kind: string;
};

async function signedIn(cookie: string | undefined): Promise<Actor> {
  const token = cookie?.slice(signInCookie.length + 1) ?? '';
  const text = 'select * from sign_in_actor($1, $2)';
  const { rows } = await pool.query<Actor>({
    name: 'actor',
    text,
    values: [digestOfToken(token), new Date().toISOString()],
  });
  const [actor] = rows;
  if (actor === undefined) throw new Error('Nobody is signed in.');
  return actor;
}

async function inScope<Result>(actor: Actor, work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    const settings = {
      city: actor.cityCode,
      tenant: actor.tenantId,
      body: actor.bodyId,
      level: actor.level,
      kind: actor.kind,
      person: actor.personId,
    };
    const sets = Object.entries(settings).map(([key, value]) => `set local app.${key} = ${pg.escapeLiteral(value)}`);
    await client.query(['begin', ...sets].join('; '));
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    client.release();
  }
}

const tasksSql = `select case_id as "caseId", case_name as "caseName", step_key as "stepKey", step_id as "stepId", performer, state, due, force,
    clause, title, why
  from task where city_code = $1 and tenant_id = $2 and performer = any($3)
    and ($4::uuid[] is null or performer <> 'lead-committee' or lead_unit_id is null or lead_unit_id = any($4))
  order by due nulls last, step_key, case_id limit $5`;
const waitingSql = `select
  (select count(*)::integer from package_addressee where city_code = $1 and tenant_id = $2 and received_at is null) as packages,
  (select count(*)::integer from entered_act where city_code = $1 and tenant_id = $2 and state = 'waiting') as decisions`;
const performers = ['office', 'council-of-chairpersons', 'session'];

app.get('/api/tasks', async (request) => {
  const actor = await signedIn(request.headers.cookie);
  const { cityCode, tenantId } = actor;
  return inScope(actor, async (client) => {
    const values = [cityCode, tenantId, performers, null, 20];
    const tasks = await client.query({ name: 'tasks', text: tasksSql, values });
    const waiting = await client.query({ name: 'waiting', text: waitingSql, values: [cityCode, tenantId] });
    return { tasks: tasks.rows, ...waiting.rows[0] };
  });
});

const caseSql = `select c.id, c.kind, c.year, c.name, c.state, c.lead_unit_id as "leadUnitId", c.lead_unit_name as "leadUnitName",
    c.deliberation_date as "deliberationDate", c.domain, linkage.organisation_version as "organisationVersion",
    linkage.name as "linkageName",
    (select coalesce(json_agg(json_build_object('tenantId', track.tenant_id, 'bodyId', track.body_id, 'level', track.level,
      'kind', track.kind, 'name', tenant.name, 'shortName', tenant.short_name, 'organKind', tenant.organ_kind,
      'version', track.version, 'round', track.round, 'done', track.done, 'departures', track.departures,
      'session', track.session, 'handlingSession', track.handling_session, 'handlingDue', track.handling_due,
      'resolutionDue', track.resolution_due, 'closedOn', track.closed_on)
      order by tenant.level, tenant.area_code, tenant.kind, tenant.name), '[]'::json)
      from track join tenant on tenant.city_code = track.city_code and tenant.id = track.tenant_id
      where track.city_code = c.city_code and track.case_id = c.id) as tracks,
    (select state from case_state where city_code = c.city_code and case_id = c.id and tenant_id = $3) as "ownState"
  from supervision_case c join linkage on linkage.city_code = c.city_code where c.city_code = $1 and c.id = $2`;
const supersededSql = `select tenant_id as "tenantId", step_key as "stepKey", old_due as "oldDue", new_due as "newDue", reason, at
  from superseded_date where city_code = $1 and tenant_id = $2 and case_id = $3 order by at, step_key`;

app.get<{ Params: { caseId: string } }>('/api/cases/:caseId', async (request) => {
  const actor = await signedIn(request.headers.cookie);
  const { cityCode, tenantId } = actor;
  const { caseId } = request.params;
  return inScope(actor, async (client) => {
    const view = await client.query({ name: 'case', text: caseSql, values: [cityCode, caseId, tenantId] });
    const moved = await client.query({ name: 'superseded', text: supersededSql, values: [cityCode, tenantId, caseId] });
    return { view: view.rows[0], superseded: moved.rows };
  });
});

const headSql = 'select seq, hash from chain where city_code = $1 and tenant_id = $2 for update';
const appendSql = `with appended as (
    insert into act (city_code, tenant_id, seq, kind, case_id, happened_on, recorded_at, actor_id, actor_name, departures, payload,
      prev_hash, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '[]', $10, $11, $12))
  update chain set seq = $3, hash = $12 where city_code = $1 and tenant_id = $2`;

app.post<{ Params: { caseId: string; kind: string }; Body: { payload: unknown } }>(
  '/api/cases/:caseId/acts/:kind',
  async (request) => {
    const actor = await signedIn(request.headers.cookie);
    const { caseId, kind } = request.params;
    const at = new Date().toISOString();
    return inScope(actor, async (client) => {
      const { rows } = await client.query({ name: 'head', text: headSql, values: [actor.cityCode, actor.tenantId] });
      const seq = rows[0].seq + 1;
      const own = [actor.cityCode, actor.tenantId, seq, kind, caseId, at.slice(0, 10), at];
      const values = [
        ...own,
        actor.personId,
        actor.personName,
        JSON.stringify(request.body.payload),
        rows[0].hash,
        'bare',
      ];
      await client.query({ name: 'append', text: appendSql, values });
      return { state: 'recorded', seq };
    });
  },
);

const url = await app.listen({ port: 0, host: '127.0.0.1' });
answerParent(url, async () => {
  await app.close();
  await database.close();
});
