-- Codes by which invited deputies sign in at an activity, and who came. New tables and an index; older code survives them.

-- One code an invitation, shown by the office; a new one replaces it.
create table attendance_code (
  city_code text not null,
  tenant_id uuid not null,
  case_id uuid not null,
  invitation_id text not null,
  -- HMAC-SHA256 under the installation's key: six digits alone would be found by trying them all.
  digest bytea not null,
  valid_on date not null,
  made_by_name text not null,
  made_at timestamptz not null,
  primary key (city_code, tenant_id, invitation_id),
  constraint attendance_code_track_fk foreign key (city_code, case_id, tenant_id) references track (city_code, case_id, tenant_id)
);

-- A deputy at an activity: when he signed in, or how often he has tried the present code in vain.
create table invitation_attendance (
  city_code text not null,
  tenant_id uuid not null,
  case_id uuid not null,
  invitation_id text not null,
  person_id uuid not null,
  failed_count integer not null default 0,
  came_at timestamptz,
  primary key (city_code, tenant_id, invitation_id, person_id),
  constraint invitation_attendance_track_fk foreign key (city_code, case_id, tenant_id)
    references track (city_code, case_id, tenant_id),
  constraint invitation_attendance_person_fk foreign key (city_code, person_id) references person (city_code, id)
);
create index invitation_attendance_by_case on invitation_attendance (city_code, tenant_id, case_id);

alter table attendance_code enable row level security;
alter table invitation_attendance enable row level security;
create policy attendance_code_own on attendance_code for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
create policy invitation_attendance_own on invitation_attendance for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
grant select, insert, update on attendance_code, invitation_attendance to liandu_app;

-- A deputy asks what became of what he suggested.
create index act_suggested_by on act (city_code, tenant_id, actor_id, seq) where kind = 'suggest-topic';
