-- Who is late is reminded of a step: kept for both, once a day; the notice of it is for whoever does that step. New table and columns; older code survives them.

-- One row a reminder, written once. tenant_id: whose step it is.
create table reminder (
  city_code text not null,
  case_id uuid not null,
  tenant_id uuid not null,
  step_key text not null,
  -- The day it was said: once a day a step.
  reminded_on date not null,
  from_tenant_id uuid not null,
  -- The office or committee that reminds, and its person.
  from_name text not null,
  by_person_id uuid not null,
  by_name text not null,
  -- The step as it stood on that day.
  title text not null,
  clause text not null,
  due date,
  at timestamptz not null,
  primary key (city_code, case_id, tenant_id, step_key, reminded_on),
  constraint reminder_track_fk foreign key (city_code, case_id, tenant_id) references track (city_code, case_id, tenant_id),
  constraint reminder_from_fk foreign key (city_code, from_tenant_id) references tenant (city_code, id)
);
create index reminder_by_tenant on reminder (city_code, tenant_id, at);
create index reminder_by_sender on reminder (city_code, from_tenant_id, at);

alter table reminder enable row level security;
create policy reminder_read on reminder for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
    or from_tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)));
create policy reminder_send on reminder for insert with check (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and (select current_setting('app.kind', true)) = 'body'
  and from_tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
  -- Whose track one does not see, one does not remind.
  and exists (select 1 from track
    where track.city_code = reminder.city_code and track.case_id = reminder.case_id and track.tenant_id = reminder.tenant_id));
grant select, insert on reminder to liandu_app;

-- Whose work in the tenant the notice is about; null: whoever of the tenant reads this kind.
alter table notice add column performer text;
alter table notice add column unit_id uuid;
alter table notice drop constraint notice_kind_known;
alter table notice add constraint notice_kind_known check (kind in
  ('date-moved', 'package-arrived', 'decision-waiting', 'decision-returned', 'digest', 'suggestion-merged', 'deputy-invited',
   'concern-answered', 'reminded'));
