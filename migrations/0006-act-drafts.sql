-- Forms of acts that are still being filled in: working drafts, ordinary rows, read by nobody outside the tenant. New table; older code survives it.
create table act_draft (
  city_code text not null,
  tenant_id uuid not null,
  case_id uuid not null,
  kind text not null,
  -- The person whose draft it is; the tenant where its clerks write it together.
  owner_id uuid not null,
  version integer not null,
  typed jsonb not null,
  saved_by uuid not null,
  saved_by_name text not null,
  saved_at timestamptz not null,
  primary key (city_code, tenant_id, case_id, kind, owner_id),
  constraint act_draft_track_fk foreign key (city_code, case_id, tenant_id) references track (city_code, case_id, tenant_id)
);
alter table act_draft enable row level security;
create policy act_draft_own on act_draft for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
  and owner_id in ((select nullif(current_setting('app.tenant', true), '')::uuid), (select nullif(current_setting('app.person', true), '')::uuid)));
grant select, insert, update, delete on act_draft to liandu_app;
