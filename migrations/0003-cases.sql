-- Cases with their tracks, the ledger of acts, sealed packages, entered collective acts and tasks. New tables; nothing older to keep working.

-- The shared facts of a case: what the plan fixed. Contents of anybody's work never stand here.
create table supervision_case (
  city_code text not null references linkage,
  id uuid not null,
  kind text not null check (kind in ('year', 'topic', 'session')),
  year integer not null,
  name text not null,
  state text not null default 'active' check (state in ('active', 'withdrawn')),
  lead_unit_id uuid,
  lead_unit_name text,
  deliberation_date date,
  domain text,
  -- The body whose own case it is (sessions); null for what all share.
  body_id uuid,
  created_at timestamptz not null default now(),
  primary key (city_code, id),
  constraint case_lead_unit_fk foreign key (city_code, lead_unit_id) references unit (city_code, id)
);
create unique index one_year_case on supervision_case (city_code, year) where kind = 'year';

-- One row a tenant and case: states and dates, shared upwards and downwards as the policy says; never contents.
create table track (
  city_code text not null,
  case_id uuid not null,
  tenant_id uuid not null,
  body_id uuid not null,
  level text not null check (level in ('city', 'county')),
  kind text not null check (kind in ('body', 'organ', 'party-office')),
  version integer not null default 1,
  round integer not null default 1,
  done jsonb not null default '{}',
  departures jsonb not null default '[]',
  session jsonb,
  handling_session jsonb,
  handling_due date,
  resolution_due date,
  closed_on date,
  primary key (city_code, case_id, tenant_id),
  constraint track_case_fk foreign key (city_code, case_id) references supervision_case (city_code, id),
  constraint track_tenant_fk foreign key (city_code, tenant_id) references tenant (city_code, id)
);
create index track_by_tenant on track (city_code, tenant_id);

-- The private state of a tenant in a case: the fold of its acts, kept beside them.
create table case_state (
  city_code text not null,
  case_id uuid not null,
  tenant_id uuid not null,
  state jsonb not null,
  primary key (city_code, case_id, tenant_id),
  constraint case_state_track_fk foreign key (city_code, case_id, tenant_id) references track (city_code, case_id, tenant_id)
);

-- Head of each tenant's chain, locked while an act is appended.
create table chain (
  city_code text not null,
  tenant_id uuid not null,
  seq bigint not null,
  hash text not null,
  primary key (city_code, tenant_id),
  constraint chain_tenant_fk foreign key (city_code, tenant_id) references tenant (city_code, id)
);

-- The ledger: append only. The application role may insert and read, nothing else.
create table act (
  city_code text not null,
  tenant_id uuid not null,
  seq bigint not null,
  kind text not null,
  case_id uuid not null,
  happened_on date not null,
  recorded_at text not null,
  actor_id uuid not null,
  actor_name text not null,
  confirmed_by uuid,
  confirmed_by_name text,
  meeting jsonb,
  departures jsonb not null,
  payload jsonb not null,
  prev_hash text not null,
  hash text not null,
  primary key (city_code, tenant_id, seq),
  constraint act_tenant_fk foreign key (city_code, tenant_id) references tenant (city_code, id)
);
create index act_by_case on act (city_code, tenant_id, case_id, seq);

-- Sealed content on its way; immutable. A correction is a new package that supersedes.
create table package (
  city_code text not null,
  id uuid not null,
  from_tenant_id uuid not null,
  case_id uuid not null,
  kind text not null,
  title text not null,
  content jsonb not null,
  attachments jsonb not null,
  digest text not null,
  sealed_at text not null,
  sealed_on date not null,
  sender_seq bigint not null,
  sender_hash text not null,
  supersedes_id uuid,
  primary key (city_code, id),
  constraint package_from_fk foreign key (city_code, from_tenant_id) references tenant (city_code, id),
  constraint package_case_fk foreign key (city_code, case_id) references supervision_case (city_code, id),
  constraint package_supersedes_fk foreign key (city_code, supersedes_id) references package (city_code, id)
);
create index package_by_sender on package (city_code, from_tenant_id, sealed_at);

create table package_addressee (
  city_code text not null,
  package_id uuid not null,
  tenant_id uuid not null,
  from_tenant_id uuid not null,
  received_at text,
  received_on date,
  received_by uuid,
  digest_seen text,
  receipt_seq bigint,
  primary key (city_code, package_id, tenant_id),
  constraint package_addressee_package_fk foreign key (city_code, package_id) references package (city_code, id),
  constraint package_addressee_tenant_fk foreign key (city_code, tenant_id) references tenant (city_code, id)
);
create index package_addressee_by_tenant on package_addressee (city_code, tenant_id, received_at);

-- A collective act entered by the office, waiting for a chairperson to confirm that the meeting decided it.
create table entered_act (
  city_code text not null,
  id uuid not null,
  tenant_id uuid not null,
  case_id uuid not null,
  kind text not null,
  happened_on date not null,
  payload jsonb not null,
  meeting jsonb,
  reasons jsonb not null,
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'sent-back', 'withdrawn')),
  settled_by uuid,
  settled_at timestamptz,
  send_back_reason text,
  act_seq bigint,
  primary key (city_code, id),
  constraint entered_act_track_fk foreign key (city_code, case_id, tenant_id) references track (city_code, case_id, tenant_id)
);
create index entered_act_waiting on entered_act (city_code, tenant_id, state);

