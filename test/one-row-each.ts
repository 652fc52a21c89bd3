import { uuidv7 } from '../src/server/db/uuid.ts';
import { motionRows } from './motion-rows.ts';
import type { TestDatabase } from './test-database.ts';
import type { WorkingLinkage } from './working-linkage.ts';

/** A row as JSON, by column. */
export type PlantedRow = { table: string; word: string | undefined; row: Readonly<Record<string, unknown>> };

/**
 * One row of 甲县 in every table of the product, as the owner of the database writes it; a word where it matters which of several rows is
 * asked for. In an order that foreign keys accept.
 */
export async function plantOneRowEach(db: TestDatabase, linkage: WorkingLinkage): Promise<readonly PlantedRow[]> {
  const planted = [...organisationRows(linkage), ...accountRows(linkage), ...caseRows(linkage)];
  for (const { table, row } of planted) {
    await db.owner.query(
      `insert into ${table} (${Object.keys(row).join(', ')})
       select ${Object.keys(row).join(', ')} from jsonb_populate_record(null::${table}, $1) on conflict do nothing`,
      [JSON.stringify(row)],
    );
  }
  return planted;
}

function planted(table: string, row: Record<string, unknown>, word?: string): PlantedRow {
  return { table, word, row };
}

const at = '2026-11-24T01:00:00Z';
const digest = (sign: string): string => sign.repeat(64);

function organisationRows({ cityCode, county, city, people }: WorkingLinkage): PlantedRow[] {
  const city_code = cityCode;
  const tenant_id = county.id;
  const [personId, dutyId] = [uuidv7(), uuidv7()];
  const duty = { city_code, tenant_id, person_id: personId, from_day: '2027-03-20', until_day: '2027-03-24' };
  return [
    planted('linkage', {
      city_code,
      name: `联动域${cityCode}`,
      short_name: cityCode,
      organisation_version: 1,
      created_at: at,
    }),
    planted('tenant', {
      city_code,
      id: uuidv7(),
      kind: 'organ',
      level: 'county',
      area_code: '510722',
      name: '甲县人民法院',
      short_name: '甲县法院',
      body_id: county.id,
      organ_kind: 'court',
    }),
    planted('term', { city_code, id: uuidv7(), tenant_id, number: 9, from_date: '2025-01-01', quota: 30 }),
    planted('unit', { city_code, id: uuidv7(), tenant_id, name: '甲县办公室', kind: 'office' }),
    planted('park', { city_code, id: uuidv7(), tenant_id, name: '甲县经开区' }),
    planted('person', { city_code, id: personId, tenant_id, source_key: 'planted', name: '张示例' }),
    planted('appointment', {
      city_code,
      id: uuidv7(),
      person_id: personId,
      tenant_id,
      post: 'member',
      from_date: '2025-01-01',
    }),
    planted('leader_duty', {
      ...{ ...duty, id: dutyId, matter: '甲', is_told: true },
      ...{ version: 1, entered_by_name: '张示例', entered_at: at },
    }),
    planted('told_duty', { ...duty, duty_id: dutyId, told_to_id: city.id }),
    planted('role_grant', { city_code, id: uuidv7(), person_id: people.staff.personId, tenant_id, role: 'member' }),
    planted('settings_version', { city_code, id: uuidv7(), version: 1, value: {}, basis: {}, made_at: at }),
    planted('calendar_year', { city_code, year: 2031, source: '样例', loaded_at: at }),
    planted('task_refresh', { city_code, refreshed_on: '2026-11-24' }),
    planted('calendar_day', { city_code, year: 2031, day: '2031-01-01', kind: 'holiday', name: '元旦' }),
  ];
}

function accountRows({ cityCode, county, people }: WorkingLinkage): PlantedRow[] {
  const city_code = cityCode;
  const tenant_id = county.id;
  const account_id = uuidv7();
  const { personId } = people.clerk;
  const blob = { city_code, tenant_id };
  const file = { city_code, tenant_id, name: '甲.txt', media_type: 'text/plain', size: 1, secrecy: '公开' };
  const uploaded = { uploaded_by: personId, uploaded_at: at };
  return [
    planted('account', {
      id: account_id,
      city_code,
      tenant_id,
      person_id: uuidv7(),
      person_name: '张示例',
      login: 'planted',
      failed_count: 0,
      created_at: at,
    }),
    planted('sign_in', {
      token_digest: '\\x01',
      id: uuidv7(),
      account_id,
      created_at: at,
      last_seen_at: at,
      expires_at: at,
      user_agent: 'test',
      address: '127.0.0.1',
    }),
    planted('calendar_feed', { account_id, digest: '\\x04', made_at: at }),
    planted('first_use_link', { digest: '\\x02', account_id, made_at: at, expires_at: at }),
    planted('idempotency_key', {
      city_code,
      tenant_id,
      account_id,
      key: 'planted-key',
      request_digest: '\\x03',
      made_at: '2099-01-01T00:00:00Z',
    }),
    planted(
      'audit_entry',
      {
        city_code,
        id: uuidv7(),
        tenant_id,
        at,
        category: 'reading',
        action: 'package-read',
        detail: {},
        address: '127.0.0.1',
      },
      'reading',
    ),
    planted(
      'audit_entry',
      {
        city_code,
        id: uuidv7(),
        tenant_id,
        at,
        category: 'administration',
        action: 'account-created',
        detail: {},
        address: '127.0.0.1',
      },
      'administration',
    ),
    planted('live_event', { city_code, id: uuidv7(), xid: '700', case_id: uuidv7(), tenant_id, audience: '{}', at }),
    planted('file_blob', { ...blob, digest: digest('a'), bytes: '\\x61' }, 'unsent'),
    planted('file_blob', { ...blob, digest: digest('b'), bytes: '\\x62' }, 'sent'),
    planted('file', { ...file, ...uploaded, id: uuidv7(), digest: digest('a') }, 'unsent'),
    planted('file', { ...file, ...uploaded, id: uuidv7(), digest: digest('b') }, 'sent'),
  ];
}

