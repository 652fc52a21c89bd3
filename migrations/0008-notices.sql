-- Notices of several kinds, to a tenant or to one person; what each person has read and does not want. New columns and tables; older code survives it.
alter table notice add column kind text not null default 'date-moved'
  constraint notice_kind_known check (kind in ('date-moved', 'package-arrived', 'decision-waiting', 'decision-returned', 'digest'));
-- The one person it is for; null: whoever of the tenant reads this kind.
alter table notice add column person_id uuid;
-- What it is about besides the case: the package, the entered decision.
alter table notice add column subject_id uuid;
-- Whose package arrived.
alter table notice add column from_tenant_id uuid;
-- The day a digest is of.
alter table notice add column digest_on date;
alter table notice add constraint notice_digest_shape check ((kind = 'digest') = (digest_on is not null and person_id is not null));
-- A digest a person and day, however often the job runs.
create unique index notice_one_digest on notice (city_code, tenant_id, person_id, digest_on) where kind = 'digest';

create table notice_reading (
  city_code text not null,
  tenant_id uuid not null,
  person_id uuid not null,
  notice_id uuid not null,
  read_at timestamptz not null,
  primary key (city_code, tenant_id, person_id, notice_id),
  constraint notice_reading_person_fk foreign key (city_code, person_id) references person (city_code, id)
);
create index notice_reading_by_time on notice_reading (read_at);

create table notice_choice (
  city_code text not null,
  tenant_id uuid not null,
  person_id uuid not null,
  -- Kinds of notices that the person does not want.
  declined jsonb not null default '[]',
  primary key (city_code, tenant_id, person_id),
  constraint notice_choice_person_fk foreign key (city_code, person_id) references person (city_code, id)
);

alter table notice_reading enable row level security;
alter table notice_choice enable row level security;

drop policy notice_read on notice;
create policy notice_read on notice for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
  and (person_id is null or person_id = (select nullif(current_setting('app.person', true), '')::uuid)));
-- A tenant tells its own people, and an addressee that a package of it has come; the rest is told while shared projections are written.
create policy notice_write_own on notice for insert with check (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
create policy notice_write_addressee on notice for insert with check (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and kind = 'package-arrived' and person_id is null
  and from_tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
create policy notice_reading_own on notice_reading for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
  and person_id = (select nullif(current_setting('app.person', true), '')::uuid));
create policy notice_choice_read on notice_choice for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
create policy notice_choice_insert on notice_choice for insert with check (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
  and person_id = (select nullif(current_setting('app.person', true), '')::uuid));
create policy notice_choice_update on notice_choice for update using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
  and person_id = (select nullif(current_setting('app.person', true), '')::uuid));

-- Yesterday's digest is history soon: outside every scope the nightly sweep drops old ones, and readings of what counts as read anyway.
create policy notice_expire on notice for delete using (
  (select nullif(current_setting('app.city', true), '')) is null);
create policy notice_expire_read on notice for select using (
  (select nullif(current_setting('app.city', true), '')) is null and kind = 'digest' and at < now() - interval '30 days');
create policy notice_reading_expire on notice_reading for delete using (
  (select nullif(current_setting('app.city', true), '')) is null);
create policy notice_reading_expire_read on notice_reading for select using (
  (select nullif(current_setting('app.city', true), '')) is null and read_at < now() - interval '90 days');

grant delete on notice to liandu_app;
grant select, insert, delete on notice_reading to liandu_app;
grant select, insert, update on notice_choice to liandu_app;