-- Projection of the worklist: what each unit owes. Content free; written by whoever changes a track, and daily.
create table task (
  city_code text not null,
  case_id uuid not null,
  tenant_id uuid not null,
  step_key text not null,
  step_id text not null,
  performer text not null,
  lead_unit_id uuid,
  state text not null check (state in ('waiting', 'ready', 'due-soon', 'overdue')),
  due date,
  force text not null,
  clause text not null,
  title text not null,
  why text not null,
  case_name text not null,
  primary key (city_code, case_id, tenant_id, step_key),
  constraint task_track_fk foreign key (city_code, case_id, tenant_id) references track (city_code, case_id, tenant_id)
);
create index task_by_tenant on task (city_code, tenant_id, due, step_key);

-- Dates that a moved session replaced, with the reason; kept for the explanation of what changed.
create table superseded_date (
  city_code text not null,
  id uuid not null,
  case_id uuid not null,
  tenant_id uuid not null,
  step_key text not null,
  old_due date,
  new_due date,
  reason text not null,
  at timestamptz not null default now(),
  primary key (city_code, id),
  constraint superseded_date_track_fk foreign key (city_code, case_id, tenant_id) references track (city_code, case_id, tenant_id)
);
create index superseded_date_by_case on superseded_date (city_code, case_id, tenant_id);

-- What a person is told: a moved date, a package that came, a decision to confirm. Ids and one sentence, never contents.
create table notice (
  city_code text not null,
  id uuid not null,
  tenant_id uuid not null,
  case_id uuid,
  text text not null,
  at timestamptz not null default now(),
  primary key (city_code, id),
  constraint notice_tenant_fk foreign key (city_code, tenant_id) references tenant (city_code, id)
);
create index notice_by_tenant on notice (city_code, tenant_id, at);

alter table supervision_case enable row level security;
alter table track enable row level security;
alter table case_state enable row level security;
alter table chain enable row level security;
alter table act enable row level security;
alter table package enable row level security;
alter table package_addressee enable row level security;
alter table entered_act enable row level security;
alter table task enable row level security;
alter table superseded_date enable row level security;
alter table notice enable row level security;

-- app.projection is set inside a command only for the statements that keep shared projections (tracks of all bodies, tasks).
create policy case_read on supervision_case for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and (body_id is null or body_id = (select nullif(current_setting('app.body', true), '')::uuid)
    or (select current_setting('app.projection', true)) = 'on'));
create policy case_write on supervision_case for insert with check (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and (select current_setting('app.kind', true)) = 'body'
  and (body_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
    or (body_id is null and (select current_setting('app.level', true)) = 'city')));
create policy case_update on supervision_case for update using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and body_id is null and (select current_setting('app.kind', true)) = 'body' and (select current_setting('app.level', true)) = 'city');

-- S5.2: the city sees states and dates of every body's track; a county its own and the city's; an organ its own and its body's;
-- a body those of its own organs.
create policy track_read on track for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
    or (kind = 'body' and level = 'city')
    or (kind = 'body' and (select current_setting('app.kind', true)) = 'body' and (select current_setting('app.level', true)) = 'city')
    or body_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
    or (kind = 'body' and tenant_id = (select nullif(current_setting('app.body', true), '')::uuid))
    or (select current_setting('app.projection', true)) = 'on'));
create policy track_insert on track for insert with check (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and (select current_setting('app.kind', true)) = 'body'
  and (body_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
    or ((select current_setting('app.level', true)) = 'city' and kind = 'body')));
create policy track_update on track for update using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
    or body_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
    or (select current_setting('app.projection', true)) = 'on'));

create policy case_state_own on case_state for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
create policy chain_own on chain for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
create policy act_own on act for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
create policy entered_act_own on entered_act for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));

create policy package_addressee_read on package_addressee for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
    or from_tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)));
create policy package_addressee_send on package_addressee for insert with check (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and from_tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
  and received_at is null);
create policy package_addressee_sign on package_addressee for update using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid) and received_at is null)
  with check (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
create policy package_read on package for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and (from_tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
    or exists (select 1 from package_addressee addressee
      where addressee.city_code = package.city_code and addressee.package_id = package.id
        and addressee.tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid))));
create policy package_send on package for insert with check (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and from_tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));

create policy task_read on task for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
    or (select current_setting('app.projection', true)) = 'on'));
create policy task_write on task for all using (
  city_code = (select nullif(current_setting('app.city', true), '')) and (select current_setting('app.projection', true)) = 'on');
create policy superseded_date_read on superseded_date for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
create policy superseded_date_write on superseded_date for insert with check (
  city_code = (select nullif(current_setting('app.city', true), '')) and (select current_setting('app.projection', true)) = 'on');
create policy notice_read on notice for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
create policy notice_write on notice for insert with check (
  city_code = (select nullif(current_setting('app.city', true), '')) and (select current_setting('app.projection', true)) = 'on');

grant select, insert on act, package, superseded_date, notice to liandu_app;
grant select, insert, update on supervision_case, track, case_state, chain, entered_act to liandu_app;
grant select, insert on package_addressee to liandu_app;
grant update (received_at, received_on, received_by, digest_seen, receipt_seq) on package_addressee to liandu_app;
grant select, insert, update, delete on task to liandu_app;