function caseRows({ cityCode, county, city, countyGovernment, people }: WorkingLinkage): PlantedRow[] {
  const city_code = cityCode;
  const tenant_id = county.id;
  const [topicId, sessionId, unsentId, sentId, signedId, noteId] = [
    uuidv7(),
    uuidv7(),
    uuidv7(),
    uuidv7(),
    uuidv7(),
    uuidv7(),
  ];
  const supervised = { city_code, year: 2027, state: 'active', created_at: at };
  const track = { city_code, tenant_id, body_id: tenant_id, level: 'county', kind: 'body', version: 1, round: 1 };
  const progress = { done: {}, departures: [] };
  const sealed = {
    city_code,
    from_tenant_id: tenant_id,
    case_id: topicId,
    kind: 'post',
    title: '甲',
    content: {},
    digest: 'd',
    sealed_at: at,
    sealed_on: '2026-11-24',
    sender_seq: 1,
    sender_hash: 'h',
  };
  const attached = (sign: string) => [{ digest: digest(sign), name: '甲.txt', size: 1 }];
  const addressed = { city_code, from_tenant_id: tenant_id };
  const inCase = { city_code, case_id: topicId, tenant_id };
  const apart = { problem_id: 'f-1', earlier_case_id: topicId, earlier_demand_id: 'd-1', reason: '甲', said_on: at };
  const clerk = { id: people.clerk.personId, name: '张示例' };
  const reminded = {
    city_code,
    case_id: topicId,
    step_key: 'planted',
    reminded_on: '2026-11-24',
    from_name: '甲',
    by_person_id: clerk.id,
    by_name: clerk.name,
    title: '甲',
    clause: 'S1.1',
    at,
  };
  const draft = { ...inCase, version: 1, typed: {}, saved_by: clerk.id, saved_by_name: clerk.name, saved_at: at };
  return [
    planted('supervision_case', { ...supervised, id: topicId, kind: 'topic', name: '停车' }, 'topic'),
    planted(
      'supervision_case',
      { ...supervised, id: sessionId, kind: 'session', name: '甲', body_id: tenant_id },
      'session',
    ),
    planted('track', { ...track, ...progress, case_id: topicId }, 'topic'),
    planted('track', { ...track, ...progress, case_id: sessionId }, 'session'),
    planted(
      'track',
      { ...track, ...progress, case_id: topicId, tenant_id: countyGovernment.id, kind: 'organ' },
      'organ',
    ),
    planted('case_state', { ...inCase, state: {} }),
    planted('chain', { city_code, tenant_id, seq: 1, hash: 'h' }),
    planted('act', {
      ...inCase,
      seq: 1,
      kind: 'note',
      happened_on: '2026-11-24',
      recorded_at: at,
      actor_id: clerk.id,
      actor_name: clerk.name,
      departures: [],
      payload: {},
      prev_hash: '',
      hash: 'h',
    }),
    planted('package', { ...sealed, id: unsentId, attachments: [] }, 'unsent'),
    planted('package', { ...sealed, id: sentId, attachments: attached('b') }, 'sent'),
    planted('package', { ...sealed, id: signedId, attachments: [] }, 'signed'),
    planted('package_addressee', { ...addressed, package_id: unsentId, tenant_id: countyGovernment.id }, 'unsent'),
    planted('package_addressee', { ...addressed, package_id: sentId, tenant_id: city.id }, 'sent'),
    planted(
      'package_addressee',
      { ...addressed, package_id: signedId, tenant_id: city.id, received_at: at, digest_seen: 'd' },
      'signed',
    ),
    planted('entered_act', {
      ...inCase,
      id: uuidv7(),
      kind: 'decide-joint-plan',
      happened_on: '2026-11-24',
      payload: {},
      reasons: {},
      entered_by: clerk.id,
      entered_by_name: clerk.name,
      entered_at: at,
      state: 'waiting',
    }),
    planted('search_entry', {
      ...inCase,
      act_seq: 1,
      case_name: '甲',
      year: 2026,
      kind: 'other',
      act_title: '甲',
      heading: '甲',
      body: '甲',
      happened_on: '2026-11-24',
      words: '甲',
    }),
    planted('candidate_topic', {
      ...inCase,
      id: uuidv7(),
      title: '甲',
      domain: 'livelihood',
      reason: '甲',
      suggestion_ids: [],
      version: 1,
      changed_by_name: clerk.name,
      changed_at: at,
    }),
    planted('consultation', {
      city_code: inCase.city_code,
      case_id: inCase.case_id,
      number: 1,
      convener_id: city.id,
      body_ids: [city.id, inCase.tenant_id],
      items: [],
      version: 1,
      state: 'open',
      opened_by_name: '市办公室',
      opened_at: at,
    }),
    planted('consultation_opinion', {
      ...inCase,
      number: 1,
      item_key: 'item-1',
      stance: 'agrees',
      comment: '',
      entered_by: 'own',
      version: 1,
      said_by_name: clerk.name,
      said_at: at,
    }),
    ...motionRows({ inCase, organId: countyGovernment.id, clerk, staffId: people.staff.personId, at }),
    planted('itinerary', {
      ...inCase,
      version: 1,
      plan: { stops: [] },
      saved_by_name: clerk.name,
      saved_at: at,
    }),
    planted('field_note', {
      ...inCase,
      id: noteId,
      author_id: clerk.id,
      author_name: clerk.name,
      taken_at: at,
      arrived_at: at,
      received_on: '2026-11-24',
      receipt_no: 1,
      place: { kind: 'other', name: '甲' },
      body: '甲',
      secrecy: '内部',
      photo_ids: [],
      form_version: 1,
    }),
    planted('field_note_change', {
      city_code,
      tenant_id,
      note_id: noteId,
      version: 2,
      kind: 'withdrawal',
      changed_by: clerk.id,
      changed_by_name: clerk.name,
      changed_at: at,
    }),
    planted('research_team_member', { ...inCase, person_id: people.staff.personId }, 'other'),
    // Every scope asks in the name of this person.
    planted('research_team_member', { ...inCase, person_id: clerk.id }, 'self'),
    planted('attendance_code', {
      ...inCase,
      invitation_id: 'i-planted',
      digest: '\\x05',
      valid_on: '2026-11-24',
      made_by_name: clerk.name,
      made_at: at,
    }),
    planted('invitation_attendance', { ...inCase, invitation_id: 'i-planted', person_id: clerk.id, failed_count: 0 }),
    planted('act_draft', { ...draft, kind: 'compile-opinion', owner_id: tenant_id }, 'shared'),
    planted('act_draft', { ...draft, kind: 'open-session', owner_id: clerk.id }, 'personal'),
    planted('task', {
      ...inCase,
      step_key: 'planted',
      step_id: 'planted',
      performer: 'office',
      state: 'ready',
      force: 'must',
      clause: 'S1.1',
      title: '甲',
      why: '甲',
      case_name: '停车',
    }),
    planted('case_past', { ...inCase, tenant_id: null, id: uuidv7(), until: '2026-11-01', facts: null }, 'case'),
    planted('case_past', { ...inCase, id: uuidv7(), until: '2026-11-01', facts: {} }, 'track'),
    planted('superseded_date', { ...inCase, id: uuidv7(), step_key: 'planted', reason: '甲', at }),
    planted('notice', { ...inCase, id: uuidv7(), kind: 'date-moved', text: '甲', at }, 'moved'),
    planted(
      'notice',
      { ...inCase, id: uuidv7(), kind: 'digest', person_id: clerk.id, digest_on: '2026-11-24', text: '甲', at },
      'personal',
    ),
    planted('told_apart', { ...inCase, ...apart, by_name: '张示例' }),
    planted('reminder', { ...reminded, tenant_id, from_tenant_id: city.id }, 'got'),
    planted('reminder', { ...reminded, tenant_id: countyGovernment.id, from_tenant_id: tenant_id }, 'sent'),
    planted('notice_reading', { city_code, tenant_id, person_id: clerk.id, notice_id: uuidv7(), read_at: at }),
    planted('calendar_entry', {
      city_code,
      tenant_id,
      person_id: clerk.id,
      uid: 'planted',
      entry: {},
      sequence: 0,
      changed_at: at,
    }),
    planted('tour_seen', { city_code, tenant_id, person_id: clerk.id, tour: 'office', seen_at: at }),
    planted('notice_choice', { city_code, tenant_id, person_id: clerk.id, declined: [] }),
  ];
}
